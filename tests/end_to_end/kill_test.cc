// The real program, killed at random moments while it seals, as a power cut does.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "end_to_end/sealed_school.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kUsualKills = 15;

unsigned kills_wanted() {
  const char* wanted = std::getenv("LETOPIS_KILLS");
  return wanted ? static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) : kUsualKills;
}

std::vector<std::string> seal_words(const SealedSchool& school) {
  return {"seal",     "--data",   school.data(), "--medium",
          school.a(), "--medium", school.b(),    "--trial"};
}

std::chrono::microseconds time_of_a_seal(const SealedSchool& school) {
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(Running(seal_words(school)).exit(), 0);
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                               began);
}

// What letopis-verify calls a volume is whole, whatever was cut off: a medium may lack what it
// should have, but nothing on it is half.
void expect_no_half_volume(const SealedSchool& school) {
  for (const auto& medium : {school.a(), school.b()}) {
    const auto ran = school.verify({medium, "--json"});
    const auto verdict = boost::json::parse(ran.out).at("verdicts").at(0);
    EXPECT_EQ(verdict.at("exit").as_int64(), 0) << ran.out;
    for (const auto& volume : verdict.at("volumes").as_array()) {
      EXPECT_TRUE(volume.at("followed").as_bool());
      EXPECT_EQ(volume.at("findings").as_int64(), 0);
    }
  }
}

TEST(PowerCut, WhileSealingLeavesNothingThatTheNextSealDoesNotSettle) {
  RecordProperty("requirement", "ARC-02");
  const SealedSchool school;
  const auto usual = time_of_a_seal(school);
  std::mt19937_64 random(1);
  unsigned cut_off = 0, named = 0;
  for (unsigned round = 0; round < kills_wanted(); ++round) {
    const auto size = size_of(school.data());
    const auto before = names_in(school.a());
    Running sealing(seal_words(school));
    std::this_thread::sleep_for(random() % 1'100 * usual / 1'000);
    sealing.kill();
    const bool recorded = size_of(school.data()) > size;
    cut_off += recorded ? 0 : 1;
    named += !recorded && names_in(school.a()).size() > before.size() ? 1 : 0;
    const auto verified = letopis({"verify", "--data", school.data()});
    ASSERT_EQ(verified.exit, 0) << round << verified.out;
    expect_no_half_volume(school);
    const auto next = school.seal();
    ASSERT_EQ(next.exit, 0) << round << next.errors;
    for (const auto& medium : {school.a(), school.b()}) {
      for (const auto& name : names_in(medium)) EXPECT_FALSE(name.ends_with(".part")) << name;
    }
    // So that the volumes do not pile up: the next rounds begin from here again.
    if (HasFailure()) return;
  }
  const auto trust = school.trust_of(school.data(), "after.txt");
  const auto ran = letopis_verify({school.a(), school.b(), "--trust", trust});
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
  EXPECT_GT(cut_off, 0U);
  RecordProperty("cut_off", static_cast<int>(cut_off));
  RecordProperty("left_aside_or_named", static_cast<int>(named));
}

}  // namespace
}  // namespace letopis::end_to_end
