#include "shelf/secret.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <stdexcept>
#include <vector>

namespace letopis::shelf {

signing::Secret32 secret_of(Shelf& shelf, std::string_view key) {
  auto kept = shelf.get(key);
  if (!kept) {
    const auto made = signing::Secret32::random();
    kept = std::string(text_of(made.reveal()));
    shelf.write(std::vector<Change>{{std::string(key), kept}});
  }
  if (kept->size() != signing::Secret32::kBytes) {
    throw ShelfFailure(ShelfFailure::Kind::kCorrupt, "a secret is not 32 bytes");
  }
  const auto bytes = bytes_of(*kept).first<signing::Secret32::kBytes>();
  return signing::Secret32(bytes);
}

signing::Digest keyed_digest(const signing::Secret32& key, Bytes message) {
  signing::Digest digest;
  unsigned length = 0;
  const auto bytes = key.reveal();
  if (HMAC(EVP_sha256(), bytes.data(), static_cast<int>(bytes.size()),
           reinterpret_cast<const unsigned char*>(message.data()), message.size(),
           reinterpret_cast<unsigned char*>(digest.bytes.data()), &length) == nullptr) {
    throw std::runtime_error("OpenSSL has no HMAC-SHA256");
  }
  return digest;
}

}  // namespace letopis::shelf
