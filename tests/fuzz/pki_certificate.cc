// Certificates and lists of revocations: what is read is read again from what is printed.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/office.h"
#include "fuzz/spoiling.h"
#include "pki/certificate.h"
#include "pki/revocation_list.h"

using namespace letopis;       // NOLINT(google-build-using-namespace)
using namespace letopis::pki;  // NOLINT(google-build-using-namespace)

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const auto& office = fuzz::office();
  const std::string sound(text_of(office.director.certificate().der));
  for (const std::string& text : {input, fuzz::spoiled(sound, data, size)}) {
    if (const auto read = parse_certificate(bytes_of(text))) {
      const auto again = parse_pem(print_pem(*read));
      INVARIANT(again && again->size() == 1 && again->front() == *read);
    }
    if (const auto all = parse_pem(text)) INVARIANT(!all->empty());
    const auto list = parse_revocation_list(bytes_of(text));
    INVARIANT(!list || !is_signed_by(*list, office.authority.certificate()));
  }
  return 0;
}
