// Entries as a person reads them: one line of JSON an entry, the same bytes for the same entry.
#pragma once

#include <string>

#include "events/entry.h"
#include "events/event.h"

namespace letopis::archive {

// Appends the line of one entry, its newline included. Version 0 of docs/archive-format.md.
void append_rendition(std::string& out, events::Position position, const events::EntryParts& parts,
                      const events::Event& event);

}  // namespace letopis::archive
