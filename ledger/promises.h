// What the entries say of the vault: which texts must lie in it, and whose were ordered to go.
#pragma once

#include <set>

#include "events/promised_texts.h"
#include "ledger/rebuild.h"
#include "ledger/store.h"

namespace letopis::ledger {

// A plain value; one thread at a time.
struct Promises {
  std::set<events::PromisedText> texts;  // of those who were erased too
  std::set<events::PersonNumber> erased;

  void note(const events::Event& event);
  bool was_erased(const events::PromisedText& text) const { return erased.contains(text.about); }
};

// Reads every entry. Refuses restore.entry, naming the first that does not read. Throws
// StoreFailure.
Result<Promises> promises_in(const Store& store, const Progress& progress);

}  // namespace letopis::ledger
