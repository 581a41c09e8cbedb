// Who is calling: whoever the session's token belongs to.
#pragma once

#include <optional>
#include <string>

#include "accounts/sessions.h"
#include "hosting/school.h"
#include "http/message.h"
#include "outcome/result.h"

namespace letopis::api {

struct Caller {
  events::PersonNumber person;
  std::string token;  // of the session, as it was sent
  bool by_cookie = false;
  accounts::Visit visit;
};

inline constexpr const char* kCsrfHeader = "X-CSRF-Token";

// Where a school's cookies live: over TLS with the prefixes that browsers guard.
struct CookiePlace {
  bool secure = false;
  std::string base;  // "" or "/nn125"
};
std::string session_cookie_name(const CookiePlace& place);
std::string device_cookie_name(const CookiePlace& place);
// A Set-Cookie header; without a value one that removes the cookie.
http::Header set_cookie(const std::string& name, const std::optional<std::string>& value,
                        const CookiePlace& place, std::int64_t seconds);
std::optional<std::string> cookie_of(const http::Request& request, std::string_view name);

// By "Authorization: Bearer", else by the cookie. Nobody where there is neither; refuses what
// Sessions::use refuses. `by_person` as there.
Result<std::optional<Caller>> caller_of(const http::Request& request, hosting::School& school,
                                        const CookiePlace& place, bool by_person);

// The key with which the server signs for the caller. Refuses signer.in_browser (a key that the
// server never had) and signer.needs_password (since the server began anew: unlock first).
Result<accounts::Key> signing_key(const Caller& caller);

// What changes something and comes by cookie must bring the session's token in a header that no
// foreign page can send. Refuses session.csrf.
Outcome check_csrf(const http::Request& request, hosting::School& school, const Caller& caller);

}  // namespace letopis::api
