// Holds what the store keeps beside the entries against what the entries say.
#pragma once

#include "audit/findings.h"
#include "ledger/derived_log.h"
#include "ledger/vault_keys.h"

namespace letopis::ledger {

// Each walks its families whole: rows that differ, are missing or are too many are findings.
void check_indices(const Store& store, const DerivedLog& log, audit::Findings& findings);
void check_tree(const Store& store, const DerivedLog& log, audit::Findings& findings);
void check_keys(const Store& store, const DerivedLog& log, audit::Findings& findings);

struct VaultCount {
  std::uint64_t opened = 0;
  std::uint64_t erased = 0;
};
VaultCount check_vault(const Store& store, const VaultKeys& keys, const DerivedLog& log,
                       audit::Findings& findings);

}  // namespace letopis::ledger
