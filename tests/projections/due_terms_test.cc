// What classes, periods, offices and the school itself owe, by cadences and yearly terms.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/due.h"
#include "projections/random_school.h"
#include "projections/taught_school.h"
#include "regulations/bundled_regulations.h"
#include "regulations/regulation_text.h"

namespace letopis::projections {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kFirst = "2025-09-01";

TaughtSchool school_with(std::vector<events::Parameter> parameters) {
  TaughtSchool school;
  school.add(kDirector, events::RegulationAdopted{"Положение", std::nullopt, day("2025-08-01"),
                                                  std::move(parameters)});
  return school;
}

struct Span {
  const char* first = kFirst;
  const char* last = "2026-05-31";
};

std::vector<DueItem> due(const SmallSchool& school, DueKind kind, events::Instant now,
                         const Span& span = {}, bool done = false) {
  DueQuery query;
  query.now = now;
  query.first = day(span.first);
  query.last = day(span.last);
  query.kinds = {kind};
  query.done = done;
  auto items = due_items(school.views(), query);
  EXPECT_TRUE(items) << items.refusal().says.ru;
  return *std::move(items);
}

constexpr Span kWeek{"2025-09-08", "2025-09-14"};

TEST(DueByCadence, AttendanceIsGoneThroughDayByDayOrByTheWeek) {
  RecordProperty("requirement", "JRN-05");
  TaughtSchool daily = school_with({{"attendance.correction.cadence", "daily", "3.2"}});
  EXPECT_THAT(due(daily, DueKind::kAttendanceReview, moscow("2025-09-12", 12), kWeek), SizeIs(5))
      << "5б has nobody in it";
  daily.add(kMaths, events::AttendanceReviewed{kFifthA, day("2025-09-09"), day("2025-09-11")});
  const auto left = due(daily, DueKind::kAttendanceReview, moscow("2025-09-12", 12), kWeek);
  ASSERT_THAT(left, SizeIs(2));
  EXPECT_EQ(left[0].about.day, day("2025-09-08"));
  EXPECT_THAT(left[0].who, ElementsAre(kMaths));
  EXPECT_EQ(left[0].late->days, 4);
  EXPECT_EQ(left[1].late, std::nullopt) << "today's";

  TaughtSchool weekly = school_with({{"attendance.correction.cadence", "weekly", "4.4.2"}});
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
  TaughtSchool school = school_with({{"class.progress_report", "weekly", "прил. 4 №11"}});
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
  TaughtSchool school = school_with({{"parents.message.cadence", "weekly", "прил. 4 №2"}});
  school.add(kDirector, events::ParameterChanged{{"parents.message.cadence", "on_need", "4.4.3"},
                                                 {"12", day("2025-09-15")},
                                                 day("2025-09-15")});
  EXPECT_THAT(due(school, DueKind::kParentsMessage, moscow("2025-10-20", 12)), SizeIs(2));
}

TEST(DueByCadence, DataAreCheckedPersonByPersonOrByAReport) {
  RecordProperty("requirement", "ACC-20");
  TaughtSchool school = school_with(
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
  TaughtSchool school = school_with({{"optout.print.cadence", "monthly", "прил. 4 №3"}});
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
  TaughtSchool school = school_with({{"control.director", "quarter", "3.6"}});
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

TEST(DueByCadence, WhatLeavesNoFactIsAReminderAndNeverLate) {
  RecordProperty("requirement", "COM-03");
  const TaughtSchool school = school_with({{"class_events.cadence", "weekly", "прил. 4 №18"}});
  const auto today = due(school, DueKind::kClassEvents, moscow("2025-09-12", 12), kWeek);
  ASSERT_THAT(today, SizeIs(2)) << "both classes";
  EXPECT_FALSE(today[0].witnessed);
  EXPECT_THAT(due(school, DueKind::kClassEvents, moscow("2025-09-13", 0), kWeek), IsEmpty());
}

TEST(DueByCadence, AWordWithoutADayOwesNoDay) {
  const TaughtSchool school = school_with(
      {{"backup.cadence", "no_term", "3.3"}, {"parents.message.cadence", "on_need", "4.4.3"}});
  EXPECT_THAT(due(school, DueKind::kBackup, moscow("2026-05-20", 12)), IsEmpty());
  EXPECT_THAT(due(school, DueKind::kParentsMessage, moscow("2026-05-20", 12)), IsEmpty());
}

TEST(DueByCadence, AVolumeEachWeekAndABackupEachQuarter) {
  RecordProperty("requirement", "ARC-01");
  TaughtSchool school = school_with(
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

TEST(DueOfAPeriod, ItsMarksAreDueThreeDaysAfterItsEnd) {
  RecordProperty("requirement", "JRN-13");
  TaughtSchool school =
      school_with({{"period_marks.due", "3d", "4.9"}, {"periods", "quarter,year", "4.9"}});
  const auto give = [&school](events::PersonNumber pupil) {
    school.add(kMaths, events::PeriodMarkGiven{pupil, kFifthA, kMathematics, kFirstQuarter,
                                               events::ResultKind::kPeriod,
                                               events::MarkValue::kFour, std::nullopt});
  };
  const Span quarter{"2025-10-20", "2025-10-31"};
  const events::Instant end = moscow("2025-10-28", 0);
  EXPECT_THAT(due(school, DueKind::kPeriodMarks, end, quarter), IsEmpty())
      << "nobody was marked in any subject";
  school.mark(school.hold(kMathsOfA, "2025-09-08", 1), kAnna, events::MarkValue::kFive);
  auto owed = due(school, DueKind::kPeriodMarks, {end.milliseconds - 1}, quarter);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].deadline->at, end);
  EXPECT_THAT(owed[0].about.lacking, ElementsAre(kAnna, kBoris, kVera));
  EXPECT_EQ(owed[0].late, std::nullopt);
  give(kAnna);
  give(kBoris);
  owed = due(school, DueKind::kPeriodMarks, end, quarter);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_THAT(owed[0].about.lacking, ElementsAre(kVera));
  EXPECT_TRUE(owed[0].late);
  school.set_clock(end);
  give(kVera);
  const auto done = due(school, DueKind::kPeriodMarks, moscow("2025-10-31", 0), quarter, true);
  ASSERT_THAT(done, SizeIs(1));
  EXPECT_EQ(done[0].late->days, 1);
}

TEST(DueOfAPeriod, MarksByADirectorsOrderHaveNoTermAndGradesWithoutMarksOweNone) {
  RecordProperty("requirement", "JRN-13");
  TaughtSchool by_order = school_with(
      {{"period_marks.due", "by_order", "прил. 5 №10"}, {"periods", "quarter", "прил. 4 №9"}});
  by_order.mark(by_order.hold(kMathsOfA, "2025-09-08", 1), kAnna, events::MarkValue::kFive);
  const auto owed = due(by_order, DueKind::kPeriodMarks, moscow("2025-12-01", 0));
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].deadline, std::nullopt);
  EXPECT_EQ(owed[0].late, std::nullopt);
  by_order.add(kDirector,
               events::ParameterChanged{
                   {"grades_without_marks", "5", "4.6"}, {"1", day(kFirst)}, day(kFirst)});
  EXPECT_THAT(due(by_order, DueKind::kPeriodMarks, moscow("2025-12-01", 0)), IsEmpty());
}

TEST(DueOfAPeriod, TheForecastIsDueTenDaysBeforeItsEnd) {
  RecordProperty("requirement", "JRN-16");
  TaughtSchool school = school_with({{"forecast.due", "10cd", "прил. 5 №3"}});
  const Span october{"2025-10-01", "2025-10-31"};
  const auto owed = due(school, DueKind::kForecast, moscow("2025-10-15", 0), october);
  ASSERT_FALSE(owed.empty());
  EXPECT_EQ(owed[0].deadline->at, moscow("2025-10-15", 0));
  EXPECT_TRUE(owed[0].late);
  const std::size_t before = owed.size();
  school.add(kMaths,
             events::ReportHandedIn{events::ReportKind::kSubjectTeacherPeriod, kFifthA,
                                    kFirstQuarter, day(kFirst), day("2025-10-14"), std::nullopt});
  EXPECT_EQ(due(school, DueKind::kForecast, moscow("2025-10-15", 0), october).size(), before - 1);
}

TEST(DueOfAPeriod, APlanIsDueAWeekBeforeTheFirstPeriodOfItsLoad) {
  RecordProperty("requirement", "SET-10");
  TaughtSchool school = school_with({{"plan.due", "7d", "прил. 5 №4"}});
  const Span august{"2025-08-20", "2025-08-31"};
  const events::Instant now = moscow("2025-08-25", 12);
  const auto owed = due(school, DueKind::kPlan, now, august);
  ASSERT_THAT(owed, SizeIs(4));
  EXPECT_EQ(owed[0].deadline->at, moscow("2025-08-26", 0));
  school.add(kMaths, events::PlanAdopted{{1}, kMathsOfA, "план", {}});
  EXPECT_THAT(due(school, DueKind::kPlan, now, august), SizeIs(3));
}

TEST(DueOfAPeriod, CopiesOfItsJournalAreOwedFromItsEndUntilCertified) {
  RecordProperty("requirement", "PAP-04");
  TaughtSchool school = school_with(
      {{"paper.copy.cadence", "each_period", "5.8; 5.9"}, {"paper.certified_by", "deputy", "5.9"}});
  const events::Instant now = moscow("2025-11-10", 12);
  const auto owed = due(school, DueKind::kJournalCopy, now);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].about.period, kFirstQuarter);
  EXPECT_EQ(owed[0].deadline, std::nullopt);
  school.add(kMaths, events::CopyPrinted{{1},
                                         events::CopyKind::kJournal,
                                         kFifthA,
                                         std::nullopt,
                                         std::nullopt,
                                         kFirstQuarter,
                                         9,
                                         {},
                                         {}});
  EXPECT_THAT(due(school, DueKind::kJournalCopy, now), SizeIs(1)) << "printed, not certified";
  school.add(kDirector, events::CopyCertified{{1}, day("2025-11-05")});
  EXPECT_THAT(due(school, DueKind::kJournalCopy, now), IsEmpty());
  school.add(kDirector, events::ParameterChanged{{"paper.copy.condition", "when_needed", "3.2 (3)"},
                                                 {"2", day(kFirst)},
                                                 day(kFirst)});
  EXPECT_THAT(due(school, DueKind::kJournalCopy, now, {}, true), IsEmpty());
}

TEST(DueToSettle, ARemarkUntilItsDayAndAgainIfItIsNotConfirmed) {
  RecordProperty("requirement", "REP-06");
  TaughtSchool school = school_with({{"remark.settle", "administrator 1w", "3.2 (1)"}});
  school.set_clock("2025-09-08", 12);
  school.add(kDirector, events::RemarkMade{{1},
                                           kMaths,
                                           kFifthA,
                                           kMathematics,
                                           events::RemarkLevel::kAdministrator,
                                           day("2025-09-15"),
                                           {}});
  const events::Instant end = moscow("2025-09-16", 0);
  const auto owed = due(school, DueKind::kRemark, {end.milliseconds - 1});
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].late, std::nullopt);
  EXPECT_EQ(owed[0].clause, "3.2 (1)");
  EXPECT_TRUE(due(school, DueKind::kRemark, end)[0].late);
  school.add(kMaths, events::RemarkSettled{{1}, std::nullopt});
  EXPECT_THAT(due(school, DueKind::kRemark, end), IsEmpty());
  school.add(kDirector, events::RemarkConfirmed{{1}, false});
  EXPECT_THAT(due(school, DueKind::kRemark, end), SizeIs(1));
}

TEST(DueToSettle, ADisputeByTheTeacherOfTheLesson) {
  RecordProperty("requirement", "JRN-17");
  TaughtSchool school = school_with({{"dispute.notice", "3cd", "прил. 6 №1"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-08", 1);
  school.mark(lesson, kAnna, events::MarkValue::kTwo);
  school.add(kAnna, events::DisputeRaised{{1}, kAnna, lesson, 1, day("2025-09-09"), std::nullopt});
  const events::Instant now = moscow("2025-09-20", 12);
  const auto owed = due(school, DueKind::kDispute, now);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_THAT(owed[0].who, ElementsAre(kMaths));
  EXPECT_EQ(owed[0].deadline, std::nullopt);
  school.add(kMaths,
             events::DisputeAnswered{{1}, kAnna, events::DisputeOutcome::kDeclined, std::nullopt});
  EXPECT_THAT(due(school, DueKind::kDispute, now), IsEmpty());
}

TEST(DueToPeople, CredentialsByTheShorterTermAndLateByTheLonger) {
  RecordProperty("requirement", "ACC-16");
  TaughtSchool school = school_with({{"issue.family.term", "7d; late 7wd", "прил. 4 №1, №7"}});
  constexpr events::PersonNumber newcomer{7};
  school.set_clock("2025-09-15", 12);
  school.add(kDirector, events::PersonRegistered{newcomer, {}});
  school.add(kDirector, events::PupilEnrolled{newcomer, kFifthA, day("2025-09-15"), {}});
  const Span september{"2025-09-20", "2025-09-30"};
  auto owed = due(school, DueKind::kCredential, moscow("2025-09-24", 12), september);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].about.person, newcomer);
  EXPECT_EQ(owed[0].deadline->due, moscow("2025-09-23", 0));
  EXPECT_EQ(owed[0].deadline->at, moscow("2025-09-25", 0));
  EXPECT_EQ(owed[0].late, std::nullopt);
  EXPECT_THAT(owed[0].who, ElementsAre(kMaths)) << "the class teacher";
  EXPECT_TRUE(due(school, DueKind::kCredential, moscow("2025-09-25", 0), september)[0].late);
  school.add(kMaths, events::CredentialIssued{newcomer, events::SlipMedium::kPaper, false});
  EXPECT_THAT(due(school, DueKind::kCredential, moscow("2025-09-25", 0), september), IsEmpty());
}

TEST(DueToPeople, APupilActivatesWithinSevenWorkingDaysOfTheReceipt) {
  RecordProperty("requirement", "ACC-16");
  TaughtSchool school = school_with(
      {{"activate.term", "7wd", "прил. 6 №2"}, {"activate.who", "pupil", "прил. 6 №2"}});
  constexpr events::PersonNumber newcomer{7};
  school.set_clock("2025-09-15", 12);
  school.add(kDirector, events::PersonRegistered{newcomer, {}});
  school.add(kDirector, events::PupilEnrolled{newcomer, kFifthA, day("2025-09-15"), {}});
  const events::Instant now = moscow("2025-10-20", 12);
  EXPECT_THAT(due(school, DueKind::kActivation, now), IsEmpty()) << "nothing was received";
  school.add(kMaths, events::CredentialIssued{newcomer, events::SlipMedium::kPaper, false});
  const auto owed = due(school, DueKind::kActivation, now);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_THAT(owed[0].who, ElementsAre(newcomer));
  EXPECT_EQ(owed[0].deadline->at, moscow("2025-09-25", 0));
}

TEST(DueToPeople, AnOfficeIsHeldByOrder) {
  RecordProperty("requirement", "ACC-17");
  TaughtSchool school = school_with({{"appointed_by_order", "administrator", "3.1.1"}});
  const events::Instant now = moscow("2025-09-10", 12);
  EXPECT_THAT(due(school, DueKind::kAppointment, now), SizeIs(1));
  school.add(kDirector,
             events::RoleGiven{kEnglish, events::Role::kAdministrator, std::nullopt, std::nullopt,
                               day(kFirst), events::Order{"5", day(kFirst)}});
  EXPECT_THAT(due(school, DueKind::kAppointment, now), IsEmpty());
}

TEST(DueEachYear, TheCurriculumBeforeTheTwentyFifthOfAugust) {
  RecordProperty("requirement", "SET-16");
  TaughtSchool school =
      school_with({{"setup.curriculum_approved.by", "director", "прил. 2 №4"},
                   {"setup.curriculum_approved.yearly", "before 08-25", "прил. 2 №4"}});
  const Span august{"2025-08-01", "2025-08-31"};
  const events::Instant end = moscow("2025-08-25", 0);
  const auto owed = due(school, DueKind::kSetup, {end.milliseconds - 1}, august);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].about.setup, "curriculum_approved");
  EXPECT_THAT(owed[0].clause, "прил. 2 №4");
  EXPECT_EQ(owed[0].late, std::nullopt);
  EXPECT_TRUE(due(school, DueKind::kSetup, end, august)[0].late);
  school.add(kDirector, events::CurriculumApproved{{1}, {"3", day("2025-08-24")}, {}});
  EXPECT_THAT(due(school, DueKind::kSetup, end, august), IsEmpty());
}

TEST(DueEachYear, ATimetableIsEnteredAWeekBeforeEachPeriod) {
  RecordProperty("requirement", "SET-08");
  TaughtSchool school =
      school_with({{"setup.timetable_entered.yearly", "7d before each_period", "прил. 1 №18"}});
  const Span autumn{"2025-08-01", "2025-11-30"};
  const events::Instant now = moscow("2025-10-30", 12);
  EXPECT_THAT(due(school, DueKind::kSetup, now, autumn), SizeIs(2));
  school.enter("2025-09-01", "2025-10-24", {TaughtSchool::slot(kMathsOfA, kMonday, 1)});
  const auto second = due(school, DueKind::kSetup, now, autumn);
  ASSERT_THAT(second, SizeIs(1));
  EXPECT_EQ(second[0].about.day, day("2025-10-29"));
  EXPECT_TRUE(second[0].late);
}

TEST(DueUnderFiveRegulations, ReadingAsOfASizeIsReadingWhatWasFoldedFromSoManyEvents) {
  RecordProperty("requirement", "REP-10");
  for (const auto& bundled : regulations::bundled_regulations()) {
    const auto text = regulations::load_regulation(bundled.text, bundled.name);
    ASSERT_TRUE(text) << bundled.name;
    TaughtSchool school = school_with(text->parameters);
    school.timetable(kFirst, "2025-10-24",
                     {TaughtSchool::slot(kMathsOfA, kMonday, 1),
                      TaughtSchool::slot(kEnglishFirst, kTuesday, 2)});
    live_at_random(school, 7, 120);
    DueQuery query;
    query.now = moscow("2025-11-12", 12);
    query.done = true;
    EXPECT_FALSE(due_items(school.views(), query)->empty()) << bundled.name;
    for (std::size_t size = 80; size < school.log().size(); size += 61) {
      query.as_of = kWholeLog;
      const auto folded_so_far = due_items(folded(school.log(), size), query);
      query.as_of = {size};
      ASSERT_EQ(*due_items(school.views(), query), *folded_so_far) << bundled.name << " " << size;
    }
  }
}

}  // namespace
}  // namespace letopis::projections
