// The private texts of a restored log, brought back out of a vault export.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "ledger/rebuild.h"
#include "ledger/vault_export.h"
#include "outcome/result.h"

namespace letopis::ledger {

// An export that is newer than the medium has texts that only lost entries promised.
enum class UnpromisedTexts { kRefuse, kLeaveOut };

struct RestoreTextsSettings {
  std::filesystem::path directory;  // of a whole log that nobody has open
  std::string origin;               // under which it is published
  signing::PublicKey log_key;       // its checkpoint's
  signing::PublicKey export_key;    // the log's key when the export was signed
  UnpromisedTexts unpromised = UnpromisedTexts::kRefuse;
};

struct RestoredTexts {
  std::uint64_t restored = 0;
  std::uint64_t persons = 0;     // whom these are about
  std::uint64_t erased = 0;      // left out: an order in the log erased the person
  std::uint64_t unpromised = 0;  // left out, where the settings allow it
  std::uint64_t missing = 0;     // promised, not erased, and not in the vault now either
};

// Holds every text of the export against what the log's facts commit to before it writes any, and
// seals them under keys of this log's own. Whoever the log erased stays erased: a key that is still
// there is destroyed. Asked again it does the same again.
// Refuses what `look_before_writing`, `VaultKeys::open` and `open_export` refuse, restore.entry,
// restore.text_of_another (promised, but about another person) and restore.text_unpromised, both
// naming the person it is said to be about; nothing is then written. Throws StoreFailure.
Result<RestoredTexts> restore_texts(const RestoreTextsSettings& settings, std::string_view contents,
                                    const RecipientKeys& recipient, const Resources& resources,
                                    const Progress& progress);

}  // namespace letopis::ledger
