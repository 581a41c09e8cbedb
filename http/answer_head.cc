#include "http/answer_head.h"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/status.hpp>

#include <algorithm>
#include <array>
#include <ctime>

#include "http/head.h"

namespace letopis::http {
namespace {

namespace beast = boost::beast;

constexpr std::array<std::string_view, 4> kOwn = {"Content-Length", "Transfer-Encoding",
                                                  "Connection", "Date"};
constexpr std::size_t kUsualHead = 512;

std::string now_as_http_date() {
  constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t now = std::time(nullptr);
  std::tm at{};
  gmtime_r(&now, &at);
  std::array<char, 40> text{};
  // Not strftime's names: they depend on the computer's language.
  std::string form = std::string(days[at.tm_wday]) + ", %d " + months[at.tm_mon] + " %Y %T GMT";
  const std::size_t size = std::strftime(text.data(), text.size(), form.c_str(), &at);
  return {text.data(), size};
}

void add(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool has_body(unsigned status) { return status >= 200 && status != 204 && status != 304; }

std::optional<std::string> head_of(const Response& response, const Framing& framing) {
  if (response.status < 200 || response.status > 599) return std::nullopt;
  std::string head;
  head.reserve(kUsualHead);
  const auto reason = beast::http::obsolete_reason(beast::http::int_to_status(response.status));
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  head.append(reason.data(), reason.size()).append("\r\n");
  for (const Header& one : response.headers) {
    if (!is_token(one.name) || !is_value(one.value)) return std::nullopt;
    if (std::ranges::any_of(kOwn, [&](auto own) { return beast::iequals(own, one.name); })) {
      continue;
    }
    add(head, one.name, one.value);
  }
  add(head, "Date", now_as_http_date());
  if (has_body(response.status)) {
    if (framing.length) {
      add(head, "Content-Length", std::to_string(*framing.length));
    } else if (framing.version == 11) {
      add(head, "Transfer-Encoding", "chunked");
    }
  }
  if (!framing.keep_alive) {
    add(head, "Connection", "close");
  } else if (framing.version == 10) {
    add(head, "Connection", "keep-alive");
  }
  head.append("\r\n");
  return head;
}

}  // namespace letopis::http
