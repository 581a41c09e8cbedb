// Answers of timestamp authorities and requests to them: none but the sound one is valid.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/office.h"
#include "fuzz/spoiling.h"
#include "pki/signature_check.h"
#include "pki/timestamp.h"

using namespace letopis;       // NOLINT(google-build-using-namespace)
using namespace letopis::pki;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto request = make_timestamp_request(bytes_of("content"));
  static const std::string sound = std::string(
      text_of(*answer_timestamp_request(request, fuzz::office().timestamps, {1, fuzz::kSigned})));
  static const Trust trust{{fuzz::office().authority.certificate()}, {}, {}};
  const std::string input(reinterpret_cast<const char*>(data), size);
  for (const std::string& text : {input, fuzz::spoiled(sound, data, size)}) {
    const auto judged = judge_timestamp(bytes_of("content"), bytes_of(text), trust, fuzz::kSigned);
    INVARIANT((judged.standing == Standing::kValid) == (text == sound));
  }
  const std::string asked = fuzz::spoiled(std::string(text_of(request)), data, size);
  const auto answer =
      answer_timestamp_request(bytes_of(asked), fuzz::office().timestamps, {1, fuzz::kSigned});
  if (answer && parse_timestamp(*answer)) INVARIANT(matches_request(*answer, bytes_of(asked)));
  return 0;
}
