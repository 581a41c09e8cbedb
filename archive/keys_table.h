// Public keys as a stranger reads them: a table of all authors' keys, and the log's key as PEM.
#pragma once

#include <string>

#include "events/key_standing.h"
#include "signing/ed25519.h"

namespace letopis::archive {

// data/keys/authors.csv: every key that the log enrolled, by number.
std::string print_authors(const events::KeyStandings& keys);

// SubjectPublicKeyInfo of RFC 8410, as `openssl pkey -pubin` reads it.
std::string print_pem(const signing::PublicKey& key);

}  // namespace letopis::archive
