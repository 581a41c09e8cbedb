// Reads what can still be read of a log that may be damaged, to say whose cell an entry is about.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "events/event.h"
#include "terminal/text.h"

namespace letopis::inspection {

// Opens read-only; nothing here throws or refuses: what cannot be read is left unsaid. One thread.
class DamagedLog {
 public:
  DamagedLog(const std::filesystem::path& directory, terminal::Language language);
  ~DamagedLog();

  // What stands at a position now, by whom and when; or, if it cannot be read, which stream the
  // index puts there. Empty iff nothing is known.
  std::string tell(events::Position position) const;

  // The name that the school gave itself; empty iff it cannot be read.
  std::string school_name() const;

 private:
  struct Opened;
  std::string tell_entry(events::Position position) const;
  std::string tell_by_index(events::Position position) const;

  const terminal::Language language_;
  std::unique_ptr<Opened> opened_;
};

}  // namespace letopis::inspection
