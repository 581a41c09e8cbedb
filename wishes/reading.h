// Reads the fields of a fact or form out of a JSON object, by their names.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/json/object.hpp>

#include "events/values.h"
#include "outcome/result.h"
#include "wishes/desk.h"
#include "wishes/form.h"
#include "wishes/omitted.h"
#include "wishes/references.h"
#include "wishes/secrets.h"

namespace letopis::wishes {

// Given to visit_form as the visitor. Keeps the first thing that is wrong. Borrows all; one object,
// one thread.
class Reading {
 public:
  // `form` is the verb, or the kind of a value inside one; `place` stands before fields in
  // refusals.
  Reading(std::string_view form, const boost::json::object& from, std::string place,
          const Desk& desk, Secrets& secrets)
      : form_(form), from_(from), place_(std::move(place)), desk_(desk), secrets_(secrets) {}

  Secrets& secrets() { return secrets_; }
  const Desk& desk() const { return desk_; }

  // A field that belongs to the caller and is none of the form's.
  void leave(std::string_view field) { known_.push_back(field); }

  // After all fields. Refuses wish.missing_field, wish.wrong_type, wish.unknown_word,
  // wish.unknown_field, and what references.h refuses.
  Outcome end();

  template <class Number>
  void operator()(const char*, events::Declared<Number>) {}  // it gets the next one

  template <class Value>
  void operator()(const char* name, std::optional<Value>& field) {
    const auto* value = take(name);
    if (value == nullptr || value->is_null()) return;
    keep(read(*value, at(name), field.emplace()));
  }

  template <class Value>
  void operator()(const char* name, Value& field) {
    const auto* value = take(name);
    const bool is_left_out =
        value == nullptr || (value->is_null() && omitted(form_, name) != nullptr);
    keep(is_left_out ? fill(name, field) : read(*value, at(name), field));
    if constexpr (std::is_same_v<Value, events::LessonNumber>) lesson_ = field;
    if constexpr (std::is_same_v<Value, events::PersonNumber>) person_ = field;
  }

 private:
  using Json = boost::json::value;

  const Json* take(std::string_view name);
  std::string at(std::string_view name) const;
  void keep(const Outcome& outcome);
  Outcome missing(std::string_view name) const;

  // What stands there for a field that was left out.
  template <class Value>
  Outcome fill(std::string_view name, Value& field) {
    const auto* what = omitted(form_, name);
    if (what == nullptr) return missing(name);
    if constexpr (std::is_same_v<Value, events::Day>) {
      return fill_day(what->kind, field);
    } else if constexpr (std::is_same_v<Value, events::PersonNumber>) {
      field = desk_.author;
      return Done{};
    } else if constexpr (std::is_same_v<Value, signing::KeyId>) {
      return fill_key(name, field);
    } else {
      return read(parsed(what->json), at(name), field);
    }
  }
  template <class Item>
  Outcome fill(std::string_view, std::vector<Item>&) {
    return Done{};
  }
  Outcome fill(std::string_view, bool&) { return Done{}; }
  Outcome fill_day(Omitted::Kind kind, events::Day& field);
  Outcome fill_key(std::string_view name, signing::KeyId& field) const;
  static Json parsed(std::string_view json);

  Outcome read(const Json& from, const std::string& place, bool& to);
  Outcome read(const Json& from, const std::string& place, std::uint16_t& to);
  Outcome read(const Json& from, const std::string& place, std::uint32_t& to);
  Outcome read(const Json& from, const std::string& place, std::uint64_t& to);
  Outcome read(const Json& from, const std::string& place, std::string& to);
  Outcome read(const Json& from, const std::string& place, events::Day& to);
  Outcome read(const Json& from, const std::string& place, events::Instant& to);
  Outcome read(const Json& from, const std::string& place, events::Position& to);
  Outcome read(const Json& from, const std::string& place, events::Commitment& to);
  Outcome read(const Json& from, const std::string& place, events::MarkValue& to);
  Outcome read(const Json& from, const std::string& place, signing::Digest& to);
  Outcome read(const Json& from, const std::string& place, signing::PublicKey& to);
  Outcome read(const Json& from, const std::string& place, signing::KeyId& to);

  template <events::NumberKind kKind>
  Outcome read(const Json& from, const std::string& place, events::Number<kKind>& to) {
    const auto number = resolve(kKind, from, place, desk_);
    if (!number) return number.refusal();
    to.value = *number;
    return Done{};
  }

  template <class Item>
  Outcome read(const Json& from, const std::string& place, std::vector<Item>& to) {
    auto items = items_of(from, place);
    if (!items) return items.refusal();
    to.resize((*items)->size());
    for (std::size_t i = 0; i < to.size(); ++i) {
      if (auto one = read((**items)[i], place_of(place, i), to[i]); !one) return one;
    }
    return Done{};
  }

  template <class Value>
  Outcome read(const Json& from, const std::string& place, Value& to) {
    if constexpr (std::is_enum_v<Value>) {
      const auto word = word_at(from, place, events::Words<Value>::all);
      if (!word) return word.refusal();
      to = static_cast<Value>(*word);
      return Done{};
    } else {
      auto object = object_at(from, place);
      if (!object) return object.refusal();
      Reading reading(form_inside(place), **object, place, desk_, secrets_);
      visit_form(to, reading);
      return reading.end();
    }
  }

  static Result<std::size_t> word_at(const Json& from, const std::string& place,
                                     std::span<const std::string_view> words);
  static Result<const boost::json::array*> items_of(const Json& from, const std::string& place);
  static Result<const boost::json::object*> object_at(const Json& from, const std::string& place);
  static std::string place_of(const std::string& place, std::size_t index);
  static std::string form_inside(const std::string& place);  // the name of the field it stands in

  const std::string form_;
  const boost::json::object& from_;
  const std::string place_;
  const Desk& desk_;
  Secrets& secrets_;
  std::vector<std::string_view> known_;
  std::optional<Refusal> refusal_;
  std::optional<events::LessonNumber> lesson_;
  std::optional<events::PersonNumber> person_;
};

}  // namespace letopis::wishes
