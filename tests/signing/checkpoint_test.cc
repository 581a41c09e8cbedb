#include "signing/checkpoint.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "signing/encoding.h"
#include "signing/merkle.h"
#include "signing/trial_keys.h"

namespace letopis::signing {
namespace {

constexpr std::string_view kOrigin = "letopis.example/nn125";

Checkpoint example() { return {std::string(kOrigin), 7, plain_root(trial_leaves(7), 7)}; }

TEST(Checkpoint, IsThreeLines) {
  const std::string text = print_checkpoint(example());
  EXPECT_EQ(text, "letopis.example/nn125\n7\n" + to_base64(example().root.view()) + "\n");
  EXPECT_EQ(*parse_checkpoint(text), example());
}

TEST(Checkpoint, OfAnotherShapeIsRefused) {
  const std::string root = to_base64(example().root.view()) + "\n";
  for (const std::string& text :
       {std::string(), std::string("a\n"), std::string("a\n7\n"), "\n7\n" + root, "a\n07\n" + root,
        "a\n+7\n" + root, "a\n-1\n" + root, "a\n 7\n" + root, "a\n18446744073709551616\n" + root,
        "a\n7\n" + root.substr(4), "a\n7\n" + root + "extension\n", "a\n7\n" + root + "\n",
        "a\n7\n" + root.substr(0, root.size() - 1), "a\n7\nAAAA" + root, "a\r\n7\r\n" + root}) {
    EXPECT_EQ(code_of(parse_checkpoint(text)), "checkpoint.malformed") << text;
  }
}

TEST(Checkpoint, OfNothingHasTheEmptyRoot) {
  EXPECT_TRUE(parse_checkpoint(print_checkpoint({"a", 0, empty_root()})));
  EXPECT_EQ(code_of(parse_checkpoint(print_checkpoint({"a", 0, example().root}))),
            "checkpoint.empty_tree");
}

TEST(Checkpoint, OpensUnderTheKeyOfItsLog) {
  const PrivateKey key = trial_key("log");
  const std::string note = sign_checkpoint(example(), key);
  const auto opened = open_checkpoint(note, log_verifier(kOrigin, key));
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->checkpoint, example());
  EXPECT_EQ(opened->verified.size(), 1U);
}

TEST(Checkpoint, CarriesItsWitnesses) {
  const PrivateKey key = trial_key("log");
  const PrivateKey witness = trial_key("witness");
  const auto note = add_signature(
      sign_checkpoint(example(), key),
      cosign_text(print_checkpoint(example()), "witness.example", {1'700'000'000}, witness));
  ASSERT_TRUE(note);
  const std::vector<NoteVerifier> witnesses = {witness_verifier("witness.example", witness)};
  const auto opened = open_checkpoint(*note, log_verifier(kOrigin, key), witnesses);
  ASSERT_TRUE(opened);
  ASSERT_EQ(opened->verified.size(), 2U);
  EXPECT_EQ(opened->verified[1].time, UnixSeconds{1'700'000'000});
}

TEST(Checkpoint, ThatOnlyAWitnessSignedIsRefused) {
  const PrivateKey witness = trial_key("witness");
  const std::string text = print_checkpoint(example());
  const std::string note = print_note({text, {cosign_text(text, "witness.example", {1}, witness)}});
  const std::vector<NoteVerifier> witnesses = {witness_verifier("witness.example", witness)};
  EXPECT_EQ(code_of(open_checkpoint(note, log_verifier(kOrigin, trial_key("log")), witnesses)),
            "checkpoint.not_signed_by_log");
}

TEST(Checkpoint, OfAnotherOriginIsRefusedThoughTheKeySignedIt) {
  const PrivateKey key = trial_key("log");
  const std::string text = print_checkpoint({"another.example", 7, example().root});
  const std::string note = print_note({text, {sign_text(text, kOrigin, key)}});
  EXPECT_EQ(code_of(open_checkpoint(note, log_verifier(kOrigin, key))), "checkpoint.origin");
}

TEST(Checkpoint, WithAChangedSizeOrRootIsRefused) {
  RecordProperty("requirement", "ARC-02");
  const PrivateKey key = trial_key("log");
  std::string note = sign_checkpoint(example(), key);
  note[kOrigin.size() + 1] = '8';
  EXPECT_EQ(code_of(open_checkpoint(note, log_verifier(kOrigin, key))), "note.bad_signature");
}

TEST(Checkpoint, NoMoreSignaturesThanANoteMayHave) {
  std::string note = sign_checkpoint(example(), trial_key("log"));
  const NoteSignature line = cosign_text(print_checkpoint(example()), "w", {1}, trial_key("w"));
  for (std::size_t count = 1; count < kMaxNoteSignatures; ++count) {
    note = *add_signature(note, line);
  }
  EXPECT_EQ(code_of(add_signature(note, line)), "note.too_long");
}

RC_GTEST_PROP(Checkpoint, Survives, (std::uint64_t size, std::uint8_t seed)) {
  Checkpoint checkpoint{"a", size, sha256(bytes_of(std::string(seed, 's')))};
  if (size == 0) checkpoint.root = empty_root();
  RC_ASSERT(*parse_checkpoint(print_checkpoint(checkpoint)) == checkpoint);
}

}  // namespace
}  // namespace letopis::signing
