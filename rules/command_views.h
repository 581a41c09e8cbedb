// The views as they will be once the facts before this one in the same command are in the log.
#pragma once

#include <map>
#include <string>

#include "events/event.h"
#include "events/views.h"

namespace letopis::rules {

// Rows of the command over the rows of the log; borrows the latter. One thread.
class CommandViews : public events::ViewReader {
 public:
  explicit CommandViews(const events::ViewReader& log) : log_(log) {}

  std::optional<std::string> get(events::ViewId view, std::string_view key) const override;
  void scan(events::ViewId view, std::string_view from, std::string_view to,
            const Row& row) const override;

  // Folds one fact into the views that rules read: the directory and the journal. Its position lies
  // behind all that a log can have, in the order of the calls; its key is never void.
  void fold(events::PersonNumber author, events::Instant now, const events::Fact& fact);

 private:
  class Writer;
  using Rows = std::map<std::string, std::string, std::less<>>;

  const events::ViewReader& log_;
  std::map<events::ViewId, Rows> own_;
  std::uint64_t folded_ = 0;
};

}  // namespace letopis::rules
