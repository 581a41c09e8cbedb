// A trial log that a script goes on with: its ledger, its clock, the keys of its people and their
// logins.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "ledger/ledger.h"
#include "office/clocks.h"
#include "office/school_files.h"
#include "trial/command.h"
#include "trial/keyring.h"
#include "wishes/logins.h"
#include "wishes/secrets.h"
#include "wishes/verbs.h"

namespace letopis::script {

// All keys of a script's school derive from this; the number of pupils, which names a lived year's
// trial too, says nothing here.
trial::Settings runner_settings(const std::string& origin, std::uint64_t seed);
inline constexpr unsigned kPupilsOfScript = 1;

// What somebody states through the script.
struct Stated {
  events::PersonNumber author;
  std::optional<unsigned> key;  // empty: the one in force
  events::Instant at;
  events::Instant stated;
  std::vector<events::Fact> facts;
  std::vector<events::PrivateText> texts;
};

// Owns the ledger. One thread.
class RunnerSchool {
 public:
  // An existing trial's log. Refuses what the school's files, the logins and the ledger refuse, and
  // run.no_trial: a school's own log takes no script.
  static Result<std::unique_ptr<RunnerSchool>> open(const std::filesystem::path& directory);
  // A new one in an absent or empty directory. Refuses what the files and the ledger refuse.
  static Result<std::unique_ptr<RunnerSchool>> create(const std::filesystem::path& directory,
                                                      const trial::Settings& settings);

  ledger::Ledger& ledger() { return *ledger_; }
  const wishes::Logins& logins() const { return logins_; }
  const trial::Keyring& keys() const { return keys_; }

  // Signs and appends. Refuses signer.no_key (none of the author's keys is in force) and what the
  // ledger refuses.
  Result<ledger::Accepted> append(const Stated& stated);

  // Adds the login durably. Refuses what Logins::add refuses.
  Outcome keep_login(std::string_view login, events::PersonNumber person);
  // Those of persons declared one after another from `first` on. Requires: all are free.
  void keep_logins(const std::vector<wishes::NewLogin>& logins, events::PersonNumber first);

  // The derived key with which the person signs now. Refuses signer.no_key.
  Result<unsigned> key_in_force(const ledger::Snapshot& log, events::PersonNumber person) const;

  // Salts for the private texts of the next command, the same whenever the script is run.
  wishes::Secrets::Salt salts() const;

 private:
  RunnerSchool(std::filesystem::path directory, office::SchoolProfile profile,
               trial::Settings settings);

  const std::filesystem::path directory_;
  const office::SchoolProfile profile_;
  const trial::Settings settings_;
  const trial::Keyring keys_;
  const ledger::Resources resources_ = ledger::make_resources();
  office::ScriptClock clock_;
  wishes::Logins logins_;
  std::unique_ptr<ledger::Ledger> ledger_;
};

}  // namespace letopis::script
