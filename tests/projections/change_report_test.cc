#include "projections/change_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/small_school.h"

namespace letopis::projections {
namespace {

using events::MarkValue;
using testing::ElementsAre;
using testing::IsEmpty;

void adopt(SmallSchool& school, std::vector<events::Parameter> parameters,
           const char* from = "2025-09-01") {
  school.add(kDirector, events::RegulationAdopted{"Положение", std::nullopt, day(from),
                                                  std::move(parameters)});
}

std::vector<ChangeRow> rows(const SmallSchool& school, const ChangeFilter& filter = {}) {
  return change_report(school.views(), filter)->rows;
}

std::vector<events::Position> positions(const std::vector<ChangeRow>& rows) {
  std::vector<events::Position> found;
  for (const ChangeRow& row : rows) found.push_back(row.stamp.position);
  return found;
}

TEST(ChangeReport, SaysWhoChangedWhatWhenFromWhatToWhat) {
  RecordProperty("requirement", "REP-01");
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(lesson, kAnna, MarkValue::kTwo);
  school.set_clock("2025-09-03", 12);
  const auto corrected = school.correct(lesson, kAnna, MarkValue::kThree);
  const auto withdrawn = school.withdraw(lesson, kAnna);
  school.add(kMaths, events::FamilyTold{kAnna, events::NoticeChannel::kEmail, corrected});
  const auto report = rows(school);
  ASSERT_THAT(positions(report), ElementsAre(corrected, withdrawn)) << "first entries in time out";
  const ChangeRow& row = report[0];
  EXPECT_EQ(row.type, EntryType::kCorrection);
  EXPECT_EQ(row.stamp.author, kMaths);
  EXPECT_EQ(row.stamp.recorded, moscow("2025-09-03", 12));
  EXPECT_EQ(row.teacher, kMaths);
  EXPECT_EQ(row.school_class, kFifthA);
  EXPECT_EQ(row.subject, kMathematics);
  EXPECT_EQ(row.pupil, kAnna);
  EXPECT_EQ(row.lesson, lesson);
  EXPECT_EQ(row.day, day("2025-09-02"));
  EXPECT_EQ(row.before, MarkValue::kTwo);
  EXPECT_EQ(row.after, MarkValue::kThree);
  EXPECT_EQ(row.reason, events::ChangeReason::kMistyped);
  EXPECT_EQ(row.deadline, std::nullopt);
  EXPECT_TRUE(row.family_told.has_value());
  EXPECT_EQ(report[1].type, EntryType::kWithdrawn);
  EXPECT_EQ(report[1].before, MarkValue::kThree);
  EXPECT_EQ(report[1].after, std::nullopt);
  EXPECT_EQ(report[1].family_told, std::nullopt);
}

TEST(ChangeReport, EveryFilterNarrowsIt) {
  RecordProperty("requirement", "REP-01");
  SmallSchool school;
  const auto maths = school.hold(kMathsOfA, "2025-09-02", 1);
  const auto english = school.hold(kEnglishFirst, "2025-09-04", 2);
  school.mark(maths, kAnna, MarkValue::kTwo);
  school.mark(english, kAnna, MarkValue::kTwo);
  school.mark(english, kBoris, MarkValue::kTwo);
  school.set_clock("2025-09-10", 12);
  const auto first = school.correct(maths, kAnna, MarkValue::kThree);
  const events::Instant between = school.now();
  const auto second = school.correct(english, kAnna, MarkValue::kFour);
  const auto third = school.withdraw(english, kBoris);
  const auto with = [&school](auto change) {
    ChangeFilter filter;
    change(filter);
    return positions(rows(school, filter));
  };
  EXPECT_THAT(with([](ChangeFilter&) {}), ElementsAre(first, second, third));
  EXPECT_THAT(with([](ChangeFilter& f) { f.subject = kForeign; }), ElementsAre(second, third));
  EXPECT_THAT(with([](ChangeFilter& f) { f.school_class = kFifthB; }), IsEmpty());
  EXPECT_THAT(with([](ChangeFilter& f) { f.school_class = kFifthA; }),
              ElementsAre(first, second, third));
  EXPECT_THAT(with([](ChangeFilter& f) { f.pupil = kBoris; }), ElementsAre(third));
  EXPECT_THAT(with([](ChangeFilter& f) { f.author = kMaths; }), ElementsAre(first));
  EXPECT_THAT(with([](ChangeFilter& f) { f.first = day("2025-09-03"); }),
              ElementsAre(second, third));
  EXPECT_THAT(with([](ChangeFilter& f) { f.last = day("2025-09-03"); }), ElementsAre(first));
  EXPECT_THAT(with([&](ChangeFilter& f) { f.recorded_from = between; }),
              ElementsAre(second, third));
  EXPECT_THAT(with([&](ChangeFilter& f) { f.recorded_before = between; }), ElementsAre(first));
  EXPECT_THAT(with([](ChangeFilter& f) { f.types = {EntryType::kWithdrawn}; }), ElementsAre(third));
  EXPECT_THAT(with([](ChangeFilter& f) { f.types = {EntryType::kCorrection}; }),
              ElementsAre(first, second));
  EXPECT_THAT(with([](ChangeFilter& f) { f.only_void = true; }), IsEmpty());
  EXPECT_EQ(with([](ChangeFilter& f) { f.types = {EntryType::kInitial}; }).size(), 3U)
      << "asked for, first entries come even when they were in time";
}

TEST(ChangeReport, IsCutAtItsLimitAndSaysSo) {
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(lesson, kAnna, MarkValue::kTwo);
  const auto first = school.correct(lesson, kAnna, MarkValue::kThree);
  school.correct(lesson, kAnna, MarkValue::kFour);
  for (const std::set<EntryType>& types :
       {std::set<EntryType>{}, std::set<EntryType>{EntryType::kCorrection}}) {
    ChangeFilter filter;
    filter.types = types;
    filter.limit = 1;
    const auto cut = *change_report(school.views(), filter);
    EXPECT_THAT(positions(cut.rows), ElementsAre(first));
    EXPECT_TRUE(cut.cut);
    filter.limit = 2;
    EXPECT_FALSE(change_report(school.views(), filter)->cut);
  }
}

TEST(ChangeReport, AFirstEntryIsInItFromTheDeadlinesVeryMomentOn) {
  RecordProperty("requirement", "JRN-09");
  SmallSchool school;
  adopt(school, {{"entry.mark.due", "17:00", "3.3"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  const events::Instant deadline = moscow("2025-09-02", 17);
  school.set_clock({deadline.milliseconds - 1});
  school.mark(lesson, kAnna, MarkValue::kFive);
  school.set_clock(deadline);
  const auto late = school.mark(lesson, kBoris, MarkValue::kFive);
  school.set_clock("2025-09-04", 8);
  const auto later = school.mark(lesson, kVera, MarkValue::kFive);
  const auto report = rows(school);
  ASSERT_THAT(positions(report), ElementsAre(late, later));
  EXPECT_EQ(report[0].type, EntryType::kInitial);
  EXPECT_EQ(report[0].deadline->at, deadline);
  EXPECT_EQ(report[0].deadline->clause, "3.3");
  EXPECT_EQ(report[0].late, (regulations::Lateness{0, 1}));
  EXPECT_EQ(report[1].late->days, 2);
}

TEST(ChangeReport, AnEntryIsJudgedByTheRuleOfItsLessonsDay) {
  RecordProperty("requirement", "JRN-09");
  SmallSchool school;
  adopt(school, {{"entry.mark.due", "lesson_day", "1"}});
  school.add(kDirector,
             events::ParameterChanged{
                 {"entry.mark.due", "7d", "2"}, {"5", day("2025-09-10")}, day("2025-09-10")});
  const auto before = school.hold(kMathsOfA, "2025-09-09", 1);
  const auto after = school.hold(kMathsOfA, "2025-09-10", 1);
  school.set_clock("2025-09-12", 9);
  const auto late = school.mark(before, kAnna, MarkValue::kFive);
  school.mark(after, kAnna, MarkValue::kFive);
  const auto report = rows(school);
  ASSERT_THAT(positions(report), ElementsAre(late));
  EXPECT_EQ(report[0].deadline->clause, "1");
  EXPECT_EQ(report[0].late->days, 3);
}

TEST(ChangeReport, ACorrectionIsLateOutsideOfTheEditWindow) {
  RecordProperty("requirement", "JRN-07");
  SmallSchool school;
  adopt(school, {{"edit.window", "1w", "3.6"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(lesson, kAnna, MarkValue::kTwo);
  school.set_clock("2025-09-09", 23, 59);
  school.correct(lesson, kAnna, MarkValue::kThree);
  school.set_clock("2025-09-10", 0);
  const auto late = school.correct(lesson, kAnna, MarkValue::kFour);
  ChangeFilter filter;
  filter.only_late = true;
  const auto report = rows(school, filter);
  ASSERT_THAT(positions(report), ElementsAre(late));
  EXPECT_EQ(report[0].late, (regulations::Lateness{0, 1}));
}

TEST(ChangeReport, AWindowUntilTheYearsEndEndsWithTheYear) {
  RecordProperty("requirement", "JRN-07");
  SmallSchool school;
  adopt(school, {{"edit.window", "year_end", "3.6"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.mark(lesson, kAnna, MarkValue::kTwo);
  school.set_clock("2026-05-26", 23, 59);
  const auto in_time = school.correct(lesson, kAnna, MarkValue::kThree);
  school.set_clock("2026-05-27", 0);
  const auto late = school.correct(lesson, kAnna, MarkValue::kFour);
  const auto report = rows(school);
  ASSERT_THAT(positions(report), ElementsAre(in_time, late));
  EXPECT_EQ(report[0].late, std::nullopt);
  EXPECT_TRUE(report[1].late.has_value());
}

TEST(ChangeReport, AMarkForAWrittenWorkIsJudgedByItsOwnTerm) {
  RecordProperty("requirement", "JRN-07");
  SmallSchool school;
  adopt(school,
        {{"entry.mark.due", "lesson_day", "3.2 (1)"}, {"entry.written_work.due", "7d", "3.2 (1)"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.add(kMaths,
             events::WorkSet{lesson, day("2025-09-02"), 1, events::WorkKind::kControl, 100, "К-1"});
  school.add(kMaths,
             events::WorkSet{lesson, day("2025-09-02"), 2, events::WorkKind::kAnswer, 100, ""});
  school.set_clock("2025-09-05", 9);
  school.mark(lesson, kAnna, MarkValue::kFour, 1, 1);
  const auto answer = school.mark(lesson, kBoris, MarkValue::kFour, 1, 2);
  EXPECT_THAT(positions(rows(school)), ElementsAre(answer));
}

TEST(ChangeReport, ASlipIsInTimeUntilTheEndOfTheDayOnWhichItWasMade) {
  RecordProperty("requirement", "JRN-07");
  SmallSchool school;
  adopt(school, {{"edit.window", "none", "3.2 (1)"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.set_clock("2025-09-05", 9);
  school.mark(lesson, kAnna, MarkValue::kTwo);
  school.mark(lesson, kBoris, MarkValue::kTwo);
  const events::Instant midnight = moscow("2025-09-06", 0);
  school.set_clock({midnight.milliseconds - 1});
  const auto in_time = school.correct(lesson, kAnna, MarkValue::kThree);
  school.set_clock(midnight);
  const auto late = school.withdraw(lesson, kBoris);
  const auto again = school.correct(lesson, kAnna, MarkValue::kFour);
  const auto report = rows(school);
  ASSERT_THAT(positions(report), ElementsAre(in_time, late, again));
  EXPECT_EQ(report[0].late, std::nullopt);
  EXPECT_EQ(report[0].deadline->at, midnight);
  EXPECT_EQ(report[1].late, (regulations::Lateness{0, 1}));
  EXPECT_EQ(report[2].deadline->at, midnight) << "the slip it mends was made the day before";
}

TEST(ChangeReport, ASlipOfAVoidKeyIsCountedFromWhatStoodBefore) {
  RecordProperty("requirement", "ACC-09");
  SmallSchool school;
  adopt(school, {{"edit.window", "none", "3.2 (1)"}});
  const auto lesson = school.hold(kEnglishFirst, "2025-09-02", 1);
  school.set_clock("2025-09-02", 12);
  school.mark(lesson, kAnna, MarkValue::kTwo);
  school.set_clock("2025-09-04", 12);
  const events::Instant stolen = school.now();
  school.correct(lesson, kAnna, MarkValue::kFive);
  school.compromise(kEnglish, stolen);
  const auto mended = school.add(
      kDirector,
      events::MarkCorrected{lesson, kAnna, day("2025-09-02"), 1, MarkValue::kThree,
                            events::ChangeType::kCorrection, events::ChangeReason::kMistyped,
                            std::nullopt, std::nullopt, std::nullopt});
  const auto report = rows(school);
  ASSERT_EQ(report.back().stamp.position, mended);
  EXPECT_EQ(report.back().deadline->at, moscow("2025-09-03", 0));
  EXPECT_EQ(report.back().late->days, 2);
}

TEST(ChangeReport, AMarkForAWrittenWorkIsJudgedByTheNormOfItsGrade) {
  RecordProperty("requirement", "JRN-07");
  SmallSchool school;
  adopt(school, {{"entry.mark.due", "lesson_day", "3.2 (1)"},
                 {"entry.written_work.due", "norms", "3.2 (1)"},
                 {"written_work.norms", "control 5-9 2d", "3.2 (1)"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.add(kMaths,
             events::WorkSet{lesson, day("2025-09-02"), 1, events::WorkKind::kControl, 100, "К-1"});
  const events::Instant end = moscow("2025-09-05", 0);
  school.set_clock({end.milliseconds - 1});
  school.mark(lesson, kAnna, MarkValue::kFour, 1, 1);
  school.set_clock(end);
  const auto late = school.mark(lesson, kBoris, MarkValue::kFour, 1, 1);
  const auto report = rows(school);
  ASSERT_THAT(positions(report), ElementsAre(late));
  EXPECT_EQ(report[0].deadline->at, end);
}

TEST(ChangeReport, ALessonThatEndsAfterTheHourIsDueOnTheNextSchoolDay) {
  SmallSchool school;
  adopt(school, {{"entry.mark.due", "12:00", "3.3"}});
  school.add(kDirector,
             events::BellScheduleDeclared{{1}, "основное", {{1, 510, 550}, {6, 800, 840}}});
  school.add(kDirector,
             events::BellScheduleApplied{{1}, day("2025-09-01"), day("2026-05-26"), std::nullopt});
  const auto morning = school.hold(kMathsOfA, "2025-09-05", 1);    // a Friday
  const auto afternoon = school.hold(kMathsOfA, "2025-09-05", 6);  // ends at 14:00
  school.set_clock("2025-09-05", 15);
  const auto late = school.mark(morning, kAnna, MarkValue::kFour);
  school.mark(afternoon, kAnna, MarkValue::kFour);
  const auto report = rows(school);
  ASSERT_THAT(positions(report), ElementsAre(late));
  school.set_clock("2025-09-08", 12);
  const auto monday = school.mark(afternoon, kBoris, MarkValue::kFour);
  EXPECT_EQ(rows(school).back().stamp.position, monday);
  EXPECT_EQ(rows(school).back().deadline->at, moscow("2025-09-08", 12));
}

TEST(ChangeReport, UnderADeclaredOutageTheStatedMomentCounts) {
  SmallSchool school;
  adopt(school, {{"entry.mark.due", "lesson_day", "1"}});
  school.add(kDirector, events::OutageDeclared{
                            {1}, moscow("2025-09-02", 12), moscow("2025-09-03", 8), {"9", {}}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.set_clock("2025-09-03", 10);
  school.set_stated(moscow("2025-09-02", 15));
  const auto excused = school.mark(lesson, kAnna, MarkValue::kFive);
  school.set_stated(moscow("2025-09-02", 11));  // before the outage began
  const auto before = school.mark(lesson, kBoris, MarkValue::kFive);
  school.set_stated(moscow("2025-09-03", 7));  // in it, but past the deadline
  const auto after = school.mark(lesson, kVera, MarkValue::kFive);
  const auto report = rows(school);
  ASSERT_THAT(positions(report), ElementsAre(excused, before, after));
  EXPECT_EQ(report[0].late, std::nullopt);
  EXPECT_EQ(report[0].outage, events::OutageNumber{1});
  EXPECT_TRUE(report[1].late.has_value());
  EXPECT_EQ(report[1].outage, std::nullopt);
  EXPECT_TRUE(report[2].late.has_value());
}

TEST(ChangeReport, PeriodMarksAreInItWithTheirTerm) {
  RecordProperty("requirement", "JRN-13");
  SmallSchool school;
  adopt(school, {{"period_marks.due", "3d", "4.9"}});
  const auto give = [&school](events::PersonNumber pupil) {
    return school.add(kMaths, events::PeriodMarkGiven{pupil, kFifthA, kMathematics, kFirstQuarter,
                                                      events::ResultKind::kPeriod, MarkValue::kFour,
                                                      std::nullopt});
  };
  school.set_clock("2025-10-27", 23, 59);
  give(kAnna);
  school.set_clock("2025-10-28", 0);
  const auto late = give(kBoris);
  const auto changed = school.add(
      kMaths, events::PeriodMarkCorrected{
                  kAnna, kFifthA, kMathematics, kFirstQuarter, events::ResultKind::kPeriod,
                  MarkValue::kFive, events::ChangeType::kAdjustment,
                  events::ChangeReason::kDisputeUpheld, std::nullopt, std::nullopt, std::nullopt});
  const auto report = rows(school);
  ASSERT_THAT(positions(report), ElementsAre(late, changed));
  EXPECT_EQ(report[0].period, kFirstQuarter);
  EXPECT_EQ(report[0].lesson, std::nullopt);
  EXPECT_EQ(report[0].late->days, 1);
  EXPECT_EQ(report[1].before, MarkValue::kFour);
  EXPECT_EQ(report[1].after, MarkValue::kFive);
  ChangeFilter filter;
  filter.types = {EntryType::kAdjustment};
  EXPECT_THAT(positions(rows(school, filter)), ElementsAre(changed));
}

TEST(ChangeReport, ASchoolWithoutAProfileHasNoReport) {
  const auto report = change_report(MemoryViews(), {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.refusal().code, "school.not_described");
}

TEST(ChangeReport, AnUnknownZoneIsRefused) {
  SmallSchool school;
  school.add(kDirector, events::SchoolDescribed{"Школа", "Ш", "Europe/Atlantis", 5});
  const auto report = change_report(school.views(), {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.refusal().code, "time_zone.unknown");
}

TEST(ChangeReport, AnEntryIsJudgedByTheZoneThatTheSchoolHadThen) {
  SmallSchool school;
  adopt(school, {{"entry.mark.due", "lesson_day", "1"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  school.set_clock("2025-09-02", 22);
  school.mark(lesson, kAnna, MarkValue::kFive);
  school.add(kDirector, events::SchoolDescribed{"Школа", "Ш", "Asia/Kamchatka", 5});
  const auto late = school.mark(lesson, kBoris, MarkValue::kFive);
  EXPECT_THAT(positions(rows(school)), ElementsAre(late));
}

}  // namespace
}  // namespace letopis::projections
