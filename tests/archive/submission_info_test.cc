#include "archive/submission_info.h"

#include <gtest/gtest.h>

#include <array>
#include <span>

#include "signing/ed25519.h"

namespace letopis::archive {
namespace {

SubmissionInfo some_info() {
  SubmissionInfo info;
  info.origin = "letopis.example/nn125";
  info.years = "2025-2026";
  info.number = 2;
  info.name = submission_name(info.origin, info.years, info.number);
  info.day = "2026-06-05";
  info.bytes = 12'345;
  info.files = 67;
  info.program = "letopis 0.1.0";
  info.receiver = "Управление образования";
  info.end = {70'000};
  info.documents = 48;
  return info;
}

// It is shown to people before anything of the submission is proved.
TEST(SubmissionInfoTest, AReceiverThatWouldMoveTheLineIsNone) {
  for (const auto* receiver : {"\x1b[2F\x1b[2K", "a\rb", "\x07", "\xc2\x9b", "\xff"}) {
    auto info = some_info();
    info.receiver = receiver;
    EXPECT_FALSE(parse_submission_info(print_submission_info(info))) << receiver;
  }
}

TEST(SubmissionInfoTest, ItReadsExactlyWhatItWrites) {
  RecordProperty("requirement", "ARC-06");
  const auto text = print_submission_info(some_info());
  const auto read = parse_submission_info(text);
  ASSERT_TRUE(read) << read.refusal().says.en;
  EXPECT_EQ(*read, some_info());
  EXPECT_FALSE(parse_submission_info(text + "Letopis-More: 1\n"));
  EXPECT_FALSE(parse_submission_info(text.substr(0, text.size() - 1)));
  EXPECT_FALSE(parse_submission_info(""));
  EXPECT_FALSE(parse_submission_info(std::string(1u << 20, 'x')));
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto other = text;
    other[at] = other[at] == '\n' ? ' ' : '\n';
    EXPECT_FALSE(parse_submission_info(other)) << at;
  }
}

TEST(SubmissionInfoTest, ASubmissionIsNamedForItsLogItsYearAndItsNumber) {
  EXPECT_EQ(some_info().name, "nn125_2025-2026_submission_v2");
  EXPECT_TRUE(is_submission_name("nn125_2025-2026_submission_v2"));
  for (const auto* name :
       {"nn125_2025-2026_submission_v", "nn125_2025-2026_submission_v02",
        "nn125_2025-2026_submission_v0", "nn125_2025-2026_log_v002", "../2025-2026_submission_v1",
        "_submission_v1", "nn125_2025-2026_submission_v1234567890"}) {
    EXPECT_FALSE(is_submission_name(name)) << name;
  }
}

TEST(SubmissionInfoTest, ItsNoteServesForNoOtherNameOrManifest) {
  const std::array<std::byte, 32> seed{};
  const signing::PrivateKey key{signing::Secret32(std::span<const std::byte, 32>(seed))};
  const auto origin = some_info().origin;
  const auto verifier =
      signing::NoteVerifier::admit(signing::log_verifier_key(origin, key.public_key()));
  ASSERT_TRUE(verifier);
  const std::vector<signing::NoteVerifier> logs{*verifier};
  const signing::Digest digest = signing::sha256({});
  const auto note = sign_submission("a_2025_submission_v1", digest, origin, key);
  EXPECT_TRUE(open_submission_note(note, "a_2025_submission_v1", digest, logs));
  EXPECT_FALSE(open_submission_note(note, "a_2025_submission_v2", digest, logs));
  EXPECT_FALSE(open_submission_note(note, "a_2025_submission_v1", {}, logs));
  EXPECT_FALSE(open_submission_note(note, "a_2025_submission_v1", digest, {}));
}

}  // namespace
}  // namespace letopis::archive
