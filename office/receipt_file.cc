#include "office/receipt_file.h"

#include <fmt/format.h>

#include <fstream>

#include "office/school_files.h"
#include "signing/tile_tree.h"
#include "signing/tiles.h"
#include "terminal/text.h"

namespace letopis::office {

using namespace terminal;

namespace {

namespace fs = std::filesystem;

Outcome write_file(const fs::path& file, std::string_view contents) {
  std::ofstream out(file, std::ios::binary);
  out.write(contents.data(), static_cast<std::streamsize>(contents.size()));
  out.close();
  if (out) return Done{};
  return Refusal{"receipt.not_written",
                 {fmt::format("файл {} не записался", file.string()),
                  fmt::format("the file {} could not be written", file.string())}};
}

}  // namespace

Result<ReceiptWithEntry> make_receipt(const ledger::Snapshot& log, const std::string& checkpoint,
                                      std::uint64_t checkpoint_size, events::Position position) {
  if (position.value >= checkpoint_size) {
    return Refusal{
        "receipt.not_published",
        {fmt::format("запись № {} ещё не под контрольной точкой: она заверяет {}", position.value,
                     counted(Language::kRussian, checkpoint_size, kEntryNoun)),
         fmt::format("entry {} is not under a checkpoint yet: it vouches for {}", position.value,
                     counted(Language::kEnglish, checkpoint_size, kEntryNoun))}};
  }
  auto entry = log.entry(position);
  auto proof = signing::inclusion_proof(position.value, checkpoint_size, log.tree());
  if (!proof) return proof.refusal();
  return ReceiptWithEntry{{std::nullopt, position.value, std::move(*proof), checkpoint},
                          entry.value_or("")};
}

ReceiptFiles receipt_files(const fs::path& prefix) {
  return {prefix.string() + ".tlog-proof", prefix.string() + ".entry"};
}

Outcome write_receipt(const ReceiptWithEntry& receipt, const ReceiptFiles& files) {
  for (const auto& file : {files.proof, files.entry}) {
    if (!fs::exists(file)) continue;
    return Refusal{"receipt.there",
                   {fmt::format("файл {} уже есть", file.string()),
                    fmt::format("the file {} is there already", file.string())}};
  }
  if (auto written = write_file(files.proof, signing::print_receipt(receipt.receipt)); !written) {
    return written;
  }
  return write_file(files.entry, receipt.entry);
}

Result<ReceiptWithEntry> read_receipt(const ReceiptFiles& files) {
  const auto text = read_small_file(files.proof, signing::kMaxReceiptBytes);
  if (!text) return text.refusal();
  auto receipt = signing::parse_receipt(*text);
  if (!receipt) return receipt.refusal();
  auto entry = read_small_file(files.entry, signing::kMaxEntryBytes);
  if (!entry) return entry.refusal();
  return ReceiptWithEntry{std::move(*receipt), std::move(*entry)};
}

Result<signing::OpenedCheckpoint> check_receipt(const ReceiptWithEntry& receipt,
                                                const signing::VerifierKey& log_key) {
  const auto verifier = signing::NoteVerifier::admit(log_key);
  if (!verifier) return verifier.refusal();
  return signing::verify_receipt(receipt.receipt, bytes_of(receipt.entry), *verifier);
}

}  // namespace letopis::office
