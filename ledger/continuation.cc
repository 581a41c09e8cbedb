#include "ledger/continuation.h"

#include <fmt/format.h>

namespace letopis::ledger {
namespace {

Refusal does_not_read(events::Position position, const Refusal& why) {
  return {"ledger.altered",
          {fmt::format("запись № {} не читается: {}", position.value, why.says.ru),
           fmt::format("entry {} does not read: {}", position.value, why.says.en)}};
}

bool names(const events::Fact& fact) {
  return std::holds_alternative<events::LogStarted>(fact) ||
         std::holds_alternative<events::LogContinued>(fact);
}

}  // namespace

// Both facts are the school's own, so its stream holds every name.
Result<events::LogOrigin> origin_in(const Snapshot& log) {
  events::LogOrigin origin;
  for (const auto position : log.stream({events::StreamKind::kSchool, 0, 0, 0})) {
    const auto event = log.event(position);
    if (!event) return does_not_read(position, event.refusal());
    if (!names(event->event.fact)) continue;
    const auto before = signing::frontier_at(position.value, log.tree());
    if (auto fits = origin.next(event->event, before); !fits) return fits.refusal();
  }
  if (origin.started()) return origin;
  return Refusal{"log.start",
                 {"в журнале событий нет его начала", "the log does not have its beginning"}};
}

Result<std::string> origin_of(const Snapshot& log) {
  const auto origin = origin_in(log);
  if (!origin) return origin.refusal();
  return origin->name();
}

}  // namespace letopis::ledger
