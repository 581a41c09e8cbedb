#include "witness/answer.h"

#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::witness {
namespace {

constexpr std::string_view kFirstLine = "letopis witness answer v1";
constexpr std::size_t kMaxTypeBytes = 100;
constexpr unsigned kLeastStatus = 100;
constexpr unsigned kMostStatus = 999;

Refusal malformed() {
  return {"answer.malformed",
          {"это не ответ свидетеля: файл другого вида или слишком длинный",
           "this is no answer of a witness: of another shape, or too long"}};
}

}  // namespace

std::string print_answer(const Answer& answer) {
  INVARIANT(answer.status >= kLeastStatus && answer.status <= kMostStatus);
  INVARIANT(answer.content_type.size() <= kMaxTypeBytes && answer.body.size() <= kMaxAnswerBytes);
  std::string text(kFirstLine);
  text += "\n" + std::to_string(answer.status) + " " + answer.content_type + "\n\n";
  return text + answer.body;
}

Result<Answer> parse_answer(std::string_view text) {
  const auto first = signing::take_line(text);
  const auto second = signing::take_line(text);
  const auto third = signing::take_line(text);
  if (!third || *first != kFirstLine || !third->empty()) return malformed();
  const auto space = second->find(' ');
  if (space == std::string_view::npos || second->size() - space - 1 > kMaxTypeBytes) {
    return malformed();
  }
  const auto status = signing::from_decimal(second->substr(0, space));
  if (!status || *status < kLeastStatus || *status > kMostStatus) return malformed();
  if (text.size() > kMaxAnswerBytes) return malformed();
  return Answer{static_cast<unsigned>(*status), std::string(second->substr(space + 1)),
                std::string(text)};
}

}  // namespace letopis::witness
