#include "api/activation.h"

#include "accounts/codes.h"
#include "accounts/password_rules.h"
#include "api/credentials_json.h"
#include "api/handlers.h"
#include "api/problem.h"
#include "api/signed_body.h"
#include "events/codec.h"
#include "hosting/stating.h"
#include "rules/propose.h"
#include "signing/encoding.h"
#include "wishes/answer_parts.h"

#include <boost/json/array.hpp>

namespace letopis::api {
namespace {

namespace json = boost::json;

// The holder of a key as the log says it.
std::optional<events::KeyHolder> holder_of(const projections::KeyInfo& key,
                                           const hosting::Visit& visit) {
  const auto entry = visit.log().event(key.enrolled);
  if (!entry) return std::nullopt;
  const auto* enrolled = std::get_if<events::KeyEnrolled>(&entry->event.fact);
  if (enrolled == nullptr) return std::nullopt;
  return enrolled->holder;
}

struct HeldCode {
  signing::PublicKey key;
  events::PersonNumber person;
  std::optional<signing::PrivateKey> secret;  // iff the code itself was sent
};

constexpr std::chrono::seconds kCodePatience{3};

Refusal codes_busy() {
  return {"login.busy",
          {"сейчас проверяют много кодов", "many codes are being checked just now"},
          {},
          {"повторите через минуту", "try again in a minute"}};
}

// Costs a stretching: strangers get one place among those of sign-ins, and wait for it in turn.
Result<signing::PrivateKey> stretched(const Call& call, const std::string& typed) {
  const auto code = accounts::Code::parse(typed);
  if (!code) return code.refusal();
  const auto place = call.school.codes().take(kCodePatience);
  if (!place) return codes_busy();
  return code->key(call.school.log_id(), call.school.stretching());
}

// By the code itself, for keys that the server shall hold; or by its key and a signature.
Result<HeldCode> read_code(const Call& call, const json::object& body) {
  HeldCode out;
  if (body.contains("code")) {
    const auto typed = text_field(body, "code");
    if (!typed) return typed.refusal();
    auto key = stretched(call, *typed);
    if (!key) return key.refusal();
    out.key = key->public_key();
    out.secret = *std::move(key);
  } else {
    const auto key = read_public_key(body, "key");
    if (!key) return key.refusal();
    const auto text = text_field(body, "signature");
    if (!text) return text.refusal();
    const auto raw = signing::from_base64(*text);
    if (!raw) return raw.refusal();
    const auto signature = signing::signature_from(*raw);
    if (!signature) return signature.refusal();
    const auto checked = signing::CheckedKey::admit(*key);
    if (!checked) return checked.refusal();
    const auto message = look_up_message(call.school.log_id());
    if (!checked->verify(bytes_of(message), *signature)) {
      return Refusal{"signature.invalid",
                     {"подпись не этим кодом", "the signature is not by this code"}};
    }
    out.key = *key;
  }
  const hosting::Visit visit(call.school, {});
  const auto person = owner_of_code(out.key, visit);
  if (!person) return person.refusal();
  call.school.code_attempts().withdraw(accounts::counted_address(call.request.peer));
  out.person = *person;
  return out;
}

// Whoever tries code after code waits, by address, as whoever tries passwords does.
Result<HeldCode> tried_code(const Call& call, const json::object& body) {
  const auto wait = call.school.code_attempts().begin(accounts::counted_address(call.request.peer),
                                                      call.school.clock().monotonic_ms());
  if (wait) return accounts::wait_refusal(*wait);
  auto code = read_code(call, body);
  // Whoever found no place has tried nothing.
  if (!code && code.refusal().code == "login.busy") {
    call.school.code_attempts().withdraw(accounts::counted_address(call.request.peer));
  }
  return code;
}

// Everybody's own, and nobody else's: said before a code is used (ACC-19).
Outcome check_acknowledged(const json::object& body, const hosting::Visit& visit) {
  const auto* said = body.if_contains("acknowledged");
  if (said != nullptr && said->is_bool() && said->get_bool()) return Done{};
  return Refusal{"activation.acknowledge",
                 {"подтвердите, что никому не передадите свой пароль",
                  "confirm that you will give your password to nobody"},
                 visit.now().clause("credentials.sharing"),
                 {"acknowledged: true", "acknowledged: true"}};
}

// The log-in that the slip names, or one that its owner chooses now.
Result<std::string> name_login(const Call& call, const json::object& body,
                               events::PersonNumber person) {
  const auto wanted = optional_text(body, "login");
  if (!wanted) return wanted.refusal();
  if (*wanted) {
    if (auto named = call.school.book().name(person, **wanted); !named) return named.refusal();
  }
  if (auto login = call.school.book().login_of(person)) return *std::move(login);
  return Refusal{"body.field",
                 {"выберите имя для входа: поле login", "choose a log-in: the field login"}};
}

Result<http::Response> activated(const Call& call, events::PersonNumber person,
                                 const std::string& login) {
  call.school.feed().stir();
  call.school.sessions().end_all(person);
  // Whoever had the earlier account may have let a program in, too.
  call.school.grants().revoke_all(person);
  call.school.access_log().credential_changed(person, trace::Credential::kActivated,
                                              call.request.peer);
  return json_answer(json::object{{"person", person.value}, {"login", login}}, 201);
}

// The server makes the key and seals it under the password.
Result<http::Response> activate_here(const Call& call, const json::object& body,
                                     const HeldCode& code) {
  if (!code.secret) {
    return Refusal{"body.field",
                   {"чтобы ключ держал сервер, нужен сам код: поле code",
                    "for a key on the server the code itself is needed: the field code"}};
  }
  auto password = text_field(body, "password");
  if (!password) return password.refusal();
  if (auto good = accounts::check_password(*password, ""); !good) return good.refusal();
  const auto login = name_login(call, body, code.person);
  if (!login) return login.refusal();
  auto seed = signing::Secret32::random();
  const signing::PrivateKey own(seed);
  const hosting::Visit visit(call.school, code.person);
  const auto events = activation_events(visit, call.school.log_id(), code.key, own.public_key(),
                                        events::KeyHolder::kServer);
  if (!events) return events.refusal();
  // First the account: until the log takes its key it opens nothing.
  auto enrolled = call.school.door().enrol(
      code.person, accounts::ServerKey{*std::move(password), std::move(seed)});
  if (!enrolled) return enrolled.refusal();
  ledger::OwnCommand command;
  for (const auto& event : *events) command.add(event, *code.secret);
  const auto accepted = call.school.ledger().append(command);
  if (!accepted) return accepted.refusal();
  return activated(call, code.person, *login);
}

// Before the account is touched: what the log would not take changes nothing.
Outcome check_signed(const SignedBody& body, const signing::PublicKey& code) {
  const auto checked = signing::CheckedKey::admit(code);
  if (!checked) return checked.refusal();
  for (const auto& event : body.command.events) {
    if (events::verify_event(bytes_of(event.bytes), *checked, event.signature)) continue;
    return Refusal{"signature.invalid",
                   {"подпись не этим кодом", "the signature is not by this code"}};
  }
  return Done{};
}

// The browser made the key and signed; the server keeps what it cannot open.
Result<http::Response> activate_there(const Call& call, const json::object& body,
                                      const HeldCode& code) {
  const auto key = read_browser_key(body);
  if (!key) return key.refusal();
  const auto command = read_signed(body, code.person);
  if (!command) return command.refusal();
  const auto* enrolment = std::get_if<events::KeyEnrolled>(&command->events.front().fact);
  if (command->events.size() != 2 || enrolment == nullptr ||
      enrolment->public_key != key->public_key ||
      enrolment->holder != events::KeyHolder::kBrowser) {
    return Refusal{"body.field",
                   {"подписать нужно ввод этого ключа и прекращение ключа кода",
                    "what is to be signed is this key's enrolment and the end of the code's key"}};
  }
  if (auto signed_by_code = check_signed(*command, code.key); !signed_by_code) {
    return signed_by_code.refusal();
  }
  const auto login = name_login(call, body, code.person);
  if (!login) return login.refusal();
  if (auto enrolled = call.school.door().enrol(code.person, *key); !enrolled) {
    return enrolled.refusal();
  }
  const auto accepted = call.school.ledger().append(command->command);
  if (!accepted) return accepted.refusal();
  return activated(call, code.person, *login);
}

}  // namespace

std::string look_up_message(const events::LogId& log) {
  return "letopis activation v1\n" + std::string(text_of(log.bytes.view()));
}

Result<events::PersonNumber> owner_of_code(const signing::PublicKey& key,
                                           const hosting::Visit& visit) {
  const auto number = visit.directory().key_number(signing::key_id_of(key));
  const auto known = number ? visit.directory().key(*number) : std::nullopt;
  if (known && !known->ended && !known->void_from &&
      holder_of(*known, visit) == events::KeyHolder::kOffline) {
    return known->person;
  }
  return Refusal{
      "code.unknown",
      {"такого кода нет, или он уже использован", "there is no such code, or it was used already"},
      {},
      {"новый код выдаёт тот, кто выдал этот", "whoever issued it issues a new one"}};
}

Result<std::vector<events::Event>> activation_events(const hosting::Visit& visit,
                                                     const events::LogId& log,
                                                     const signing::PublicKey& code,
                                                     const signing::PublicKey& own,
                                                     events::KeyHolder holder) {
  std::vector<events::Fact> wished;
  wished.emplace_back(events::KeyEnrolled{visit.reader(), own, holder,
                                          events::KeyGround::kReplacement, std::nullopt});
  wished.emplace_back(
      events::KeyEnded{visit.reader(), signing::key_id_of(code), events::KeyEndGround::kReplaced});
  const auto facts = rules::propose(rules::StateFacts{std::move(wished)},
                                    {visit.reader(), visit.now().now()}, visit.log());
  if (!facts) return facts.refusal();
  return hosting::framed(*facts,
                         {log, visit.reader(), hosting::new_command_id(), visit.now().now()},
                         [&visit](const events::Stream& stream) {
                           return static_cast<std::uint32_t>(visit.log().stream(stream).size());
                         });
}

Result<http::Response> look_up_code(const Call& call) {
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto code = tried_code(call, *body);
  if (!code) return code.refusal();
  const hosting::Visit visit(call.school, code->person);
  json::object out{{"person", code->person.value},
                   {"name", wishes::full_name(code->person, visit.sight())},
                   {"log", signing::to_hex(call.school.log_id().bytes.view())}};
  if (const auto login = call.school.book().login_of(code->person)) out["login"] = *login;
  if (body->contains("public_key")) {
    const auto own = read_public_key(*body, "public_key");
    if (!own) return own.refusal();
    const auto events = activation_events(visit, call.school.log_id(), code->key, *own,
                                          events::KeyHolder::kBrowser);
    if (!events) return events.refusal();
    json::array unsigned_events;
    for (const auto& event : *events) {
      unsigned_events.push_back(json::object{{"bytes", signing::to_base64(events::encode(event))}});
    }
    out["events"] = std::move(unsigned_events);
  }
  return json_answer(out);
}

Result<http::Response> activate(const Call& call) {
  const auto body = read_body(call);
  if (!body) return body.refusal();
  const auto code = tried_code(call, *body);
  if (!code) return code.refusal();
  // Two who use one code at once: the second finds it used.
  const auto place = call.school.codes().take(kCodePatience);
  if (!place) return codes_busy();
  const hosting::Visit visit(call.school, code->person);
  if (auto still = owner_of_code(code->key, visit); !still) return still.refusal();
  if (auto said = check_acknowledged(*body, visit); !said) return said.refusal();
  if (body->contains("public_key")) return activate_there(call, *body, *code);
  return activate_here(call, *body, *code);
}

}  // namespace letopis::api
