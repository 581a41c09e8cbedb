// A receipt and its entry as files: NAME.tlog-proof and NAME.entry, written for a family or an
// inspector and checked with a key alone.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "ledger/snapshot.h"
#include "outcome/result.h"
#include "signing/receipt.h"
#include "signing/verifier_key.h"

namespace letopis::office {

struct ReceiptWithEntry {
  signing::Receipt receipt;
  std::string entry;  // its exact bytes
};

// The proof that an entry is under the checkpoint. Refuses receipt.not_published (the entry came
// after it) and what a proof refuses.
Result<ReceiptWithEntry> make_receipt(const ledger::Snapshot& log, const std::string& checkpoint,
                                      std::uint64_t checkpoint_size, events::Position position);

struct ReceiptFiles {
  std::filesystem::path proof;
  std::filesystem::path entry;
};
// Beside each other under one name. Refuse receipt.there (a file of that name) and
// receipt.not_written.
ReceiptFiles receipt_files(const std::filesystem::path& prefix);
Outcome write_receipt(const ReceiptWithEntry& receipt, const ReceiptFiles& files);

// Refuses what small files and receipts refuse.
Result<ReceiptWithEntry> read_receipt(const ReceiptFiles& files);

// The checkpoint under which the entry stands, by the key alone. Refuses as
// signing::verify_receipt.
Result<signing::OpenedCheckpoint> check_receipt(const ReceiptWithEntry& receipt,
                                                const signing::VerifierKey& log_key);

}  // namespace letopis::office
