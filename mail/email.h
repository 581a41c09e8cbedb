// One e-mail as it goes out: plain text, to one person.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "events/identifiers.h"
#include "outcome/result.h"

namespace letopis::mail {

inline constexpr std::size_t kMostAddressBytes = 254;  // RFC 5321
inline constexpr std::size_t kMostBodyBytes = 65'536;

// Something before one "@" and a host after it, of printable ASCII without spaces and <>()[]:;,\"
// — what a family writes, and nothing that could mean more to a mail server. Refuses
// mail.address.
Outcome check_address(std::string_view address);

struct Email {
  std::string to;
  std::string subject;  // without personal data: it is read on the way
  std::string body;     // UTF-8, lines parted by LF
  std::string id;       // without <>; the same whenever it is tried again
  bool operator==(const Email&) const = default;
};

struct Sender {
  std::string address;
  std::string name;  // the school's; may be empty
};

// RFC 5322, with lines parted by CRLF: headers in ASCII (RFC 2047), the body in base64. A line feed
// in a subject or name becomes a space. Requires: addresses that were checked, at most
// kMostBodyBytes of body.
std::string print(const Email& email, const Sender& from, events::Instant now);

}  // namespace letopis::mail
