// Secrets that a shelf keeps for itself, and digests that mean nothing without them.
#pragma once

#include <string_view>

#include "outcome/bytes.h"
#include "shelf/shelf.h"
#include "signing/digest.h"
#include "signing/secret.h"

namespace letopis::shelf {

// The secret under that key: made at first, on the disk before it returns. What is derived from it
// means nothing in another shelf; whoever has this one, has it too.
signing::Secret32 secret_of(Shelf& shelf, std::string_view key);

// HMAC-SHA256 (RFC 2104).
signing::Digest keyed_digest(const signing::Secret32& key, Bytes message);

}  // namespace letopis::shelf
