// What every projection promises: nothing is overwritten, folding again gives the same bytes, and
// reading as of a size is reading what was folded from so many events.
#include <gtest/gtest.h>

#include "projections/attendance_page.h"
#include "projections/change_report.h"
#include "projections/diary_page.h"
#include "projections/journal_page.h"
#include "projections/random_school.h"

namespace letopis::projections {
namespace {

constexpr std::uint32_t kSeeds = 12;
constexpr std::size_t kSteps = 250;

TEST(Folding, FoldedAgainTheViewsAreTheSameByteForByte) {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    const SmallSchool school = random_school(seed, kSteps);
    EXPECT_TRUE(folded(school.log(), school.log().size()) == school.views()) << "seed " << seed;
  }
}

TEST(Folding, WhatOthersReadWhileFoldingNeverChanges) {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    const SmallSchool school = random_school(seed, kSteps);
    const std::vector<events::Projection> projections = all();
    MemoryViews apart;
    for (const events::Projection& projection : projections) {
      for (const auto& event : school.log()) apart.fold({&projection, 1}, event);
    }
    EXPECT_TRUE(apart == school.views()) << "seed " << seed;
  }
}

// Refuses to write a row twice.
class OnceOnly : public events::ViewWriter {
 public:
  explicit OnceOnly(events::ViewId id, MemoryViews& views) : id_(id), views_(views) {}
  void put(std::string_view key, std::string_view value) override {
    EXPECT_FALSE(views_.get(id_, key).has_value()) << "a row of view " << int{id_.value};
    views_.put(id_, key, value);
  }

 private:
  events::ViewId id_;
  MemoryViews& views_;
};

TEST(Folding, NoRowIsEverOverwritten) {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    const SmallSchool school = random_school(seed, kSteps);
    MemoryViews views;
    for (const auto& event : school.log()) {
      for (const events::Projection& projection : all()) {
        OnceOnly own(projection.id, views);
        projection.fold(event, views, own);
      }
    }
  }
}

TEST(Folding, AMarkCostsOneRowInEachViewItBelongsTo) {
  SmallSchool school;
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  const auto count = [&school](events::ViewId view) { return school.views().rows(view).size(); };
  const std::size_t directory = count(kDirectory);
  const std::size_t journal = count(kJournal);
  const std::size_t diary = count(kDiary);
  const std::size_t changes = count(kChanges);
  const std::size_t attendance = count(kAttendance);
  school.mark(lesson, kAnna, events::MarkValue::kFive);
  EXPECT_EQ(count(kDirectory), directory);
  EXPECT_EQ(count(kJournal), journal + 1);
  EXPECT_EQ(count(kDiary), diary + 1);
  EXPECT_EQ(count(kChanges), changes + 1);
  EXPECT_EQ(count(kAttendance), attendance);
}

// Everything that readers answer, as of a size.
struct Answers {
  Answers(const MemoryViews& views, events::Position as_of) {
    for (const auto school_class : {kFifthA, kFifthB}) {
      for (const auto subject : {kMathematics, kForeign}) {
        journals.push_back(journal_page(views, {school_class, subject, std::nullopt,
                                                day("2025-09-01"), day("2025-10-24"), as_of}));
      }
      attendances.push_back(
          attendance_page(views, {school_class, day("2025-09-01"), day("2025-10-31"), as_of}));
    }
    for (const auto pupil : {kAnna, kBoris, kVera}) {
      diaries.push_back(diary_days(views, {pupil, day("2025-09-10"), day("2025-09-30"), as_of}));
      for (const auto& mark : diary_period_marks(views, pupil, as_of)) period_marks.push_back(mark);
      histories.push_back(cell_history(views, {2}, pupil, as_of));
    }
    ChangeFilter filter;
    filter.as_of = as_of;
    changes = *change_report(views, filter);
    filter.types = {EntryType::kCorrection, EntryType::kRetake, EntryType::kWithdrawn};
    corrections = *change_report(views, filter);
  }

  bool operator==(const Answers&) const = default;

  std::vector<JournalPage> journals;
  std::vector<AttendancePage> attendances;
  std::vector<std::vector<DiaryDay>> diaries;
  std::vector<DiaryPeriodMark> period_marks;
  std::vector<std::vector<CellFact>> histories;
  ChangeReport changes;
  ChangeReport corrections;
};

TEST(Folding, ReadingAsOfASizeIsReadingWhatWasFoldedFromSoManyEvents) {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    const SmallSchool school = random_school(seed, kSteps);
    const std::vector<events::Projection> projections = all();
    MemoryViews prefix;
    for (std::size_t size = 0; size < school.log().size(); ++size) {
      const bool described = size >= 2;  // before it there is no zone to judge by
      if (described && size % 37 == seed % 37) {
        ASSERT_TRUE(Answers(school.views(), {size}) == Answers(prefix, kWholeLog))
            << "seed " << seed << ", size " << size;
      }
      prefix.fold(projections, school.log()[size]);
    }
    EXPECT_TRUE(Answers(school.views(), school.size()) == Answers(prefix, kWholeLog));
  }
}

TEST(Folding, TheChangeReportFindsTheSameChangesByDaysAndByPlaceInTheLog) {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    const SmallSchool school = random_school(seed, kSteps);
    ChangeFilter by_days;
    by_days.types = {EntryType::kInitial, EntryType::kCorrection, EntryType::kRetake,
                     EntryType::kAdjustment, EntryType::kWithdrawn};
    ChangeFilter by_place = by_days;
    by_place.types.erase(EntryType::kInitial);
    std::vector<ChangeRow> expected = change_report(school.views(), by_days)->rows;
    std::erase_if(expected, [](const ChangeRow& row) { return row.type == EntryType::kInitial; });
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(change_report(school.views(), by_place)->rows, expected) << "seed " << seed;
  }
}

}  // namespace
}  // namespace letopis::projections
