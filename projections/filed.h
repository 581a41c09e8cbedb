// A fact filed in a view: who stated it when beside it.
//
//   key   = where the view files it ‖ position (8)
//   value = recorded (8) ‖ stated (8) ‖ author (4) ‖ key number (4) ‖ fact's ordinal (1) ‖ fact
#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <variant>

#include "events/event.h"
#include "events/views.h"
#include "projections/pack.h"
#include "projections/row.h"

namespace letopis::projections {

// From where in the log a fact comes.
struct Stamp {
  events::Position position;
  events::Instant recorded;
  events::Instant stated;
  events::PersonNumber author;
  events::KeyNumber key;
  bool operator==(const Stamp&) const = default;
};

// A fact as a reader finds it. Void iff its key was reported compromised from then on.
template <class Fact>
struct Filed {
  Stamp stamp;
  bool is_void = false;
  Fact fact;
  bool operator==(const Filed&) const = default;
};

// The ordinal of a fact in the closed list; a retired one keeps its place.
template <class Fact, std::size_t kIndex = 0>
constexpr std::uint8_t ordinal_of() {
  static_assert(kIndex < events::kFacts);
  if constexpr (std::is_same_v<std::variant_alternative_t<kIndex, events::AnyFact>, Fact>) {
    return static_cast<std::uint8_t>(kIndex);
  } else {
    return ordinal_of<Fact, kIndex + 1>();
  }
}

template <class Fact>
void write_filed(RowBytes& value, const events::RecordedEvent& event, const Fact& fact) {
  value.instant(event.recorded).instant(event.event.stated);
  value.u32(event.event.author.value).u32(event.key.value).u8(ordinal_of<Fact>());
  Packer(value).put(fact);
}

// Files the fact; `key` is where, and gets the position at its end.
template <class Fact>
void file(events::ViewWriter& own, RowBytes& key, const events::RecordedEvent& event,
          const Fact& fact) {
  RowBytes value;
  write_filed(value, event, fact);
  own.put(key.u64(event.position.value).view(), value.view());
}

// One row as it is read: what it is, and the fact once its type is known. Borrows the value.
class FiledRow {
 public:
  FiledRow(events::Position position, std::string_view value) : rest_(value) {
    RowReader reader(value);
    stamp_ = {position, reader.instant(), reader.instant(), {reader.u32()}, {reader.u32()}};
    ordinal_ = reader.u8();
    rest_.remove_prefix(kHeadBytes);
  }

  const Stamp& stamp() const { return stamp_; }
  template <class Fact>
  bool holds() const {
    return ordinal_ == ordinal_of<Fact>();
  }
  // Requires: holds<Fact>().
  template <class Fact>
  Fact fact() const {
    Fact out;
    RowReader reader(rest_);
    Unpacker(reader).get(out);
    return out;
  }

 private:
  static constexpr std::size_t kHeadBytes = 25;
  Stamp stamp_;
  std::uint8_t ordinal_ = 0;
  std::string_view rest_;
};

// The position at the end of a key.
inline events::Position position_in(std::string_view key) {
  if (key.size() < 8) throw std::runtime_error("a key of a view is too short");
  return {RowReader(key.substr(key.size() - 8)).u64()};
}

}  // namespace letopis::projections
