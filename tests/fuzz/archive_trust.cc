// Trust files, bare and behind a log's key: what is read is printed in one form, which is read as
// the same trust.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "archive/trust.h"
#include "fuzz/spoiling.h"

using namespace letopis;           // NOLINT(google-build-using-namespace)
using namespace letopis::archive;  // NOLINT(google-build-using-namespace)

namespace {

// Keys and signatures can't be guessed.
std::string sound_text() {
  const signing::PrivateKey key(signing::Secret32::derive(bytes_of("fuzz"), "log"));
  const auto log = signing::log_verifier_key("log", key.public_key());
  const auto witness = signing::witness_verifier_key("w", key.public_key());
  return "log " + signing::print_verifier_key(log) + "\nwitness w " +
         signing::print_verifier_key(witness) + "\nquorum w\ncheckpoint\n" +
         signing::sign_checkpoint({"log", 7, {}}, key);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string sound = sound_text();
  const std::string input(reinterpret_cast<const char*>(data), size);
  for (const std::string& text : {input, sound + input, fuzz::spoiled(sound, data, size)}) {
    const auto trust = parse_trust(text);
    if (!trust) continue;
    INVARIANT(!trust->policy.logs.empty());
    const std::string printed = print_trust(*trust);
    const auto again = parse_trust(printed);
    INVARIANT(again && *again == *trust && print_trust(*again) == printed);
  }
  return 0;
}
