#include "api/caller.h"

#include <fmt/format.h>

#include <algorithm>

#include "signing/secret.h"

namespace letopis::api {
namespace {

constexpr std::string_view kBearer = "Bearer ";
constexpr std::size_t kMostCookieBytes = 4'096;

std::string prefixed(std::string_view name, const CookiePlace& place) {
  if (!place.secure) return std::string(name);
  return (place.base.empty() ? "__Host-" : "__Secure-") + std::string(name);
}

}  // namespace

std::string session_cookie_name(const CookiePlace& place) {
  return prefixed("letopis-session", place);
}

std::string device_cookie_name(const CookiePlace& place) {
  return prefixed("letopis-device", place);
}

http::Header set_cookie(const std::string& name, const std::optional<std::string>& value,
                        const CookiePlace& place, std::int64_t seconds) {
  return {"Set-Cookie", fmt::format("{}={}; Path={}/; HttpOnly; SameSite=Strict; Max-Age={}{}",
                                    name, value.value_or(""), place.base, value ? seconds : 0,
                                    place.secure ? "; Secure" : "")};
}

std::optional<std::string> cookie_of(const http::Request& request, std::string_view name) {
  const auto header = http::header(request.headers, "Cookie");
  if (!header || header->size() > kMostCookieBytes) return std::nullopt;
  for (auto rest = *header; !rest.empty();) {
    const auto end = std::min(rest.find(';'), rest.size());
    auto one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    const auto equals = one.find('=');
    if (equals != std::string_view::npos && one.substr(0, equals) == name) {
      return std::string(one.substr(equals + 1));
    }
  }
  return std::nullopt;
}

Result<std::optional<Caller>> caller_of(const http::Request& request, hosting::School& school,
                                        const CookiePlace& place, bool by_person) {
  Caller caller;
  const auto authorization = http::header(request.headers, "Authorization");
  if (authorization && authorization->starts_with(kBearer)) {
    caller.token = std::string(authorization->substr(kBearer.size()));
  } else if (auto cookie = cookie_of(request, session_cookie_name(place))) {
    caller.token = *std::move(cookie);
    caller.by_cookie = true;
  } else {
    return std::optional<Caller>();
  }
  auto visit = school.sessions().use(caller.token, by_person);
  if (!visit) return visit.refusal();
  caller.visit = *std::move(visit);
  caller.person = caller.visit.session.person;
  return std::optional<Caller>(std::move(caller));
}

Result<accounts::Key> signing_key(const Caller& caller) {
  switch (caller.visit.signing) {
    case accounts::Signing::kReady: return caller.visit.key;
    case accounts::Signing::kInBrowser:
      return Refusal{"signer.in_browser",
                     {"ваш ключ хранится в браузере: сервер за вас не подписывает",
                      "your key is in your browser: the server signs nothing for you"},
                     {},
                     {"POST /api/v1/propose, затем подписанное — в POST /api/v1/events",
                      "POST /api/v1/propose, then what is signed to POST /api/v1/events"}};
    case accounts::Signing::kNeedsPassword:
      return Refusal{"signer.needs_password",
                     {"сервер запускался заново и ключа больше не держит",
                      "the server began anew and holds the key no more"},
                     {},
                     {"введите пароль: POST /api/v1/sessions/current/unlock",
                      "give the password: POST /api/v1/sessions/current/unlock"}};
  }
  INVARIANT(false);
}

Outcome check_csrf(const http::Request& request, hosting::School& school, const Caller& caller) {
  if (!caller.by_cookie) return Done{};
  const auto wanted = school.sessions().csrf(caller.visit.session);
  const auto given = http::header(request.headers, kCsrfHeader).value_or("");
  if (signing::equal_in_constant_time(bytes_of(given), bytes_of(wanted))) return Done{};
  return Refusal{"session.csrf",
                 {"запрос пришёл не со страницы журнала", "the request is not from our page"},
                 {},
                 {"его слово — в ответе на вход, поле csrf, заголовок X-CSRF-Token",
                  "its token is in the answer to the sign-in, csrf, for the header X-CSRF-Token"}};
}

}  // namespace letopis::api
