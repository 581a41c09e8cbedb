#include "api/parameters.h"

#include <fmt/format.h>

#include <algorithm>

#include "signing/encoding.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr std::uint64_t kMostNumber = 0x7fff'ffff'ffff'ffffU;

bool is_of_type(const json::object* schema, std::string_view type) {
  const auto* named = schema == nullptr ? nullptr : schema->if_contains("type");
  return named != nullptr && named->is_string() && named->get_string() == type;
}

const json::object* schema_of(const json::object& schema, std::string_view name) {
  const auto* properties = schema.if_contains("properties");
  if (properties == nullptr) return nullptr;
  const auto* one = properties->get_object().if_contains(name);
  return one == nullptr ? nullptr : one->if_object();
}

Result<json::value> value_of(const std::string& name, const std::string& text,
                             const json::object* schema) {
  const bool is_reference = schema != nullptr && schema->contains("$ref");
  const auto number = signing::from_decimal(text);
  if (is_of_type(schema, "integer") || (is_reference && number)) {
    if (number && *number <= kMostNumber) return json::value(static_cast<std::int64_t>(*number));
    return Refusal{"query.number",
                   {fmt::format("параметр {} — число", name),
                    fmt::format("the parameter {} is a number", name)}};
  }
  if (is_of_type(schema, "boolean")) {
    if (text == "true" || text == "1" || text.empty()) return json::value(true);
    if (text == "false" || text == "0") return json::value(false);
  }
  return json::value(text);
}

}  // namespace

Result<json::object> query_json(const Target& target, const json::object& schema,
                                std::span<const std::string_view> others) {
  json::object out;
  for (const auto& [name, text] : target.parameters) {
    const auto times = std::count_if(target.parameters.begin(), target.parameters.end(),
                                     [&name = name](const auto& one) { return one.first == name; });
    if (times > 1) {
      return Refusal{"query.twice",
                     {fmt::format("параметр {} указан дважды", name),
                      fmt::format("the parameter {} is given twice", name)}};
    }
    if (std::find(others.begin(), others.end(), name) != others.end()) continue;
    auto value = value_of(name, text, schema_of(schema, name));
    if (!value) return value.refusal();
    out[name] = *std::move(value);
  }
  return out;
}

}  // namespace letopis::api
