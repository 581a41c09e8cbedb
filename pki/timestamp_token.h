// An RFC 3161 answer taken apart. For the sources of this room alone.
#pragma once

#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "pki/timestamp.h"

namespace letopis::pki {

struct OpenedTimestamp {
  Timestamp says;
  std::vector<std::byte> cms;      // the token: a CMS SignedData
  std::vector<std::byte> content;  // what it signs: a TSTInfo
};

// Refuses as parse_timestamp.
Result<OpenedTimestamp> open_timestamp(Bytes response);

// True iff the digest is that of this content, by SHA-256, SHA-384, SHA-512.
bool is_over(const Timestamp& timestamp, Bytes content);

}  // namespace letopis::pki
