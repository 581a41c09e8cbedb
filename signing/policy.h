// Whom to believe (C2SP tlog-policy): the known logs, the known witnesses, and how many of the
// latter must have cosigned.
//
//   log VKEY [URL]
//   witness NAME VKEY [URL]
//   group NAME all|any|K MEMBER…      members are witnesses and groups of earlier lines
//   quorum NAME|none                  exactly once
//   # a comment
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "signing/checkpoint.h"
#include "signing/note.h"
#include "signing/verifier_key.h"

namespace letopis::signing {

inline constexpr std::size_t kMaxPolicyBytes = 1'048'576;
inline constexpr std::size_t kMaxPolicyLogs = 256;
inline constexpr std::size_t kMaxPolicyWitnesses = 256;
inline constexpr std::size_t kMaxPolicyGroups = 256;

struct PolicyLog {
  VerifierKey key;
  std::optional<std::string> url;
  bool operator==(const PolicyLog&) const = default;
};

struct PolicyWitness {
  std::string name;  // within the policy only
  VerifierKey key;
  std::optional<std::string> url;
  bool operator==(const PolicyWitness&) const = default;
};

// Has witnessed what at least `needed` of its members have.
struct PolicyGroup {
  std::string name;
  std::size_t needed = 1;
  std::vector<std::string> members;
  bool operator==(const PolicyGroup&) const = default;
};

struct Policy {
  std::vector<PolicyLog> logs;
  std::vector<PolicyWitness> witnesses;
  std::vector<PolicyGroup> groups;
  std::optional<std::string> quorum;  // a witness or a group; nothing: no cosignature is asked for
  bool operator==(const Policy&) const = default;
};

// Comments, spare spaces and the order of lines do not survive; what is meant does: what
// print_policy writes is read back as an equal policy, and is itself written the same again.
// Refuses ("policy.…", naming the line): more than a limit allows (too_long), control characters
// besides tab and newline or a last line without newline (characters), a line of another shape
// (malformed), a key of a type that does not suit (key_type), a key or name given twice
// (duplicate), a name not yet defined (unknown_name), a member of two groups (member_twice), and no
// quorum line or two (quorum).
Result<Policy> parse_policy(std::string_view text);
std::string print_policy(const Policy& policy);

// True iff the witnesses whose signatures verified make up the quorum.
bool meets_quorum(const Policy& policy, std::span<const VerifiedSignature> verified);

// A checkpoint that a log of the policy signed and its quorum cosigned. Refuses what
// open_checkpoint refuses, an origin of no log of the policy ("policy.unknown_log"), and too few
// cosignatures
// ("policy.no_quorum").
Result<OpenedCheckpoint> open_checkpoint(std::string_view note, const Policy& policy);

}  // namespace letopis::signing
