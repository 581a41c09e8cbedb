// The entries of a log as a medium would hold them, and a school restored from them: what the tests
// of restoring share.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ledger/restore.h"
#include "ledger/tiny_school.h"

namespace letopis::ledger {

struct Volume {
  std::vector<std::string> entries;
  signing::Digest root;

  // Of the log as it stands in a school's directory.
  explicit Volume(const TinySchool& school);
  // Gives the entries in their order, then refuses (volume.end).
  EntrySource source() const;
};

// The rows of some families of a store.
using Rows = std::map<std::string, std::string>;
Rows rows_of(const std::filesystem::path& directory, const Resources& resources, Family family);

// Restores into the directory of the settings, under their origin.
Result<Restored> restore(TinySchool& school, const Volume& volume, const EntrySource& source);
inline Result<Restored> restore(TinySchool& school, const Volume& volume) {
  return restore(school, volume, volume.source());
}

}  // namespace letopis::ledger
