#include "wishes/verbs.h"

#include <array>

#include "wishes/describing.h"
#include "wishes/fact_words.h"
#include "wishes/field_words.h"
#include "wishes/forms.h"
#include "wishes/misread.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

constexpr std::size_t kWishes = std::tuple_size_v<ListedWishes>;

template <class One>
constexpr bool kIsFact = events::kIsOneOf<One, events::AnyFact>;

template <class One>
Result<rules::Command> read_one(Reading& reading) {
  One one;
  visit_form(one, reading);
  if (auto read = reading.end(); !read) return read.refusal();
  if constexpr (kIsFact<One>) {
    return rules::Command(rules::StateFacts{{events::Fact(std::move(one))}});
  } else if constexpr (requires { made_of(one); }) {
    auto made = made_of(one);
    if (!made) return made.refusal();
    return rules::Command(*std::move(made));
  } else if constexpr (requires { made_of(one, reading.secrets(), reading.desk()); }) {
    return rules::Command(made_of(one, reading.secrets(), reading.desk()));
  } else {
    return rules::Command(std::move(one));
  }
}

template <class One>
json::object schema_of_one() {
  Describing describing(name_of_form<One>());
  const One one;
  visit_form(one, describing);
  return describing.end();
}

template <class One>
Verb verb_of() {
  Verb verb;
  verb.name = name_of_form<One>();
  verb.read = read_one<One>;
  verb.schema = schema_of_one<One>;
  if constexpr (kIsFact<One>) {
    verb.tells = tell_fact(verb.name);
    verb.declares_person = std::is_same_v<One, events::PersonRegistered>;
  } else {
    verb.tells = Form<One>::kTells;
    verb.declares_person = requires { Form<One>::kDeclaresPerson; };
  }
  return verb;
}

template <std::size_t... kWish, std::size_t... kFact>
std::array<Verb, sizeof...(kWish) + sizeof...(kFact)> all_verbs(std::index_sequence<kWish...>,
                                                                std::index_sequence<kFact...>) {
  return {verb_of<std::tuple_element_t<kWish, ListedWishes>>()...,
          verb_of<std::variant_alternative_t<kFact, events::AnyFact>>()...};
}

std::vector<std::string_view> verb_names() {
  std::vector<std::string_view> names;
  for (const auto& verb : verbs()) names.push_back(verb.name);
  return names;
}

const Verb* find_verb(std::string_view name) {
  for (const auto& verb : verbs()) {
    if (verb.name == name) return &verb;
  }
  return nullptr;
}

Result<std::optional<std::string>> read_login(const json::object& from, std::string_view place,
                                              const Desk& desk) {
  const auto* value = from.if_contains("login");
  if (value == nullptr || value->is_null()) return std::optional<std::string>{};
  const auto* text = value->if_string();
  if (text == nullptr) return wrong_type(inside(place, "login"), {"строка", "a string"});
  std::string login(*text);
  if (auto free = desk.logins.check(login); !free) return free.refusal();
  return std::optional(std::move(login));
}

}  // namespace

std::span<const Verb> verbs() {
  static const auto all =
      all_verbs(std::make_index_sequence<kWishes>(), std::make_index_sequence<events::kFacts>());
  return all;
}

Result<Wish> read_wish(const json::object& from, std::string_view place, const Desk& desk,
                       Secrets& secrets) {
  const auto* word = from.if_contains("do");
  if (word == nullptr) return missing_field(place, "do");
  if (!word->is_string()) return wrong_type(inside(place, "do"), {"слово", "a word"});
  const std::string_view name(word->get_string());
  const auto* verb = find_verb(name);
  if (verb == nullptr) return unknown_verb(inside(place, "do"), name, verb_names());
  Reading reading(verb->name, from, std::string(place), desk, secrets);
  reading.leave("do");
  std::vector<NewLogin> logins;
  if (verb->declares_person) {
    reading.leave("login");
    auto login = read_login(from, place, desk);
    if (!login) return login.refusal();
    if (*login) logins.push_back({**std::move(login), 0});
  }
  auto command = verb->read(reading);
  if (!command) return command.refusal();
  if (const auto* import = std::get_if<rules::ImportPeople>(&*command)) {
    auto brought = logins_of(*import, desk);
    if (!brought) return brought.refusal();
    logins = *std::move(brought);
  }
  return Wish{verb->name, *std::move(command), std::move(logins)};
}

Result<std::vector<NewLogin>> logins_of(const rules::ImportPeople& import, const Desk& desk) {
  std::vector<NewLogin> logins;
  Logins tried;  // two rows may bring the same
  for (std::size_t row = 0; row < import.people.size(); ++row) {
    const auto& login = import.people[row].login;
    if (!login) continue;
    if (auto free = desk.logins.check(*login); !free) return free.refusal();
    if (auto alone = tried.add(*login, {}); !alone) return alone.refusal();
    logins.push_back({*login, row});
  }
  return logins;
}

json::object schema_of(const Verb& verb) {
  auto fields = verb.schema();
  json::object properties{{"do", {{"const", verb.name}}}};
  if (verb.declares_person) {
    json::object login{{"type", "string"}, {"maxLength", kMaxLoginBytes}};
    describe(login, tell_field(verb.name, "login"));
    properties["login"] = std::move(login);
  }
  for (auto& [name, schema] : fields["properties"].get_object()) {
    properties[name] = std::move(schema);
  }
  json::array required{"do"};
  if (const auto* more = fields.if_contains("required")) {
    for (const auto& one : more->get_array()) required.push_back(one);
  }
  json::object schema;
  describe(schema, verb.tells);
  schema["type"] = "object";
  schema["properties"] = std::move(properties);
  schema["required"] = std::move(required);
  schema["additionalProperties"] = false;
  return schema;
}

}  // namespace letopis::wishes
