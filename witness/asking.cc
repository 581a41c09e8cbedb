#include "witness/asking.h"

#include <fmt/format.h>

#include <algorithm>

#include "signing/encoding.h"

namespace letopis::witness {
namespace {

constexpr std::size_t kMaxExcerptBytes = 200;

// Somebody else's words on our terminal: short, and without control characters.
std::string excerpt(std::string_view words) {
  std::string out(words.substr(0, kMaxExcerptBytes));
  std::replace_if(
      out.begin(), out.end(), [](char one) { return one < ' ' || one > '~'; }, ' ');
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Refusal refused(const Answer& answer) {
  return {"cosign.refused",
          {fmt::format("свидетель отказал ({}): {}", answer.status, excerpt(answer.body)),
           fmt::format("the witness refused ({}): {}", answer.status, excerpt(answer.body))}};
}

Refusal inconsistent(const Answer& answer) {
  return {"cosign.inconsistent",
          {fmt::format("свидетель знает другую историю этого журнала ({}): {}", answer.status,
                       excerpt(answer.body)),
           fmt::format("the witness knows another history of this log ({}): {}", answer.status,
                       excerpt(answer.body))}};
}

Result<Heard> conflict(const Answer& answer) {
  std::string_view size = answer.body;
  if (size.ends_with('\n')) size.remove_suffix(1);
  const auto known = signing::from_decimal(size);
  if (answer.content_type == kSizeText && known) return Heard{std::nullopt, std::nullopt, *known};
  return Refusal{"cosign.answer",
                 {"свидетель знает другой размер, но не назвал его",
                  "the witness knows another size and does not name it"}};
}

}  // namespace

Result<AddCheckpoint> request_from(const Question& question, std::uint64_t known) {
  const std::uint64_t size = question.checkpoint.size;
  if (known > size) {
    return Refusal{
        "cosign.witness_ahead",
        {fmt::format("свидетель заверил {} записей этого журнала, а опубликовано только {}: "
                     "журнал откатили назад",
                     known, size),
         fmt::format("the witness has cosigned {} entries of this log, and only {} are "
                     "published: the log was rolled back",
                     known, size)}};
  }
  auto proof = signing::consistency_proof(known, size, question.hashes);
  if (!proof) return proof.refusal();
  return AddCheckpoint{known, *std::move(proof), question.note};
}

Result<Heard> hear(const Answer& answer, const std::string& checkpoint_text,
                   const signing::NoteVerifier& witness) {
  if (answer.status == 409) return conflict(answer);
  if (answer.status == 422) return inconsistent(answer);
  if (answer.status != 200) return refused(answer);
  const auto lines = signing::parse_note(checkpoint_text + "\n" + answer.body);
  if (!lines || lines->text != checkpoint_text) return refused(answer);
  for (const auto& line : lines->signatures) {
    if (!witness.is_named_by(line)) continue;
    const auto verified = witness.verify(checkpoint_text, line);
    if (!verified) return verified.refusal();
    return Heard{line, verified->time, 0};
  }
  return Refusal{"cosign.no_line",
                 {"в ответе нет подписи этого свидетеля",
                  "no line of this witness is in the "
                  "answer"}};
}

Result<Heard> ask(const Question& question, std::uint64_t known,
                  const signing::NoteVerifier& witness, const Carry& carry) {
  const std::string text = signing::print_checkpoint(question.checkpoint);
  for (unsigned tries = 0; tries < kMaxTries; ++tries) {
    const auto request = request_from(question, known);
    if (!request) return request.refusal();
    const auto answer = carry(print_add_checkpoint(*request));
    if (!answer) return answer.refusal();
    auto heard = hear(*answer, text, witness);
    if (!heard || heard->line) return heard;
    known = heard->known;
  }
  return Refusal{
      "cosign.no_agreement",
      {"свидетель каждый раз называет другой размер", "the witness names another size each time"}};
}

}  // namespace letopis::witness
