#include "ledger/schools.h"

#include <algorithm>

namespace letopis::ledger {

Result<std::shared_ptr<Ledger>> Schools::at(const std::string& origin) {
  const std::lock_guard lock(mutex_);
  const auto found = std::find_if(kept_.begin(), kept_.end(),
                                  [&](const Kept& one) { return one.origin == origin; });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
    return found->ledger;
  }
  auto opened = open_(origin);
  if (!opened) return opened.refusal();
  kept_.push_front({origin, std::move(*opened)});
  const auto ledger = kept_.front().ledger;
  let_go();
  return ledger;
}

// A ledger in use cannot be opened a second time, so it stays until its users are gone.
void Schools::let_go() {
  for (auto last = kept_.end(); kept_.size() > most_open_ && last != kept_.begin();) {
    --last;
    if (last->ledger.use_count() == 1) last = kept_.erase(last);
  }
}

std::size_t Schools::open_now() const {
  const std::lock_guard lock(mutex_);
  return kept_.size();
}

}  // namespace letopis::ledger
