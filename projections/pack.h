// Facts as bytes of a row: their fields one after another in the order of the schema. Views are
// rebuilt when a fact changes, so these bytes need not outlive the program.
//
//   number, Position, moment, day: big-endian; coded word and bool: 1 byte; digest, key: its bytes;
//   text: length (4), bytes; list: length (4), items; optional: 0, or 1 and the value
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "events/values.h"
#include "projections/row.h"

namespace letopis::projections {

class Packer {
 public:
  explicit Packer(RowBytes& to) : to_(to) {}

  template <class Field>
  void operator()(std::string_view, const Field& field) {
    put(field);
  }

  void put(bool value) { to_.u8(value ? 1 : 0); }
  void put(std::uint16_t value) { to_.u16(value); }
  void put(std::uint32_t value) { to_.u32(value); }
  void put(events::Day value) { to_.day(value); }
  void put(events::Instant value) { to_.instant(value); }
  void put(events::Position value) { to_.u64(value.value); }
  void put(const signing::Digest& value) { to_.bytes(text_of(value.view())); }
  void put(const signing::PublicKey& value) { to_.bytes(text_of(value.view())); }
  void put(const signing::KeyId& value) { put(value.digest); }
  void put(const events::Commitment& value) { put(value.digest); }
  void put(const std::string& value) {
    to_.u32(static_cast<std::uint32_t>(value.size())).bytes(value);
  }
  template <events::NumberKind kKind>
  void put(events::Number<kKind> value) {
    to_.u32(value.value);
  }
  template <class Number>
  void put(const events::Declared<Number>& value) {
    put(value.number);
  }
  template <class Item>
  void put(const std::optional<Item>& value) {
    to_.u8(value ? 1 : 0);
    if (value) put(*value);
  }
  template <class Item>
  void put(const std::vector<Item>& items) {
    to_.u32(static_cast<std::uint32_t>(items.size()));
    for (const Item& item : items) put(item);
  }
  template <class Value>
  void put(const Value& value) {
    if constexpr (std::is_enum_v<Value>) {
      to_.u8(static_cast<std::uint8_t>(value));
    } else {
      Value::visit_fields(value, *this);
    }
  }

 private:
  RowBytes& to_;
};

class Unpacker {
 public:
  explicit Unpacker(RowReader& from) : from_(from) {}

  template <class Field>
  void operator()(std::string_view, Field& field) {
    get(field);
  }
  template <class Number>
  void operator()(std::string_view, events::Declared<Number> declared) {
    get(declared.number);
  }

  void get(bool& value) { value = from_.u8() != 0; }
  void get(std::uint16_t& value) { value = from_.u16(); }
  void get(std::uint32_t& value) { value = from_.u32(); }
  void get(events::Day& value) { value = from_.day(); }
  void get(events::Instant& value) { value = from_.instant(); }
  void get(events::Position& value) { value.value = from_.u64(); }
  void get(signing::Digest& value) { get_array(value.bytes); }
  void get(signing::PublicKey& value) { get_array(value.bytes); }
  void get(signing::KeyId& value) { get(value.digest); }
  void get(events::Commitment& value) { get(value.digest); }
  void get(std::string& value) { value = from_.bytes(from_.u32()); }
  template <events::NumberKind kKind>
  void get(events::Number<kKind>& value) {
    value.value = from_.u32();
  }
  template <class Item>
  void get(std::optional<Item>& value) {
    if (from_.u8() != 0) {
      get(value.emplace());
    } else {
      value.reset();
    }
  }
  template <class Item>
  void get(std::vector<Item>& items) {
    const std::uint32_t count = from_.u32();
    items.clear();
    for (std::uint32_t i = 0; i < count; ++i) get(items.emplace_back());
  }
  template <class Value>
  void get(Value& value) {
    if constexpr (std::is_enum_v<Value>) {
      value = static_cast<Value>(from_.u8());
    } else {
      Value::visit_fields(value, *this);
    }
  }

 private:
  template <std::size_t kSize>
  void get_array(std::array<std::byte, kSize>& to) {
    std::memcpy(to.data(), from_.bytes(kSize).data(), kSize);
  }

  RowReader& from_;
};

}  // namespace letopis::projections
