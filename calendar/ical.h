// A calendar as the bytes of iCalendar (RFC 5545): what a phone or a desk reads by subscription.
// The same calendar gives the same bytes.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "events/identifiers.h"

namespace letopis::calendar {

inline constexpr std::size_t kMostLineOctets = 75;  // longer ones are folded (section 3.1)

struct Span {
  events::Instant starts;
  events::Instant ends;
  bool operator==(const Span&) const = default;
};

struct Entry {
  std::string uid;                       // the same for ever, whatever changes
  std::variant<Span, events::Day> when;  // a day: the whole of it, wherever the reader is
  std::string summary;
  std::string place;           // empty: nobody said where
  std::string description;     // empty: nothing more to say
  std::uint32_t sequence = 0;  // of its revisions, never less than before
  bool cancelled = false;
  bool operator==(const Entry&) const = default;
};

struct Calendar {
  std::string name;
  std::string zone;      // "Europe/Moscow": how a reader may show it; moments are in UTC
  events::Instant made;  // DTSTAMP of all of its entries
  std::vector<Entry> entries;
};

std::string print_calendar(const Calendar& calendar);

}  // namespace letopis::calendar
