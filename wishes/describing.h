// The JSON Schema (2020-12) of the fields of a fact or form.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "events/values.h"
#include "wishes/form.h"

namespace letopis::wishes {

// Given to visit_form as the visitor. One object, one thread.
class Describing {
 public:
  explicit Describing(std::string_view form) : form_(form) {}

  // A field of the caller's own before the form's.
  void add(std::string_view name, boost::json::object schema, bool required);

  // {"type": "object", "properties": …, "required": …, "additionalProperties": false}
  boost::json::object end();

  template <class Number>
  void operator()(const char*, events::Declared<Number>) {}

  template <class Value>
  void operator()(const char* name, const std::optional<Value>&) {
    add_field(name, schema_of(Value{}, name), false);
  }
  template <class Item>
  void operator()(const char* name, const std::vector<Item>&) {
    add_field(name, list_of(schema_of(Item{}, name)), false);
  }
  void operator()(const char* name, const bool& value) {
    auto schema = schema_of(value, name);
    schema["default"] = false;
    add_field(name, std::move(schema), false);
  }
  template <class Value>
  void operator()(const char* name, const Value& value) {
    add_field(name, schema_of(value, name), true);
  }

 private:
  using Object = boost::json::object;

  void add_field(std::string_view name, Object schema, bool required);

  static Object schema_of(bool, std::string_view);
  static Object schema_of(std::uint16_t, std::string_view);
  static Object schema_of(std::uint32_t, std::string_view);
  static Object schema_of(std::uint64_t, std::string_view);
  static Object schema_of(const std::string&, std::string_view);
  static Object schema_of(events::Day, std::string_view);
  static Object schema_of(events::Instant, std::string_view);
  static Object schema_of(events::Position, std::string_view);
  static Object schema_of(const events::Commitment&, std::string_view);
  static Object schema_of(events::MarkValue, std::string_view);
  static Object schema_of(const signing::Digest&, std::string_view);
  static Object schema_of(const signing::PublicKey&, std::string_view);
  static Object schema_of(const signing::KeyId&, std::string_view);
  template <events::NumberKind kKind>
  static Object schema_of(events::Number<kKind>, std::string_view) {
    return reference_to(kKind);
  }
  template <class Value>
  static Object schema_of(const Value& value, std::string_view name) {
    if constexpr (std::is_enum_v<Value>) {
      return words_of(events::Words<Value>::all);
    } else {
      Describing inside(name);
      visit_form(value, inside);
      return inside.end();
    }
  }

  static Object words_of(std::span<const std::string_view> words);
  static Object list_of(Object item);
  static Object reference_to(events::NumberKind kind);

  const std::string form_;
  Object properties_;
  boost::json::array required_;
};

// {"description": English, "x-description-ru": Russian} put into the schema.
void describe(boost::json::object& schema, const Text& tells);

// What `reference_to` points at: {"person": {…}, "class": {…}, …}, one for each kind of number.
boost::json::object reference_schemas();

// "person", "class", "bell_schedule".
std::string_view code_of(events::NumberKind kind);

}  // namespace letopis::wishes
