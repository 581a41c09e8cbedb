// The whole check of a data directory as the program makes it: the ledger's own verdict, the
// program's files beside it, and whom the checker trusts.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "ledger/verify.h"
#include "office/school_files.h"
#include "terminal/command.h"

namespace letopis::inspection {

struct InspectionSettings {
  std::filesystem::path directory;
  std::optional<std::string> log_key;  // a verifier key, or a file that holds one; from outside
};

struct Inspection {
  std::filesystem::path directory;
  office::SchoolProfile profile;
  bool key_from_outside = false;
  std::optional<signing::VerifierKey> key;  // empty: none could be trusted, and nothing was checked
  ledger::Verdict verdict;                  // with findings about the program's own files
  double seconds = 0;

  terminal::Exit exit() const;
};

// A verifier key given as its text, or as the path of a file that holds it. Refuses
// school.file_missing and what a verifier key's form refuses.
Result<signing::VerifierKey> verifier_key_from(const std::string& text_or_file);

// Refuses a directory that holds no school's log, a key from outside that cannot be read, and a key
// of a type that signs no log. Any damage inside is a finding.
Result<Inspection> inspect(const InspectionSettings& settings, const ledger::Progress& progress);

}  // namespace letopis::inspection
