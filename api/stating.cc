// Commands and events on their way into the log.
#include "hosting/stating.h"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "api/handlers.h"
#include "api/signed_body.h"
#include "events/codec.h"
#include "hosting/framing.h"
#include "signing/encoding.h"
#include "wishes/fact_json.h"
#include "wishes/moment.h"
#include "wishes/verbs.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

struct StatingWish {
  json::object command;
  hosting::CommandHead head;
};

// {"command": {"do": …}, "id": 32 digits, "stated": moment}; without an id a new one, without a
// moment the server's.
Result<StatingWish> read_wish(const Call& call) {
  auto body = read_body(call);
  if (!body) return body.refusal();
  auto* command = body->if_contains("command");
  if (command == nullptr || !command->is_object()) {
    return Refusal{"body.field",
                   {"в теле запроса нужно поле command: объект",
                    "the body needs the field command: an object"}};
  }
  StatingWish out;
  out.command = std::move(command->get_object());
  out.head = {call.school.log_id(), call.reader(), hosting::new_command_id(), call.school.now()};
  const auto id = optional_text(*body, "id");
  if (!id) return id.refusal();
  if (*id) {
    const auto parsed = hosting::parse_command_id(**id);
    if (!parsed) return parsed.refusal();
    out.head.command = *parsed;
  }
  const auto stated = optional_text(*body, "stated");
  if (!stated) return stated.refusal();
  if (*stated) {
    const auto moment = wishes::parse_moment(**stated);
    if (!moment) return moment.refusal();
    out.head.stated = *moment;
  }
  return out;
}

json::object event_json(const events::Event& event, const regulations::TimeZone& zone) {
  const auto bytes = events::encode(event);
  return {{"bytes", signing::to_base64(bytes)},
          {"version", event.version},
          {"stated", wishes::print_moment(event.stated, zone)},
          {"fact", wishes::fact_json(event.fact, zone)}};
}

json::object text_json(const events::PrivateText& text) {
  return {{"about", text.about.value},
          {"salt", signing::to_hex(text.salt)},
          {"text", text.text},
          {"commitment", signing::to_hex(events::commit(text).digest.view())}};
}

http::Response accepted(const Call& call, const std::vector<events::Event>& events,
                        const ledger::Accepted& outcome) {
  call.school.feed().stir();
  const hosting::Visit after(call.school, call.reader());
  return json_answer(hosting::told_accepted(events, outcome, after),
                     outcome.seen_before ? 200 : 201);
}

// One wish under one id is one command, however often it is sent: its first outcome is told again.
// Another wish under the same id is another command.
events::CommandId id_of(const StatingWish& wish) {
  std::string bytes = "letopis wish v1\n";
  signing::append_big_endian(bytes, wish.head.command.high, 8);
  signing::append_big_endian(bytes, wish.head.command.low, 8);
  bytes += json::serialize(wish.command);
  const auto digest = signing::sha256(bytes_of(bytes));
  return {signing::read_big_endian(digest.view().first(8)),
          signing::read_big_endian(digest.view().subspan(8, 8))};
}

// Before the command stands: afterwards it could not be taken back.
Outcome check_logins(const Call& call, const std::vector<hosting::LoginWanted>& wanted) {
  for (const auto& one : wanted) {
    if (auto may = call.school.book().may_name(one.person, one.login); !may) return may;
  }
  return Done{};
}

// Once the command stands. Sent again, it does not bring back a log-in that was changed since.
Outcome name_logins(const Call& call, const std::vector<hosting::LoginWanted>& wanted) {
  for (const auto& one : wanted) {
    if (call.school.book().login_of(one.person)) continue;
    if (auto named = call.school.book().name(one.person, one.login); !named) return named;
  }
  return Done{};
}

json::array logins_json(const std::vector<hosting::LoginWanted>& logins) {
  json::array out;
  for (const auto& one : logins) {
    out.push_back(json::object{{"person", one.person.value}, {"login", one.login}});
  }
  return out;
}

}  // namespace

Result<http::Response> list_commands(const Call&) {
  json::array commands;
  for (const auto& verb : wishes::verbs()) {
    commands.push_back(json::object{{"do", verb.name},
                                    {"ru", verb.tells.ru},
                                    {"en", verb.tells.en},
                                    {"schema", wishes::schema_of(verb)}});
  }
  return json_answer(json::object{{"commands", std::move(commands)}});
}

Result<http::Response> propose_command(const Call& call) {
  const auto wish = read_wish(call);
  if (!wish) return wish.refusal();
  const hosting::Visit visit(call.school, call.reader());
  const auto proposed = hosting::propose(wish->command, visit, wish->head);
  if (!proposed) return proposed.refusal();
  json::array events, texts;
  for (const auto& event : proposed->events) {
    events.push_back(event_json(event, visit.now().zone()));
  }
  for (const auto& text : proposed->texts) texts.push_back(text_json(text));
  json::object told{{"command", hosting::print_command_id(wish->head.command)},
                    {"log", signing::to_hex(wish->head.log.bytes.view())},
                    {"events", std::move(events)},
                    {"texts", std::move(texts)}};
  if (!proposed->logins.empty()) told["logins"] = logins_json(proposed->logins);
  return json_answer(told);
}

Result<http::Response> take_events(const Call& call) {
  const auto body = read_body(call);
  if (!body) return body.refusal();
  auto command = read_signed(*body, call.reader());
  if (!command) return command.refusal();
  if (auto free = check_logins(call, command->logins); !free) return free.refusal();
  const auto outcome = call.school.ledger().append(command->command);
  if (!outcome) return outcome.refusal();
  if (auto named = name_logins(call, command->logins); !named) return named.refusal();
  return accepted(call, command->events, *outcome);
}

Result<http::Response> carry_out_command(const Call& call) {
  const auto key = signing_key(*call.caller);
  if (!key) return key.refusal();
  auto wish = read_wish(call);
  if (!wish) return wish.refusal();
  wish->head.command = id_of(*wish);
  const hosting::Visit visit(call.school, call.reader());
  if (auto before = hosting::told_before(visit, wish->head.command)) return json_answer(*before);
  auto proposed = hosting::propose(wish->command, visit, wish->head);
  if (!proposed) return proposed.refusal();
  if (auto free = check_logins(call, proposed->logins); !free) return free.refusal();
  ledger::OwnCommand command;
  command.texts = std::move(proposed->texts);
  for (const auto& event : proposed->events) command.add(event, **key);
  const auto outcome = call.school.ledger().append(command);
  if (!outcome && outcome.refusal().code == "command.reused") {  // sent twice at once
    const hosting::Visit since(call.school, call.reader());
    if (auto before = hosting::told_before(since, wish->head.command)) return json_answer(*before);
  }
  if (!outcome) return outcome.refusal();
  if (auto named = name_logins(call, proposed->logins); !named) return named.refusal();
  return accepted(call, proposed->events, *outcome);
}

Result<http::Response> tell_command(const Call& call) {
  const auto id = hosting::parse_command_id(call.part("command"));
  if (!id) return id.refusal();
  const hosting::Visit visit(call.school, call.reader());
  if (auto before = hosting::told_before(visit, *id)) return json_answer(*before);
  return Refusal{
      "route.no_command",
      {"такой вашей команды в журнале событий нет", "the log has no such command of yours"}};
}

}  // namespace letopis::api
