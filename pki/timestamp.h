// Timestamps of RFC 3161: a request, the answer of an authority, and what an answer says. Whether
// to believe it is judged in signature_check.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "pki/identity.h"
#include "pki/moment.h"
#include "signing/digest.h"

namespace letopis::pki {

inline constexpr std::size_t kMaxTimestampRequestBytes = 4'096;
inline constexpr std::size_t kMaxTimestampBytes = 65'536;

// Asks for a timestamp over `content` by its SHA-256, for the authority's certificate along with
// it, and with 8 random bytes that the answer must repeat.
std::vector<std::byte> make_timestamp_request(Bytes content);

// What the local authority puts into one answer.
struct TimestampMoment {
  std::uint64_t serial = 0;  // never used before by this authority
  Moment now{};
};

// The answer to a request, granted or rejected as RFC 3161 says; a rejection is an answer too, and
// uses up no serial that matters. Requires: an identity whose certificate may_timestamp. Refuses
// timestamp.request where the bytes are no request at all.
Result<std::vector<std::byte>> answer_timestamp_request(Bytes request,
                                                        const SigningIdentity& authority,
                                                        const TimestampMoment& moment);

// What an answer says; nothing of it is checked yet.
struct Timestamp {
  Moment at{};
  std::string serial;       // hexadecimal
  std::string policy;       // dotted
  std::string digest_name;  // "SHA256"
  std::vector<std::byte> digest;
  std::optional<std::string> nonce;  // hexadecimal
  bool operator==(const Timestamp&) const = default;
};

// Refuses timestamp.too_long, timestamp.malformed (not canonical DER, or bytes behind it) and
// timestamp.not_granted.
Result<Timestamp> parse_timestamp(Bytes response);

// That the answer is one to this request: the same digest, and the same nonce. Refuses what
// parse_timestamp refuses, timestamp.request and timestamp.other_request.
Outcome matches_request(Bytes response, Bytes request);

}  // namespace letopis::pki
