// The keys of the vault, one a person, in a small file of their own: whoever destroys a person's
// key has erased every text about that person, in every copy of the store.
//
//   file `vault.keys`:  "letopis vault keys v1\n"  nonce 24  tag 16          authenticated header
//                       { person u32  nonce 24  sealed(state u8, key 32) 49 } …   one a person
//
// All is sealed (XChaCha20-Poly1305) under the secret in `vault.secret` (32 bytes in hexadecimal),
// which may lie on another disk. Each destruction makes a new secret and seals what remains under
// it, so that older copies of the file open no more once the old secret is gone.
//
// A destruction writes `vault.secret.next`, then the keys under it, then renames the secret into
// place. Whatever a power cut leaves of that, or of a record that was being appended, is read as it
// is; the next write completes it first.
#pragma once

#include <rocksdb/env.h>

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "events/identifiers.h"
#include "outcome/result.h"
#include "signing/secret.h"

namespace letopis::ledger {

struct VaultFiles {
  std::filesystem::path keys;
  std::filesystem::path secret;
};
VaultFiles vault_files(const std::filesystem::path& data_directory);

// Any thread. Never yields a key without the caller copying it.
class VaultKeys {
 public:
  enum class State { kAbsent, kPresent, kDestroyed };

  // Requires that neither file is there. Of those who were erased the file says from the first that
  // their key is destroyed. Throws StoreFailure.
  static void create(rocksdb::Env& env, const VaultFiles& files,
                     const std::set<events::PersonNumber>& erased = {});

  // Reads and writes nothing, so that many may look while one ledger writes. Refuses
  // vault.keys_missing, vault.secret_missing, vault.secret_malformed and vault.keys_altered (any
  // byte that the secret does not vouch for, but for part of a record at the end).
  static Result<std::unique_ptr<VaultKeys>> open(rocksdb::Env& env, const VaultFiles& files);

  State state(events::PersonNumber person) const;
  std::optional<signing::Secret32> key_of(events::PersonNumber person) const;
  std::vector<events::PersonNumber> persons() const;  // present or destroyed
  // Completes what a cut-off write left. For the one who may write. Throws StoreFailure.
  void settle();
  // Part of a record stands at the end of the file: no text was ever sealed under its key.
  bool torn() const;

  // Makes keys for those who have none, on disk before it returns. Throws StoreFailure.
  void ensure(std::span<const events::PersonNumber> persons);

  // Forgets the key for ever, under a new secret, on disk before it returns. Throws StoreFailure.
  void destroy(events::PersonNumber person);

 private:
  VaultKeys(rocksdb::Env& env, VaultFiles files, signing::Secret32 secret)
      : env_(env), files_(std::move(files)), secret_(std::move(secret)) {}
  Outcome read(std::string_view contents);
  void complete();
  std::string whole_file(const signing::Secret32& secret) const;

  rocksdb::Env& env_;
  const VaultFiles files_;
  mutable std::mutex mutex_;
  signing::Secret32 secret_;
  bool next_in_use_ = false;  // the secret still lies in `vault.secret.next`
  bool torn_ = false;
  std::map<events::PersonNumber, std::optional<signing::Secret32>> keys_;  // empty: destroyed
};

}  // namespace letopis::ledger
