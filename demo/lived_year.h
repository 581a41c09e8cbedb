// A trial school's year, lived through the real ledger: every fact signed by its author, checked,
// admitted, folded and synced, with the clock set to the moment of each.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "ledger/ledger.h"
#include "outcome/result.h"
#include "trial/settings.h"
#include "trial/year.h"

namespace letopis::demo {

// Attempts in vain that were refused alike, with the first of them.
struct RefusedAlike {
  std::uint32_t count = 0;
  Refusal refusal;
  events::PersonNumber author;
  events::Instant at;
  events::Fact fact;  // the first of the command
};

struct LivedYear {
  trial::Summary summary;
  std::vector<RefusedAlike> refused;  // by code and clause
  events::Instant ended;              // the last moment of the year
  std::uint64_t size = 0;
  signing::Digest root;
  std::string checkpoint;
  double seconds = 0;
};

// Told the moment that the year has come to, and how many events there are.
using LivedSoFar = std::function<void(events::Instant now, std::uint64_t events)>;

// Makes the school's files and its log in a directory that is new or empty, and lives the year in
// it, all of it or what comes before a moment. One thread makes and signs the facts while another
// appends them. Refuses what the files and the ledger refuse, and trial.unexpected: an attempt in
// vain that was taken, or refused with another code than the trial says. The log then stands as far
// as it came.
Result<LivedYear> live_year(const std::filesystem::path& directory, const trial::Settings& settings,
                            const LivedSoFar& so_far,
                            std::optional<events::Instant> before = std::nullopt);

}  // namespace letopis::demo
