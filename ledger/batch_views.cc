#include "ledger/batch.h"

namespace letopis::ledger {

void BatchViews::put(events::ViewId view, std::string_view key, std::string_view value) {
  auto full = view_key(view, key);
  memory_.forget(full);
  rows_.insert_or_assign(std::move(full), std::string(value));
}

std::optional<std::string> BatchViews::get(events::ViewId view, std::string_view key) const {
  auto full = view_key(view, key);
  if (const auto found = rows_.find(full); found != rows_.end()) return found->second;
  return memory_.recall(full, [this](const auto& row) { return store_.get(Family::kViews, row); });
}

// Merges two ordered sources; a row of the batch hides the store's row of the same key.
void BatchViews::scan(events::ViewId view, std::string_view from, std::string_view to,
                      const Row& row) const {
  const std::string first = view_key(view, from);
  const std::string end =
      to.empty() ? view_key(events::ViewId{static_cast<std::uint8_t>(view.value + 1)}, "")
                 : view_key(view, to);
  auto next = rows_.lower_bound(first);
  const auto kept = store_.rows(Family::kViews);
  kept->Seek(slice(first));
  const auto kept_here = [&] { return kept->Valid() && view_of(kept->key()) < end; };
  const auto fresh_here = [&] { return next != rows_.end() && next->first < end; };
  while (kept_here() || fresh_here()) {
    const bool take_fresh = fresh_here() && (!kept_here() || next->first <= view_of(kept->key()));
    const std::string key = take_fresh ? next->first : std::string(view_of(kept->key()));
    const std::string value = take_fresh ? next->second : std::string(view_of(kept->value()));
    if (kept_here() && view_of(kept->key()) == key) kept->Next();
    if (take_fresh) ++next;
    if (!row(std::string_view(key).substr(1), value)) return;
  }
  require(kept->status());
}

}  // namespace letopis::ledger
