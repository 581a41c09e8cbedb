#include "script/line.h"

#include <fmt/format.h>

#include <algorithm>

#include <boost/json/parse.hpp>

#include "wishes/misread.h"
#include "wishes/moment.h"

namespace letopis::script {
namespace {

namespace json = boost::json;

constexpr std::string_view kPlace = "line";
constexpr std::string_view kFields[] = {"at",   "as",    "command", "query",  "stated", "key",
                                        "says", "shows", "clause",  "expect", "open"};

Result<events::Instant> moment_in(const json::object& line, std::string_view field) {
  const auto* value = line.if_contains(field);
  if (value == nullptr) return wishes::missing_field(kPlace, field);
  if (const auto* text = value->if_string()) {
    if (auto moment = wishes::parse_moment(std::string_view(*text))) return moment;
  }
  return wishes::wrong_type(wishes::inside(kPlace, field),
                            {"момент, например \"2025-10-03T10:15:00+03:00\"",
                             "a moment, as in \"2025-10-03T10:15:00+03:00\""});
}

Outcome read_wish_of(const json::object& object, RunnerLine& line) {
  const auto* command = object.if_contains("command");
  const auto* query = object.if_contains("query");
  if ((command == nullptr) == (query == nullptr)) {
    return Refusal{"wish.missing_field",
                   {"в строке должно быть либо command, либо query",
                    "a line holds either a command or a query"}};
  }
  line.is_query = query != nullptr;
  const auto& wish = line.is_query ? *query : *command;
  if (!wish.is_object()) {
    return wishes::wrong_type(line.is_query ? "query" : "command", {"объект {…}", "an object {…}"});
  }
  line.wish = wish.get_object();
  return Done{};
}

Outcome read_key(const json::object& object, RunnerLine& line) {
  const auto* value = object.if_contains("key");
  if (value == nullptr) return Done{};
  const auto* number = value->if_int64();
  if (number == nullptr || *number < 0 || *number >= kMaxKeysOfPerson) {
    return wishes::wrong_type("line.key",
                              {fmt::format("целое число от 0 до {}", kMaxKeysOfPerson - 1),
                               fmt::format("a whole number from 0 to {}", kMaxKeysOfPerson - 1)});
  }
  line.key = static_cast<unsigned>(*number);
  return Done{};
}

}  // namespace

Result<RunnerLine> parse_runner_line(std::string_view text) {
  if (text.size() > kMaxLineBytes) {
    return Refusal{"line.too_long",
                   {fmt::format("строка длиннее {} байт", kMaxLineBytes),
                    fmt::format("the line is longer than {} bytes", kMaxLineBytes)}};
  }
  json::error_code error;
  const auto value = json::parse(text, error);
  const auto* object = value.if_object();
  if (error || object == nullptr) {
    return Refusal{"line.not_json",
                   {"это не объект JSON", "this is no JSON object"},
                   {},
                   {"на каждой строке — один объект {…} в UTF-8, целиком",
                    "on each line one object {…} in UTF-8, all of it"}};
  }
  for (const auto& [name, field] : *object) {
    if (std::find(std::begin(kFields), std::end(kFields), name) == std::end(kFields)) {
      return wishes::unknown_field(kPlace, name, {std::begin(kFields), std::end(kFields)});
    }
  }
  RunnerLine line;
  const auto at = moment_in(*object, "at");
  if (!at) return at.refusal();
  line.at = *at;
  if (object->contains("stated")) {
    const auto stated = moment_in(*object, "stated");
    if (!stated) return stated.refusal();
    line.stated = *stated;
  }
  const auto* as = object->if_contains("as");
  if (as == nullptr) return wishes::missing_field(kPlace, "as");
  line.as = *as;
  if (auto key = read_key(*object, line); !key) return key.refusal();
  auto expected = read_expectation(*object);
  if (!expected) return expected.refusal();
  line.expected = *std::move(expected);
  if (auto wish = read_wish_of(*object, line); !wish) return wish.refusal();
  return line;
}

}  // namespace letopis::script
