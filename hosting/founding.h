// A new school: its log begun by a founder's key that leaves the computer at once, and a director
// who comes in by a code.
#pragma once

#include <filesystem>
#include <string>

#include "accounts/codes.h"
#include "ledger/store.h"
#include "outcome/result.h"
#include "signing/secret.h"

namespace letopis::hosting {

struct FoundingWish {
  std::string origin;  // "letopis.example/nn125"
  std::string family_name;
  std::string given_name;
  std::string patronymic;  // may be empty
  std::string login;       // the director's
};

// In a directory that is new or empty; the director's code. `founder_seed` is of the key that alone
// makes a director: kept off the server. What the school is called, its time zone and regulation
// the director states. Refuses what the school's files, the log's name, the ledger, the rules and
// the log-in refuse; then nothing is left behind.
Result<accounts::Code> found_school(const std::filesystem::path& directory,
                                    const FoundingWish& wish, const signing::Secret32& founder_seed,
                                    const ledger::Resources& resources,
                                    accounts::Stretching& stretching);

}  // namespace letopis::hosting
