// Sessions of this protocol: apart from those of people, and for reading only. Each is opened by an
// application password and ends with it.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "events/identifiers.h"
#include "netschool/reports.h"
#include "signing/digest.h"

namespace letopis::netschool {

inline constexpr std::size_t kMostSessions = 20'000;     // of one school
inline constexpr std::size_t kMostSessionsOfPerson = 8;  // one more ends the longest unused
inline constexpr std::int64_t kIdleMs = 60 * 60'000;
inline constexpr std::int64_t kAbsoluteMs = 24 * 60 * 60'000;
inline constexpr std::size_t kMostTasks = 16;  // reports that a session waits for
inline constexpr std::size_t kMaxCookieBytes = 128;

struct Entered {
  events::PersonNumber person;
  std::uint32_t grant = 0;    // of the application password
  events::Instant made = {};  // when that was made: numbers are given anew
};

// A report that was asked for; it is made when it is fetched.
struct Task {
  ReportKind kind = ReportKind::kTotals;
  boost::json::object chosen;
};

// Any thread. Lives in memory alone: after a restart programs sign in again. `token` and `cookie`
// are the two words that a program was given; one without the other opens nothing.
class Sessions {
 public:
  struct Words {
    std::string token;   // "at"
    std::string cookie;  // "NSSESSIONID"
  };

  // The token of a new session. Refuses netschool.crowded.
  Result<std::string> open(const Entered& who, const std::string& cookie, std::int64_t now_ms);
  // Counts as a use of it.
  std::optional<Entered> find(const Words& words, std::int64_t now_ms);
  void close(const Words& words);

  // The number under which the report waits; the oldest of too many is forgotten.
  std::optional<std::uint64_t> ask(const Words& words, Task task);
  std::optional<Task> task(const Words& words, std::uint64_t number);

  std::size_t size() const;

 private:
  struct Session {
    Entered who;
    signing::Digest cookie;
    std::int64_t made_ms = 0;
    std::int64_t used_ms = 0;
    std::map<std::uint64_t, Task> tasks;
  };
  using ByToken = std::map<signing::Digest, Session>;

  ByToken::iterator look_up(const Words& words);
  void end_old(std::int64_t now_ms);
  void end_one_too_many(events::PersonNumber person);

  mutable std::mutex mutex_;
  ByToken sessions_;
  std::uint64_t tasks_ = 0;
};

}  // namespace letopis::netschool
