#include "projections/memory_views.h"

namespace letopis::projections {
namespace {

class OneView : public events::ViewWriter {
 public:
  OneView(MemoryViews& views, events::ViewId id) : views_(views), id_(id) {}
  void put(std::string_view key, std::string_view value) override { views_.put(id_, key, value); }

 private:
  MemoryViews& views_;
  events::ViewId id_;
};

}  // namespace

std::optional<std::string> MemoryViews::get(events::ViewId view, std::string_view key) const {
  const Rows& all = rows(view);
  const auto found = all.find(key);
  if (found == all.end()) return std::nullopt;
  return found->second;
}

void MemoryViews::scan(events::ViewId view, std::string_view from, std::string_view to,
                       const Row& row) const {
  const Rows& all = rows(view);
  for (auto at = all.lower_bound(from); at != all.end(); ++at) {
    if (!to.empty() && at->first >= to) return;
    if (!row(at->first, at->second)) return;
  }
}

void MemoryViews::put(events::ViewId view, std::string_view key, std::string_view value) {
  views_[view].insert_or_assign(std::string(key), std::string(value));
}

void MemoryViews::fold(std::span<const events::Projection> projections,
                       const events::RecordedEvent& event) {
  for (const events::Projection& projection : projections) {
    OneView own(*this, projection.id);
    projection.fold(event, *this, own);
  }
}

const MemoryViews::Rows& MemoryViews::rows(events::ViewId view) const {
  static const Rows none;
  const auto found = views_.find(view);
  return found == views_.end() ? none : found->second;
}

}  // namespace letopis::projections
