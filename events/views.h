// Views as projections see them: ordered keys and values, one space of keys for each view.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "events/event.h"

namespace letopis::events {

// The stable number of a view: it is the first byte of its keys in the store.
struct ViewId {
  std::uint8_t value = 0;
  auto operator<=>(const ViewId&) const = default;
};

// Reads views at one moment of the log. One thread at a time.
class ViewReader {
 public:
  virtual ~ViewReader() = default;
  virtual std::optional<std::string> get(ViewId view, std::string_view key) const = 0;

  // Calls `row(key, value)` for the rows with from <= key < to, in the order of keys as bytes,
  // until it answers false. An empty `to` means: to the end of the view.
  using Row = std::function<bool(std::string_view key, std::string_view value)>;
  virtual void scan(ViewId view, std::string_view from, std::string_view to,
                    const Row& row) const = 0;
};

// Writes rows of one view. There is no erasing: views are facts in another order.
class ViewWriter {
 public:
  virtual ~ViewWriter() = default;
  virtual void put(std::string_view key, std::string_view value) = 0;
};

// A fold over the facts into one view. `fold` is pure: the same facts in the same order give the
// same rows, byte for byte. It may read its own view and those listed as `reads` (which fold each
// event before it); nothing else.
struct Projection {
  ViewId id;
  std::string name;  // "journal": file names, messages
  std::function<void(const RecordedEvent& event, const ViewReader& views, ViewWriter& own)> fold;
  bool read_by_others = false;
};

}  // namespace letopis::events
