// Times: what the author states, what the server records, and clocks that somebody sets.
#include <gtest/gtest.h>

#include "events/codec.h"
#include "ledger/tiny_school.h"

namespace letopis::ledger {
namespace {

constexpr std::int64_t kMinute = 60'000;

events::Instant in(const TinySchool& school, std::int64_t milliseconds) {
  return {school.clock.now().milliseconds + milliseconds};
}

TEST(Clock, StatedMoreThanFiveMinutesAheadIsRefused) {
  TinySchool school;
  school.found();
  const auto stated = [&](std::int64_t ahead) {
    return school.append({&school.teacher, {mark(1, 10)}, {}, {}, {}, in(school, ahead)});
  };
  EXPECT_EQ(code_of(stated(5 * kMinute + 1)), "entry.stated_ahead");
  EXPECT_EQ(school.size(), 4u);
  EXPECT_EQ(code_of(stated(5 * kMinute)), "");
  EXPECT_EQ(code_of(stated(-365 * 24 * 60 * kMinute)), "");  // entered without a net, long ago
}

TEST(Clock, RecordedNeverGoesBackWhenTheClockDoes) {
  TinySchool school;
  school.found();
  const auto before = school.clock.now();
  school.clock.jump(-3'600'000);
  const auto accepted = school.append({&school.teacher, {mark(1, 10)}});
  ASSERT_TRUE(accepted);
  EXPECT_EQ(accepted->recorded, before);
  school.close();
  ASSERT_TRUE(school.open());
  EXPECT_EQ(school.append({&school.teacher, {mark(1, 11)}})->recorded, before);
  school.clock.jump(3'600'001);
  EXPECT_EQ(school.append({&school.teacher, {mark(1, 12)}})->recorded.milliseconds,
            before.milliseconds + 1);
}

TEST(Clock, JumpStopsAppendsUntilAPersonConfirms) {
  for (const std::int64_t jump : {11 * kMinute, -11 * kMinute}) {
    TinySchool school({.trial = false});
    school.found();
    school.clock.pass(3 * 60 * kMinute);  // time that goes by is no jump
    ASSERT_TRUE(school.append({&school.teacher, {mark(1, 10)}}));
    const auto before = school.sign({&school.teacher, {mark(1, 10)}});
    ASSERT_TRUE(school.log().append(before));
    school.clock.jump(jump / 11 * 10);
    ASSERT_TRUE(school.append({&school.teacher, {mark(1, 11)}})) << "ten minutes are allowed";
    school.clock.jump(jump / 11);
    const auto size = school.size();
    for (int i = 0; i < 2; ++i) {
      EXPECT_EQ(code_of(school.append({&school.teacher, {mark(1, 12)}})), "ledger.clock_jump");
    }
    EXPECT_TRUE(school.log().append(before)->seen_before) << "what was taken has its outcome";
    EXPECT_EQ(code_of(school.append({&school.director, {clock_confirmed(), mark(1, 12)}})),
              "ledger.clock_jump");
    EXPECT_EQ(school.size(), size);
    EXPECT_TRUE(school.append({&school.director, {clock_confirmed()}}));
    EXPECT_TRUE(school.append({&school.teacher, {mark(1, 12)}}));
    school.close();
    EXPECT_TRUE(school.verify().intact());
  }
}

TEST(Clock, RefusedOrRepeatedConfirmationConfirmsNothing) {
  TinySchool school({.trial = false});
  school.found();
  const auto once = school.sign({&school.director, {clock_confirmed()}});
  ASSERT_TRUE(school.log().append(once));
  school.clock.jump(11 * kMinute);
  EXPECT_TRUE(school.log().append(once)->seen_before);
  EXPECT_EQ(code_of(school.append({&school.teacher, {mark(1, 10)}})), "ledger.clock_jump");
  school.admit = [](auto, auto, const auto&, auto) -> Outcome {
    return Refusal{"role.missing", {"нельзя", "you may not"}};
  };
  EXPECT_EQ(code_of(school.append({&school.teacher, {clock_confirmed()}})), "role.missing");
  school.admit = {};
  EXPECT_EQ(code_of(school.append({&school.teacher, {mark(1, 10)}})), "ledger.clock_jump");
  EXPECT_EQ(school.size(), 5u);
}

TEST(Clock, OnlyATrialHasAScriptForItsClock) {
  TinySchool real({.trial = false});
  real.found();
  auto command = real.sign({&real.teacher, {mark(1, 10)}});
  command.trial_clock = real.clock.now();
  EXPECT_EQ(code_of(real.log().append(command)), "command.trial_clock");
  TinySchool trial;
  trial.found();
  const auto later = in(trial, 3'600'000);
  command = trial.sign({&trial.teacher, {mark(1, 10)}});
  command.trial_clock = later;
  EXPECT_EQ(trial.log().append(command)->recorded, later);
  command = trial.sign({&trial.teacher, {mark(1, 11)}});
  command.trial_clock = in(trial, 1'800'000);
  EXPECT_EQ(trial.log().append(command)->recorded, later) << "set by the script, and never back";
}

TEST(Clock, TrialsAreExempt) {
  TinySchool school;
  school.found();
  school.clock.jump(24 * 60 * kMinute);
  EXPECT_TRUE(school.append({&school.teacher, {mark(1, 10)}}));
}

}  // namespace
}  // namespace letopis::ledger
