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

// One seal cut off after a share of the time it takes. True iff the log has no entry of it.
bool cut_off_and_settled(const SealedSchool& school, std::chrono::microseconds after,
                         const std::vector<std::string>& since) {
  auto words = seal_words(school);
  words.insert(words.end(), since.begin(), since.end());
  const auto size = size_of(school.data());
  Running sealing(words);
  std::this_thread::sleep_for(after);
  sealing.kill();
  const bool cut_off = size_of(school.data()) == size;
  const auto verified = letopis({"verify", "--data", school.data()});
  EXPECT_EQ(verified.exit, 0) << verified.out;
  expect_no_half_volume(school);
  const auto next = cut_off ? school.seal(since) : school.seal();
  EXPECT_EQ(next.exit, 0) << next.errors;
  const auto trust = school.trust_of(school.data(), "after.txt");
  const auto ran = letopis_verify({school.a(), school.b(), "--trust", trust});
  EXPECT_EQ(ran.exit, 0) << ran.out << ran.errors;
  for (const auto& medium : {school.a(), school.b()}) {
    for (const auto& name : names_in(medium)) EXPECT_FALSE(name.ends_with(".part")) << name;
  }
  return cut_off;
}

TEST(PowerCut, WhileSealingLeavesNothingThatTheNextSealDoesNotSettle) {
  RecordProperty("requirement", "ARC-02");
  const auto usual = time_of_a_seal(SealedSchool());
  std::mt19937_64 random(1);
  unsigned cut_off = 0;
  for (unsigned round = 0; round < kills_wanted(); ++round) {
    const auto after = random() % 1'100 * usual / 1'000;
    const bool whole = random() % 2 == 0;
    cut_off +=
        cut_off_and_settled(SealedSchool(), after,
                            whole ? std::vector<std::string>{}
                                  : std::vector<std::string>{"--since", SealedSchool::kSecond})
            ? 1
            : 0;
    ASSERT_FALSE(HasFailure()) << "round " << round << ", after " << after.count() << " us";
  }
  EXPECT_GT(cut_off, 0U);
}

}  // namespace
}  // namespace letopis::end_to_end
