#include <gtest/gtest.h>

#include <cstdlib>

#include "archive/layout.h"
#include "archive/medium_check.h"
#include "archive/random_damage.h"
#include "verifier/verdict_report.h"

namespace letopis::archive {
namespace {

using terminal::Exit;

constexpr std::uint64_t kDamages = 150;
constexpr std::uint64_t kOneInSoMany = 50;  // befalls the whole year; the others its first days

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

const SealedSchool& school_for(std::uint64_t seed) {
  return seed % kOneInSoMany == 0 ? SealedSchool::whole_year() : SealedSchool::first_days();
}

// What a person is told must be told too, whatever there is to tell.
void tell_all(const Verdict& verdict) {
  verifier::Checked checked;
  checked.verdicts = {verdict};
  testing::internal::CaptureStdout();
  const terminal::Console console({terminal::Language::kRussian, true, "test"});
  verifier::print_checked_json(checked, console);
  verifier::print_verdict(verdict, console);
  EXPECT_NE(testing::internal::GetCapturedStdout(), "");
}

void damage(std::uint64_t seed) {
  const auto& school = school_for(seed);
  const MediumCopy medium(school.medium(seed % 2));
  const RandomDamage damage(school, medium, seed);
  SCOPED_TRACE("LETOPIS_DAMAGE=" + std::to_string(seed) + ": " + damage.what());
  CheckSettings settings;
  settings.trust = &school.trust();
  const auto verdict = check_medium(medium.path(), settings, {});
  ASSERT_TRUE(verdict) << verdict.refusal().says.en;
  EXPECT_FALSE(verdict->intact());
  EXPECT_NE(verifier::exit_of(*verdict), Exit::kGood);
  EXPECT_NE(verifier::exit_of(*verdict), Exit::kNoTrustedKey) << told(*verdict);
  EXPECT_TRUE(!damage.file() || names_file(*verdict, *damage.file())) << told(*verdict);
  tell_all(*verdict);
}

TEST(Damages, UndamagedMediaAreIntactAndSayHowMuchWasChecked) {
  RecordProperty("requirement", "ARC-05 ARC-02 ARC-03");
  for (const auto* school : {&SealedSchool::first_days(), &SealedSchool::whole_year()}) {
    for (const std::size_t which : {0u, 1u}) {
      const auto verdict = check(school->medium(which), &school->trust());
      EXPECT_EQ(verifier::exit_of(verdict), Exit::kGood) << told(verdict);
      EXPECT_EQ(verdict.volumes.size(), 3u);
      EXPECT_EQ(verdict.size, school->volumes()[2].end.value);
      EXPECT_EQ(verdict.entries, school->volumes()[1].end.value + verdict.size);
      EXPECT_EQ(verdict.signatures, verdict.entries);
      EXPECT_EQ(verdict.renditions, verdict.entries);
      EXPECT_EQ(verdict.medium->value, which + 1);
      EXPECT_EQ(verdict.room, which == 0 ? "Кабинет 1" : "Кабинет 2");
      EXPECT_EQ(verifier::exit_of(check(school->medium(which), nullptr)), Exit::kNoTrustedKey);
    }
  }
}

TEST(Damages, EveryRandomDamageIsFoundAndItsFileNamed) {
  RecordProperty("requirement", "ARC-05 ARC-02");
  if (const auto seed = number_from("LETOPIS_DAMAGE", 0)) return damage(seed);
  const auto damages = number_from("LETOPIS_DAMAGES", kDamages);
  for (std::uint64_t seed = 1; seed <= damages && !HasFailure(); ++seed) damage(seed);
}

// A path says which volume is meant, whatever links lead there.
TEST(Damages, VolumeBehindALinkIsTheOneThatIsChecked) {
  const auto& school = SealedSchool::first_days();
  const MediumCopy good(school.medium(0));
  const MediumCopy bad(school.medium(0));
  const auto& first = school.volumes()[0];
  bad.put(std::filesystem::path(first.name) / kCheckpointFile, "nothing");
  const auto& newest = school.volumes()[2];
  std::filesystem::remove_all(good.volume(newest));
  std::filesystem::create_directory_symlink(bad.volume(first), good.volume(newest));
  const auto trust = school.trust_without_checkpoints();
  EXPECT_EQ(verifier::exit_of(check(good.volume(newest), &trust)), terminal::Exit::kAltered);
  EXPECT_NE(verifier::exit_of(check(good.path(), &trust)), terminal::Exit::kGood);
}

}  // namespace
}  // namespace letopis::archive
