// Private texts, each sealed under the key of the person it is about, bound to its commitment.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "events/commitment.h"
#include "ledger/store.h"
#include "ledger/vault_keys.h"

namespace letopis::ledger {

// What the vault keeps for one text. Requires: the person's key.
std::string seal_text(const signing::Secret32& key, const events::PrivateText& text);

// Opens a row; empty iff the key, the place or any byte is another, or the text inside does not
// answer to the commitment.
std::optional<events::PrivateText> open_text(const signing::Secret32& key,
                                             events::PersonNumber about,
                                             const events::Commitment& text,
                                             std::string_view sealed);

// Reads from one store. Any thread.
class Vault final : public events::TextSource {
 public:
  Vault(std::shared_ptr<const Store> store, const VaultKeys& keys)
      : store_(std::move(store)), keys_(keys) {}
  std::optional<std::string> find(events::PersonNumber about,
                                  const events::Commitment& text) const override;

 private:
  const std::shared_ptr<const Store> store_;  // shared with whoever writes it; closed with the last
  const VaultKeys& keys_;
};

}  // namespace letopis::ledger
