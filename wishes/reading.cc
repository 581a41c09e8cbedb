#include "wishes/reading.h"

#include <fmt/format.h>

#include <algorithm>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "events/event.h"
#include "events/text.h"
#include "regulations/civil_day.h"
#include "signing/encoding.h"
#include "wishes/field_words.h"
#include "wishes/folded.h"
#include "wishes/misread.h"
#include "wishes/moment.h"
#include "wishes/russian_words.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

Result<std::uint64_t> whole(const json::value& from, const std::string& place, std::uint64_t most) {
  if (const auto* number = from.if_int64(); number != nullptr && *number >= 0) {
    if (static_cast<std::uint64_t>(*number) <= most) return static_cast<std::uint64_t>(*number);
  } else if (const auto* large = from.if_uint64(); large != nullptr && *large <= most) {
    return *large;
  }
  return wrong_type(place, {fmt::format("целое число от 0 до {}", most),
                            fmt::format("a whole number from 0 to {}", most)});
}

template <class Bytes>
Outcome read_hex(const json::value& from, const std::string& place, Bytes& to) {
  const auto* text = from.if_string();
  const auto bytes = signing::from_hex(text != nullptr ? std::string_view(*text) : "");
  if (!bytes || bytes->size() != to.size()) {
    return wrong_type(place, {fmt::format("{} шестнадцатеричных цифр", to.size() * 2),
                              fmt::format("{} hexadecimal digits", to.size() * 2)});
  }
  std::copy(bytes->begin(), bytes->end(), to.begin());
  return Done{};
}

}  // namespace

const json::value* Reading::take(std::string_view name) {
  known_.push_back(name);
  return from_.if_contains(name);
}

std::string Reading::at(std::string_view name) const { return inside(place_, name); }

void Reading::keep(const Outcome& outcome) {
  if (!outcome && !refusal_) refusal_ = outcome.refusal();
}

Outcome Reading::missing(std::string_view name) const {
  auto refusal = missing_field(place_, name);
  const Text tells = tell_field(form_, name);
  refusal.allowed = {fmt::format("{}: {}", name, tells.ru), fmt::format("{}: {}", name, tells.en)};
  return refusal;
}

Outcome Reading::end() {
  // A word that is none of the fields is often one of them mistyped: it says more than what lacks.
  for (const auto& [name, value] : from_) {
    const std::string_view field(name);
    if (std::find(known_.begin(), known_.end(), field) == known_.end()) {
      return unknown_field(place_, field, known_);
    }
  }
  if (refusal_) return *refusal_;
  return Done{};
}

Outcome Reading::fill_day(Omitted::Kind kind, events::Day& field) {
  field = desk_.school.today();
  if (kind != Omitted::Kind::kLessonDay || !lesson_) return Done{};
  const auto held = desk_.school.directory().declared<events::LessonHeld>(*lesson_);
  if (held) field = held->fact.day;
  return Done{};
}

Outcome Reading::fill_key(std::string_view name, signing::KeyId& field) const {
  const auto keys =
      person_ ? desk_.school.directory().keys_of(*person_) : std::vector<projections::KeyInfo>();
  if (keys.empty()) return missing(name);
  const auto in_force = std::find_if(keys.rbegin(), keys.rend(),
                                     [](const projections::KeyInfo& key) { return !key.ended; });
  const auto& meant = in_force == keys.rend() ? keys.back() : *in_force;
  field = signing::key_id_of(meant.public_key);
  return Done{};
}

json::value Reading::parsed(std::string_view text) { return json::parse(text); }

Outcome Reading::read(const Json& from, const std::string& place, bool& to) {
  const auto* value = from.if_bool();
  if (value == nullptr) return wrong_type(place, {"true или false", "true or false"});
  to = *value;
  return Done{};
}

Outcome Reading::read(const Json& from, const std::string& place, std::uint16_t& to) {
  const auto number = whole(from, place, 0xffff);
  if (!number) return number.refusal();
  to = static_cast<std::uint16_t>(*number);
  return Done{};
}

Outcome Reading::read(const Json& from, const std::string& place, std::uint32_t& to) {
  const auto number = whole(from, place, 0xffff'ffffU);
  if (!number) return number.refusal();
  to = static_cast<std::uint32_t>(*number);
  return Done{};
}

Outcome Reading::read(const Json& from, const std::string& place, std::uint64_t& to) {
  const auto number = whole(from, place, 0xffff'ffff'ffff'ffffU);
  if (!number) return number.refusal();
  to = *number;
  return Done{};
}

Outcome Reading::read(const Json& from, const std::string& place, std::string& to) {
  const auto* text = from.if_string();
  if (text == nullptr || text->size() > events::kMaxTextBytes ||
      !events::is_plain_text(std::string_view(*text))) {
    return wrong_type(place, {fmt::format("строка не длиннее {} байт, без управляющих знаков",
                                          events::kMaxTextBytes),
                              fmt::format("a string of at most {} bytes without control characters",
                                          events::kMaxTextBytes)});
  }
  to.assign(text->begin(), text->end());
  return Done{};
}

Outcome Reading::read(const Json& from, const std::string& place, events::Day& to) {
  const auto* text = from.if_string();
  if (text != nullptr) {
    if (const auto day = regulations::parse_iso(std::string_view(*text))) return to = *day, Done{};
  }
  return wrong_type(place, {"день, например \"2025-10-03\"", "a day, as in \"2025-10-03\""});
}

Outcome Reading::read(const Json& from, const std::string& place, events::Instant& to) {
  const auto* text = from.if_string();
  if (text != nullptr) {
    if (const auto moment = parse_moment(std::string_view(*text))) return to = *moment, Done{};
  }
  return wrong_type(place, {"момент, например \"2025-10-03T10:15:00+03:00\"",
                            "a moment, as in \"2025-10-03T10:15:00+03:00\""});
}

Outcome Reading::read(const Json& from, const std::string& place, events::Position& to) {
  return read(from, place, to.value);
}

Outcome Reading::read(const Json& from, const std::string& place, events::Commitment& to) {
  const auto* text = from.if_string();
  if (text == nullptr || text->empty() || text->size() > events::kMaxPrivateTextBytes ||
      !events::is_plain_text(std::string_view(*text))) {
    return wrong_type(place, {fmt::format("личный текст: непустая строка не длиннее {} байт",
                                          events::kMaxPrivateTextBytes),
                              fmt::format("a private text: a string of 1 to {} bytes",
                                          events::kMaxPrivateTextBytes)});
  }
  to = secrets_.keep(std::string(*text));
  return Done{};
}

// Grades are written as numbers too. «Н» stands in a paper journal's cell where marks do.
Outcome Reading::read(const Json& from, const std::string& place, events::MarkValue& to) {
  if (const auto* number = from.if_int64(); number != nullptr && *number >= 1 && *number <= 5) {
    to = static_cast<events::MarkValue>(*number - 1);
    return Done{};
  }
  const auto word = word_at(from, place, events::Words<events::MarkValue>::all);
  if (!word) {
    auto refusal = word.refusal();
    const auto* text = from.if_string();
    if (text != nullptr && folded(std::string_view(*text)) == "н") {
      refusal.allowed = {"пропуск — не отметка: absence_noted",
                         "an absence is no mark: absence_noted"};
    }
    return refusal;
  }
  to = static_cast<events::MarkValue>(*word);
  return Done{};
}

Outcome Reading::read(const Json& from, const std::string& place, signing::Digest& to) {
  return read_hex(from, place, to.bytes);
}

Outcome Reading::read(const Json& from, const std::string& place, signing::PublicKey& to) {
  return read_hex(from, place, to.bytes);
}

Outcome Reading::read(const Json& from, const std::string& place, signing::KeyId& to) {
  // Whose key it is was said before; one's keys are counted from 0, as a script's line counts them.
  if (const auto* number = from.if_int64()) {
    const auto keys =
        person_ ? desk_.school.directory().keys_of(*person_) : std::vector<projections::KeyInfo>();
    if (*number >= 0 && static_cast<std::uint64_t>(*number) < keys.size()) {
      to = signing::key_id_of(keys[static_cast<std::size_t>(*number)].public_key);
      return Done{};
    }
    return wrong_type(place,
                      {fmt::format("ключ: у этого человека их {}, считают с 0", keys.size()),
                       fmt::format("a key: this person has {}, counted from 0", keys.size())});
  }
  return read_hex(from, place, to.digest.bytes);
}

Result<std::size_t> Reading::word_at(const Json& from, const std::string& place,
                                     std::span<const std::string_view> words) {
  const auto* text = from.if_string();
  const std::string_view wanted = text != nullptr ? std::string_view(*text) : std::string_view();
  const auto found = std::find(words.begin(), words.end(), wanted);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  if (const auto coded = coded_word(wanted, words)) {
    return static_cast<std::size_t>(std::find(words.begin(), words.end(), *coded) - words.begin());
  }
  const std::string written = text != nullptr ? std::string(wanted) : json::serialize(from);
  return unknown_word(place, written, {words.begin(), words.end()});
}

Result<const json::array*> Reading::items_of(const Json& from, const std::string& place) {
  const auto* items = from.if_array();
  if (items != nullptr && items->size() <= events::kMaxListItems) return items;
  return wrong_type(place, {fmt::format("список не длиннее {}", events::kMaxListItems),
                            fmt::format("a list of at most {}", events::kMaxListItems)});
}

Result<const json::object*> Reading::object_at(const Json& from, const std::string& place) {
  const auto* object = from.if_object();
  if (object != nullptr) return object;
  return wrong_type(place, {"объект {…}", "an object {…}"});
}

std::string Reading::place_of(const std::string& place, std::size_t index) {
  return inside(place, index);
}

std::string Reading::form_inside(const std::string& place) {
  const auto dot = place.rfind('.');
  const auto name = dot == std::string::npos ? place : place.substr(dot + 1);
  return name.substr(0, name.find('['));
}

}  // namespace letopis::wishes
