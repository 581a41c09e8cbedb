#include "witness/watched_log.h"

#include <algorithm>
#include <stdexcept>

#include "signing/encoding.h"

namespace letopis::witness {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const fs::path& witness, std::string_view origin) {
  const fs::path folder =
      witness / "logs" / signing::to_hex(signing::sha256(bytes_of(origin)).view());
  make_directories_durably(folder);
  return folder;
}

// Of a note that was opened before it was kept.
signing::Checkpoint read_back(const std::string& note) {
  const auto parsed = signing::parse_note(note);
  auto checkpoint = parsed ? signing::parse_checkpoint(parsed->text) : parsed.refusal();
  if (!checkpoint) throw std::runtime_error("a kept checkpoint cannot be read");
  return *std::move(checkpoint);
}

}  // namespace

WatchedLog::WatchedLog(const fs::path& witness, std::string_view origin)
    : folder_(folder_of(witness, origin)), lock_(folder_ / "lock"), history_(folder_) {
  if (history_.head()) newest_ = read_back(*history_.head());
}

void WatchedLog::keep(const KeptCheckpoint& checkpoint, const signing::Checkpoint& opened) {
  history_.keep(checkpoint);
  newest_ = opened;
}

std::optional<std::string> WatchedLog::kept_of_size(std::uint64_t size) const {
  std::optional<std::string> found;
  history_.for_each([&](const KeptCheckpoint& kept) {
    if (read_back(kept.note).size == size) found = kept.note;
    return !found;
  });
  return found;
}

bool WatchedLog::keep_fork(const std::string& note, const signing::Checkpoint& opened) {
  if (!newest_ || opened.size > newest_->size) return false;
  const auto kept = opened.size == newest_->size ? history_.head() : kept_of_size(opened.size);
  if (!kept || read_back(*kept).root == opened.root) return false;
  keep_evidence("fork", {*kept, note, std::nullopt});
  return true;
}

void WatchedLog::keep_unproved(const std::string& note, const std::vector<signing::Digest>& proof) {
  if (history_.head()) keep_evidence("unproved", {*history_.head(), note, proof});
}

void WatchedLog::keep_evidence(const char* kind, const Misbehaviour& misbehaviour) {
  // Whoever sends the same two with another proof is not kept anew.
  const auto both = signing::sha256(bytes_of(misbehaviour.first), bytes_of(misbehaviour.second));
  const fs::path file =
      folder_ / "evidence" / (std::string(kind) + "-" + signing::to_hex(both.view()) + ".txt");
  if (fs::exists(file)) return;
  const auto there = evidence();
  const auto of_kind = std::count_if(there.begin(), there.end(), [&](const fs::path& one) {
    return one.filename().string().starts_with(kind);
  });
  if (static_cast<std::size_t>(of_kind) >= kMaxEvidence) return;
  make_directories_durably(file.parent_path());
  replace_durably(file, print_misbehaviour(misbehaviour));
}

std::vector<fs::path> WatchedLog::evidence() const {
  std::vector<fs::path> files;
  std::error_code absent;
  for (const auto& entry : fs::directory_iterator(folder_ / "evidence", absent)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace letopis::witness
