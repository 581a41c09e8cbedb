// What is owed again and again, by cadences.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/due_lists.h"

namespace letopis::projections {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kFirst = "2025-09-01";

constexpr Span kWeek{"2025-09-08", "2025-09-14"};

TEST(DueByCadence, AttendanceIsGoneThroughDayByDayOrByTheWeek) {
  RecordProperty("requirement", "JRN-05");
  TaughtSchool daily = school_under({{"attendance.correction.cadence", "daily", "3.2"}});
  EXPECT_THAT(due(daily, DueKind::kAttendanceReview, moscow("2025-09-12", 12), kWeek), SizeIs(5))
      << "5б has nobody in it";
  daily.add(kMaths, events::AttendanceReviewed{kFifthA, day("2025-09-09"), day("2025-09-11")});
  const auto left = due(daily, DueKind::kAttendanceReview, moscow("2025-09-12", 12), kWeek);
  ASSERT_THAT(left, SizeIs(2));
  EXPECT_EQ(left[0].about.day, day("2025-09-08"));
  EXPECT_THAT(left[0].who, ElementsAre(kMaths));
  EXPECT_EQ(left[0].late->days, 4);
  EXPECT_EQ(left[1].late, std::nullopt) << "today's";

  TaughtSchool weekly = school_under({{"attendance.correction.cadence", "weekly", "4.4.2"}});
  weekly.add(kMaths, events::AttendanceReviewed{kFifthA, day("2025-09-08"), day("2025-09-11")});
  const events::Instant saturday = moscow("2025-09-13", 0);
  auto of_week = due(weekly, DueKind::kAttendanceReview, saturday, kWeek);
  ASSERT_THAT(of_week, SizeIs(1)) << "the Friday is not covered";
  EXPECT_TRUE(of_week[0].late);
  EXPECT_EQ(due(weekly, DueKind::kAttendanceReview, {saturday.milliseconds - 1}, kWeek)[0].late,
            std::nullopt);
  weekly.add(kMaths, events::AttendanceReviewed{kFifthA, day("2025-09-12"), day("2025-09-12")});
  EXPECT_THAT(due(weekly, DueKind::kAttendanceReview, saturday, kWeek), IsEmpty());
}

TEST(DueByCadence, AReportThatRecursIsDoneByTheFirstSinceItsStretchBegan) {
  RecordProperty("requirement", "REP-12");
  TaughtSchool school = school_under({{"class.progress_report", "weekly", "прил. 4 №11"}});
  const auto hand_in = [&school](const char* on) {
    school.set_clock(on, 16);
    school.add(kMaths, events::ReportHandedIn{events::ReportKind::kProgress, kFifthA, std::nullopt,
                                              day(on), day(on), std::nullopt});
  };
  hand_in("2025-09-05");
  const events::Instant now = moscow("2025-09-20", 12);
  const Span three_weeks{"2025-09-01", "2025-09-20"};
  EXPECT_THAT(due(school, DueKind::kProgressReport, now, three_weeks), SizeIs(2));
  hand_in("2025-09-15");
  EXPECT_THAT(due(school, DueKind::kProgressReport, now, three_weeks), IsEmpty());
  const auto done = due(school, DueKind::kProgressReport, now, three_weeks, true);
  ASSERT_THAT(done, SizeIs(3));
  EXPECT_EQ(done[0].late, std::nullopt);
  EXPECT_EQ(done[1].late->days, 3) << "the second week's came on the third one's Monday";
  EXPECT_EQ(done[2].late, std::nullopt);
}

TEST(DueByCadence, ACadenceThatChangesInMidYearCountsForItsOwnDays) {
  RecordProperty("requirement", "REP-10");
  TaughtSchool school = school_under({{"parents.message.cadence", "weekly", "прил. 4 №2"}});
  school.add(kDirector, events::ParameterChanged{{"parents.message.cadence", "on_need", "4.4.3"},
                                                 {"12", day("2025-09-15")},
                                                 day("2025-09-15")});
  EXPECT_THAT(due(school, DueKind::kParentsMessage, moscow("2025-10-20", 12)), SizeIs(2));
}

TEST(DueByCadence, DataAreCheckedPersonByPersonOrByAReport) {
  RecordProperty("requirement", "ACC-20");
  TaughtSchool school = school_under(
      {{"people.check.cadence", "weekly", "3.2"}, {"people.check.by", "class_teacher", "3.2"}});
  school.set_clock("2025-09-10", 12);
  school.add(kMaths, events::PersonChecked{kAnna, day("2025-09-10")});
  school.add(kMaths, events::PersonChecked{kBoris, day("2025-09-10")});
  const events::Instant now = moscow("2025-09-12", 12);
  const auto left = due(school, DueKind::kPeopleCheck, now, kWeek);
  ASSERT_THAT(left, SizeIs(1));
  EXPECT_THAT(left[0].about.lacking, ElementsAre(kVera));
  school.add(kMaths, events::PersonChecked{kVera, day("2025-09-10")});
  EXPECT_THAT(due(school, DueKind::kPeopleCheck, now, kWeek), IsEmpty());
}

TEST(DueByCadence, AFamilyThatChosePaperIsOwedAPrintEachMonth) {
  RecordProperty("requirement", "ACC-11");
  TaughtSchool school = school_under({{"optout.print.cadence", "monthly", "прил. 4 №3"}});
  school.add(kMaths,
             events::DiaryFormChosen{kAnna, kAnna, events::DiaryForm::kPaper, day("2025-09-10")});
  const events::Instant now = moscow("2025-10-01", 0);
  const auto owed = due(school, DueKind::kFamilyPrint, now, {"2025-09-01", "2025-09-30"});
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].about.person, kAnna);
  EXPECT_EQ(owed[0].late->days, 1);
  school.set_clock("2025-09-30", 23, 59);
  school.add(kMaths, events::CopyPrinted{{1},
                                         events::CopyKind::kParentsSheet,
                                         kFifthA,
                                         std::nullopt,
                                         kAnna,
                                         std::nullopt,
                                         1,
                                         {},
                                         {}});
  EXPECT_THAT(due(school, DueKind::kFamilyPrint, now, {"2025-09-01", "2025-09-30"}), IsEmpty());
}

TEST(DueByCadence, ControlIsDoneByANoteOfWhoeverHoldsTheOffice) {
  RecordProperty("requirement", "REP-05");
  TaughtSchool school = school_under({{"control.director", "quarter", "3.6"}});
  const auto issue = [&school](events::PersonNumber author) {
    school.set_clock("2025-10-20", 15);
    school.add(author, events::ControlNoteIssued{{1},
                                                 day(kFirst),
                                                 day("2025-10-20"),
                                                 events::ControlSubject::kTimeliness,
                                                 std::nullopt,
                                                 {},
                                                 {},
                                                 std::nullopt});
  };
  const events::Instant end = moscow("2025-10-25", 0);
  const Span quarter{kFirst, "2025-10-24"};
  issue(kEnglish);
  const auto owed = due(school, DueKind::kDirectorControl, end, quarter);
  ASSERT_THAT(owed, SizeIs(1)) << "she is not the director";
  EXPECT_TRUE(owed[0].late);
  EXPECT_THAT(owed[0].who, ElementsAre(kDirector));
  issue(kDirector);
  EXPECT_THAT(due(school, DueKind::kDirectorControl, end, quarter), IsEmpty());
}

TEST(DueByCadence, ADailyLookIsAReminderOfSchoolDaysAlone) {
  RecordProperty("requirement", "REP-14");
  TaughtSchool school = school_under({{"control.director", "daily", "прил. 2 №6*, №7*"}});
  school.add(kDirector, events::CalendarDayDeclared{day("2025-09-10"),
                                                    events::CalendarDayKind::kOff, "карантин"});
  const auto owed = [&school](events::Instant now, const Span& span) {
    return due(school, DueKind::kDirectorControl, now, span);
  };
  const auto friday = owed(moscow("2025-09-12", 12), {"2025-09-12", "2025-09-12"});
  ASSERT_THAT(friday, SizeIs(1));
  EXPECT_FALSE(friday[0].witnessed);
  EXPECT_EQ(friday[0].opens, moscow("2025-09-12", 0));
  EXPECT_THAT(owed(moscow("2025-09-13", 12), {"2025-09-01", "2025-09-14"}), IsEmpty())
      << "neither a Saturday, nor what is over";
  const auto monday = owed(moscow("2025-09-15", 12), {"2025-09-13", "2025-09-15"});
  ASSERT_THAT(monday, SizeIs(1)) << "not of the days off before it";
  EXPECT_FALSE(monday[0].witnessed);
  EXPECT_EQ(monday[0].opens, moscow("2025-09-15", 0));
  EXPECT_THAT(owed(moscow("2025-09-11", 12), {"2025-09-10", "2025-09-11"}), SizeIs(1));
  EXPECT_THAT(owed(moscow("2025-11-05", 12), {"2025-10-25", "2025-11-05"}), SizeIs(1))
      << "after the holidays, one day";
}

TEST(DueByCadence, WhatLeavesNoFactIsAReminderAndNeverLate) {
  RecordProperty("requirement", "COM-03");
  const TaughtSchool school = school_under({{"class_events.cadence", "weekly", "прил. 4 №18"}});
  const auto today = due(school, DueKind::kClassEvents, moscow("2025-09-12", 12), kWeek);
  ASSERT_THAT(today, SizeIs(2)) << "both classes";
  EXPECT_FALSE(today[0].witnessed);
  EXPECT_THAT(due(school, DueKind::kClassEvents, moscow("2025-09-13", 0), kWeek), IsEmpty());
}

TEST(DueByCadence, AnEventPlannedInTheWeekShowsThatItsCalendarWasKept) {
  RecordProperty("requirement", "COM-03");
  TaughtSchool school = school_under({{"class_events.cadence", "weekly", "прил. 4 №18"}});
  school.set_clock("2025-09-10", 12);
  school.add(kDirector, events::EventPlanned{{1}, kFifthA, day("2025-09-17"), {}, {}, {}});
  const auto left = due(school, DueKind::kClassEvents, moscow("2025-09-12", 12), kWeek);
  ASSERT_THAT(left, SizeIs(1)) << "the other class";
  EXPECT_NE(left[0].about.school_class, kFifthA);
  const Span next{"2025-09-14", "2025-09-20"};
  EXPECT_THAT(due(school, DueKind::kClassEvents, moscow("2025-09-19", 12), next), SizeIs(2))
      << "each week anew";
}

TEST(DueByCadence, AWordWithoutADayOwesNoDay) {
  const TaughtSchool school = school_under(
      {{"backup.cadence", "no_term", "3.3"}, {"parents.message.cadence", "on_need", "4.4.3"}});
  EXPECT_THAT(due(school, DueKind::kBackup, moscow("2026-05-20", 12)), IsEmpty());
  EXPECT_THAT(due(school, DueKind::kParentsMessage, moscow("2026-05-20", 12)), IsEmpty());
}

TEST(DueByCadence, AVolumeEachWeekAndABackupEachQuarter) {
  RecordProperty("requirement", "ARC-01");
  TaughtSchool school = school_under(
      {{"archive.cadence", "weekly", "прил. 1 №22"}, {"backup.cadence", "quarter", "3.4.6"}});
  const events::Instant now = moscow("2025-10-25", 0);
  EXPECT_THAT(due(school, DueKind::kArchive, now, kWeek), SizeIs(1));
  EXPECT_THAT(due(school, DueKind::kBackup, now, {kFirst, "2025-10-24"}), SizeIs(1));
  school.set_clock("2025-09-10", 20);
  events::VolumeSealed volume;
  volume.volume = {1};
  school.add(kDirector, volume);
  school.add(kDirector, events::BackupMade{events::BackupKind::kVaultExport, {}, "сейф"});
  EXPECT_THAT(due(school, DueKind::kArchive, now, kWeek), IsEmpty());
  EXPECT_THAT(due(school, DueKind::kBackup, now, {kFirst, "2025-10-24"}), IsEmpty());
}

TEST(DueByCadence, AVolumeOfCertifiedDocumentsIsAnArchiveOfItsWeekToo) {
  RecordProperty("requirement", "ARC-01");
  TaughtSchool school = school_under({{"archive.cadence", "weekly", "прил. 1 №22"}});
  events::VolumeSealed volume;
  volume.volume = {1};
  volume.kind = events::VolumeKind::kDocument;
  const events::Instant now = moscow("2025-10-25", 0);
  EXPECT_THAT(due(school, DueKind::kArchive, now, kWeek), SizeIs(1));
  school.set_clock("2025-09-10", 20);
  school.add(kDirector, volume);
  EXPECT_THAT(due(school, DueKind::kArchive, now, kWeek), IsEmpty());
  EXPECT_THAT(due(school, DueKind::kArchive, now, {"2025-09-15", "2025-09-21"}), SizeIs(1))
      << "a volume archives no week that came after it";
}

}  // namespace
}  // namespace letopis::projections
