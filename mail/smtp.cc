#include "mail/smtp.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "outcome/invariant.h"

namespace letopis::mail {
namespace {

struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;
using List = std::unique_ptr<curl_slist, FreeList>;

constexpr long kFirstRejection = 550;  // RFC 5321: 550 to 559 speak of this mail
constexpr long kLastRejection = 559;

bool is_loopback(std::string_view host) { return host == "127.0.0.1" || host == "localhost"; }

std::size_t give(char* to, std::size_t size, std::size_t count, void* rest_of) {
  auto& rest = *static_cast<std::string_view*>(rest_of);
  const auto part = rest.substr(0, size * count);
  std::memcpy(to, part.data(), part.size());
  rest.remove_prefix(part.size());
  return part.size();
}

template <class Value>
void set(CURL* handle, CURLoption option, Value value) {
  const auto done = curl_easy_setopt(handle, option, value);
  INVARIANT(done == CURLE_OK || done == CURLE_OUT_OF_MEMORY);
  if (done != CURLE_OK) throw std::bad_alloc();
}

void set_server(CURL* handle, const SmtpSettings& settings) {
  const bool from_first_byte = settings.encryption == Encryption::kTls;
  const auto url =
      fmt::format("{}://{}:{}", from_first_byte ? "smtps" : "smtp", settings.host, settings.port);
  set(handle, CURLOPT_URL, url.c_str());
  set(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  const bool plain = settings.encryption == Encryption::kNone;
  set(handle, CURLOPT_USE_SSL, static_cast<long>(plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  set(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  set(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  if (settings.authorities) set(handle, CURLOPT_CAINFO, settings.authorities->c_str());
  if (settings.user) {
    set(handle, CURLOPT_USERNAME, settings.user->c_str());
    set(handle, CURLOPT_PASSWORD, settings.password.c_str());
  }
  set(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect_timeout.count()));
  set(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
  // Also of its last words: otherwise a server that fell silent is waited for after the timeout.
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(settings.timeout);
  set(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(seconds.count()));
  set(handle, CURLOPT_NOSIGNAL, 1L);
  set(handle, CURLOPT_PROXY, "");  // whatever the environment says: the server is named
}

Refusal refusal_of(CURLcode code, long answer, const SmtpSettings& settings) {
  const auto place = fmt::format("{}:{}", settings.host, settings.port);
  const auto refuse = [&](const char* what, std::string_view ru, std::string_view en) {
    return Refusal{what,
                   {fmt::format("почтовый сервер {}: {} (ответ {})", place, ru, answer),
                    fmt::format("mail server {}: {} (answer {})", place, en, answer)}};
  };
  switch (code) {
    case CURLE_LOGIN_DENIED: return refuse("smtp.login", "не пускает", "denies the login");
    case CURLE_OPERATION_TIMEDOUT: return refuse("smtp.slow", "не ответил вовремя", "is too slow");
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
      return refuse("smtp.unreachable", "недоступен", "cannot be reached");
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return refuse("smtp.encryption", "не шифрует или предъявил чужой сертификат",
                    "does not encrypt, or shows another's certificate");
    default: break;
  }
  if (answer >= kFirstRejection && answer <= kLastRejection) {
    return refuse("smtp.rejected", "не принимает это письмо", "does not take this mail");
  }
  return refuse("smtp.busy", "не принял письмо", "did not take the mail");
}

}  // namespace

Outcome check(const SmtpSettings& settings) {
  const bool is_name = std::all_of(settings.host.begin(), settings.host.end(), [](char one) {
    return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9') ||
           one == '.' || one == '-';
  });
  if (settings.host.empty() || !is_name) {
    return Refusal{"smtp.host",
                   {"имя почтового сервера — буквы, цифры, точки и дефисы",
                    "a mail server's name has letters, digits, dots and hyphens"}};
  }
  if (settings.encryption == Encryption::kNone && !is_loopback(settings.host)) {
    return Refusal{"smtp.no_encryption",
                   {fmt::format("письма на {} пошли бы открытым текстом", settings.host),
                    fmt::format("mail to {} would go in the clear", settings.host)},
                   {},
                   {"без шифрования — только на этом же компьютере",
                    "without encryption on this very computer only"}};
  }
  return check_address(settings.from.address);
}

bool is_for_good(const Refusal& refusal) { return refusal.code == "smtp.rejected"; }

SmtpCourier::SmtpCourier(SmtpSettings settings) : settings_(std::move(settings)) {
  INVARIANT(check(settings_).has_value());
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    throw std::runtime_error("the library for mail does not start");
  }
}

SmtpCourier::~SmtpCourier() { curl_global_cleanup(); }

Outcome SmtpCourier::send(const Email& email, events::Instant now) {
  if (auto address = check_address(email.to); !address) return address;
  const Handle handle(curl_easy_init());
  const List to(curl_slist_append(nullptr, email.to.c_str()));
  if (!handle || !to) throw std::bad_alloc();
  set_server(handle.get(), settings_);
  const auto printed = print(email, settings_.from, now);
  std::string_view rest = printed;
  set(handle.get(), CURLOPT_MAIL_FROM, settings_.from.address.c_str());
  set(handle.get(), CURLOPT_MAIL_RCPT, to.get());
  set(handle.get(), CURLOPT_READFUNCTION, &give);
  set(handle.get(), CURLOPT_READDATA, static_cast<void*>(&rest));
  set(handle.get(), CURLOPT_UPLOAD, 1L);
  const auto code = curl_easy_perform(handle.get());
  if (code == CURLE_OK) return Done{};
  long answer = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer);
  return refusal_of(code, answer, settings_);
}

}  // namespace letopis::mail
