#include "http/head.h"

#include <algorithm>
#include <string>

#include <boost/beast/core/string.hpp>

namespace letopis::http {
namespace {

constexpr std::string_view kEndOfLine = "\r\n";
constexpr std::size_t kMostDigits = 18;  // of a length: below any overflow

bool is_visible(std::string_view text) {
  return std::ranges::all_of(text, [](char sign) { return sign > ' ' && sign < '\x7f'; });
}

bool is_length(std::string_view text) {
  return !text.empty() && text.size() <= kMostDigits &&
         std::ranges::all_of(text, [](char sign) { return sign >= '0' && sign <= '9'; });
}

std::string_view trimmed(std::string_view value) {
  const auto first = value.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return value.substr(first, value.find_last_not_of(" \t") - first + 1);
}

// Splits an absolute target; anything else stays as it is.
void part_authority(Head& head) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!boost::beast::iequals(head.target.substr(0, scheme.size()), scheme)) continue;
    head.target.remove_prefix(scheme.size());
    const std::size_t end = std::min(head.target.find_first_of("/?"), head.target.size());
    head.authority = head.target.substr(0, end);
    head.target.remove_prefix(end);
    if (head.target.empty()) head.target = "/";
    return;
  }
}

class HeadReader {
 public:
  Result<Head> read(std::string_view bytes) {
    bytes.remove_suffix(kEndOfLine.size());  // the empty line
    if (!first_line(next_line(bytes))) return no_request("первая строка", "its first line");
    while (!bytes.empty()) {
      const std::string_view line = next_line(bytes);
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos || !is_token(line.substr(0, colon)) ||
          !is_value(line.substr(colon + 1))) {
        return no_request("строка заголовка", "a line of its headers");
      }
      ++head_.headers;
      note(line.substr(0, colon), trimmed(line.substr(colon + 1)));
    }
    if (hosts_ > 1 || (!old_ && hosts_ == 0)) return no_request("заголовок Host", "its Host");
    if (!framed_well_) return no_request("длина тела", "the length of its body");
    return head_;
  }

 private:
  static std::string_view next_line(std::string_view& bytes) {
    const std::string_view line = bytes.substr(0, bytes.find(kEndOfLine));
    bytes.remove_prefix(line.size() + kEndOfLine.size());
    return line;
  }

  bool first_line(std::string_view line) {
    const std::size_t one = line.find(' ');
    const std::size_t two = line.rfind(' ');
    if (one == std::string_view::npos || one == two) return false;
    const std::string_view version = line.substr(two + 1);
    old_ = version == "HTTP/1.0";
    if (!old_ && version != "HTTP/1.1") return false;
    head_.method = line.substr(0, one);
    head_.target = line.substr(one + 1, two - one - 1);
    if (!is_token(head_.method) || head_.target.empty() || !is_visible(head_.target)) return false;
    if (head_.method == "OPTIONS" && head_.target == "*") return true;
    part_authority(head_);
    if (head_.authority && head_.authority->empty()) return false;
    return head_.target.front() == '/' && head_.target.find('#') == std::string_view::npos;
  }

  void note(std::string_view name, std::string_view value) {
    if (boost::beast::iequals(name, "Host")) ++hosts_;
    const bool length = boost::beast::iequals(name, "Content-Length");
    const bool coding = boost::beast::iequals(name, "Transfer-Encoding");
    if (!length && !coding) return;
    const bool sound = length ? is_length(value) : !old_ && boost::beast::iequals(value, "chunked");
    if (!sound || framed_) framed_well_ = false;
    framed_ = true;
  }

  Head head_;
  std::size_t hosts_ = 0;
  bool old_ = false;     // HTTP/1.0
  bool framed_ = false;  // a length or a coding was stated
  bool framed_well_ = true;
};

}  // namespace

bool is_token(std::string_view text) {
  constexpr std::string_view signs = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::ranges::all_of(text, [&](char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ||
           (sign >= '0' && sign <= '9') || signs.find(sign) != std::string_view::npos;
  });
}

bool is_value(std::string_view text) {
  return std::ranges::all_of(text, [](char sign) {
    const auto code = static_cast<unsigned char>(sign);
    return code == '\t' || (code >= ' ' && code != 0x7f);
  });
}

Result<Head> parse_head(std::string_view head) { return HeadReader().read(head); }

Refusal no_request(std::string_view why_ru, std::string_view why_en) {
  return {"http.request",
          {"это не запрос HTTP: " + std::string(why_ru),
           "this is no HTTP request: " + std::string(why_en)}};
}

}  // namespace letopis::http
