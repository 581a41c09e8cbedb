// Bytes and numbers as text, strictly: each value has exactly one text, and only that is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"

namespace letopis::signing {

// Base64 of RFC 4648 section 4: standard alphabet, padded.
std::string to_base64(Bytes bytes);

// Reads such base64. Refuses ("base64.malformed") a length that is no multiple of four, any
// character outside the alphabet (white space too), padding anywhere but at the end, and padding
// bits that are not zero.
Result<std::vector<std::byte>> from_base64(std::string_view text);

// Hexadecimal, two lower-case digits a byte.
std::string to_hex(Bytes bytes);

// Reads such hexadecimal. Refuses an odd length and anything but 0-9 and a-f ("hex.malformed").
Result<std::vector<std::byte>> from_hex(std::string_view text);

// Reads an unsigned decimal: digits only, no leading zero unless the number is 0, at most 2^64-1.
// Refuses all else ("decimal.malformed"). Print with std::to_string.
Result<std::uint64_t> from_decimal(std::string_view text);

// Appends the `width` low bytes of `value` to `out`, the most significant first.
// Requires: 1 <= width <= 8 and that the value fits.
void append_big_endian(std::string& out, std::uint64_t value, int width);

// Reads all of `bytes` as one number, the most significant byte first. Requires: at most 8 bytes.
std::uint64_t read_big_endian(Bytes bytes);

// Appends raw bytes to a text of bytes.
inline void append_bytes(std::string& out, Bytes bytes) { out.append(text_of(bytes)); }

}  // namespace letopis::signing
