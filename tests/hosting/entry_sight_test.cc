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

// Whom it is for hears when it is posted, and when it is taken back; nobody else does.
TEST(EntrySightTest, OfNewsAndEventsThoseHearForWhomTheyAre) {
  RecordProperty("requirement", "COM-02");
  projections::SmallSchool school;
  school.set_clock("2025-09-08", 12);
  events::NewsPosted of_class;
  of_class.post = {1};
  of_class.school_class = projections::kFifthB;
  events::NewsPosted of_staff;
  of_staff.post = {2};
  of_staff.section = events::NewsSection::kStaffroom;
  events::EventPlanned event;
  event.event = {1};
  event.school_class = projections::kFifthB;
  event.day = projections::day("2025-09-20");
  std::vector<events::Position> at;
  for (const events::Fact& fact :
       {events::Fact(of_class), events::Fact(events::NewsWithdrawn{{1}}), events::Fact(event),
        events::Fact(events::EventCancelled{{1}}), events::Fact(of_staff)}) {
    at.push_back(school.add(projections::kDirector, fact));
  }
  const projections::Directory directory(school.views());
  const rules::SchoolNow now(school.views(), school.now());
  const auto hears = [&](events::PersonNumber reader, events::Position entry) {
    return bool(may_see(sight_of(school.log().at(entry.value), directory), reader, now));
  };
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_TRUE(hears(kMaths, at[i])) << i << ": teaches there";
    EXPECT_FALSE(hears(kAnna, at[i])) << i << ": learns elsewhere";
  }
  EXPECT_TRUE(hears(kMaths, at[4]));
  EXPECT_FALSE(hears(kAnna, at[4])) << "the staff room is the staff's";
}

}  // namespace
}  // namespace letopis::hosting
