// What an answer is read from, and for whom.
#pragma once

#include <functional>

#include "events/commitment.h"
#include "projections/directory_reader.h"
#include "wishes/desk.h"

namespace letopis::wishes {

// Borrows; lives while one query is answered. The desk's author is the reader.
struct Sight {
  const Desk& desk;
  const events::TextSource& texts;
  // How much of the log was recorded at or before a moment.
  const std::function<events::Position(events::Instant)>& size_at;

  const rules::SchoolNow& school() const { return desk.school; }
  const events::ViewReader& views() const { return desk.school.views(); }
  const projections::Directory& directory() const { return desk.school.directory(); }
  events::PersonNumber reader() const { return desk.author; }
  events::Position as_of(const std::optional<events::Instant>& moment) const {
    return moment ? size_at(*moment) : projections::kWholeLog;
  }
};

}  // namespace letopis::wishes
