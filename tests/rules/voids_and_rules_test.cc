// A notice of compromise voids by its moment, not by where it stands: whether the log learned of it
// at once or years later, the rules answer alike, and views rebuilt are views kept.
#include <gtest/gtest.h>

#include <random>

#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

// One of those things that an office does all day, sane or not.
std::pair<events::PersonNumber, events::Fact> any_wish(std::minstd_rand& random) {
  const auto one_of = [&random](auto... options) {
    const std::common_type_t<decltype(options)...> all[] = {options...};
    return all[random() % sizeof...(options)];
  };
  const auto author = one_of(kAdministrator, kDirector, kGuide, kDeputy);
  const auto person = one_of(kAnna, kBoris, kNobody, kMother, kMaths);
  const auto where = one_of(kFifthA, kFifthB, kEleventh);
  const events::Day when{day("2025-09-03").value + static_cast<std::int32_t>(random() % 5)};
  switch (random() % 9) {
    case 0: return {author, events::PupilEnrolled{person, where, when, kOrder}};
    case 1: return {author, events::PupilMoved{person, where, kFifthB, when, kOrder}};
    case 2: return {author, events::PupilLeft{person, where, when, {}, kOrder}};
    case 3: return {author, events::GroupJoined{kGroup, person, when}};
    case 4: return {author, events::GuardianLinked{one_of(kAnna, kBoris), person, {}}};
    case 5: return {author, events::AccountOpened{person}};
    case 6: return {author, events::CredentialIssued{person, {}, random() % 2 == 0}};
    case 7:
      return {author, events::RoleGiven{person, events::Role::kTeacher, {}, {}, when, kOrder}};
    default:
      return {author, events::ConsentRecorded{person, kMother, {}, {}, day("2025-09-02"), {}}};
  }
}

projections::MemoryViews folded(const std::vector<events::RecordedEvent>& log) {
  const auto projections = projections::all();
  projections::MemoryViews views;
  for (events::RecordedEvent event : log) views.fold(projections, event);
  return views;
}

// The log with one more entry at that place.
std::vector<events::RecordedEvent> inserted(std::vector<events::RecordedEvent> log,
                                            events::RecordedEvent event, std::size_t at) {
  log.insert(log.begin() + static_cast<std::ptrdiff_t>(at), std::move(event));
  for (std::size_t i = 0; i < log.size(); ++i) log[i].position = {i};
  return log;
}

std::string judged(const projections::MemoryViews& views, events::Instant now,
                   const std::pair<events::PersonNumber, events::Fact>& wish) {
  const auto facts = propose(StateFacts{{wish.second}}, {wish.first, now}, views);
  return facts ? "" : facts.refusal().code;
}

class VoidsAndRulesTest : public testing::TestWithParam<unsigned> {};

TEST_P(VoidsAndRulesTest, VoidsAndReplayCommute) {
  RecordProperty("requirement", "ACC-09");
  std::minstd_rand random(GetParam());
  RulesSchool school;
  const std::size_t founded = school.log().size();
  events::Instant noticed;
  std::size_t allowed = 0;
  for (int step = 0; step < 150; ++step) {
    if (step == 75) noticed = school.now();
    const auto wish = any_wish(random);
    if (school.say(wish.first, {wish.second}).empty()) ++allowed;
    school.clock("2025-09-02", 13, static_cast<unsigned>(step));
  }
  ASSERT_GT(allowed, 5U);

  events::RecordedEvent notice;
  notice.recorded = school.now();
  notice.event.author = kDirector;
  notice.key = {1};
  notice.event.fact = events::KeyCompromised{
      kAdministrator, signing::key_id_of(key_of_number(kAdministrator.value)), noticed, noticed,
      kOrder};
  const auto late = inserted(school.log(), notice, school.log().size());
  const auto early = inserted(school.log(), notice, founded + random() % allowed);
  const auto late_views = folded(late);
  const auto early_views = folded(early);
  EXPECT_TRUE(folded(late) == late_views);
  EXPECT_TRUE(folded(school.log()) == school.views()) << "rebuilt is kept";
  for (int probe = 0; probe < 200; ++probe) {
    const auto wish = any_wish(random);
    const std::string code = judged(late_views, school.now(), wish);
    EXPECT_EQ(code, judged(early_views, school.now(), wish)) << events::name_of(wish.second);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, VoidsAndRulesTest, testing::Range(1U, 21U));

TEST(VoidsAndRulesTest, WhatIsVoidCountsForNoRule) {
  RecordProperty("requirement", "ACC-09");
  RulesSchool school;
  school.clock("2025-09-02", 13);
  const auto noticed = school.now();
  EXPECT_EQ(school.say(kAdministrator,
                       {events::PupilEnrolled{kNobody, kFifthA, day("2025-09-03"), kOrder},
                        events::AccountOpened{kNobody}}),
            "");
  EXPECT_EQ(school.say(kDirector,
                       {events::KeyCompromised{
                           kAdministrator, signing::key_id_of(key_of_number(kAdministrator.value)),
                           noticed, noticed, kOrder}}),
            "");
  EXPECT_EQ(school.say(kGuide, {events::CredentialIssued{kNobody, {}, false}}),
            "access.out_of_reach")
      << "enrolled by a thief: in no class";
  EXPECT_EQ(school.say(kDirector, {events::AccountOpened{kNobody}}), "")
      << "opened by a thief: not open";
}

}  // namespace
}  // namespace letopis::rules::founded
