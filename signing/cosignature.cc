#include "signing/cosignature.h"

#include <algorithm>

#include "signing/encoding.h"

namespace letopis::signing {

namespace {

constexpr std::size_t kTimeBytes = 8;

}  // namespace

std::string cosigned_message(std::string_view note_text, UnixSeconds time) {
  std::string message = "cosignature/v1\ntime " + std::to_string(time.value) + "\n";
  return message.append(note_text);
}

Cosignature cosign(std::string_view note_text, UnixSeconds time, const PrivateKey& key) {
  INVARIANT(time.value <= kMaxCosignatureTime);
  return {time, key.sign(bytes_of(cosigned_message(note_text, time)))};
}

bool verify_cosignature(std::string_view note_text, const Cosignature& cosignature,
                        const CheckedKey& key) {
  const std::string message = cosigned_message(note_text, cosignature.time);
  return key.verify(bytes_of(message), cosignature.signature);
}

std::string print_cosignature(const Cosignature& cosignature) {
  std::string bytes;
  append_big_endian(bytes, cosignature.time.value, kTimeBytes);
  append_bytes(bytes, cosignature.signature.view());
  return bytes;
}

Result<Cosignature> parse_cosignature(Bytes bytes) {
  const Refusal malformed{"cosignature.malformed",
                          {"Это не подпись свидетеля: нужны 8 байт времени и 64 байта подписи.",
                           "This is no cosignature: 8 bytes of time and 64 of signature are due."}};
  if (bytes.size() != kCosignatureBytes) return malformed;
  Cosignature cosignature;
  cosignature.time = {read_big_endian(bytes.first(kTimeBytes))};
  if (cosignature.time.value > kMaxCosignatureTime) return malformed;
  const Bytes signature = bytes.subspan(kTimeBytes);
  std::copy(signature.begin(), signature.end(), cosignature.signature.bytes.begin());
  return cosignature;
}

}  // namespace letopis::signing
