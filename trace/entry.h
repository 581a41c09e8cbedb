// One entry of the log of access: numbers and moments, no name, no address in the clear.
//
//   version u8 = 1   kind u8   at i64, milliseconds since 1970   and by kind:
//     1 signed in        person u32   address 16
//     2 sign-in failed   person u32 (0: a log-in that nobody has)   address 16
//     3 refused          person u32   child u32 (0: none)   view u8
//     4 read             reader u32   child u32   view u8
//     5 read news        reader u32   post u32
//     6 credential       person u32   what u8   address 16
//
// Numbers stand with their first byte first. docs/accounts.md has an example of each.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "events/identifiers.h"
#include "outcome/bytes.h"
#include "outcome/result.h"

namespace letopis::trace {

// What of a child was looked at. The numbers are for ever.
enum class View : std::uint8_t {
  kJournal = 1,
  kDiary = 2,
  kAttendance = 3,
  kTotals = 4,
  kPersonalData = 5,
  kReport = 6,
  kMessages = 7,
  kLog = 8,  // bundles of entries, as inspectors take them
};
inline constexpr std::uint8_t kViews = 8;

// "journal", "diary" …; stable, for programs.
std::string_view name_of(View view);

// The first half of an HMAC-SHA256 of an address under a secret of the shelf: the same address is
// seen to be the same, and none can be read.
using AddressMark = std::array<std::byte, 16>;

struct SignedIn {
  events::PersonNumber person;
  AddressMark address{};
  bool operator==(const SignedIn&) const = default;
};
struct SignInFailed {
  std::optional<events::PersonNumber> person;
  AddressMark address{};
  bool operator==(const SignInFailed&) const = default;
};
struct Refused {
  events::PersonNumber person;
  std::optional<events::PersonNumber> child;
  View view = View::kJournal;
  bool operator==(const Refused&) const = default;
};
struct Read {
  events::PersonNumber reader;
  events::PersonNumber child;
  View view = View::kJournal;
  bool operator==(const Read&) const = default;
};
struct ReadNews {
  events::PersonNumber reader;
  std::uint32_t post = 0;
  bool operator==(const ReadNews&) const = default;
};

// What of one's own doors was changed. The numbers are for ever.
enum class Credential : std::uint8_t {
  kPassword = 1,
  kSecondFactorOn = 2,
  kSecondFactorOff = 3,
  kApplicationMade = 4,  // a password for a program, or a calendar's address
  kApplicationDropped = 5,
  kSignedOutEverywhere = 6,
  kSignedOut = 7,  // of one session
  kSessionEnded =
      8,  // by itself: idle for too long, or at its absolute end; the address it came from
  kStrangerSignedIn = 9,  // from a browser or program that had not been there before
  kDigitsRepeated = 10,   // of the second factor: good, but they had been taken already
  kActivated = 11,        // a first account, or one in place of it, by a one-time code
};
inline constexpr std::uint8_t kCredentials = 11;

struct CredentialChanged {
  events::PersonNumber person;
  Credential what = Credential::kPassword;
  AddressMark address{};
  bool operator==(const CredentialChanged&) const = default;
};

struct Entry {
  events::Instant at;
  std::variant<SignedIn, SignInFailed, Refused, Read, ReadNews, CredentialChanged> what;
  bool operator==(const Entry&) const = default;
};

std::string print(const Entry& entry);

// Reads exactly what `print` makes; refuses all else (trace.malformed).
Result<Entry> parse_entry(Bytes bytes);

// Hours since 1970: what is read again within one leaves no second entry.
std::uint32_t hour_of(events::Instant at);

}  // namespace letopis::trace
