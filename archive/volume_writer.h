// Writes one volume to two media at once, aside; what was written is in the manifest.
#pragma once

#include <array>
#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "archive/manifest.h"

namespace letopis::archive {

// Any thread may put files. Whatever a medium does wrong is thrown as MediumFailure, and the
// folders aside are left for `abandon`, or for the next writer.
class VolumeWriter {
 public:
  // Makes the folder NAME.part in each root; one that an earlier writer left is removed.
  VolumeWriter(std::array<std::filesystem::path, 2> roots, std::string name);
  VolumeWriter(const VolumeWriter&) = delete;
  VolumeWriter& operator=(const VolumeWriter&) = delete;

  // One more file of the payload, or a tag file: only the former enter the manifest.
  void put(std::string_view path, std::string_view contents);
  void put_tag(std::string_view path, std::string_view contents);

  const Manifest& payload() const { return payload_; }
  const Manifest& tags() const { return tags_; }
  std::uint64_t payload_bytes() const { return payload_bytes_; }

  // Makes everything durable, reads every byte back from each medium and compares. Refuses
  // media.reads_otherwise, naming the file.
  Outcome read_back() const;
  // Gives the volume its name on both media, durably; on both or, as far as they allow, on none.
  void finish();
  // Removes what was written, as far as the media still allow it.
  void abandon() noexcept;

 private:
  void write(std::string_view path, std::string_view contents);
  void make_folders(std::string_view path);

  const std::array<std::filesystem::path, 2> roots_;
  const std::string name_;
  std::array<std::filesystem::path, 2> folders_;
  std::mutex mutex_;
  std::set<std::string, std::less<>> made_;
  Manifest payload_;
  Manifest tags_;
  std::uint64_t payload_bytes_ = 0;
};

}  // namespace letopis::archive
