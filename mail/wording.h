// A notice written out in words, from what the log and the vault say at that moment.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "events/commitment.h"
#include "events/views.h"
#include "mail/notice.h"
#include "projections/directory_reader.h"
#include "regulations/time_zone.h"
#include "terminal/text.h"
#include "trace/entry.h"

namespace letopis::mail {

// The log of access as far as it is written.
struct Accesses {
  std::uint64_t size = 0;
  std::function<std::optional<trace::Entry>(std::uint64_t index)> entry;  // below the size
};

// Borrows all; lives while notices are written out. The directory is of the same views.
struct Sources {
  const events::ViewReader& views;
  const projections::Directory& directory;
  const events::TextSource& texts;
  const regulations::TimeZone& zone;
  const Accesses& accesses;
  terminal::Language language;
  std::string page;  // where the journal is: "https://journal.example"; may be empty
};

struct Words {
  std::string subject;  // no names, no marks: it is read on the way
  std::string body;
  bool operator==(const Words&) const = default;
};

// Where the person may be written to: the newest e-mail address among their data. Empty iff there
// is none, it is erased, or is no address (email.h).
std::optional<std::string> address_of(events::PersonNumber person, const Sources& from);

// Empty iff there is nothing to tell any more: taken back, erased, void, the child no longer
// theirs, the week empty; or the person has chosen another way since.
std::optional<Words> words_of(const Notice& notice, const Sources& from);

}  // namespace letopis::mail
