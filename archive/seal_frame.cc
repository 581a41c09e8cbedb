#include "archive/seal_frame.h"

#include <set>

#include "archive/keys_table.h"
#include "archive/layout.h"
#include "archive/medium_failure.h"
#include "archive/read_me.h"
#include "archive/volume_note.h"
#include "signing/verifier_key.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

Refusal wrong_suffix(const std::string& suffix) {
  return {"signature.suffix",
          {"подпись описи тома нельзя положить под таким именем: " + suffix,
           "a signature of the tag manifest cannot lie under this name: " + suffix}};
}

Outcome put_signatures(VolumeWriter& writer, const std::string& tag_manifest,
                       const Certificates& certificates) {
  if (!certificates.sign) return Done{};
  const auto files = certificates.sign(tag_manifest);
  if (!files) return files.refusal();
  std::set<std::string> put;
  for (const auto& file : *files) {
    if (!is_side_file(file.suffix) || !put.insert(file.suffix).second) {
      return wrong_suffix(file.suffix);
    }
    writer.put_tag(std::string(kSignedTagManifest) + file.suffix, file.bytes);
  }
  return Done{};
}

}  // namespace

Result<signing::Checkpoint> open_own_checkpoint(std::string_view note, std::string_view origin,
                                                const signing::PrivateKey& log_key) {
  const auto verifier = signing::log_verifier_key(origin, log_key.public_key());
  const auto log = signing::NoteVerifier::admit(verifier);
  if (!log) return log.refusal();
  auto opened = signing::open_checkpoint(note, *log);
  if (!opened) return opened.refusal();
  return std::move(opened->checkpoint);
}

Outcome expect_no_volume(const std::array<fs::path, 2>& media, const std::string& name) {
  for (const auto& medium : media) {
    std::error_code failed;
    const auto there = fs::symlink_status(medium / name, failed).type();
    if (there == fs::file_type::none) throw MediumFailure(failed.value(), medium);
    if (there == fs::file_type::not_found) continue;
    return Refusal{"volume.exists",
                   {"на носителе уже лежит том " + name + ": " + medium.string(),
                    "the medium holds the volume " + name + " already: " + medium.string()}};
  }
  return Done{};
}

void put_keys(VolumeWriter& writer, std::string_view origin, const signing::PublicKey& log_key,
              const Certificates& certificates) {
  const auto key = signing::log_verifier_key(origin, log_key);
  writer.put(kVerifierKeyFile, signing::print_verifier_key(key) + "\n");
  writer.put(kPemFile, print_pem(log_key));
  if (!certificates.authorities.empty()) {
    writer.put(kAuthoritiesFile, certificates.authorities);
  }
  for (std::size_t i = 0; i < certificates.revocations.size(); ++i) {
    writer.put(revocations_path(i), certificates.revocations[i]);
  }
}

Result<SealedVolume> put_frame(VolumeWriter& writer, BagInfo info,
                               const signing::PrivateKey& log_key,
                               const Certificates& certificates) {
  info.bytes = writer.payload_bytes();
  info.files = writer.payload().size();
  writer.put_tag(kBagItFile, kBagIt);
  writer.put_tag(kBagInfoFile, print_bag_info(info));
  writer.put_tag(kReadMeFile,
                 print_read_me({info, log_key.public_key(), certificates.sign != nullptr}));
  writer.put_tag(kManifestFile, print_manifest(writer.payload()));
  const std::string tag_manifest = print_manifest(writer.tags());
  writer.put_tag(kTagManifestFile, tag_manifest);
  const auto digest = signing::sha256(bytes_of(tag_manifest));
  writer.put_tag(kNoteFile, sign_volume({info.name, digest}, info.origin, log_key));
  if (auto put = put_signatures(writer, tag_manifest, certificates); !put) return put.refusal();
  SealedVolume sealed{info.name, info.first, info.end,   info.root,
                      digest,    {},         info.files, info.bytes};
  for (const auto& [file, signature] : writer.tags()) {
    if (file.starts_with(kSignaturesFolder)) sealed.signatures.push_back(signature);
  }
  return sealed;
}

Result<SealedVolume> write_volume(const std::array<fs::path, 2>& media, const std::string& name,
                                  const std::function<Result<SealedVolume>(VolumeWriter&)>& write) {
  VolumeWriter writer(media, name);
  try {
    auto sealed = write(writer);
    if (sealed) {
      if (auto same = writer.read_back(); !same) sealed = same.refusal();
    }
    if (!sealed) {
      writer.abandon();
      return sealed;
    }
    writer.finish();
    return sealed;
  } catch (...) {
    writer.abandon();
    throw;
  }
}

}  // namespace letopis::archive
