// Signatures of volumes: as they come, spoiled, and signed whatever the text. What is read is
// printed the same, and nothing is read that the log did not sign.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "archive/volume_note.h"
#include "events/text.h"
#include "fuzz/spoiling.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::archive;  // NOLINT(google-build-using-namespace)

namespace {

constexpr const char* kOrigin = "letopis.example/nn125";

signing::PrivateKey log_key() {
  return signing::PrivateKey(signing::Secret32::derive(bytes_of("fuzz"), "log"));
}

signing::NoteVerifier log_verifier() {
  return *signing::NoteVerifier::admit(signing::log_verifier_key(kOrigin, log_key().public_key()));
}

std::string signed_text(const std::string& text) {
  return signing::print_note({text, {signing::sign_text(text, kOrigin, log_key())}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const VolumeSignature what{"nn125_2025-2026_log_v003", {}};
  static const std::string sound = sign_volume(what, kOrigin, log_key());
  static const signing::NoteVerifier verifier = log_verifier();
  const std::string input(reinterpret_cast<const char*>(data), size);
  const std::string text = sound.substr(0, sound.find("\n\n") + 1);
  const std::string spoiled_text = fuzz::spoiled(text, data, size);
  for (const std::string& note : {input, fuzz::spoiled(sound, data, size), sound + input}) {
    const auto opened = open_volume_note(note, std::span(&verifier, 1));
    if (opened) INVARIANT(note == sound && opened->what == what);
  }
  for (const std::string& other : {input, spoiled_text}) {
    if (!events::is_plain_text(other) || !other.ends_with('\n')) continue;  // no text of a note
    const std::string note = signed_text(other);
    const auto opened = open_volume_note(note, std::span(&verifier, 1));
    if (opened) INVARIANT(sign_volume(opened->what, kOrigin, log_key()) == note);
  }
  return 0;
}
