// How a person came by access: codes issued, keys enrolled and ended. Sign-ins are not facts; the
// first one is, for it enrols the key. The key that a code is (held offline) was given, not made:
// by it nobody is in yet.
#pragma once

#include <optional>
#include <vector>

#include "events/views.h"
#include "projections/directory_reader.h"

namespace letopis::projections {

struct AccessStory {
  std::optional<Stamp> issued;               // the first code, or the key that came without one
  std::optional<events::SlipMedium> medium;  // of the last code
  std::optional<Stamp> activated;            // the first key that is not an activation code's
  std::vector<Stamp> given;                  // every code and key, in the order of the log
  std::optional<Stamp> lost;                 // the last key that ended as lost
  bool key_stands = false;                   // some own key neither ended nor was compromised
  bool compromised = false;                  // some key was
};

// As of the directory's size; what is void is no part of it.
AccessStory access_story(const events::ViewReader& views, const Directory& directory,
                         events::PersonNumber person);

}  // namespace letopis::projections
