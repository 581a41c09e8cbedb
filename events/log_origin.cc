#include "events/log_origin.h"

#include <algorithm>

#include "outcome/invariant.h"

namespace letopis::events {
namespace {

Refusal continued_wrongly(std::string ru, std::string en) {
  return {"log.continued_wrongly", {std::move(ru), std::move(en)}};
}

Refusal not_the_start() {
  return {"log.start",
          {"журнал событий начинается записью № 0, и только ею",
           "a log is started by entry 0, and by it alone"}};
}

}  // namespace

Outcome LogOrigin::next(const Event& event, const signing::MerkleFrontier& before) {
  const auto* start = std::get_if<LogStarted>(&event.fact);
  const bool first = !started() && before.size() == 0;
  if (first != (start != nullptr)) return not_the_start();
  if (start) names_.push_back(start->origin);
  const auto* continued = std::get_if<LogContinued>(&event.fact);
  if (!continued) return Done{};
  if (!started()) return not_the_start();
  if (auto fits = check_continued(event, *continued, before); !fits) return fits;
  names_.push_back(continued->origin);
  return Done{};
}

Outcome LogOrigin::check_continued(const Event& event, const LogContinued& fact,
                                   const signing::MerkleFrontier& before) const {
  if (event.index != 0) {
    return continued_wrongly("журнал событий продолжают отдельной командой",
                             "a log is continued by the first event of a command");
  }
  if (std::find(names_.begin(), names_.end(), fact.origin) != names_.end()) {
    return continued_wrongly("журнал событий уже носит или носил имя " + fact.origin,
                             "the log has or had the name " + fact.origin + " already");
  }
  // Two branches of one log may not go on under one name, so each says where it left the other.
  if (fact.old_size.value != before.size() || fact.old_root != before.root()) {
    return continued_wrongly("журнал событий продолжен не с того места, которое названо",
                             "the log is not continued where the entry says it is");
  }
  return Done{};
}

const std::string& LogOrigin::name() const {
  INVARIANT(started());
  return names_.back();
}

bool LogOrigin::stood_under(const std::string& name) const {
  return started() && name != this->name() &&
         std::find(names_.begin(), names_.end(), name) != names_.end();
}

}  // namespace letopis::events
