#include "archive/trust.h"

#include <gtest/gtest.h>

#include "signing/encoding.h"

namespace letopis::archive {
namespace {

constexpr const char* kOrigin = "letopis.example/nn125";

signing::PrivateKey key(std::string_view purpose) {
  return signing::PrivateKey(signing::Secret32::derive(bytes_of("trust files"), purpose));
}

std::string log_line(const char* origin = kOrigin) {
  return "log " +
         signing::print_verifier_key(signing::log_verifier_key(origin, key(origin).public_key())) +
         "\n";
}

std::string witness_line(const std::string& name) {
  return "witness " + name + " " +
         signing::print_verifier_key(
             signing::witness_verifier_key(name + ".example", key(name).public_key())) +
         "\n";
}

std::string checkpoint(std::uint64_t size, const char* origin = kOrigin) {
  return signing::sign_checkpoint({origin, size, signing::sha256(bytes_of("root"))}, key(origin));
}

std::string code_of(std::string_view text) {
  const auto trust = parse_trust(text);
  return trust ? "" : trust.refusal().code;
}

const std::string kHex(64, 'a');

TEST(TrustFile, HoldsLogsWitnessesFirstEntryFounderAndCheckpoints) {
  RecordProperty("requirement", "ARC-05");
  const auto text = "# the school\n" + log_line() + "genesis " + kHex + "\nfounder " + kHex +
                    "\ncheckpoint\n" + checkpoint(70) + witness_line("uprava") +
                    "quorum uprava\ncheckpoint\n" + checkpoint(90) + log_line("letopis.example/b");
  const auto trust = parse_trust(text);
  ASSERT_TRUE(trust) << trust.refusal().says.en;
  EXPECT_EQ(trust->policy.logs.size(), 2u);
  EXPECT_EQ(trust->policy.quorum, "uprava");
  EXPECT_EQ(signing::to_hex(trust->genesis->view()), kHex);
  EXPECT_EQ(signing::to_hex(trust->founder->view()), kHex);
  ASSERT_EQ(trust->checkpoints.size(), 2u);
  EXPECT_EQ(trust->checkpoints[0].checkpoint.size, 70u);
  EXPECT_EQ(trust->checkpoints[1].note, checkpoint(90));
  const auto printed = print_trust(*trust);
  EXPECT_EQ(*parse_trust(printed), *trust);
  EXPECT_EQ(print_trust(*parse_trust(printed)), printed);
}

TEST(TrustFile, CheckpointKeepsItsCosignatures) {
  const auto note = checkpoint(70);
  const auto cosigned = *signing::add_signature(
      note, signing::cosign_text(signing::parse_note(note)->text, "uprava.example", {1'780'000'000},
                                 key("uprava")));
  const auto trust =
      parse_trust(log_line() + witness_line("uprava") + "quorum none\ncheckpoint\n" + cosigned);
  ASSERT_TRUE(trust) << trust.refusal().says.en;
  EXPECT_EQ(trust->checkpoints[0].note, cosigned);
}

TEST(TrustFile, WhatItDoesNotKnowIsRefusedByLine) {
  const std::string good = log_line() + "quorum none\n";
  EXPECT_EQ(code_of(good), "");
  EXPECT_EQ(code_of("quorum none\n"), "trust.no_log");
  EXPECT_EQ(code_of(good + "genesis " + kHex), "trust.malformed");
  EXPECT_EQ(code_of(good + "genesis " + kHex.substr(2) + "\n"), "trust.malformed");
  EXPECT_EQ(code_of(good + "genesis " + std::string(64, 'A') + "\n"), "trust.malformed");
  EXPECT_EQ(code_of(good + "founder x\n"), "trust.malformed");
  EXPECT_EQ(code_of(good + "genesis " + kHex + "\ngenesis " + kHex + "\n"), "trust.twice");
  EXPECT_EQ(code_of(good + "founder " + kHex + "\nfounder " + kHex + "\n"), "trust.twice");
  EXPECT_EQ(code_of(good + "checkpoint\n"), "trust.checkpoint");
  EXPECT_EQ(code_of(good + "checkpoint\n" + checkpoint(7, "letopis.example/b")),
            "trust.checkpoint");
  auto damaged = checkpoint(7);
  damaged[damaged.find("\n7\n") + 1] = '8';
  EXPECT_EQ(code_of(good + "checkpoint\n" + damaged), "trust.checkpoint");
  EXPECT_EQ(code_of(good + "believe me\n"), "policy.malformed");
  EXPECT_EQ(code_of(std::string(kMaxTrustBytes + 1, '#')), "trust.too_long");
  const auto refusal = parse_trust("# one\n" + good + "genesis x\n").refusal();
  EXPECT_NE(refusal.says.en.find("line 4"), std::string::npos) << refusal.says.en;
  // Lines of the policy are named as they stand in the file.
  const auto later =
      parse_trust("genesis " + kHex + "\ncheckpoint\n" + checkpoint(7) + good + "believe me\n")
          .refusal();
  EXPECT_NE(later.says.en.find("10"), std::string::npos) << later.says.en;
}

TEST(TrustFile, NamesAuthoritiesByTheirDigests) {
  RecordProperty("requirement", "ARC-02");
  const std::string other(64, 'b');
  const auto text = log_line() + "quorum none\nauthority " + kHex + "\nauthority " + other + "\n";
  const auto trust = parse_trust(text);
  ASSERT_TRUE(trust) << trust.refusal().says.en;
  ASSERT_EQ(trust->authorities.size(), 2u);
  EXPECT_EQ(signing::to_hex(trust->authorities[1].view()), other);
  EXPECT_EQ(*parse_trust(print_trust(*trust)), *trust);
  EXPECT_EQ(code_of(text + "authority " + kHex + "\n"), "trust.twice");
  EXPECT_EQ(code_of(text + "authority " + kHex.substr(1) + "\n"), "trust.malformed");
  auto many = log_line() + "quorum none\n";
  for (std::size_t i = 0; i <= kMaxTrustAuthorities; ++i) {
    many +=
        "authority " + signing::to_hex(signing::sha256(bytes_of(std::to_string(i))).view()) + "\n";
  }
  EXPECT_EQ(code_of(many), "trust.too_long");
}

TEST(TrustFile, MoreCheckpointsThanAnyoneKeepsAreRefused) {
  std::string text = log_line() + "quorum none\n";
  for (std::size_t i = 0; i <= kMaxTrustCheckpoints; ++i)
    text += "checkpoint\n" + checkpoint(i + 1);
  EXPECT_EQ(code_of(text), "trust.too_long");
}

}  // namespace
}  // namespace letopis::archive
