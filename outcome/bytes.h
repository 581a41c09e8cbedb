// Bytes as they go in: a view that borrows. What comes out is a value of its own.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace letopis {

using Bytes = std::span<const std::byte>;

// The bytes of a text, borrowed.
inline Bytes bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

// The same bytes, seen as characters; borrowed.
inline std::string_view text_of(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace letopis
