#include "archive/submission.h"

#include <fmt/format.h>

#include "archive/durable_files.h"
#include "archive/keys_table.h"
#include "archive/layout.h"
#include "archive/manifest.h"
#include "archive/submission_read_me.h"
#include "archive/volume_folder.h"
#include "signing/verifier_key.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

// Files of a folder aside, and what its manifests say of them.
class Bag {
 public:
  explicit Bag(fs::path folder) : folder_(std::move(folder)) {
    fs::remove_all(folder_);
    make_directories(folder_);
  }

  void put(const std::string& path, std::string_view bytes) {
    write(path, bytes);
    payload_[path] = signing::sha256(bytes_of(bytes));
    bytes_ += bytes.size();
  }
  void put_tag(std::string_view path, std::string_view bytes) {
    write(path, bytes);
    tags_[std::string(path)] = signing::sha256(bytes_of(bytes));
  }
  void write(std::string_view path, std::string_view bytes) {
    const fs::path file = folder_ / path;
    make_directories(file.parent_path());
    write_new_file(file, bytes_of(bytes), Durable::kWithFileSystem);
  }

  const Manifest& payload() const { return payload_; }
  const Manifest& tags() const { return tags_; }
  std::uint64_t bytes() const { return bytes_; }

 private:
  const fs::path folder_;
  Manifest payload_;
  Manifest tags_;
  std::uint64_t bytes_ = 0;
};

Refusal differs(const fs::path& volume, std::string_view file) {
  return {"submission.volume_differs",
          {fmt::format("в томе {} файл {} не тот, о котором говорит журнал событий",
                       volume.filename().string(), file),
           fmt::format("in the volume {} the file {} is not the one that the log tells of",
                       volume.filename().string(), file)},
          {},
          {"Проверьте носители: letopis scrub", "Check the media: letopis scrub"}};
}

// The whole of a file with that digest.
Result<std::string> read_as(const fs::path& volume, std::string_view file, std::size_t most,
                            const signing::Digest& digest) {
  auto bytes = read_file(volume / file, most);
  if (!bytes) return bytes.refusal();
  if (signing::sha256(bytes_of(*bytes)) != digest) return differs(volume, file);
  return bytes;
}

Result<Manifest> copy_tags(const SubmittedVolume& volume, const std::string& to, Bag& bag) {
  const auto tags_text =
      read_as(volume.folder, kTagManifestFile, kMaxManifestBytes, volume.tag_manifest);
  if (!tags_text) return tags_text.refusal();
  const auto tags = parse_manifest(*tags_text);
  if (!tags) return tags.refusal();
  bag.put(to + std::string(kTagManifestFile), *tags_text);
  std::string manifest_text;
  for (const std::string_view file : {kBagInfoFile, kManifestFile}) {
    const auto listed = tags->find(file);
    if (listed == tags->end()) return differs(volume.folder, file);
    auto text = read_as(volume.folder, file, kMaxManifestBytes, listed->second);
    if (!text) return text.refusal();
    bag.put(to + std::string(file), *text);
    manifest_text = std::move(*text);
  }
  return parse_manifest(manifest_text);
}

Outcome copy_volume(const SubmittedVolume& volume, Bag& bag, std::uint64_t& documents) {
  const std::string to = std::string(kVolumesFolder) + volume.folder.filename().string() + "/";
  const auto manifest = copy_tags(volume, to, bag);
  if (!manifest) return manifest.refusal();
  bag.put(to + std::string(kSealedEntryFile), volume.entry);
  bag.put(to + std::string(kSealedProofFile), signing::print_receipt(volume.receipt));
  for (const auto& [file, digest] : *manifest) {
    if (!file.starts_with(kDocumentsFolder)) continue;
    const auto bytes = read_as(volume.folder, file, kMaxVolumeFileBytes, digest);
    if (!bytes) return bytes.refusal();
    bag.put(file, *bytes);
    if (file.ends_with(".pdf")) ++documents;
  }
  return Done{};
}

void put_keys(Bag& bag, const SubmissionPlan& plan, const signing::PublicKey& log_key) {
  const auto key = signing::log_verifier_key(plan.info.origin, log_key);
  bag.put(std::string(kVerifierKeyFile), signing::print_verifier_key(key) + "\n");
  bag.put(std::string(kPemFile), print_pem(log_key));
  if (!plan.certificates.authorities.empty()) {
    bag.put(std::string(kAuthoritiesFile), plan.certificates.authorities);
  }
  for (std::size_t i = 0; i < plan.certificates.revocations.size(); ++i) {
    bag.put(revocations_path(i), plan.certificates.revocations[i]);
  }
}

Result<signing::Digest> put_frame(Bag& bag, const SubmissionPlan& plan, const SubmissionInfo& info,
                                  const signing::PrivateKey& log_key) {
  bag.put_tag(kBagItFile, kBagIt);
  bag.put_tag(kBagInfoFile, print_submission_info(info));
  bag.put_tag(kReadMeFile, print_submission_read_me({info, log_key.public_key(),
                                                     static_cast<bool>(plan.certificates.sign)}));
  bag.put_tag(kManifestFile, print_manifest(bag.payload()));
  const std::string tags = print_manifest(bag.tags());
  const signing::Digest tag_manifest = signing::sha256(bytes_of(tags));
  bag.write(kTagManifestFile, tags);
  bag.write(kNoteFile, sign_submission(info.name, tag_manifest, info.origin, log_key));
  if (!plan.certificates.sign) return tag_manifest;
  const auto files = plan.certificates.sign(tags);
  if (!files) return files.refusal();
  for (const auto& file : *files) {
    bag.write(std::string(kSignedTagManifest) + file.suffix, file.bytes);
  }
  return tag_manifest;
}

}  // namespace

Result<MadeSubmission> make_submission(const SubmissionPlan& plan,
                                       const signing::PrivateKey& log_key,
                                       const Progress& progress) {
  MadeSubmission made;
  made.info = plan.info;
  made.place = plan.out / plan.info.name;
  made.aside = plan.out / (plan.info.name + std::string(kUnfinished));
  if (fs::exists(fs::symlink_status(made.place))) {
    return Refusal{"submission.exists",
                   {fmt::format("комплект {} уже есть", made.place.string()),
                    fmt::format("the submission {} is there already", made.place.string())}};
  }
  Bag bag(made.aside);
  std::uint64_t documents = 0;
  for (std::size_t i = 0; i < plan.volumes.size(); ++i) {
    if (auto copied = copy_volume(plan.volumes[i], bag, documents); !copied) {
      fs::remove_all(made.aside);
      return copied.refusal();
    }
    if (progress) progress(i + 1, plan.volumes.size());
  }
  bag.put(std::string(kCheckpointFile), plan.checkpoint);
  put_keys(bag, plan, log_key.public_key());
  made.info.bytes = bag.bytes();
  made.info.files = bag.payload().size();
  made.info.documents = documents;
  const auto tag_manifest = put_frame(bag, plan, made.info, log_key);
  if (!tag_manifest) {
    fs::remove_all(made.aside);
    return tag_manifest.refusal();
  }
  made.tag_manifest = *tag_manifest;
  sync_file_system(plan.out);
  return made;
}

void name_submission(const MadeSubmission& made) { rename_durably(made.aside, made.place); }

std::optional<MadeSubmission> left_aside(const fs::path& out, const std::string& name,
                                         const signing::Digest& tag_manifest) {
  MadeSubmission made;
  made.place = out / name;
  made.aside = out / (name + std::string(kUnfinished));
  made.tag_manifest = tag_manifest;
  const auto tags = read_file(made.aside / kTagManifestFile, kMaxManifestBytes);
  const auto info = read_file(made.aside / kBagInfoFile, kMaxVolumeFileBytes);
  if (!tags || !info || signing::sha256(bytes_of(*tags)) != tag_manifest) return std::nullopt;
  const auto parsed = parse_submission_info(*info);
  if (!parsed) return std::nullopt;
  made.info = *parsed;
  return made;
}

}  // namespace letopis::archive
