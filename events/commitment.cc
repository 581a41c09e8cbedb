#include "events/commitment.h"

#include "signing/digest.h"

namespace letopis::events {

Commitment commit(std::span<const std::byte, 32> salt, std::string_view text) {
  signing::Sha256 hash;
  hash.add(bytes_of("letopis text v1\n")).add(salt).add(bytes_of(text));
  return {hash.finish()};
}

}  // namespace letopis::events
