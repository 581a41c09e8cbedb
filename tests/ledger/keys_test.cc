// Which key may sign what, and from where on no more.
#include <gtest/gtest.h>

#include "ledger/tiny_school.h"

namespace letopis::ledger {
namespace {

TEST(Keys, EndedKeySignsNothingFromThereOn) {
  RecordProperty("requirement", "ACC-14");
  TinySchool school;
  school.found();
  const auto prepared = school.sign({&school.teacher, {mark(1, 10)}});
  ASSERT_TRUE(
      school.append({&school.director,
                     {events::KeyEnded{school.teacher.number, school.teacher.key.key_id(), {}}}}));
  EXPECT_EQ(code_of(school.log().append(prepared)), "key.ended");
  school.close();
  ASSERT_TRUE(school.open());
  EXPECT_EQ(code_of(school.log().append(prepared)), "key.ended");
  EXPECT_EQ(school.size(), 5u);
}

TEST(Keys, CompromisedKeySignsNothingFromThereOn) {
  RecordProperty("requirement", "ACC-09");
  TinySchool school;
  school.found();
  events::KeyCompromised notice;
  notice.person = school.teacher.number;
  notice.key = school.teacher.key.key_id();
  notice.learned = notice.noticed = school.clock.now();
  ASSERT_TRUE(school.append({&school.director, {notice}}));
  EXPECT_EQ(code_of(school.append({&school.teacher, {mark(1, 10)}})), "key.ended");
  EXPECT_TRUE(school.append({&school.colleague, {mark(1, 10)}}));
}

TEST(Keys, NewKeySignsAtOnce) {
  TinySchool school;
  school.found();
  const Person reborn{school.teacher.number, trial_key("teacher again")};
  EXPECT_EQ(code_of(school.append({&reborn, {mark(1, 10)}})), "key.unknown");
  ASSERT_TRUE(school.append({&school.director, {enrolled(reborn)}}));
  EXPECT_TRUE(school.append({&reborn, {mark(1, 10)}}));
  const Person thief{school.colleague.number, trial_key("teacher again")};
  EXPECT_EQ(code_of(school.append({&thief, {mark(1, 11)}})), "key.of_another");
  school.close();
  EXPECT_TRUE(school.verify().intact());
}

TEST(Keys, FactsThatNoKeyCanHaveAreRefused) {
  TinySchool school;
  school.found();
  EXPECT_EQ(code_of(school.append({&school.director, {enrolled(school.teacher)}})),
            "key.enrolled_twice");
  const Person fresh{{9}, trial_key("fresh")};
  EXPECT_EQ(code_of(school.append({&school.director, {enrolled(fresh), enrolled(fresh)}})),
            "key.enrolled_twice");
  const events::KeyEnded unknown{{9}, fresh.key.key_id(), {}};
  EXPECT_EQ(code_of(school.append({&school.director, {unknown}})), "key.unknown");
  const events::KeyEnded of_another{school.colleague.number, school.teacher.key.key_id(), {}};
  EXPECT_EQ(code_of(school.append({&school.director, {of_another}})), "key.unknown");
  EXPECT_EQ(school.size(), 4u);
}

// The verifier follows keys entry by entry: what it would not let stand must not get in.
TEST(Keys, KeyThatEndsItselfSignsNothingMoreInTheSameCommand) {
  TinySchool school;
  school.found();
  const events::KeyEnded own{school.teacher.number, school.teacher.key.key_id(), {}};
  EXPECT_EQ(code_of(school.append({&school.teacher, {own, mark(1, 10)}})), "key.ended");
  EXPECT_EQ(school.size(), 4u);
  EXPECT_TRUE(school.append({&school.teacher, {mark(1, 10), own}}));
  school.close();
  EXPECT_TRUE(school.verify().intact());
}

TEST(Keys, KeyThatIsNoPointCanBeEnrolledButNeverSigns) {
  TinySchool school;
  school.found();
  events::KeyEnrolled broken = enrolled(school.teacher);
  broken.public_key.bytes.fill(std::byte{0xff});
  ASSERT_TRUE(school.append({&school.director, {broken}}));
  auto command = school.sign({&school.teacher, {mark(1, 10)}});
  command.events[0].key = signing::key_id_of(broken.public_key);
  EXPECT_EQ(code_of(school.log().append(command)), "key.unknown");
  school.close();
  EXPECT_TRUE(school.verify().intact());
  EXPECT_TRUE(school.open());
}

}  // namespace
}  // namespace letopis::ledger
