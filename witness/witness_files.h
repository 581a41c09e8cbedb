// The files of a witness beside what it keeps of each log:
//
//   witness.key    its seed, 64 hexadecimal digits; mode 0600
//   witness.vkey   its verifier key, one line, for those who name it in a trust policy
//   logs.txt       the logs that it watches: a trust policy of `log` lines and `quorum none`
#pragma once

#include <filesystem>
#include <string>

#include "outcome/result.h"
#include "signing/ed25519.h"
#include "signing/policy.h"
#include "signing/verifier_key.h"

namespace letopis::witness {

// Makes the directory and its files. Refuses a name that no key may have (witness.name) and a
// directory in which anything stands (witness.directory_used). Throws std::system_error.
Result<signing::VerifierKey> create_witness(const std::filesystem::path& directory,
                                            const std::string& name, const signing::Secret32& seed);

struct WitnessKey {
  std::string name;
  signing::PrivateKey key;
};
// Refuse witness.missing (no such directory, or none of a witness) and witness.unreadable.
Result<WitnessKey> read_witness_key(const std::filesystem::path& directory);
Result<signing::Policy> read_logs(const std::filesystem::path& directory);

// From now on the witness answers for that log too; a running one from its next request on. Refuses
// a key that is no log's (witness.log_key), one that is there (witness.log_known), and more than
// kMaxPolicyLogs (witness.many_logs).
Outcome add_log(const std::filesystem::path& directory, const signing::VerifierKey& log);

}  // namespace letopis::witness
