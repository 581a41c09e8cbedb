// What somebody does to a volume who knows how it is made: with the log's key, if it was stolen, or
// without it.
#pragma once

#include <functional>

#include "archive/bag_info.h"
#include "archive/sealed_school.h"

namespace letopis::archive {

// Borrows the copy. Files are named relative to the volume.
class VolumeForger {
 public:
  VolumeForger(const MediumCopy& medium, std::string name)
      : medium_(medium), name_(std::move(name)) {}

  std::string read(std::string_view file) const;
  void put(std::string_view file, std::string_view contents) const;
  void remove(std::string_view file) const;
  void change_info(const std::function<void(BagInfo&)>& change) const;

  // What a log of these entries has at a position: the bundle, the tile of its leaves, the lines of
  // its file of renditions.
  void put_bundle(const MemoryLog& log, std::uint64_t position) const;
  void put_tile(const MemoryLog& log, std::uint64_t position) const;
  void put_renditions(const MemoryLog& log, std::uint64_t position) const;
  // The tiles above the leaves.
  void put_upper_tiles(const MemoryLog& log) const;

  // Manifests that say what is there, and with the key a signature of them.
  void list_anew() const;
  void sign_anew(const std::string& origin, const signing::PrivateKey& log_key) const;

 private:
  const MediumCopy& medium_;
  const std::string name_;
};

// Where the bundle of a position lies in a volume of that end.
std::string bundle_file(std::uint64_t position, std::uint64_t end);

// Seals the log anew in the place of the newest volume, with the log's own key.
void seal_over(const SealedSchool& school, const MediumCopy& medium, const MemoryLog& log);

}  // namespace letopis::archive
