// Things as people refer to them → their numbers.
//
//   any          its number                              5
//   person       login                                   "petrova"
//                or name, of those whom the author sees  "Смирнова Анна"
//   class        name on the day of the desk, or else    "5А"
//                of today where nothing was called so
//   subject      name or short name                      "Математика"
//   room, group, bell schedule, point: name              "101"
//   medium       serial number
//   year         its calendar years, or the first        "2025/26", 2025
//   period       kind and ordinal, of the year of the day    {"kind": "quarter", "ordinal": 1}
//                or its name                             "1 четверть"
//   load         {"class": "5А", "subject": "Математика", "teacher": "petrova", "group": "1"}
//   lesson       {"class": "5А", "subject": "Математика", "day": "2025-10-03", "bell": 2}
//
// Case, «ё» and spaces do not matter in names.
#pragma once

#include <boost/json/value.hpp>

#include "outcome/result.h"
#include "wishes/desk.h"

namespace letopis::wishes {

// A number given as such is taken as it stands: whether there is such a thing the rules say.
// Refuses wish.wrong_type, what the fields of an object refuse, reference.unknown (telling what
// there is) and reference.ambiguous (telling between what).
Result<std::uint32_t> resolve(events::NumberKind kind, const boost::json::value& from,
                              std::string_view place, const Desk& desk);

// What stands for a thing of that kind beside its number: by a text, by an object.
bool has_names(events::NumberKind kind);
bool has_objects(events::NumberKind kind);

}  // namespace letopis::wishes
