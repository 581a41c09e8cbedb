#include "mail/email.h"

#include <fmt/format.h>

#include <algorithm>

#include "outcome/invariant.h"
#include "regulations/civil_day.h"
#include "signing/encoding.h"

namespace letopis::mail {
namespace {

constexpr std::size_t kEncodedPerWord = 45;  // bytes: 60 in base64, below the 75 of RFC 2047
constexpr std::size_t kEncodedPerLine = 57;  // bytes: 76 in base64
constexpr std::int64_t kDayMs = 86'400'000;

bool is_ascii_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char one) { return one >= ' ' && one <= '~'; });
}

// Where a word of at most so many bytes ends without cutting a character.
std::size_t word_end(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  return most;
}

std::string header_text(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char one) { return one == '\n' || one == '\r'; }, ' ');
  if (is_ascii_word(text) && text.find("=?") == std::string::npos) return text;
  std::string out;
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = word_end(rest, kEncodedPerWord);
    out += fmt::format("{}=?UTF-8?B?{}?=", out.empty() ? "" : "\r\n ",
                       signing::to_base64(bytes_of(rest.substr(0, end))));
    rest.remove_prefix(end);
  }
  return out;
}

std::string body_lines(std::string_view body) {
  std::string with_returns;
  for (const char one : body) {
    if (one == '\n') with_returns += '\r';
    with_returns += one;
  }
  std::string out;
  for (std::string_view rest = with_returns; !rest.empty();) {
    const auto part = rest.substr(0, kEncodedPerLine);
    out += signing::to_base64(bytes_of(part)) + "\r\n";
    rest.remove_prefix(part.size());
  }
  return out;
}

// "Mon, 08 Sep 2025 07:00:00 +0000".
std::string date_text(events::Instant moment) {
  static constexpr std::string_view days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto floor_day = moment.milliseconds / kDayMs - (moment.milliseconds % kDayMs < 0 ? 1 : 0);
  const events::Day day{static_cast<std::int32_t>(floor_day)};
  const auto second = (moment.milliseconds - floor_day * kDayMs) / 1'000;
  const auto date = regulations::civil(day);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", days[regulations::weekday(day) - 1],
                     date.day, months[date.month - 1], date.year, second / 3'600, second / 60 % 60,
                     second % 60);
}

Refusal not_an_address(std::string_view address) {
  return {"mail.address",
          {fmt::format("это не адрес электронной почты ({} байт)", address.size()),
           fmt::format("this is no e-mail address ({} bytes)", address.size())},
          {},
          {"имя@узел, латиницей", "name@host, in ASCII"}};
}

}  // namespace

Outcome check_address(std::string_view address) {
  constexpr std::string_view specials = "<>()[]:;,\\\"";
  const auto at = address.find('@');
  const bool is_plain = std::all_of(address.begin(), address.end(), [&](char one) {
    return one > ' ' && one <= '~' && specials.find(one) == std::string_view::npos;
  });
  const bool is_whole = at != std::string_view::npos && at > 0 && at + 1 < address.size() &&
                        address.find('@', at + 1) == std::string_view::npos;
  if (is_plain && is_whole && address.size() <= kMostAddressBytes) return Done{};
  return not_an_address(address);
}

std::string print(const Email& email, const Sender& from, events::Instant now) {
  INVARIANT(check_address(email.to).has_value() && check_address(from.address).has_value());
  INVARIANT(email.body.size() <= kMostBodyBytes);
  const auto name = header_text(from.name);
  // A plain name stands in quotation marks: it may have dots and commas.
  const bool is_encoded = name.starts_with("=?");
  std::string quoted;
  for (const char one : name) quoted += one == '"' || one == '\\' ? '\'' : one;
  const auto sender = name.empty() ? from.address
                                   : fmt::format("{}{}{} <{}>", is_encoded ? "" : "\"", quoted,
                                                 is_encoded ? "" : "\"", from.address);
  return fmt::format(
      "From: {}\r\nTo: {}\r\nSubject: {}\r\nDate: {}\r\nMessage-ID: <{}>\r\n"
      "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: base64\r\nAuto-Submitted: auto-generated\r\n\r\n{}",
      sender, email.to, header_text(email.subject), date_text(now), email.id,
      body_lines(email.body));
}

}  // namespace letopis::mail
