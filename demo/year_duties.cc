#include "demo/year_duties.h"

#include <map>

namespace letopis::demo {

Result<std::vector<DutiesOfAKind>> count_duties(const events::ViewReader& views,
                                                events::Instant now) {
  projections::DueQuery query;
  query.now = now;
  query.done = true;
  const auto items = projections::due_items(views, query);
  if (!items) return items.refusal();
  std::map<projections::DueKind, DutiesOfAKind> by_kind;
  for (const projections::DueItem& item : *items) {
    const bool to_come = !item.done && item.deadline && now < item.deadline->at;
    if (!item.witnessed || to_come) continue;
    const auto [at, is_first] = by_kind.try_emplace(item.kind);
    DutiesOfAKind& kind = at->second;
    if (is_first) kind.first = item;
    ++kind.owed;
    ++(!item.done ? kind.open : item.late ? kind.late : kind.in_time);
  }
  std::vector<DutiesOfAKind> kinds;
  for (auto& [kind, counted] : by_kind) kinds.push_back(std::move(counted));
  return kinds;
}

}  // namespace letopis::demo
