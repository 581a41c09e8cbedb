// The moment a document was made, as it is given.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "documents/cell.h"

namespace letopis::documents {

struct Moment {
  Date day;
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
  int offset_minutes = 0;  // of local time from UTC, −14 to +14 hours
  bool operator==(const Moment&) const = default;
};

bool exists(const Date& day);

// "2026-11-11T12:30:00+03:00" or "…Z"; anything else is none.
std::optional<Moment> parse_moment(std::string_view text);

// Days since 1970-01-01. Requires: the day exists.
std::int64_t days_since_1970(const Date& day);

}  // namespace letopis::documents
