#include "rules/command_views.h"

#include <limits>

#include "projections/directory.h"
#include "projections/journal.h"

namespace letopis::rules {
namespace {

constexpr std::uint64_t kBehindEveryLog = std::uint64_t{1} << 62;
constexpr events::KeyNumber kOfThisCommand{std::numeric_limits<std::uint32_t>::max()};

}  // namespace

class CommandViews::Writer : public events::ViewWriter {
 public:
  explicit Writer(Rows& rows) : rows_(rows) {}
  void put(std::string_view key, std::string_view value) override {
    rows_.insert_or_assign(std::string(key), std::string(value));
  }

 private:
  Rows& rows_;
};

std::optional<std::string> CommandViews::get(events::ViewId view, std::string_view key) const {
  if (const auto rows = own_.find(view); rows != own_.end()) {
    const auto row = rows->second.find(key);
    if (row != rows->second.end()) return row->second;
  }
  return log_.get(view, key);
}

void CommandViews::scan(events::ViewId view, std::string_view from, std::string_view to,
                        const Row& row) const {
  const auto rows = own_.find(view);
  if (rows == own_.end()) return log_.scan(view, from, to, row);
  auto own = rows->second.lower_bound(from);
  const auto own_end = to.empty() ? rows->second.end() : rows->second.lower_bound(to);
  bool goes_on = true;
  log_.scan(view, from, to, [&](std::string_view key, std::string_view value) {
    for (; goes_on && own != own_end && own->first < key; ++own) {
      goes_on = row(own->first, own->second);
    }
    if (!goes_on) return false;
    const bool replaced = own != own_end && own->first == key;
    goes_on = row(key, replaced ? std::string_view(own->second) : value);
    if (replaced) ++own;
    return goes_on;
  });
  for (; goes_on && own != own_end; ++own) goes_on = row(own->first, own->second);
}

void CommandViews::fold(events::PersonNumber author, events::Instant now,
                        const events::Fact& fact) {
  events::RecordedEvent event;
  event.position = {kBehindEveryLog + folded_++};
  event.recorded = now;
  event.key = kOfThisCommand;
  event.event.author = author;
  event.event.stated = now;
  event.event.fact = fact;
  for (const auto& projection :
       {projections::directory_projection(), projections::journal_projection()}) {
    Writer own(own_[projection.id]);
    projection.fold(event, *this, own);
  }
}

}  // namespace letopis::rules
