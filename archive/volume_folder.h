// The files of one volume as they lie on a medium: each read once, whole, and held against the
// volume's own manifests.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "archive/manifest.h"
#include "audit/findings.h"

namespace letopis::archive {

inline constexpr std::size_t kMaxVolumeFiles = 16'000'000;
inline constexpr std::size_t kMaxVolumeFileBytes = 256u << 20;  // of renditions
inline constexpr std::size_t kMaxSmallFileBytes = 16u << 20;    // of all but entries and manifests
inline constexpr std::size_t kMaxDocumentBytes = 128u << 20;    // of a PDF or a table
inline constexpr std::size_t kMaxVolumeCheckpoints = 100'000;

// What Payload-Oxum of bag-info.txt says: of all under data/.
struct PayloadSum {
  std::uint64_t bytes = 0;
  std::uint64_t files = 0;
};

// Findings are filed under "files" and name the file. Any threads may read at once; the rest
// belongs to one.
class VolumeFolder {
 public:
  // Lists what is there, following no links. `past_cache`: read what lies on the medium, not what
  // memory holds.
  VolumeFolder(std::filesystem::path path, bool past_cache, audit::Findings& findings);
  VolumeFolder(const VolumeFolder&) = delete;
  VolumeFolder& operator=(const VolumeFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  bool has(std::string_view file) const { return files_.find(file) != files_.end(); }
  std::size_t file_count() const { return files_.size(); }
  PayloadSum payload() const;
  // Names below a folder "data/log/checkpoints/", whole paths.
  std::vector<std::string> below(std::string_view folder) const;

  // A file that no manifest vouches for: the tag manifest itself and what lies in signatures/.
  std::optional<std::string> read_bare(std::string_view file);
  // A file of the manifest: empty, and a finding, iff it is missing or does not read; a finding too
  // if its digest is another.
  std::optional<std::string> read(std::string_view file);

  // From now on `read` holds files against these digests.
  void trust_manifest(const Manifest& manifest);
  // After all reading: reads what nobody asked for, and finds what no manifest lists.
  void finish();

  std::uint64_t bytes_read() const { return bytes_; }
  std::uint64_t files_read() const { return reads_; }

 private:
  void list();
  std::optional<std::string> load(std::string_view file);
  void add(audit::Fault fault, const char* code, std::string_view file, const char* ru,
           const char* en);

  const std::filesystem::path path_;
  const bool past_cache_;
  audit::Findings& findings_;
  std::map<std::string, std::uint64_t, std::less<>> files_;  // with their sizes
  Manifest manifest_;
  std::mutex mutex_;
  std::set<std::string, std::less<>> read_;
  std::atomic<std::uint64_t> bytes_{0};
  std::atomic<std::uint64_t> reads_{0};
};

// The sizes that the names of a volume's earlier checkpoints tell, and that of a document volume's
// own; what is no such name is left out. Requires: is_volume_name of the folder.
std::vector<std::uint64_t> checkpoint_sizes(const std::filesystem::path& volume);

}  // namespace letopis::archive
