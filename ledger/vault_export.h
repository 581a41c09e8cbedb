// The vault's texts, to be kept apart from the log: encrypted to two named recipients, signed with
// the log's key.
//
//   "letopis vault export v1\n" … docs/event-format.md describes it
//
// Replaced after each erasure; an older one must then be destroyed.
#pragma once

#include <array>
#include <functional>
#include <string>

#include "ledger/snapshot.h"
#include "ledger/vault.h"
#include "signing/ed25519.h"

namespace letopis::ledger {

// Who can open an export: a name for people, and an X25519 public key.
struct Recipient {
  std::string name;
  std::array<std::byte, 32> public_key{};
  bool operator==(const Recipient&) const = default;
};

struct RecipientKeys {
  std::array<std::byte, 32> public_key{};
  signing::Secret32 secret;
};
RecipientKeys make_recipient_keys();
// The same keys again, out of the secret that was kept.
RecipientKeys recipient_keys(const signing::Secret32& secret);

struct ExportSummary {
  std::uint64_t texts = 0;
  std::uint64_t persons = 0;
  signing::Digest sha256;  // of the whole file
};

// Every text is opened and held against its commitment before it goes in; one that fails throws.
// The file is written aside, synced, renamed. Throws StoreFailure.
Result<ExportSummary> export_vault(const Store& store, const VaultKeys& keys,
                                   const std::array<Recipient, 2>& recipients,
                                   const std::string& origin, const signing::PrivateKey& log_key,
                                   rocksdb::Env& env, const std::filesystem::path& file);

// Opens an export for one recipient, calling `text` for each. Refuses export.altered,
// export.not_for_you, export.signature.
Result<ExportSummary> open_export(std::string_view contents, const RecipientKeys& recipient,
                                  const signing::PublicKey& log_key,
                                  const std::function<void(const events::PrivateText&)>& text);

}  // namespace letopis::ledger
