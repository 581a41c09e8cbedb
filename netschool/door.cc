// Coming in and going out.
#include <fmt/format.h>

#include "accounts/door.h"
#include "accounts/tokens.h"
#include "netschool/context.h"
#include "netschool/handlers.h"
#include "netschool/proof.h"

namespace letopis::netschool {
namespace {

namespace json = boost::json;

constexpr std::string_view kScope = "netschool";
constexpr std::size_t kMostLoginBytes = 256;

Refusal wrong() {
  return {"login.wrong",
          {"логин или пароль не подошли", "the log-in or the password is wrong"},
          {},
          {"нужен не ваш пароль, а пароль для приложения: его выдают настройки входа",
           "not your own password but one for an application: your sign-in settings give it"}};
}

std::optional<accounts::Grant> proven(const Call& call, const Form& form,
                                      const std::optional<events::PersonNumber>& person) {
  const auto salt = call.memory->challenges.take(field(form, "lt"), call.now_ms());
  if (!salt || !person) return std::nullopt;
  const PasswordProof proof{field(form, "pw2"), field(form, "pw")};
  return call.school.grants().application(
      *person, kScope, [&](std::string_view md5) { return proves(proof, *salt, md5); });
}

}  // namespace

Answer begin(const Call& call) {
  auto answer = json_answer(json::object{{"productName", "Летопись"}, {"version", kVersion}});
  answer.plain = true;
  answer.headers.push_back(
      {"Set-Cookie", fmt::format("NSSESSIONID={}; path=/; HttpOnly; SameSite=Strict{}",
                                 accounts::random_token(), call.request.secure ? "; Secure" : "")});
  return answer;
}

Answer give_challenge(const Call& call) {
  const auto made = call.memory->challenges.make(call.now_ms());
  auto answer = json_answer(json::object{{"lt", made.number}, {"ver", "1"}, {"salt", made.salt}});
  answer.plain = true;
  return answer;
}

Answer find_schools(const Call& call) { return json_answer(schools_json(call.sight())); }

Answer prepare_form(const Call& /*call*/) { return json_answer(login_form_json()); }

Answer log_in(const Call& call) {
  const auto form = read_form(call.request);
  if (!form) return form.refusal();
  const auto login = field(*form, "un");
  if (call.words.cookie.empty() || login.size() > kMostLoginBytes) return wrong();
  auto& throttle = call.memory->by_address;
  if (const auto wait =
          throttle.begin(accounts::counted_address(call.request.peer), call.now_ms())) {
    return accounts::wait_refusal(*wait);
  }
  const auto person = call.school.book().person_of(login);
  const auto grant = proven(call, *form, person);
  if (!grant) {
    call.school.access_log().sign_in_failed(person, call.request.peer);
    return wrong();
  }
  throttle.withdraw(accounts::counted_address(call.request.peer));
  const hosting::Visit visit(call.school, *person);
  if (children_of(visit.sight()).empty()) {
    return Refusal{"netschool.no_child",
                   {"здесь читают только ученики и родители", "only families read here"},
                   {},
                   {"сотрудники входят в сам журнал", "staff sign in to the journal itself"}};
  }
  auto token = call.memory->sessions.open({*person, grant->id, grant->made}, call.words.cookie,
                                          call.now_ms());
  if (!token) return token.refusal();
  call.school.access_log().signed_in(*person, call.request.peer);
  auto answer = json_answer(json::object{{"at", *token},
                                         {"code", nullptr},
                                         {"timeOut", kIdleMs},
                                         {"accountInfo", {{"userId", person->value}}}});
  answer.plain = true;
  return answer;
}

Answer tell_system(const Call& /*call*/) {
  return http::answer(200, "text/plain; charset=utf-8", system_text());
}

Answer is_expired(const Call& call) {
  const Sessions::Words words{std::string(call.target.parameter("token").value_or("")),
                              call.words.cookie};
  return json_answer(!call.memory->sessions.find(words, call.now_ms()));
}

Answer log_out(const Call& call) {
  if (const auto who = call.memory->sessions.find(call.words, call.now_ms())) {
    call.school.access_log().credential_changed(who->person, trace::Credential::kSignedOut,
                                                call.request.peer);
  }
  call.memory->sessions.close(call.words);
  return json_answer(json::object{});
}

}  // namespace letopis::netschool
