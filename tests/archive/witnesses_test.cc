// Those outside of the school: witnesses who cosigned a checkpoint, and the inspector's own visits.
#include <gtest/gtest.h>

#include "archive/layout.h"
#include "archive/volume_forger.h"

namespace letopis::archive {
namespace {

using terminal::Exit;

const SealedSchool& school() { return SealedSchool::first_days(); }

signing::PrivateKey witness_key() {
  return signing::PrivateKey(signing::Secret32::derive(bytes_of("witness"), "uprava"));
}

// A trust file that asks for the witness "uprava".
Trust asking_for_witness() {
  auto trust = school().trust();
  trust.policy.witnesses = {
      {"uprava", signing::witness_verifier_key("uprava.example", witness_key().public_key()), {}}};
  trust.policy.quorum = "uprava";
  return trust;
}

// The newest volume sealed with its own checkpoint as its witness cosigned it.
void seal_witnessed(const MediumCopy& medium, bool honestly) {
  const auto log = school().log_at(2);
  const auto text = signing::parse_note(log.checkpoint())->text;
  auto line = signing::cosign_text(text, "uprava.example", {1'780'000'000}, witness_key());
  if (!honestly) line.signature.back() ^= std::byte{1};
  auto wish = school().wish(2);
  wish.checkpoints = {*signing::add_signature(log.checkpoint(), line)};
  const TemporaryDirectory other(quick_place());
  std::filesystem::remove_all(medium.volume(school().volumes()[2]));
  seal_log(log, wish, {medium.path(), other.path()});
}

TEST(Witnesses, WhoCosignedACheckpointIsNamedWithTheTime) {
  RecordProperty("requirement", "ARC-05");
  const MediumCopy medium(school().medium(0));
  seal_witnessed(medium, true);
  const auto trust = asking_for_witness();
  const auto verdict = check(medium.path(), &trust);
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kGood) << told(verdict);
  ASSERT_TRUE(verdict.witnessed);
  EXPECT_EQ(verdict.witnessed->names, std::vector<std::string>{"uprava"});
  EXPECT_EQ(verdict.witnessed->time.value, 1'780'000'000u);
  EXPECT_EQ(verdict.witnessed->size, school().volumes()[2].end.value);
  // Who does not know the witness is told nothing of it.
  const auto unknown = check(medium.path(), &school().trust());
  EXPECT_EQ(verifier::exit_of(unknown), Exit::kGood);
  EXPECT_FALSE(unknown.witnessed);
}

TEST(Witnesses, CosignatureThatDoesNotFitIsRefused) {
  const MediumCopy medium(school().medium(0));
  seal_witnessed(medium, false);
  const auto trust = asking_for_witness();
  const auto verdict = check(medium.path(), &trust);
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered);
  ASSERT_TRUE(find(verdict, "note.bad_signature")) << told(verdict);
  EXPECT_EQ(find(verdict, "note.bad_signature")->file,
            checkpoint_path(school().volumes()[2].end.value));
  EXPECT_FALSE(verdict.witnessed);
}

TEST(Witnesses, QuorumThatWasNotMetIsIncomplete) {
  const auto trust = asking_for_witness();
  const auto verdict = check(school().medium(0), &trust);
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kIncomplete);
  EXPECT_EQ(verdict.findings_in_all, 1u);
  EXPECT_TRUE(find(verdict, "policy.no_quorum"));
}

// Rewriting history is what a witness is there to show: the proof may lie in any volume.
TEST(Witnesses, CheckpointOfAnotherBranchIsFoundInALaterVolumeToo) {
  RecordProperty("requirement", "ARC-05");
  const MediumCopy medium(school().medium(0));
  std::filesystem::remove_all(medium.volume(school().volumes()[2]));
  std::filesystem::remove_all(medium.volume(school().volumes()[1]));
  const auto log = school().log_at(1);
  constexpr std::uint64_t size = 10;  // long before that volume begins
  const signing::Checkpoint other{log.origin(), size, signing::sha256(bytes_of("another branch"))};
  const auto note = signing::sign_checkpoint(other, log.log_key());
  const auto text = signing::parse_note(note)->text;
  auto wish = school().wish(1);
  wish.checkpoints = {*signing::add_signature(
      note, signing::cosign_text(text, "uprava.example", {1'780'000'000}, witness_key()))};
  const TemporaryDirectory second(quick_place());
  seal_log(log, wish, {medium.path(), second.path()});
  auto trust = asking_for_witness();
  trust.checkpoints.clear();
  const auto verdict = check(medium.path(), &trust);
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kAltered) << told(verdict);
  EXPECT_TRUE(names_file(verdict, checkpoint_path(size))) << told(verdict);
  EXPECT_FALSE(verdict.witnessed);
}

KnownCheckpoint known(const MemoryLog& log) {
  const auto note = log.checkpoint();
  return {note, *signing::parse_checkpoint(signing::parse_note(note)->text)};
}

TEST(EarlierVisit, SignaturesBeforeItAreNotCheckedAgain) {
  RecordProperty("requirement", "ARC-05");
  const auto log = school().log_at(1);
  const auto trust = school().trust_without_checkpoints();
  const auto verdict = check(school().medium(0), &trust, known(log));
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kGood) << told(verdict);
  EXPECT_EQ(verdict.since, log.size());
  EXPECT_EQ(verdict.signatures, school().volumes()[2].end.value - log.size());
  EXPECT_EQ(verdict.entries, school().volumes()[1].end.value + school().volumes()[2].end.value);
}

TEST(EarlierVisit, NewerLogThanTheMediumHoldsMeansAnOldCopy) {
  const auto trust = school().trust_without_checkpoints();
  const auto verdict = check(school().medium(0), &trust, known(school().log()));
  EXPECT_EQ(verifier::exit_of(verdict), Exit::kRolledBack);
  EXPECT_TRUE(find(verdict, "known.rolled_back")) << told(verdict);
}

TEST(EarlierVisit, AnotherBranchIsFoundAtAnySize) {
  RecordProperty("requirement", "ARC-05");
  const auto trust = school().trust_without_checkpoints();
  for (const std::uint64_t size : {1u, 255u, 256u, 257u, 400u}) {
    auto log = school().log_at(2);
    log.entries.resize(size);
    const auto same = check(school().medium(0), &trust, known(log));
    EXPECT_EQ(verifier::exit_of(same), Exit::kGood) << size;
    log.entries[size / 2] += "x";
    const auto other = check(school().medium(0), &trust, known(log));
    EXPECT_EQ(verifier::exit_of(other), Exit::kRolledBack) << size;
    EXPECT_TRUE(find(other, "known.forked")) << told(other);
  }
}

}  // namespace
}  // namespace letopis::archive
