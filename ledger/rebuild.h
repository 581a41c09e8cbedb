// Views made anew from the entries alone: written over what is there, or compared with it.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "events/views.h"
#include "ledger/store.h"
#include "outcome/result.h"
#include "signing/ed25519.h"

namespace letopis::ledger {

// Told now and then how far a long work has come; any thread, one at a time.
using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

struct RebuiltView {
  events::ViewId id;
  std::string name;
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;       // keys and values
  bool equal = true;             // compare: to what the store holds, byte for byte, head included
  std::string first_difference;  // the key in hexadecimal; empty iff equal
};

struct Rebuilt {
  std::uint64_t size = 0;
  signing::Digest root;
  std::vector<RebuiltView> views;
};

enum class RebuildMode { kReplace, kCompare };

// Folds every entry again, on all cores. Refuses the first entry that is not one or holds an
// unknown fact (rebuild.entry). kReplace takes the place of all views at once, after everything is
// on disk; it requires that no ledger has the store open. Throws StoreFailure.
Result<Rebuilt> rebuild_views(const Store& store,
                              const std::vector<events::Projection>& projections, RebuildMode mode,
                              const Progress& progress);

// Makes the views of a school's log anew that no ledger has open. Before the store is opened for
// writing, which drops what RocksDB cannot read of its journal, it must stand behind its published
// checkpoint: refuses what `read_published` and `stands_behind` refuse, and as above.
Result<Rebuilt> rebuild_school(const std::filesystem::path& directory, const std::string& origin,
                               const signing::PublicKey& log_key,
                               const std::vector<events::Projection>& projections,
                               const Resources& resources, const Progress& progress);

}  // namespace letopis::ledger
