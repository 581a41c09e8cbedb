// A check of one medium or two, as a program makes it: what each came to, how they compare, and the
// exit code.
#pragma once

#include <optional>
#include <vector>

#include "archive/compare.h"
#include "archive/log_source.h"
#include "archive/medium_check.h"
#include "archive/trust.h"
#include "terminal/command.h"

namespace letopis::verifier {

struct CheckOrder {
  std::vector<std::filesystem::path> paths;  // one or two
  std::optional<archive::Trust> trust;
  std::optional<archive::KnownCheckpoint> since;
  bool past_cache = false;
  std::vector<archive::Destroyed> destroyed;  // that the school's own log tells of
  const pki::GostEngine* gost = nullptr;      // null: signatures by GOST are not checked
};

struct Checked {
  std::vector<archive::Verdict> verdicts;  // one a path
  archive::Comparison comparison;          // of two
  double seconds = 0;

  terminal::Exit exit() const;
};

// The gravest that holds: altered, rolled back, incomplete, no trusted key, good.
terminal::Exit exit_of(const archive::Verdict& verdict);

// Refuses what check_medium refuses.
Result<Checked> check(const CheckOrder& order, const archive::Progress& progress);

// The trust file, and a checkpoint kept from an earlier visit, judged by it: one of its logs, or,
// without a trust file, nobody vouches for it. Refuse trust.unreadable and what their forms refuse.
Result<archive::Trust> read_trust(const std::filesystem::path& file);
Result<archive::KnownCheckpoint> read_known(const std::filesystem::path& file,
                                            const std::optional<archive::Trust>& trust);

}  // namespace letopis::verifier
