#include <fmt/format.h>

#include <algorithm>

#include "ledger/derived_rows.h"
#include "ledger/vault.h"
#include "signing/encoding.h"

namespace letopis::ledger {
namespace {

constexpr std::size_t kVaultKeyBytes = 4 + 32;

void add(audit::Findings& findings, audit::Fault fault, const char* code, std::string ru,
         std::string en) {
  findings.add(fault, "vault", {code, {std::move(ru), std::move(en)}});
}

// Keys are destroyed by order and by order alone.
void check_erasures(const VaultKeys& keys, const DerivedLog& log, audit::Findings& findings) {
  for (const auto person : keys.persons()) {
    const bool destroyed = keys.state(person) == VaultKeys::State::kDestroyed;
    const bool ordered = log.erased.contains(person);
    if (destroyed && !ordered && !log.lost) {
      add(findings, audit::Fault::kAltered, "vault.destroyed_without_order",
          fmt::format("ключ человека № {} уничтожен, а приказа об этом в журнале нет",
                      person.value),
          fmt::format("the key of person {} was destroyed without an order in the log",
                      person.value));
    }
    if (!destroyed && ordered) {
      add(findings, audit::Fault::kAltered, "vault.not_destroyed",
          fmt::format("ключ человека № {} приказано уничтожить, а он цел", person.value),
          fmt::format("the key of person {} is ordered to be destroyed, but it is there",
                      person.value));
    }
  }
  for (const auto person : log.erased) {
    if (keys.state(person) != VaultKeys::State::kAbsent) continue;
    add(findings, audit::Fault::kIncomplete, "vault.not_recorded",
        fmt::format("приказано уничтожить ключ человека № {}, а файл ключей об этом не помнит",
                    person.value),
        fmt::format("the key of person {} is ordered to be destroyed; the key file does not know",
                    person.value));
  }
}

}  // namespace

VaultCount check_vault(const Store& store, const VaultKeys& keys, const DerivedLog& log,
                       audit::Findings& findings) {
  VaultCount count;
  check_erasures(keys, log, findings);
  std::set<events::PromisedText> there;
  const auto rows = store.rows(Family::kVault);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    const auto key = view_of(rows->key());
    if (key.size() != kVaultKeyBytes) {
      add(findings, audit::Fault::kAltered, "vault.row", "в хранилище текстов лишняя строка",
          "a row of the vault has no place");
      continue;
    }
    const events::PersonNumber person{
        static_cast<std::uint32_t>(signing::read_big_endian(bytes_of(key.substr(0, 4))))};
    events::Commitment text;
    std::copy_n(bytes_of(key.substr(4)).begin(), 32, text.digest.bytes.begin());
    // An entry that nobody can read may have promised it.
    const bool promised = log.lost || log.texts.contains({person, text});
    there.insert({person, text});
    if (keys.state(person) == VaultKeys::State::kDestroyed) {
      ++count.erased;
      if (promised) continue;
    }
    const auto secret = keys.key_of(person);
    if (promised && secret && open_text(*secret, person, text, view_of(rows->value()))) {
      ++count.opened;
      continue;
    }
    add(findings, audit::Fault::kAltered, "vault.text_altered",
        fmt::format("закрытый текст о человеке № {} изменён или подложен", person.value),
        fmt::format("a private text about person {} was altered or slipped in", person.value));
  }
  if (!rows->status().ok()) {
    add(findings, audit::Fault::kAltered, "store.corrupt",
        "хранилище не читается: " + rows->status().ToString(),
        "the store does not read: " + rows->status().ToString());
  }
  const auto missing = static_cast<std::uint64_t>(std::count_if(
      log.texts.begin(), log.texts.end(), [&](const auto& text) { return !there.contains(text); }));
  if (missing > 0) {
    add(findings, audit::Fault::kIncomplete, "vault.text_missing",
        fmt::format("в хранилище нет закрытых текстов, на которые ссылаются записи: {}", missing),
        fmt::format("private texts that entries commit to are missing from the vault: {}",
                    missing));
  }
  return count;
}

}  // namespace letopis::ledger
