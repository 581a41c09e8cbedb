#include "archive/volume_note.h"

#include "archive/layout.h"
#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::archive {
namespace {

constexpr std::string_view kHeader = "letopis volume v1\n";

std::string print(const VolumeSignature& what) {
  return std::string(kHeader) + what.volume + "\n" + signing::to_hex(what.tag_manifest.view()) +
         "  " + std::string(kTagManifestFile) + "\n";
}

std::optional<VolumeSignature> read(std::string_view text) {
  std::string_view rest = text;
  if (!signing::take_prefix(rest, kHeader)) return std::nullopt;
  const auto name = signing::take_line(rest);
  if (!name || rest.size() < 64) return std::nullopt;
  const auto raw = signing::from_hex(rest.substr(0, 64));
  if (!raw) return std::nullopt;
  VolumeSignature what{std::string(*name), *signing::digest_from(*raw)};
  if (print(what) != text) return std::nullopt;
  return what;
}

}  // namespace

std::string sign_volume(const VolumeSignature& what, std::string_view origin,
                        const signing::PrivateKey& log_key) {
  const std::string text = print(what);
  return signing::print_note({text, {signing::sign_text(text, origin, log_key)}});
}

Result<OpenedVolumeNote> open_volume_note(std::string_view note,
                                          std::span<const signing::NoteVerifier> logs) {
  auto opened = signing::open_note(note, logs);
  if (!opened) return opened.refusal();
  auto what = read(opened->note.text);
  if (!what) {
    return Refusal{"volume_note.malformed",
                   {"подпись тома заверяет не опись его файлов",
                    "the volume's signature does not vouch for a tag manifest"}};
  }
  if (opened->note.signatures.size() > 1) {
    return Refusal{"volume_note.more_lines",
                   {"к подписи тома дописаны лишние строки",
                    "lines were added to the signature of the volume"}};
  }
  return OpenedVolumeNote{std::move(*what), opened->verified.front().key};
}

}  // namespace letopis::archive
