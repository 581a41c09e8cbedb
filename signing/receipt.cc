#include "signing/receipt.h"

#include <utility>

#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::signing {

namespace {

constexpr std::string_view kFirstLine = "c2sp.org/tlog-proof@v1";
constexpr std::string_view kExtra = "extra ";
constexpr std::string_view kIndex = "index ";

Refusal malformed() {
  return {"receipt.malformed", {"Квитанция записана неверно.", "The receipt is malformed."}};
}

Refusal too_long() {
  return {"receipt.too_long", {"Квитанция слишком длинна.", "The receipt is too long."}};
}

// The optional second line; `line` becomes the one after it.
Outcome parse_extra(std::optional<std::string_view>& line, std::string_view& rest,
                    Receipt& receipt) {
  if (!line || !take_prefix(*line, kExtra)) return Done{};
  auto extra = from_base64(*line);
  if (!extra || extra->empty()) return malformed();
  if (extra->size() > kMaxReceiptExtraBytes) return too_long();
  receipt.extra = *std::move(extra);
  line = take_line(rest);
  return Done{};
}

// The hashes up to and with the empty line.
Outcome parse_proof(std::string_view& rest, Receipt& receipt) {
  auto line = take_line(rest);
  for (; line && !line->empty(); line = take_line(rest)) {
    if (receipt.proof.size() == kMaxProofHashes) return too_long();
    const auto bytes = from_base64(*line);
    if (!bytes) return malformed();
    const auto hash = digest_from(*bytes);
    if (!hash) return malformed();
    receipt.proof.push_back(*hash);
  }
  if (!line) return malformed();
  return Done{};
}

Outcome check_checkpoint(std::string_view text) {
  const auto note = parse_note(text);
  if (!note) return note.refusal();
  const auto checkpoint = parse_checkpoint(note->text);
  if (!checkpoint) return checkpoint.refusal();
  return Done{};
}

}  // namespace

std::string print_receipt(const Receipt& receipt) {
  INVARIANT(receipt.proof.size() <= kMaxProofHashes);
  std::string text = std::string(kFirstLine) + '\n';
  if (receipt.extra) {
    INVARIANT(!receipt.extra->empty() && receipt.extra->size() <= kMaxReceiptExtraBytes);
    text += std::string(kExtra) + to_base64(*receipt.extra) + '\n';
  }
  text += std::string(kIndex) + std::to_string(receipt.index) + '\n';
  for (const Digest& hash : receipt.proof) text += to_base64(hash.view()) + '\n';
  return text + '\n' + receipt.checkpoint;
}

Result<Receipt> parse_receipt(std::string_view text) {
  if (text.size() > kMaxReceiptBytes) return too_long();
  if (take_line(text) != kFirstLine) return malformed();
  Receipt receipt;
  auto line = take_line(text);
  if (const auto extra = parse_extra(line, text, receipt); !extra) return extra.refusal();
  if (!line || !take_prefix(*line, kIndex)) return malformed();
  const auto index = from_decimal(*line);
  if (!index) return malformed();
  receipt.index = *index;
  if (const auto proof = parse_proof(text, receipt); !proof) return proof.refusal();
  if (const auto checked = check_checkpoint(text); !checked) return checked.refusal();
  receipt.checkpoint = text;
  return receipt;
}

Result<OpenedCheckpoint> verify_receipt(const Receipt& receipt, Bytes entry,
                                        const NoteVerifier& log,
                                        std::span<const NoteVerifier> witnesses) {
  auto opened = open_checkpoint(receipt.checkpoint, log, witnesses);
  if (!opened) return opened.refusal();
  const Checkpoint& checkpoint = opened->checkpoint;
  const auto included = verify_inclusion(
      {receipt.index, checkpoint.size, leaf_hash(entry), checkpoint.root}, receipt.proof);
  if (!included) return included.refusal();
  return opened;
}

}  // namespace letopis::signing
