// Copies of journals: whose subject each settles, and when a class without half-years owes them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/due_lists.h"

namespace letopis::projections {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kFirst = "2025-09-01";

events::CopyPrinted copy(std::uint32_t number, std::optional<events::SubjectNumber> subject,
                         std::optional<events::PeriodNumber> period) {
  return {{number}, events::CopyKind::kJournal, kFifthA, subject, std::nullopt, period, 9, {}, {}};
}

TEST(DueCopies, AreOwedFromThePeriodsEndUntilEachSubjectIsCertified) {
  RecordProperty("requirement", "PAP-04");
  TaughtSchool school = school_under(
      {{"paper.copy.cadence", "each_period", "5.8; 5.9"}, {"paper.certified_by", "deputy", "5.9"}});
  const events::Instant now = moscow("2025-11-10", 12);
  const auto owed = [&] { return due(school, DueKind::kJournalCopy, now); };
  ASSERT_THAT(owed(), SizeIs(1));
  EXPECT_EQ(owed()[0].about.period, kFirstQuarter);
  EXPECT_EQ(owed()[0].deadline, std::nullopt);
  EXPECT_THAT(owed()[0].about.subjects, ElementsAre(kMathematics, kForeign));
  school.add(kMaths, copy(1, kMathematics, kFirstQuarter));
  EXPECT_THAT(owed()[0].about.subjects, SizeIs(2)) << "printed, not certified";
  school.add(kDirector, events::CopyCertified{{1}, day("2025-11-05")});
  ASSERT_THAT(owed(), SizeIs(1)) << "a copy settles its own subject alone";
  EXPECT_THAT(owed()[0].about.subjects, ElementsAre(kForeign));
  school.add(kMaths, copy(2, kMathematics, kFirstQuarter));
  school.add(kDirector, events::CopyCertified{{2}, day("2025-11-05")});
  EXPECT_THAT(owed(), SizeIs(1)) << "a second copy of the same is no other's";
  school.add(kMaths, copy(3, kForeign, kSecondQuarter));
  school.add(kDirector, events::CopyCertified{{3}, day("2025-11-05")});
  EXPECT_THAT(owed(), SizeIs(1)) << "of another period";
  school.add(kMaths, copy(4, kForeign, kFirstQuarter));
  const events::Instant last = school.now();
  school.add(kDirector, events::CopyCertified{{4}, day("2025-11-05")});
  EXPECT_THAT(owed(), IsEmpty());
  const auto done = due(school, DueKind::kJournalCopy, now, {}, true);
  ASSERT_THAT(done, SizeIs(1));
  EXPECT_EQ(done[0].done->recorded, last);
  EXPECT_THAT(done[0].about.subjects, IsEmpty());
}

TEST(DueCopies, OneThatNamesNoSubjectSettlesTheClass) {
  TaughtSchool school = school_under({{"paper.copy.cadence", "quarter", "5.8"}});
  const events::Instant now = moscow("2025-11-10", 12);
  school.add(kMaths, copy(1, std::nullopt, kFirstQuarter));
  EXPECT_THAT(due(school, DueKind::kJournalCopy, now), IsEmpty());
}

TEST(DueCopies, AtNeedNobodyOwesThem) {
  const TaughtSchool school =
      school_under({{"paper.copy.cadence", "quarter", "3.2 (3)"},
                    {"paper.copy.condition", "when_needed,agreed_with_administrator", "3.2 (3)"}});
  EXPECT_THAT(due(school, DueKind::kJournalCopy, moscow("2025-11-10", 12), {}, true), IsEmpty());
}

TEST(DueCopies, AClassWithQuartersOwesThoseOfAHalfYearAfterItsSecondQuarter) {
  RecordProperty("requirement", "PAP-04");
  TaughtSchool school = school_under({{"paper.copy.cadence", "half_year,year", "1.6; 3.4.7"}});
  const Span autumn{kFirst, "2025-12-31"};
  const events::Instant last_day = moscow("2025-12-30", 0);
  EXPECT_THAT(due(school, DueKind::kJournalCopy, {last_day.milliseconds - 1}, autumn), IsEmpty());
  const auto owed = due(school, DueKind::kJournalCopy, last_day, autumn);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].about.period, kSecondQuarter);
  EXPECT_EQ(owed[0].about.school_class, kFifthA) << "5б has nobody in it";
  EXPECT_EQ(owed[0].clause, "1.6; 3.4.7");
  school.set_clock("2025-10-27", 12);
  school.add(kDirector, copy(1, kMathematics, std::nullopt));
  EXPECT_THAT(due(school, DueKind::kJournalCopy, last_day, autumn)[0].about.subjects, SizeIs(2))
      << "printed before the half-year's end";
  school.set_clock(last_day);
  school.add(kDirector, copy(2, kMathematics, std::nullopt));
  school.add(kDirector, copy(3, kForeign, kSecondQuarter));
  EXPECT_THAT(due(school, DueKind::kJournalCopy, last_day, autumn), IsEmpty());
}

TEST(DueCopies, QuartersThatAreOwedThemselvesMakeNoHalfYearBesides) {
  const TaughtSchool school =
      school_under({{"paper.copy.cadence", "quarter,half_year,year", "прил. 3 №10"}});
  EXPECT_THAT(due(school, DueKind::kJournalCopy, moscow("2025-12-31", 0), {kFirst, "2025-12-31"}),
              SizeIs(2));
}

TEST(DueCopies, APeriodThatEndsOnADayOffOwesThemFromItsLastSchoolDay) {
  TaughtSchool school = school_under({{"paper.copy.cadence", "quarter", "5.8"}});
  const events::Instant friday = moscow("2025-10-24", 0);
  EXPECT_THAT(due(school, DueKind::kJournalCopy, friday), SizeIs(1));
  school.add(kDirector, events::CalendarDayDeclared{day("2025-10-24"),
                                                    events::CalendarDayKind::kOff, "карантин"});
  EXPECT_THAT(due(school, DueKind::kJournalCopy, moscow("2025-10-23", 0)), SizeIs(1));
  EXPECT_THAT(due(school, DueKind::kJournalCopy, {moscow("2025-10-23", 0).milliseconds - 1}),
              IsEmpty());
}

TEST(DueCopies, ForTheArchiveEachSubjectsIsHandedOver) {
  RecordProperty("requirement", "ARC-07");
  TaughtSchool school = school_under({{"paper.archive_copy.cadence", "year", "1.6"}});
  const events::Instant now = moscow("2026-06-10", 12);
  school.set_clock("2026-05-27", 12);
  school.add(kDirector, copy(1, kMathematics, std::nullopt));
  school.add(kDirector, events::CopyHandedOver{{1}, kDirector, "Архив", day("2026-05-27")});
  const auto owed = due(school, DueKind::kArchiveCopy, now);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_THAT(owed[0].about.subjects, ElementsAre(kForeign));
  school.add(kDirector, copy(2, kForeign, std::nullopt));
  school.add(kDirector, events::CopyHandedOver{{2}, kDirector, "Архив", day("2026-05-27")});
  EXPECT_THAT(due(school, DueKind::kArchiveCopy, now), IsEmpty());
}

}  // namespace
}  // namespace letopis::projections
