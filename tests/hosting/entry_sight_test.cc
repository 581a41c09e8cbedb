// Who hears of an entry in the feed.
#include "hosting/entry_sight.h"

#include <gtest/gtest.h>

#include "projections/small_school.h"

namespace letopis::hosting {
namespace {

using projections::kAnna;
using projections::kBoris;
using projections::kMaths;

TEST(EntrySightTest, OfAMessageItsParticipantsHearAndNoOtherPupil) {
  RecordProperty("requirement", "COM-01");
  projections::SmallSchool school;
  school.set_clock("2025-09-08", 12);
  const auto sent =
      school.add(kMaths, events::MessageSent{{1}, {{kMaths, {}}, {kAnna, {}}}, std::nullopt});
  const projections::Directory directory(school.views());
  const auto entry = sight_of(school.log().at(sent.value), directory);
  EXPECT_EQ(entry.participants, (std::vector<events::PersonNumber>{kMaths, kAnna}));
  const rules::SchoolNow now(school.views(), school.now());
  EXPECT_TRUE(may_see(entry, kMaths, now));
  EXPECT_TRUE(may_see(entry, kAnna, now));
  EXPECT_FALSE(may_see(entry, kBoris, now));
}

}  // namespace
}  // namespace letopis::hosting
