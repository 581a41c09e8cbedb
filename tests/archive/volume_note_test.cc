#include "archive/volume_note.h"

#include <gtest/gtest.h>

#include "signing/encoding.h"

namespace letopis::archive {
namespace {

constexpr const char* kOrigin = "letopis.example/nn125";

signing::PrivateKey key(std::string_view purpose) {
  return signing::PrivateKey(signing::Secret32::derive(bytes_of("volume notes"), purpose));
}

std::vector<signing::NoteVerifier> trusting(const signing::PrivateKey& log) {
  return {*signing::NoteVerifier::admit(signing::log_verifier_key(kOrigin, log.public_key()))};
}

const VolumeSignature kWhat{"nn125_2025-2026_log_v003", signing::sha256(bytes_of("tags"))};

std::string code_of(std::string_view note, std::span<const signing::NoteVerifier> logs) {
  const auto opened = open_volume_note(note, logs);
  return opened ? "" : opened.refusal().code;
}

TEST(VolumeNote, SaysWhichManifestOfWhichVolumeWasSigned) {
  RecordProperty("requirement", "ARC-02");
  const auto note = sign_volume(kWhat, kOrigin, key("log"));
  EXPECT_TRUE(note.starts_with("letopis volume v1\nnn125_2025-2026_log_v003\n" +
                               signing::to_hex(kWhat.tag_manifest.view()) +
                               "  tagmanifest-sha256.txt\n\n\xE2\x80\x94 letopis.example/nn125 "))
      << note;
  const auto logs = trusting(key("log"));
  const auto opened = open_volume_note(note, logs);
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->what, kWhat);
  EXPECT_EQ(opened->signer, logs[0].key());
}

TEST(VolumeNote, ChangedTextStrangeKeysAndAddedLinesAreRefused) {
  const auto logs = trusting(key("log"));
  auto note = sign_volume(kWhat, kOrigin, key("log"));
  EXPECT_EQ(code_of(sign_volume(kWhat, kOrigin, key("stranger")), logs), "note.not_trusted");
  EXPECT_EQ(code_of(note, {}), "note.not_trusted");
  auto changed = note;
  changed[changed.find("v003") + 3] = '4';
  EXPECT_EQ(code_of(changed, logs), "note.bad_signature");
  const auto stranger = sign_volume(kWhat, "somebody", key("stranger"));
  const auto line = stranger.substr(stranger.rfind("\n\n") + 2);
  EXPECT_EQ(code_of(note + line, logs), "volume_note.more_lines");
}

// The log's key signs checkpoints as well: such a note is no volume's signature.
TEST(VolumeNote, TextOfAnotherKindIsRefusedThoughTheLogSignedIt) {
  const auto logs = trusting(key("log"));
  const std::string good = "letopis volume v1\nnn125_2025-2026_log_v003\n" + std::string(64, 'a') +
                           "  tagmanifest-sha256.txt\n";
  const auto signed_text = [&](const std::string& text) {
    return signing::print_note({text, {signing::sign_text(text, kOrigin, key("log"))}});
  };
  EXPECT_EQ(code_of(signed_text(good), logs), "");
  for (const std::string& text :
       {std::string("letopis.example/nn125\n5\nAAAA\n"), good + "more\n", "x" + good,
        good.substr(0, good.size() - 5) + "\n", std::string("letopis volume v1\n"),
        "letopis volume v1\na\n" + std::string(64, 'A') + "  tagmanifest-sha256.txt\n"}) {
    EXPECT_EQ(code_of(signed_text(text), logs), "volume_note.malformed") << text;
  }
}

}  // namespace
}  // namespace letopis::archive
