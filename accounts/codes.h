// Activation codes: what stands on a slip is a key. Whoever issues it states the key's public half,
// and its owner signs with it, so neither the server nor the issuer has to be there.
//
//   7ZQ4M2K-9WX0T5C-B8HN3VC     20 letters of Crockford's base32 (100 random bits), and one that
//                        ▲      checks them; docs/accounts.md has the grammar and an example
#pragma once

#include <string>
#include <string_view>

#include "accounts/stretching.h"
#include "events/identifiers.h"
#include "outcome/result.h"
#include "signing/ed25519.h"
#include "signing/secret.h"

namespace letopis::accounts {

inline constexpr std::size_t kCodeLetters = 20;
inline constexpr std::size_t kMaxTypedCodeBytes = 200;

// A code that its check letter agrees with; nothing is known of its having been issued. Wiped when
// it goes. One thread at a time.
class Code {
 public:
  static Code random();

  // As people type it: small letters, Russian ones that look alike, O for 0, I and L for 1, any
  // spaces, hyphens and full stops. Refuses code.unreadable (not 21 such letters; says what is in
  // the way) and code.mistyped (one letter is wrong, or two neighbours changed places).
  static Result<Code> parse(std::string_view typed);

  // In groups, with the check letter.
  std::string print() const;

  // The key that this code is in this log. Refuses login.busy.
  Result<signing::PrivateKey> key(const events::LogId& log, Stretching& stretching) const;

 private:
  explicit Code(signing::Secret<kCodeLetters> letters) : letters_(std::move(letters)) {}
  signing::Secret<kCodeLetters> letters_;  // in capitals
};

// The salt of all codes of a log: of SHA-256("letopis code v1", newline, log id) the first half.
Salt code_salt(const events::LogId& log);

}  // namespace letopis::accounts
