#include "wishes/describing.h"

#include <fmt/format.h>

#include <boost/json/parse.hpp>

#include "events/commitment.h"
#include "events/event.h"
#include "wishes/field_words.h"
#include "wishes/omitted.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

constexpr std::size_t kKeyDigits = 64;
constexpr std::uint64_t kMostKeysNamed = 0xffff;  // of one person, by their place

json::object number_up_to(std::uint64_t most) {
  return {{"type", "integer"}, {"minimum", 0}, {"maximum", most}};
}

json::object hexadecimal() {
  return {{"type", "string"}, {"pattern", fmt::format("^[0-9a-f]{{{}}}$", kKeyDigits)}};
}

}  // namespace

void describe(json::object& schema, const Text& tells) {
  if (tells.en.empty()) return;
  schema["description"] = tells.en;
  schema["x-description-ru"] = tells.ru;
}

void Describing::add(std::string_view name, json::object schema, bool required) {
  properties_[name] = std::move(schema);
  if (required) required_.emplace_back(name);
}

void Describing::add_field(std::string_view name, json::object schema, bool required) {
  const Text tells = tell_field(form_, name);
  std::string en(tells.en);
  std::string ru(tells.ru);
  if (const auto* what = required ? omitted(form_, name) : nullptr) {
    required = false;
    if (what->kind == Omitted::Kind::kJson) {
      schema["default"] = json::parse(what->json);
    } else {
      const Text without = tell_omitted(what->kind);
      en += fmt::format("; {}", without.en);
      ru += fmt::format("; {}", without.ru);
    }
  }
  describe(schema, {ru, en});
  add(name, std::move(schema), required);
}

json::object Describing::end() {
  json::object out{{"type", "object"}, {"properties", std::move(properties_)}};
  if (!required_.empty()) out["required"] = std::move(required_);
  out["additionalProperties"] = false;
  return out;
}

json::object Describing::schema_of(bool, std::string_view) { return {{"type", "boolean"}}; }
json::object Describing::schema_of(std::uint16_t, std::string_view) { return number_up_to(0xffff); }
json::object Describing::schema_of(std::uint32_t, std::string_view) {
  return number_up_to(0xffff'ffffU);
}
json::object Describing::schema_of(std::uint64_t, std::string_view) {
  return {{"type", "integer"}, {"minimum", 0}};
}
json::object Describing::schema_of(const std::string&, std::string_view) {
  return {{"type", "string"}, {"maxLength", events::kMaxTextBytes}};
}
json::object Describing::schema_of(events::Day, std::string_view) {
  return {{"type", "string"}, {"format", "date"}};
}
json::object Describing::schema_of(events::Instant, std::string_view) {
  return {{"type", "string"}, {"format", "date-time"}};
}
json::object Describing::schema_of(events::Position, std::string_view) {
  return {{"type", "integer"}, {"minimum", 0}};
}
json::object Describing::schema_of(const events::Commitment&, std::string_view) {
  return {{"type", "string"}, {"minLength", 1}, {"maxLength", events::kMaxPrivateTextBytes}};
}
json::object Describing::schema_of(events::MarkValue, std::string_view) {
  json::array words;
  for (const auto word : events::Words<events::MarkValue>::all) words.emplace_back(word);
  for (int grade = 1; grade <= 5; ++grade) words.emplace_back(grade);
  return {{"enum", std::move(words)}};
}
json::object Describing::schema_of(const signing::Digest&, std::string_view) {
  return hexadecimal();
}
json::object Describing::schema_of(const signing::PublicKey&, std::string_view) {
  return hexadecimal();
}
json::object Describing::schema_of(const signing::KeyId&, std::string_view) {
  return {{"anyOf", json::array{hexadecimal(), number_up_to(kMostKeysNamed)}}};
}

json::object Describing::words_of(std::span<const std::string_view> words) {
  json::array all;
  for (const auto word : words) all.emplace_back(word);
  return {{"enum", std::move(all)}};
}

json::object Describing::list_of(json::object item) {
  return {{"type", "array"}, {"items", std::move(item)}, {"maxItems", events::kMaxListItems}};
}

json::object Describing::reference_to(events::NumberKind kind) {
  return {{"$ref", fmt::format("#/$defs/{}", code_of(kind))}};
}

}  // namespace letopis::wishes
