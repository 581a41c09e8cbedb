// Tells what an entry says that something is wrong with: whose, when, which lesson.
#pragma once

#include <boost/json/object.hpp>
#include <memory>
#include <optional>
#include <string>

#include "archive/medium_entries.h"
#include "archive/verdict.h"
#include "events/entry.h"
#include "regulations/time_zone.h"
#include "terminal/text.h"
#include "verifier/volume_naming.h"

namespace letopis::verifier {

// Reads the volumes again when it is first asked; nothing here throws or refuses. One thread.
class EntryTeller {
 public:
  EntryTeller(const archive::Verdict& verdict, terminal::Language language);

  // What stands at a position now, by whom and when; or what its readable line says, if the entry
  // itself cannot be read. Empty iff nothing is known.
  std::string tell(events::Position position);

 private:
  std::string tell_event(const events::EntryParts& parts, const events::Event& event);
  std::string tell_line(events::Position position);
  std::string tell_fact(std::string_view fact, const boost::json::object& says);

  const terminal::Language language_;
  const archive::MediumEntries entries_;
  std::optional<regulations::TimeZone> zone_;
  std::unique_ptr<VolumeNaming> naming_;
};

}  // namespace letopis::verifier
