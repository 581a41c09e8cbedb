// The documents that a regulation requires, and what is there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/due_lists.h"

namespace letopis::projections {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const events::Instant kNow = moscow("2025-09-10", 12);

std::vector<std::string> lacking(const SmallSchool& school, events::Instant now = kNow) {
  std::vector<std::string> words;
  for (const DueItem& item : due(school, DueKind::kDocument, now)) {
    words.push_back(item.about.setup);
  }
  return words;
}

void record(SmallSchool& school, events::DocumentKind kind, std::string title) {
  static std::uint32_t number = 0;
  school.add(kDirector,
             events::DocumentRecorded{{++number}, kind, std::move(title), std::nullopt, {}});
}

TEST(DueDocuments, AreOwedUntilTheyAreRecorded) {
  RecordProperty("requirement", "SET-15");
  TaughtSchool school = school_under(
      {{"documents_required", "journal_regulation,introduction_order,transition_plan", "2.1"}});
  const auto owed = due(school, DueKind::kDocument, kNow);
  ASSERT_EQ(owed.size(), 3U);
  EXPECT_EQ(owed[0].clause, "2.1");
  EXPECT_THAT(owed[0].who, ElementsAre(kDirector));
  EXPECT_EQ(owed[0].deadline, std::nullopt) << "no clause names a day";
  EXPECT_EQ(owed[0].opens, moscow("2025-08-01", 0)) << "since the regulation is in force";
  record(school, events::DocumentKind::kIntroductionOrder, "О внедрении");
  EXPECT_THAT(lacking(school), UnorderedElementsAre("journal_regulation", "transition_plan"));
  record(school, events::DocumentKind::kRegulation, "О журнале");
  EXPECT_THAT(lacking(school), ElementsAre("transition_plan"));
  record(school, events::DocumentKind::kOther, "План ремонта");
  record(school, events::DocumentKind::kOther, "п");
  EXPECT_THAT(lacking(school), ElementsAre("transition_plan")) << "another plan";
  record(school, events::DocumentKind::kOther, "План перехода на безбумажный журнал, 2025 год");
  EXPECT_THAT(lacking(school), IsEmpty());
  DueQuery query;
  query.now = kNow;
  query.kinds = {DueKind::kDocument};
  query.done = true;
  const auto checklist = due_items(school.views(), query);
  ASSERT_EQ(checklist->size(), 3U);
  for (const DueItem& item : *checklist) EXPECT_TRUE(item.done) << item.about.setup;
}

TEST(DueDocuments, TheAdoptedRegulationIsTheOrderOfUse) {
  RecordProperty("requirement", "SET-15");
  TaughtSchool adopted = school_under({{"documents_required", "usage_order", "2.1"}});
  EXPECT_THAT(lacking(adopted), IsEmpty());
  TaughtSchool changed = school_under({});
  changed.add(kDirector, events::ParameterChanged{{"documents_required", "usage_order", "2.1"},
                                                  {"1", day("2025-09-01")},
                                                  day("2025-09-05")});
  EXPECT_THAT(lacking(changed), ElementsAre("usage_order"));
  EXPECT_THAT(lacking(changed, moscow("2025-09-04", 12)), IsEmpty()) << "not in force yet";
}

TEST(DueDocuments, ARegulationThatAsksForNoneOwesNone) {
  EXPECT_THAT(lacking(school_under({{"documents_required", "none", "2.1"}})), IsEmpty());
  EXPECT_THAT(lacking(school_under({})), IsEmpty());
}

}  // namespace
}  // namespace letopis::projections
