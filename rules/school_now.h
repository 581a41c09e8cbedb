// The school as it stands at the moment in which a fact is judged: what the rules read.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "regulations/calendar.h"
#include "regulations/time_zone.h"

namespace letopis::rules {

// Reads on demand and keeps what it read, as long as one command is judged; borrows the views. One
// thread.
class SchoolNow {
 public:
  SchoolNow(const events::ViewReader& views, events::Instant now)
      : views_(views), directory_(views), now_(now) {}

  const events::ViewReader& views() const { return views_; }
  const projections::Directory& directory() const { return directory_; }
  events::Instant now() const { return now_; }

  // UTC until the school has described itself.
  const regulations::TimeZone& zone() const;
  events::Day today() const { return day_of(now_); }
  events::Day day_of(events::Instant moment) const { return zone().day_of(moment); }
  const regulations::Calendar& calendar() const;

  const std::vector<projections::RoleHeld>& roles_of(events::PersonNumber person) const;

  // Of the regulation in force on that day; empty iff it is silent.
  const std::optional<events::Parameter>& parameter(std::string_view key, events::Day day) const;

 private:
  const events::ViewReader& views_;
  const projections::Directory directory_;
  const events::Instant now_;
  mutable std::optional<regulations::TimeZone> zone_;
  mutable std::optional<regulations::Calendar> calendar_;
  mutable std::map<events::PersonNumber, std::vector<projections::RoleHeld>> roles_;
  mutable std::map<std::pair<std::string_view, events::Day>, std::optional<events::Parameter>>
      parameters_;  // keys are constants of the program
};

}  // namespace letopis::rules
