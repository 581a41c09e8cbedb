// Trust policies: what is read is printed in one form, which is read as the same policy.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "signing/policy.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::signing;  // NOLINT(google-build-using-namespace)

namespace {

// Keys can't be guessed, so half of what is tried finds witnesses a, b and c defined already.
std::string three_witnesses() {
  std::string text;
  for (const std::string name : {"a", "b", "c"}) {
    const PrivateKey key(Secret32::derive(bytes_of("fuzz"), name));
    text += "witness " + name + " " +
            print_verifier_key(witness_verifier_key(name, key.public_key())) + "\n";
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string witnesses = three_witnesses();
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string with_witnesses = witnesses + std::string(input);
  for (const std::string_view text : {input, std::string_view(with_witnesses)}) {
    const auto policy = parse_policy(text);
    if (!policy) continue;
    const std::string printed = print_policy(*policy);
    const auto again = parse_policy(printed);
    INVARIANT(again && *again == *policy && print_policy(*again) == printed);
    INVARIANT(meets_quorum(*policy, {}) == !policy->quorum.has_value());
  }
  return 0;
}
