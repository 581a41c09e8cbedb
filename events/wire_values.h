// Single values on the wire: strong types here, plain integers and bytes there.
// `write` gives what a setter takes; `read` answers false iff the value cannot be one.
#pragma once

#include <capnp/blob.h>
#include <capnp/list.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "events/event.h"
#include "events/text.h"

namespace letopis::events {

template <NumberKind kind>
std::uint32_t write(Number<kind> value) {
  return value.value;
}
template <NumberKind kind>
std::uint32_t write(std::optional<Number<kind>> value) {
  return value ? value->value : 0;
}
inline std::int32_t write(Day value) { return value.value; }
inline std::int32_t write(std::optional<Day> value) { return value ? value->value : 0; }
inline std::int64_t write(Instant value) { return value.milliseconds; }
inline std::uint64_t write(Position value) { return value.value; }
inline std::uint16_t write(std::uint16_t value) { return value; }
inline std::uint32_t write(std::uint32_t value) { return value; }
inline bool write(bool value) { return value; }
inline capnp::Text::Reader write(const std::string& value) { return {value.c_str(), value.size()}; }
template <std::size_t size>
capnp::Data::Reader write_array(const std::array<std::byte, size>& value) {
  return {reinterpret_cast<const kj::byte*>(value.data()), size};
}
inline capnp::Data::Reader write(const signing::Digest& value) { return write_array(value.bytes); }
inline capnp::Data::Reader write(const Commitment& value) { return write(value.digest); }
inline capnp::Data::Reader write(const signing::PublicKey& value) {
  return write_array(value.bytes);
}
inline capnp::Data::Reader write(const signing::KeyId& value) { return write(value.digest); }
template <class Wire, class Enumeration>
Wire write(Enumeration value) {
  return static_cast<Wire>(value);
}

// A number that must be there is never 0; only the founder authors as 0, outside of facts.
template <NumberKind kind>
bool read(std::uint32_t from, Number<kind>& to) {
  to.value = from;
  return from != 0;
}
template <NumberKind kind>
bool read(std::uint32_t from, std::optional<Number<kind>>& to) {
  if (from != 0) to = Number<kind>{from};
  return true;
}
inline bool read(std::int32_t from, Day& to) { return to.value = from, true; }
inline bool read(std::int32_t from, std::optional<Day>& to) {
  if (from != 0) to = Day{from};
  return true;
}
inline bool read(std::int64_t from, Instant& to) { return to.milliseconds = from, true; }
inline bool read(std::uint64_t from, Position& to) { return to.value = from, true; }
inline bool read(std::uint16_t from, std::uint16_t& to) { return to = from, true; }
inline bool read(std::uint32_t from, std::uint32_t& to) { return to = from, true; }
inline bool read(bool from, bool& to) { return to = from, true; }
inline bool read(capnp::Text::Reader from, std::string& to) {
  to.assign(from.begin(), from.size());
  return to.size() <= kMaxTextBytes && is_plain_text(to);
}
template <std::size_t size>
bool read_array(capnp::Data::Reader from, std::array<std::byte, size>& to) {
  if (from.size() != size) return false;
  std::memcpy(to.data(), from.begin(), size);
  return true;
}
inline bool read(capnp::Data::Reader from, signing::Digest& to) {
  return read_array(from, to.bytes);
}
inline bool read(capnp::Data::Reader from, Commitment& to) { return read(from, to.digest); }
inline bool read(capnp::Data::Reader from, signing::PublicKey& to) {
  return read_array(from, to.bytes);
}
inline bool read(capnp::Data::Reader from, signing::KeyId& to) { return read(from, to.digest); }
template <class Wire, class Enumeration>
requires std::is_enum_v<Enumeration>
bool read(Wire from, Enumeration& to) {
  to = static_cast<Enumeration>(from);
  return static_cast<std::size_t>(from) < word_count<Enumeration>();
}

template <class Item>
unsigned size_of(const std::vector<Item>& items) {
  return static_cast<unsigned>(items.size());
}
template <class Item, class List>
void write_list(const std::vector<Item>& items, List to) {
  for (unsigned i = 0; i < items.size(); ++i) encode(items[i], to[i]);
}
inline void write_list(const std::vector<signing::Digest>& items,
                       capnp::List<capnp::Data>::Builder to) {
  for (unsigned i = 0; i < items.size(); ++i) to.set(i, write(items[i]));
}
template <class Item, class List>
bool read_list(List from, std::vector<Item>& to) {
  if (from.size() > kMaxListItems) return false;
  to.resize(from.size());
  for (unsigned i = 0; i < from.size(); ++i) {
    if constexpr (requires { decode(from[i], to[i]); }) {
      if (!decode(from[i], to[i])) return false;
    } else {
      if (!read(from[i], to[i])) return false;
    }
  }
  return true;
}

}  // namespace letopis::events
