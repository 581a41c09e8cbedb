// Notices that wait to be sent, on the school's shelf: what was put there survives a restart.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mail/notice.h"
#include "outcome/result.h"
#include "shelf/shelf.h"

namespace letopis::mail {

inline constexpr std::size_t kMostWaiting = 100'000;
inline constexpr std::int64_t kFirstPauseMs = 60'000;  // after the first failure; then twice
inline constexpr std::int64_t kLongestPauseMs = 4 * 3'600'000;    // as long each time, up to this
inline constexpr std::int64_t kTriedForMs = 3 * 86'400'000;       // then it is given up
inline constexpr std::int64_t kRememberedMs = 40LL * 86'400'000;  // what was sent or given up

// How far the logs and the calendar were looked through.
struct Progress {
  events::Position seen;                       // entries before it
  events::Day week;                            // the Monday of the last week that was told
  events::Day services;                        // the last day whose beginnings of periods were told
  events::Day day;                             // the last day whose diary was told
  std::optional<std::uint64_t> accesses = {};  // of the log of access, entries before it; once
                                               // nobody was told of them
  bool operator==(const Progress&) const = default;
};

struct Waiting {
  Notice notice;
  events::Instant since;
  events::Instant next;  // not to be tried before
  std::uint16_t tries = 0;
  bool operator==(const Waiting&) const = default;
};

struct GivenUp {
  Notice notice;
  events::Instant at;
  std::string why;  // the code of the last refusal
  bool operator==(const GivenUp&) const = default;
};

// Borrows the shelf, where all its keys begin with "mail/". One thread at a time. Throws
// ShelfFailure.
class Queue {
 public:
  explicit Queue(shelf::Shelf& shelf);

  std::optional<Progress> progress() const;

  // In one write: the notices, but for those that wait, were sent or were given up in the last
  // weeks, and how far things were looked through.
  void put(const std::vector<Notice>& notices, const Progress& progress, events::Instant now);

  std::size_t waiting() const { return waiting_; }
  std::optional<events::Instant> oldest() const;  // since when the longest waiting one waits
  // At most so many of those whose time has come, the longest waiting first.
  std::vector<Waiting> due(events::Instant now, std::size_t most) const;

  void sent(const Waiting& one, events::Instant now);
  // Nothing is left to tell.
  void drop(const Waiting& one);
  // To be tried later; given up for good if it was tried for too long, or `for_good`.
  void failed(const Waiting& one, const Refusal& why, bool for_good, events::Instant now);

  std::vector<GivenUp> given_up() const;
  // Forgets what was sent or given up long ago.
  void forget(events::Instant now);

 private:
  shelf::Shelf& shelf_;
  std::size_t waiting_ = 0;
};

}  // namespace letopis::mail
