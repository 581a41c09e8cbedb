// Sessions: who is in, from log-in to log-out. On the shelf, so that a restart ends none; but a key
// that the server holds is in memory alone, and after a restart waits for the password.
//
//   log-in ──▶ open ──(staff idle)──▶ locked ──(password)──▶ open …
//               │ token 1 ─▶ token 2 ─▶ …                     │
//               └───────── idle, absolute end, log-out ───────┴──▶ gone
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/session.h"
#include "events/clock.h"
#include "outcome/result.h"
#include "shelf/shelf.h"
#include "signing/ed25519.h"
#include "signing/secret.h"

namespace letopis::accounts {

inline constexpr std::size_t kMaxSessionsOfPerson = 16;  // the one idle longest goes
inline constexpr std::int64_t kTokenOverlapMs = 2 * kMinuteMs;

// Who signs what is done in this session.
enum class Signing : std::uint8_t {
  kInBrowser,
  kReady,          // the server has the key at hand
  kNeedsPassword,  // the server would, but has to open it first: unlock
};

using Key = std::shared_ptr<const signing::PrivateKey>;  // shared: a request may outlast a log-out

// What a request is allowed by its token.
struct Visit {
  Session session;
  bool locked = false;  // nothing is allowed but to unlock or to log out
  Signing signing = Signing::kInBrowser;
  Key key;                           // iff signing is kReady
  std::optional<std::string> fresh;  // the token from now on, to be given back with the answer
};

struct Opened {
  Session session;
  std::string token;
};

// Any thread. Throws ShelfFailure.
class Sessions {
 public:
  // `over` hears of each session that ended by itself, idle or at its absolute end; from any thread
  // that found it so.
  using Over = std::function<void(const Session&)>;
  Sessions(shelf::Shelf& shelf, const events::Clock& clock, Over over = {});

  // `session` says all but id and times. The key iff the server holds it.
  Opened open(Session session, Key key);

  // Refuses session.none (no such token) and session.ended. `by_person` false for what a page asks
  // by itself: it neither keeps the session from idling nor turns the token.
  Result<Visit> use(std::string_view token, bool by_person = true);

  // After the password was given again: a new token, and the lock is gone. Refuses as `use`.
  Result<Opened> unlock(std::string_view token, Key key);
  // By hand, before somebody walks away. Refuses as `use`.
  Outcome lock(std::string_view token);
  // The demanded second factor is there now.
  void settle_second_factor(events::PersonNumber person);

  // For an answer that goes on long after it was asked for, whatever token is taken by then.
  // Refuses session.none, session.ended and session.locked.
  Outcome goes_on(const SessionId& id) const;

  // Those of a person that live, the latest used first.
  std::vector<Session> list(events::PersonNumber person) const;
  std::vector<events::PersonNumber> persons() const;  // who has any
  void end(std::string_view token);  // log-out; a token that opens nothing is no harm
  // Refuses session.none: not a session of this person.
  Outcome end(events::PersonNumber person, const SessionId& id);
  // Everywhere: at the person's wish, with a new password, at the closing of an account.
  void end_all(events::PersonNumber person, std::optional<SessionId> but = {});

  // What a page of this session has to send with everything that changes something.
  std::string csrf(const Session& session) const;

  // Base64 of the 32 bytes under which pages seal what waits on the person's computer to be sent:
  // the same in every session of that person, as long as the shelf is there.
  std::string keeping_key(events::PersonNumber person) const;

  // Each minute: writes when sessions were used, removes those that are over, forgets keys of those
  // that are over or locked. Answers how many live.
  std::size_t sweep();

 private:
  struct Live {
    events::Instant used;
    bool written = true;
    Key key;
  };
  std::optional<SessionRow> row(const SessionId& id) const;
  std::optional<SessionRow> row_of(std::string_view token) const;
  Result<SessionRow> living(std::string_view token) const;
  events::Instant used(const SessionRow& row) const;
  bool is_over(const SessionRow& row) const;
  bool is_locked(const SessionRow& row) const;
  std::vector<SessionRow> rows_of(events::PersonNumber person) const;
  void remove(const SessionRow& row);
  void remove_over(const SessionRow& row);
  void turn_token(SessionRow& row, const std::string& fresh, bool overlap);
  std::string successor(std::string_view token) const;
  std::optional<std::string> turned(SessionRow& row, const std::string& token);
  std::mutex& stripe(const SessionId& id) const;

  shelf::Shelf& shelf_;
  const events::Clock& clock_;
  const Over over_;
  const signing::Secret32 secret_;
  mutable std::array<std::mutex, 32> stripes_;  // a session's row is read and written under its own
  mutable std::mutex mutex_;                    // guards live_
  std::map<SessionId, Live> live_;
};

Refusal session_locked();

}  // namespace letopis::accounts
