// Signatures, bare and spoiled: none but the sound one is valid.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/office.h"
#include "fuzz/spoiling.h"
#include "pki/cades.h"
#include "pki/signature_check.h"

using namespace letopis;       // NOLINT(google-build-using-namespace)
using namespace letopis::pki;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string sound = [] {
    const SigningIdentity* const signers[] = {&fuzz::office().director};
    return std::string(text_of(*sign_detached(bytes_of("content"), signers, fuzz::kSigned)));
  }();
  static const Trust trust{{fuzz::office().authority.certificate()}, {}, {}};
  const std::string input(reinterpret_cast<const char*>(data), size);
  for (const std::string& text : {input, fuzz::spoiled(sound, data, size)}) {
    const auto judged =
        judge_signature({bytes_of("content"), bytes_of(text), std::nullopt}, trust, fuzz::kSigned);
    INVARIANT((judged.standing == Standing::kValid) == (text == sound));
    INVARIANT(judged.why.has_value() == (judged.standing != Standing::kValid));
  }
  return 0;
}
