// Vault exports: no bytes open that the log's key did not sign, and none that it did break
// anything.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/vault_export.h"
#include "outcome/invariant.h"

using namespace letopis;          // NOLINT(google-build-using-namespace)
using namespace letopis::ledger;  // NOLINT(google-build-using-namespace)

namespace {

const signing::PrivateKey& log_key() {
  static const signing::PrivateKey key(signing::Secret32::derive(bytes_of("fuzz"), "log"));
  return key;
}

std::string signed_with_log_key(std::string body) {
  const auto digest = signing::sha256(bytes_of(body));
  std::string to_sign = "letopis vault export signature v1\n";
  to_sign += text_of(digest.view());
  const auto signature = log_key().sign(bytes_of(to_sign));
  body += text_of(signature.view());
  return body;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const RecipientKeys recipient = make_recipient_keys();
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto open = [](std::string_view contents) {
    return open_export(contents, recipient, log_key().public_key(), [](const auto&) {});
  };
  INVARIANT(!open(input));
  INVARIANT(!open(signed_with_log_key("letopis vault export v1\n" + std::string(input))));
  return 0;
}
