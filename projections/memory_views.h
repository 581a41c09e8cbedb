// Views in memory: for tests, and for verifying kept views against the log.
#pragma once

#include <map>
#include <span>
#include <string>

#include "events/views.h"

namespace letopis::projections {

// One thread at a time.
class MemoryViews : public events::ViewReader {
 public:
  using Rows = std::map<std::string, std::string, std::less<>>;

  std::optional<std::string> get(events::ViewId view, std::string_view key) const override;
  void scan(events::ViewId view, std::string_view from, std::string_view to,
            const Row& row) const override;

  void put(events::ViewId view, std::string_view key, std::string_view value);

  // Folds one event into the views of `projections`, in their order.
  void fold(std::span<const events::Projection> projections, const events::RecordedEvent& event);

  const Rows& rows(events::ViewId view) const;
  bool operator==(const MemoryViews& other) const { return views_ == other.views_; }

 private:
  std::map<events::ViewId, Rows> views_;
};

}  // namespace letopis::projections
