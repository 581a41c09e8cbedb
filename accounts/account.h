// One person's account at the door: how the person is recognised, and where the signing key lies.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "accounts/stretching.h"
#include "events/identifiers.h"
#include "signing/digest.h"
#include "signing/ed25519.h"

namespace letopis::accounts {

// Where the signing key lies between log-ins, and so who can sign with it.
enum class Custody : std::uint8_t {
  kBrowser = 1,  // the server keeps it wrapped and cannot open it
  kServer = 2,   // the server opens it with the password, from log-in to log-out
};

inline constexpr std::size_t kMaxWrappedSeedBytes = 1'024;

struct Account {
  events::PersonNumber person;
  Custody custody = Custody::kServer;
  signing::PublicKey public_key;
  Salt salt{};
  Cost cost;
  signing::Digest verifier;  // SHA-256 of the login half
  // kServer: sealed here under the wrap half. kBrowser: whatever the browser made of it.
  std::string wrapped_seed;
  events::Instant since;
  bool operator==(const Account&) const = default;
};

// What a person brings to the door. Wiping it is the caller's.
struct TypedPassword {
  std::string password;
};
struct LoginHalf {
  signing::Secret32 half;
};
using Proof = std::variant<TypedPassword, LoginHalf>;

// What a person will bring from now on.
struct ServerKey {
  std::string password;
  signing::Secret32 seed;
};
struct BrowserKey {
  signing::PublicKey public_key;
  Salt salt{};
  Cost cost;
  signing::Secret32 half;
  std::string wrapped_seed;
};

}  // namespace letopis::accounts
