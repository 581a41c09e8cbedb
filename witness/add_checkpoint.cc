#include "witness/add_checkpoint.h"

#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::witness {
namespace {

Refusal malformed() {
  return {"add_checkpoint.malformed",
          {"это не запрос к свидетелю: нужны строка «old РАЗМЕР», строки доказательства, пустая "
           "строка и контрольная точка",
           "this is no request to a witness: a line “old SIZE”, lines of the proof, an empty line "
           "and a checkpoint are due"}};
}

Refusal too_long() {
  return {"add_checkpoint.too_long",
          {"запрос к свидетелю слишком длинный", "the request to the witness is too long"}};
}

}  // namespace

std::string print_add_checkpoint(const AddCheckpoint& request) {
  INVARIANT(request.proof.size() <= kMaxProofLines && !request.checkpoint.empty());
  std::string text = "old " + std::to_string(request.old_size) + "\n";
  for (const auto& hash : request.proof) text += signing::to_base64(hash.view()) + "\n";
  return text + "\n" + request.checkpoint;
}

Result<AddCheckpoint> parse_add_checkpoint(std::string_view text) {
  if (text.size() > kMaxRequestBytes) return too_long();
  auto line = signing::take_line(text);
  if (!line || !signing::take_prefix(*line, "old ")) return malformed();
  const auto size = signing::from_decimal(*line);
  if (!size) return malformed();
  AddCheckpoint request;
  request.old_size = *size;
  for (;;) {
    line = signing::take_line(text);
    if (!line) return malformed();
    if (line->empty()) break;
    if (request.proof.size() == kMaxProofLines) return too_long();
    const auto raw = signing::from_base64(*line);
    const auto hash = raw ? signing::digest_from(*raw) : raw.refusal();
    if (!hash) return malformed();
    request.proof.push_back(*hash);
  }
  if (text.empty()) return malformed();
  if (text.size() > kMaxCheckpointBytes) return too_long();
  request.checkpoint = std::string(text);
  return request;
}

}  // namespace letopis::witness
