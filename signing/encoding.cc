#include "signing/encoding.h"

#include <array>
#include <charconv>

namespace letopis::signing {

namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::uint8_t kNone = 0xff;

constexpr std::array<std::uint8_t, 256> values_of(std::string_view digits) {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNone);
  for (std::size_t value = 0; value < digits.size(); ++value) {
    values[static_cast<unsigned char>(digits[value])] = static_cast<std::uint8_t>(value);
  }
  return values;
}

constexpr std::array<std::uint8_t, 256> kBase64Values = values_of(kAlphabet);
constexpr std::array<std::uint8_t, 256> kHexValues = values_of(kHexDigits);

Refusal malformed_base64() {
  return {"base64.malformed", {"Это не строгий base64.", "This is not strict base64."}};
}

Refusal malformed_hex() {
  return {"hex.malformed",
          {"Это не шестнадцатеричная запись строчными буквами.",
           "This is not lower-case hexadecimal."}};
}

std::uint32_t byte_at(Bytes bytes, std::size_t at) {
  return at < bytes.size() ? std::to_integer<std::uint32_t>(bytes[at]) : 0;
}

// How many of a text's last characters are padding, if that may be: 0, 1 or 2.
std::size_t padding_of(std::string_view text) {
  if (text.ends_with("==")) return 2;
  return text.ends_with('=') ? 1 : 0;
}

}  // namespace

std::string to_base64(Bytes bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::uint32_t group =
        byte_at(bytes, at) << 16 | byte_at(bytes, at + 1) << 8 | byte_at(bytes, at + 2);
    text += kAlphabet[group >> 18];
    text += kAlphabet[group >> 12 & 63];
    text += at + 1 < bytes.size() ? kAlphabet[group >> 6 & 63] : '=';
    text += at + 2 < bytes.size() ? kAlphabet[group & 63] : '=';
  }
  return text;
}

Result<std::vector<std::byte>> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return malformed_base64();
  const std::string_view digits = text.substr(0, text.size() - padding_of(text));
  std::vector<std::byte> bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t pending = 0;
  unsigned pending_bits = 0;
  for (const char digit : digits) {
    const std::uint8_t value = kBase64Values[static_cast<unsigned char>(digit)];
    if (value == kNone) return malformed_base64();
    pending = pending << 6 | value;
    pending_bits += 6;
    if (pending_bits >= 8) {
      pending_bits -= 8;
      bytes.push_back(static_cast<std::byte>(pending >> pending_bits));
      pending &= (1U << pending_bits) - 1;
    }
  }
  // What is left over belongs to no byte, so only zero has one spelling.
  if (pending != 0) return malformed_base64();
  return bytes;
}

std::string to_hex(Bytes bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::byte byte : bytes) {
    text += kHexDigits[std::to_integer<std::size_t>(byte >> 4)];
    text += kHexDigits[std::to_integer<std::size_t>(byte & std::byte{15})];
  }
  return text;
}

Result<std::vector<std::byte>> from_hex(std::string_view text) {
  if (text.size() % 2 != 0) return malformed_hex();
  std::vector<std::byte> bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size(); at += 2) {
    const std::uint8_t high = kHexValues[static_cast<unsigned char>(text[at])];
    const std::uint8_t low = kHexValues[static_cast<unsigned char>(text[at + 1])];
    if (high == kNone || low == kNone) return malformed_hex();
    bytes.push_back(static_cast<std::byte>(high << 4 | low));
  }
  return bytes;
}

Result<std::uint64_t> from_decimal(std::string_view text) {
  const Refusal malformed{"decimal.malformed",
                          {"Это не целое неотрицательное число без лишних знаков.",
                           "This is not a plain non-negative whole number."}};
  if (text.empty() || (text.size() > 1 && text.front() == '0')) return malformed;
  std::uint64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stopped != end) return malformed;
  return value;
}

void append_big_endian(std::string& out, std::uint64_t value, int width) {
  INVARIANT(width >= 1 && width <= 8);
  INVARIANT(width == 8 || value >> (8 * width) == 0);
  for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
    out += static_cast<char>(static_cast<unsigned char>(value >> shift & 0xff));
  }
}

std::uint64_t read_big_endian(Bytes bytes) {
  INVARIANT(bytes.size() <= 8);
  std::uint64_t value = 0;
  for (const std::byte byte : bytes) value = value << 8 | std::to_integer<std::uint64_t>(byte);
  return value;
}

}  // namespace letopis::signing
