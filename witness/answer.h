// What a witness answers: an HTTP status with its body, and the same as a file.
//
//   letopis witness answer v1
//   STATUS CONTENT-TYPE
//
//   the body, verbatim
#pragma once

#include <string>
#include <string_view>

#include "outcome/result.h"

namespace letopis::witness {

inline constexpr std::size_t kMaxAnswerBytes = 65'536;  // of the body
inline constexpr std::string_view kPlainText = "text/plain; charset=utf-8";
inline constexpr std::string_view kSizeText = "text/x.tlog.size";  // of 409: the size known

struct Answer {
  unsigned status = 200;  // 200, 400, 403, 404, 409 or 422; from elsewhere any of three digits
  std::string content_type;
  std::string body;
  bool operator==(const Answer&) const = default;
};

// Requires: a status of three digits, a content type without newlines, a body within its limit.
std::string print_answer(const Answer& answer);

// Reads exactly what print_answer writes. Refuses answer.malformed, too long ones too.
Result<Answer> parse_answer(std::string_view text);

}  // namespace letopis::witness
