#include "pki/token_uri.h"

#include <optional>
#include <string>

#include "signing/encoding.h"

namespace letopis::pki {

namespace {

constexpr std::string_view kScheme = "pkcs11:";

Refusal no_uri(const Sentence& why) {
  return {"token.uri",
          {"место ключа в токене не понято: " + why.ru,
           "the key's place in a token is not understood: " + why.en},
          {},
          {"pkcs11:token=ИМЯ;object=ИМЯ?module-path=/usr/lib/…so",
           "pkcs11:token=NAME;object=NAME?module-path=/usr/lib/…so"}};
}

// The part before the mark; what is behind it stays in `text`.
std::string_view take_until(std::string_view& text, char mark) {
  const auto end = text.find(mark);
  const auto taken = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return taken;
}

// Nothing iff a "%" is not followed by two hexadecimal digits, or hides a zero byte.
std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at];
      continue;
    }
    std::string digits(text.substr(at + 1, 2));
    for (char& digit : digits) {
      if (digit >= 'A' && digit <= 'F') digit = static_cast<char>(digit - 'A' + 'a');
    }
    const auto byte = signing::from_hex(digits);
    if (!byte || byte->size() != 1 || byte->front() == std::byte{0}) return std::nullopt;
    out += static_cast<char>(byte->front());
    at += 2;
  }
  return out;
}

}  // namespace

Result<TokenPlace> parse_token_uri(std::string_view uri) {
  if (uri.size() > kMaxTokenUriBytes) return no_uri({"слишком длинно", "it is too long"});
  if (!uri.starts_with(kScheme)) {
    return no_uri({"оно начинается с pkcs11:", "it begins with pkcs11:"});
  }
  const std::string which(take_until(uri, '?'));
  for (std::string_view left = std::string_view(which).substr(kScheme.size()); !left.empty();) {
    const auto one = take_until(left, ';');
    if (one.starts_with("type=")) return no_uri({"type здесь лишний", "it has a type"});
    if (one.find('=') == std::string_view::npos) {
      return no_uri({"нужны пары имя=значение", "pairs name=value are needed"});
    }
  }
  std::optional<std::string> module;
  while (!uri.empty()) {
    auto one = take_until(uri, '&');
    const auto name = take_until(one, '=');
    if (name == "pin-value" || name == "pin-source") {
      return no_uri({"PIN в нём не пишут: он спрашивается или лежит в --password-file",
                     "no PIN stands in it: it is asked for, or lies in --password-file"});
    }
    if (name == "module-path") module = unescaped(one);
  }
  if (!module || module->empty()) {
    return no_uri({"нет module-path, библиотеки токена", "no module-path, the token's library"});
  }
  const std::string parted = which.size() == kScheme.size() ? which : which + ";";
  return TokenPlace{*module, parted + "type=private", parted + "type=cert"};
}

}  // namespace letopis::pki
