#include "ledger/vault.h"

#include <algorithm>

#include "ledger/layout.h"
#include "ledger/sealing.h"

namespace letopis::ledger {

std::string seal_text(const signing::Secret32& key, const events::PrivateText& text) {
  const auto place = vault_key(text.about, events::commit(text));
  return seal(key, place, std::string(text_of(text.salt)) + text.text);
}

std::optional<events::PrivateText> open_text(const signing::Secret32& key,
                                             events::PersonNumber about,
                                             const events::Commitment& text,
                                             std::string_view sealed) {
  const auto plain = unseal(key, vault_key(about, text), sealed);
  if (!plain || plain->size() < 32) return std::nullopt;
  events::PrivateText opened{about, {}, plain->substr(32)};
  std::copy_n(bytes_of(*plain).begin(), 32, opened.salt.begin());
  if (events::commit(opened) != text) return std::nullopt;
  return opened;
}

std::optional<std::string> Vault::find(events::PersonNumber about,
                                       const events::Commitment& text) const {
  const auto key = keys_.key_of(about);
  if (!key) return std::nullopt;
  const auto sealed = store_->get(Family::kVault, vault_key(about, text));
  if (!sealed) return std::nullopt;
  auto opened = open_text(*key, about, text, *sealed);
  if (!opened) {
    throw StoreFailure(StoreFailure::Kind::kCorrupt, "a text of the vault about person " +
                                                         std::to_string(about.value) +
                                                         " does not answer to its commitment");
  }
  return std::move(opened->text);
}

}  // namespace letopis::ledger
