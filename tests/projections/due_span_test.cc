// Which days a list is asked for: what is shown of the rest that is not done.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/due_lists.h"

namespace letopis::projections {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr events::PersonNumber kNewcomer{7};

TEST(DueSpan, WhatHasNoTermIsShownFromItsOpeningUntilItIsDone) {
  RecordProperty("requirement", "REP-10");
  TaughtSchool school = school_under({{"dispute.notice", "3cd", "прил. 6 №1"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-08", 1);
  school.mark(lesson, kAnna, events::MarkValue::kTwo);
  school.set_clock("2025-09-09", 10);
  school.add(kAnna, events::DisputeRaised{{1}, kAnna, lesson, 1, day("2025-09-09"), std::nullopt});
  const events::Instant now = moscow("2025-10-20", 12);
  const auto shown = [&](const Span& span, bool done = false) {
    return due(school, DueKind::kDispute, now, span, done).size();
  };
  EXPECT_EQ(shown({"2025-10-01", "2025-10-31"}), 1U) << "raised before, open still";
  EXPECT_EQ(shown({"2025-09-09", "2025-09-09"}), 1U);
  EXPECT_EQ(shown({"2025-09-01", "2025-09-08"}), 0U) << "not raised yet";
  school.add(kMaths,
             events::DisputeAnswered{{1}, kAnna, events::DisputeOutcome::kDeclined, std::nullopt});
  EXPECT_EQ(shown({"2025-10-01", "2025-10-31"}, true), 0U) << "done, and not of that month";
  EXPECT_EQ(shown({"2025-09-09", "2025-09-09"}, true), 1U);
}

TEST(DueSpan, ATermThatRunsIsShownTodayAndOnItsLastDay) {
  RecordProperty("requirement", "REP-10");
  TaughtSchool school = school_under({{"issue.family.term", "7d", "прил. 4 №7"}});
  school.set_clock("2025-09-15", 12);
  school.add(kDirector, events::PersonRegistered{kNewcomer, {}});
  school.add(kDirector, events::PupilEnrolled{kNewcomer, kFifthA, day("2025-09-15"), {}});
  const auto shown = [&](events::Instant now, const Span& span) {
    const auto items = due(school, DueKind::kCredential, now, span);
    return std::count_if(items.begin(), items.end(),
                         [](const DueItem& item) { return item.about.person == kNewcomer; });
  };
  const events::Instant now = moscow("2025-09-17", 12);
  EXPECT_EQ(shown(now, {"2025-09-17", "2025-09-17"}), 1) << "it runs today";
  EXPECT_EQ(shown(now, {"2025-09-22", "2025-09-22"}), 1) << "its last day";
  EXPECT_EQ(shown(now, {"2025-09-18", "2025-09-21"}), 0) << "neither today nor its end";
  EXPECT_EQ(shown(now, {"2025-09-10", "2025-09-16"}), 0);
  const events::Instant end = moscow("2025-09-23", 0);
  EXPECT_EQ(shown({end.milliseconds - 1}, {"2025-09-22", "2025-09-22"}), 1);
  EXPECT_EQ(shown(end, {"2025-09-23", "2025-09-23"}), 0) << "late: it is of the day before";
  EXPECT_EQ(shown(moscow("2025-09-15", 11), {"2025-09-15", "2025-09-15"}), 0) << "not begun";
}

TEST(DueSpan, AFamilyEnteredInSummerHasTheYearToCome) {
  RecordProperty("requirement", "ACC-16");
  TaughtSchool school = school_under({{"issue.family.term", "year_end", "2.2"}});
  school.set_clock("2025-08-28", 12);
  school.add(kDirector, events::PersonRegistered{kNewcomer, {}});
  school.add(kDirector, events::PupilEnrolled{kNewcomer, kFifthA, day("2025-09-01"), {}});
  const events::Instant now = moscow("2025-10-08", 8);
  const Span last_day{"2026-05-26", "2026-05-26"};
  const auto owed = due(school, DueKind::kCredential, now, last_day);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].about.person, kNewcomer);
  EXPECT_EQ(owed[0].deadline->at, moscow("2026-05-27", 0));
  EXPECT_EQ(owed[0].late, std::nullopt);
  EXPECT_THAT(due(school, DueKind::kCredential, now, {"2026-05-27", "2026-05-31"}), IsEmpty());
  school.add(kMaths, events::CredentialIssued{kNewcomer, events::SlipMedium::kPaper, false});
  EXPECT_THAT(due(school, DueKind::kCredential, now, last_day), IsEmpty());
}

TEST(DueSpan, WhatWasStatedInTimeUnderAnOutageIsNotLate) {
  RecordProperty("requirement", "JRN-09");
  TaughtSchool school = school_under({{"entry.topic.due", "lesson_day", "4.5.1"}});
  school.add(kDirector, events::OutageDeclared{
                            {1}, moscow("2025-09-08", 12), moscow("2025-09-09", 8), {"9", {}}});
  school.set_clock("2025-09-09", 10);
  school.set_stated(moscow("2025-09-08", 15));
  school.hold(kMathsOfA, "2025-09-08", 1);
  school.set_stated(moscow("2025-09-08", 11));
  school.hold(kMathsOfA, "2025-09-08", 2);
  const auto items = due(school, DueKind::kLessonRecord, moscow("2025-09-10", 0), {}, true);
  ASSERT_THAT(items, SizeIs(2));
  EXPECT_EQ(items[0].about.bell, 1);
  EXPECT_EQ(items[0].late, std::nullopt);
  EXPECT_TRUE(items[1].late) << "stated before entries could not be made";
}

}  // namespace
}  // namespace letopis::projections
