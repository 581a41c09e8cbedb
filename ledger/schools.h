// The ledgers of many schools in one process: each opened when first asked for, all on the same
// Resources, the longest unused closed when too many are open.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace letopis::ledger {

// Any thread. No call, fault or secret passes from one school to another: a school that does not
// open, or is slow to, is refused or slow to its own callers alone. Whoever opens one school too
// many waits while the longest unused is closed.
class Schools {
 public:
  using Open = std::function<Result<std::unique_ptr<Ledger>>(const std::string& origin)>;

  // `most_open` counts ledgers kept open for later; those in use stay open beyond it.
  Schools(Open open, std::size_t most_open) : open_(std::move(open)), most_open_(most_open) {}

  // The school's ledger; refuses what `open` refuses. Shared with whoever else uses it now: it
  // closes with the last of them, once it was let go here.
  Result<std::shared_ptr<Ledger>> at(const std::string& origin);

  std::size_t open_now() const;

 private:
  struct Slot {
    std::mutex mutex;  // held while its ledger opens and closes
    std::shared_ptr<Ledger> ledger;
    std::uint64_t used = 0;  // under the schools' mutex
  };
  using SharedSlot = std::shared_ptr<Slot>;

  SharedSlot slot_of(const std::string& origin);
  Result<std::shared_ptr<Ledger>> use(Slot& slot, const std::string& origin) const;
  std::vector<SharedSlot> longest_unused_first() const;
  void let_go();

  const Open open_;
  const std::size_t most_open_;
  mutable std::mutex mutex_;
  std::map<std::string, SharedSlot> slots_;
  std::uint64_t uses_ = 0;
};

}  // namespace letopis::ledger
