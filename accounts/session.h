// What a session is, and how its row reads. The states and ends of it: sessions.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "accounts/account.h"
#include "events/identifiers.h"
#include "signing/digest.h"

namespace letopis::accounts {

// Whose rules a session lives by: pupils and parents, or all who see others' children.
enum class Kind : std::uint8_t { kFamily = 1, kStaff = 2 };

// How long a session lives. Times without a person at it count as idle.
struct Terms {
  std::int64_t idle_ms = 0;             // then it is over
  std::int64_t absolute_ms = 0;         // from its making; then it is over in any case
  std::int64_t rotate_ms = 0;           // a new token each time
  std::optional<std::int64_t> lock_ms;  // idle so long: locked until the password is given
};

inline constexpr std::int64_t kMinuteMs = 60'000;
inline constexpr std::int64_t kHourMs = 60 * kMinuteMs;
inline constexpr Terms kFamilyTerms{14 * 24 * kHourMs, 30 * 24 * kHourMs, 24 * kHourMs, {}};
inline constexpr Terms kStaffTerms{4 * kHourMs, 12 * kHourMs, kHourMs, 15 * kMinuteMs};

// Names a session to its owner; opens nothing.
struct SessionId {
  std::array<std::byte, 16> bytes{};
  auto operator<=>(const SessionId&) const = default;
};

struct Session {
  SessionId id;
  events::PersonNumber person;
  Kind kind = Kind::kStaff;
  Custody custody = Custody::kServer;
  bool owes_second_factor = false;  // the school demands one and the person has none yet
  events::Instant made;
  events::Instant used;  // by the person; on the shelf up to a minute behind
  std::string device;    // what the browser says of itself
  std::string address;
  bool operator==(const Session&) const = default;
};

inline constexpr std::size_t kMaxDeviceTextBytes = 200;
inline constexpr std::size_t kMaxAddressBytes = 64;

// A session as the shelf has it: with the digests of the tokens that open it.
struct SessionRow {
  Session session;
  bool locked = false;  // by hand
  signing::Digest token;
  events::Instant rotated;
  bool seen = false;  // the token was brought back at least once
  struct Earlier {
    signing::Digest token;
    events::Instant until;  // taken until then, and as long as its successor was never seen
    bool operator==(const Earlier&) const = default;
  };
  std::optional<Earlier> earlier;
  bool operator==(const SessionRow&) const = default;
};

std::string print(const SessionRow& row);
// Throws ShelfFailure for bytes that `print` did not make.
SessionRow parse_session(const SessionId& id, std::string_view bytes);

}  // namespace letopis::accounts
