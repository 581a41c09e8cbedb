// Things kept open by name: each opened when first asked for, the longest unused closed when too
// many are open.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "outcome/result.h"

namespace letopis::hosting {

// Any thread. No call or fault passes from one to another: what does not open, or is slow to, is
// refused or slow to its own callers alone. Whoever opens one too many waits while the longest
// unused is closed.
template <class Kept>
class OpenOnDemand {
 public:
  using Open = std::function<Result<std::unique_ptr<Kept>>(const std::string& name)>;

  // `most_open` counts what is kept open for later; what is in use stays open beyond it.
  OpenOnDemand(Open open, std::size_t most_open) : open_(std::move(open)), most_open_(most_open) {}

  // Refuses what `open` refuses. Shared with whoever else uses it now: it closes with the last of
  // them, once it was let go here.
  Result<std::shared_ptr<Kept>> at(const std::string& name) {
    auto kept = use(*slot_of(name), name);
    let_go();
    return kept;
  }

  bool is_open(const std::string& name) const {
    for (const auto& slot : slots_named(name)) {
      const std::unique_lock lock(slot->mutex, std::try_to_lock);
      if (!lock || slot->kept) return true;  // one that opens or closes counts
    }
    return false;
  }

  // Closes what `at` gave, unless somebody else has asked for it since. Requires: `kept` is the
  // caller's last hold on it.
  void give_back(const std::string& name, std::shared_ptr<Kept> kept) {
    for (const auto& slot : slots_named(name)) {
      const std::lock_guard lock(slot->mutex);
      if (slot->kept != kept || slot->used_since_opened > 1) return;
      kept.reset();
      if (slot->kept.use_count() == 1) slot->kept.reset();
    }
    let_go();
  }

  // Of each that is open and not just opening or closing.
  void for_each(const std::function<void(const Kept& kept)>& look) const {
    for (const auto& slot : longest_unused_first()) {
      const std::unique_lock lock(slot->mutex, std::try_to_lock);
      if (lock && slot->kept) look(*slot->kept);
    }
  }

  std::size_t open_now() const {
    std::size_t open = 0;
    for (const auto& slot : longest_unused_first()) {
      const std::unique_lock lock(slot->mutex, std::try_to_lock);
      if (!lock || slot->kept) ++open;  // one that opens or closes counts
    }
    return open;
  }

 private:
  struct Slot {
    std::mutex mutex;  // held while it opens and closes
    std::shared_ptr<Kept> kept;
    std::uint64_t used_since_opened = 0;
    std::uint64_t used = 0;  // under the outer mutex
  };
  using SharedSlot = std::shared_ptr<Slot>;

  SharedSlot slot_of(const std::string& name) {
    const std::lock_guard lock(mutex_);
    auto& slot = slots_[name];
    if (!slot) slot = std::make_shared<Slot>();
    slot->used = ++uses_;
    return slot;
  }

  Result<std::shared_ptr<Kept>> use(Slot& slot, const std::string& name) const {
    const std::lock_guard lock(slot.mutex);
    if (!slot.kept) {
      auto opened = open_(name);
      if (!opened) return opened.refusal();
      slot.kept = *std::move(opened);
      slot.used_since_opened = 0;
    }
    ++slot.used_since_opened;
    return slot.kept;
  }

  // One, or none.
  std::vector<SharedSlot> slots_named(const std::string& name) const {
    const std::lock_guard lock(mutex_);
    const auto found = slots_.find(name);
    if (found == slots_.end()) return {};
    return {found->second};
  }

  std::vector<SharedSlot> longest_unused_first() const {
    const std::lock_guard lock(mutex_);
    std::vector<SharedSlot> slots;
    for (const auto& [name, slot] : slots_) slots.push_back(slot);
    std::sort(slots.begin(), slots.end(),
              [](const SharedSlot& a, const SharedSlot& b) { return a->used < b->used; });
    return slots;
  }

  // What is in use cannot be opened a second time, so it stays until its users are gone.
  void let_go() {
    {
      const auto slots = longest_unused_first();
      std::size_t kept = slots.size();
      for (const auto& slot : slots) {
        if (kept <= most_open_) break;
        const std::unique_lock lock(slot->mutex, std::try_to_lock);
        if (!lock || slot->kept.use_count() > 1) continue;
        slot->kept.reset();
        --kept;
      }
    }
    // Whoever holds a slot got it under this mutex, so what nobody else holds nobody can get now.
    const std::lock_guard lock(mutex_);
    std::erase_if(slots_,
                  [](const auto& one) { return one.second.use_count() == 1 && !one.second->kept; });
  }

  const Open open_;
  const std::size_t most_open_;
  mutable std::mutex mutex_;
  std::map<std::string, SharedSlot> slots_;
  std::uint64_t uses_ = 0;
};

}  // namespace letopis::hosting
