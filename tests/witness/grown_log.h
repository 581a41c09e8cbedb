// A log with a key, whose tree grows as a test wants, and a folder for its witness.
#pragma once

#include <filesystem>
#include <string>

#include "signing/checkpoint.h"
#include "signing/tile_tree.h"
#include "witness/witness.h"

namespace letopis::witness {

class GrownLog {
 public:
  // Two with different `history` differ from the entry `parted` on.
  explicit GrownLog(std::string origin, std::string history = "a", std::uint64_t parted = 0);

  const std::string& origin() const { return origin_; }
  const signing::PrivateKey& key() const { return key_; }
  signing::VerifierKey verifier_key() const;

  signing::Checkpoint checkpoint(std::uint64_t size) const;
  std::string note(std::uint64_t size) const;  // signed by the log
  signing::RowReader hashes() const;

  // The body of add-checkpoint, with a proof that holds.
  std::string request(std::uint64_t old_size, std::uint64_t size) const;

 private:
  signing::Digest leaf(std::uint64_t index) const;

  const std::string origin_, history_;
  const std::uint64_t parted_;
  const signing::PrivateKey key_;
};

// A new folder under the system's place for temporary files, gone with this.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// A witness of that log in that folder.
Witness watching(const std::filesystem::path& folder, const GrownLog& log);

std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, const std::string& contents);

}  // namespace letopis::witness
