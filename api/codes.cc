// Codes and log-ins for others: what is printed on slips.
#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "accounts/codes.h"
#include "api/handlers.h"
#include "hosting/stating.h"
#include "rules/access.h"
#include "signing/encoding.h"
#include "wishes/answer_parts.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostCodes = 45;  // the slips of a class, with a few to spare

struct Slip {
  events::PersonNumber person;
  accounts::Code code;
  signing::PublicKey key;
};

Result<events::PersonNumber> person_of(const json::value& value) {
  const auto* number = value.if_int64();
  if (number != nullptr && *number > 0 && *number <= 0xffff'ffffLL) {
    return events::PersonNumber{static_cast<std::uint32_t>(*number)};
  }
  return Refusal{"body.field",
                 {"поле persons: номера людей", "the field persons: people's numbers"}};
}

Result<std::vector<events::PersonNumber>> persons_in(const json::object& body) {
  const auto* persons = body.if_contains("persons");
  const auto* list = persons == nullptr ? nullptr : persons->if_array();
  if (list == nullptr || list->empty() || list->size() > kMostCodes) {
    return Refusal{"body.field",
                   {fmt::format("поле persons: от 1 до {} человек", kMostCodes),
                    fmt::format("the field persons: 1 to {} people", kMostCodes)}};
  }
  std::vector<events::PersonNumber> people;
  for (const auto& one : *list) {
    const auto person = person_of(one);
    if (!person) return person.refusal();
    people.push_back(*person);
  }
  return people;
}

// Each code is stretched into its key one after another: the server has but few places for that.
Result<std::vector<Slip>> make_slips(const Call& call,
                                     const std::vector<events::PersonNumber>& people) {
  std::vector<Slip> slips;
  for (const auto person : people) {
    auto code = accounts::Code::random();
    const auto key = code.key(call.school.log_id(), call.school.stretching());
    if (!key) return key.refusal();
    slips.push_back({person, std::move(code), key->public_key()});
  }
  return slips;
}

json::object wish_of(const std::vector<Slip>& slips, const json::object& body) {
  json::array codes;
  for (const auto& slip : slips) {
    // Signed, as a reader of JSON gives a number.
    codes.push_back(json::object{{"person", std::int64_t{slip.person.value}},
                                 {"key", signing::to_hex(slip.key.view())}});
  }
  json::object wish{{"do", "issue_codes"}, {"codes", std::move(codes)}};
  if (const auto* medium = body.if_contains("medium")) wish["medium"] = *medium;
  return wish;
}

// Whether the log would take it, before any code costs its stretching: with keys of nothing.
Outcome may_issue(const Call& call, const std::vector<events::PersonNumber>& people,
                  const json::object& body, const hosting::Visit& visit) {
  std::vector<Slip> blank;
  for (const auto person : people) {
    blank.push_back(
        {person, accounts::Code::random(), signing::PrivateKey::generate().public_key()});
  }
  const auto proposed = hosting::propose(
      wish_of(blank, body), visit,
      {call.school.log_id(), call.reader(), hosting::new_command_id(), call.school.now()});
  if (!proposed) return proposed.refusal();
  return Done{};
}

// Whoever keeps the log-ins of staff, and a class teacher those of the own class's families.
Outcome may_name(events::PersonNumber person, const hosting::Visit& visit) {
  using enum events::Role;
  rules::Concern concern;
  concern.person = person;
  const auto author = visit.reader();
  if (rules::has_role(author, kDirector, visit.now()) ||
      rules::has_role(author, kAdministrator, visit.now()) ||
      (rules::has_role(author, kClassTeacher, visit.now()) &&
       rules::is_own_class(author, concern, visit.now()))) {
    return Done{};
  }
  return Refusal{
      "access.no_role",
      {"имя для входа этому человеку даёте не вы", "you are not who gives this person a log-in"},
      visit.now().clause("issue.family.by"),
      {"это делает директор, администратор или свой классный руководитель",
       "the director does, the administrator, or the own class teacher"}};
}

}  // namespace

// {"persons": [5, 6], "medium": "paper"}; answers what stands on each slip, shown once. For issuers
// whose key the server holds: a page makes codes itself, and the server never sees them.
Result<http::Response> issue_codes(const Call& call) {
  const auto key = signing_key(*call.caller);
  if (!key) return key.refusal();
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto people = persons_in(*body);
  if (!people) return people.refusal();
  const hosting::Visit visit(call.school, call.reader());
  if (auto may = may_issue(call, *people, *body, visit); !may) return may.refusal();
  const auto slips = make_slips(call, *people);
  if (!slips) return slips.refusal();
  const auto proposed = hosting::propose(
      wish_of(*slips, *body), visit,
      {call.school.log_id(), call.reader(), hosting::new_command_id(), call.school.now()});
  if (!proposed) return proposed.refusal();
  ledger::OwnCommand command;
  for (const auto& event : proposed->events) command.add(event, **key);
  const auto outcome = call.school.ledger().append(command);
  if (!outcome) return outcome.refusal();
  call.school.feed().stir();
  json::array told;
  for (const auto& slip : *slips) {
    json::object one{{"person", slip.person.value},
                     {"name", wishes::full_name(slip.person, visit.sight())},
                     {"code", slip.code.print()}};
    if (const auto login = call.school.book().login_of(slip.person)) one["login"] = *login;
    told.push_back(std::move(one));
  }
  auto answer = json_answer(
      json::object{{"first", outcome->place.first.value}, {"slips", std::move(told)}}, 201);
  answer.plain = true;
  return answer;
}

// {"login": "…"}
Result<http::Response> name_login_of(const Call& call) {
  const auto number = signing::from_decimal(call.part("person"));
  const hosting::Visit visit(call.school, call.reader());
  if (!number || *number == 0 || *number > 0xffff'ffffU ||
      !visit.directory().exists(events::NumberKind::kPerson, static_cast<std::uint32_t>(*number))) {
    return Refusal{"route.no_person", {"такого человека нет", "there is no such person"}};
  }
  const events::PersonNumber person{static_cast<std::uint32_t>(*number)};
  if (auto may = may_name(person, visit); !may) return may.refusal();
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto login = text_field(*body, "login");
  if (!login) return login.refusal();
  if (auto named = call.school.book().name(person, *login); !named) return named.refusal();
  return no_content();
}

}  // namespace letopis::api
