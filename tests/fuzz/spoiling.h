// Sound bytes for fuzzers to spoil, where what is tried could not be guessed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace letopis::fuzz {

// The bytes with the input laid over them: three bytes each say a place and what then stands there.
inline std::string spoiled(std::string bytes, const std::uint8_t* data, std::size_t size) {
  for (std::size_t at = 0; at + 2 < size && !bytes.empty(); at += 3) {
    const std::size_t place = data[at] * 256u + data[at + 1];
    bytes[place % bytes.size()] = static_cast<char>(data[at + 2]);
  }
  return bytes;
}

}  // namespace letopis::fuzz
