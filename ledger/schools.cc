#include "ledger/schools.h"

#include <algorithm>

namespace letopis::ledger {

Result<std::shared_ptr<Ledger>> Schools::at(const std::string& origin) {
  auto ledger = use(*slot_of(origin), origin);
  let_go();
  return ledger;
}

Schools::SharedSlot Schools::slot_of(const std::string& origin) {
  const std::lock_guard lock(mutex_);
  auto& slot = slots_[origin];
  if (!slot) slot = std::make_shared<Slot>();
  slot->used = ++uses_;
  return slot;
}

Result<std::shared_ptr<Ledger>> Schools::use(Slot& slot, const std::string& origin) const {
  const std::lock_guard lock(slot.mutex);
  if (slot.ledger) return slot.ledger;
  auto opened = open_(origin);
  if (!opened) return opened.refusal();
  slot.ledger = std::move(*opened);
  return slot.ledger;
}

std::vector<Schools::SharedSlot> Schools::longest_unused_first() const {
  const std::lock_guard lock(mutex_);
  std::vector<SharedSlot> slots;
  for (const auto& [origin, slot] : slots_) slots.push_back(slot);
  std::sort(slots.begin(), slots.end(),
            [](const SharedSlot& a, const SharedSlot& b) { return a->used < b->used; });
  return slots;
}

// A ledger in use cannot be opened a second time, so it stays until its users are gone.
void Schools::let_go() {
  {
    const auto slots = longest_unused_first();
    std::size_t kept = slots.size();
    for (const auto& slot : slots) {
      if (kept <= most_open_) break;
      const std::unique_lock lock(slot->mutex, std::try_to_lock);
      if (!lock || slot->ledger.use_count() > 1) continue;
      slot->ledger.reset();
      --kept;
    }
  }
  // Whoever holds a slot got it under this mutex, so what nobody else holds nobody can get now.
  const std::lock_guard lock(mutex_);
  std::erase_if(slots_,
                [](const auto& one) { return one.second.use_count() == 1 && !one.second->ledger; });
}

std::size_t Schools::open_now() const {
  std::size_t open = 0;
  for (const auto& slot : longest_unused_first()) {
    const std::unique_lock lock(slot->mutex, std::try_to_lock);
    if (!lock || slot->ledger) ++open;  // one that opens or closes counts
  }
  return open;
}

}  // namespace letopis::ledger
