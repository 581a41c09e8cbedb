#include "accounts/totp.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <stdexcept>

#include "outcome/invariant.h"
#include "signing/encoding.h"
#include "signing/secret.h"

namespace letopis::accounts {
namespace {

constexpr std::string_view kBase32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char one : text) {
    const auto byte = static_cast<unsigned char>(one);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                       (byte >= 'A' && byte <= 'Z') || byte == '.' || byte == '_' || byte == '-';
    out += plain ? std::string(1, one) : fmt::format("%{:02X}", byte);
  }
  return out;
}

}  // namespace

std::uint64_t totp_step(events::Instant now) {
  INVARIANT(now.milliseconds >= 0);
  return static_cast<std::uint64_t>(now.milliseconds / kTotpStepMs);
}

std::string totp_code(Bytes secret, std::uint64_t step, unsigned digits) {
  INVARIANT(digits >= 6 && digits <= 8);
  std::string counter;
  signing::append_big_endian(counter, step, 8);
  std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
  unsigned length = 0;
  if (HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()),
           reinterpret_cast<const unsigned char*>(counter.data()), counter.size(), hash.data(),
           &length) == nullptr) {
    throw std::runtime_error("OpenSSL has no HMAC-SHA1");
  }
  const std::size_t at = hash.at(length - 1) & 0x0fu;  // RFC 4226 section 5.3
  const auto four = signing::read_big_endian(std::as_bytes(std::span(hash).subspan(at, 4)));
  std::uint64_t limit = 1;
  for (unsigned i = 0; i < digits; ++i) limit *= 10;
  return fmt::format("{:0{}}", (four & 0x7fff'ffffu) % limit, digits);
}

std::optional<std::uint64_t> totp_match(Bytes secret, std::string_view typed, events::Instant now,
                                        std::optional<std::uint64_t> used) {
  const std::uint64_t present = totp_step(now);
  std::optional<std::uint64_t> found;
  for (std::uint64_t step = present < kTotpDrift ? 0 : present - kTotpDrift;
       step <= present + kTotpDrift; ++step) {
    const bool same =
        signing::equal_in_constant_time(bytes_of(totp_code(secret, step)), bytes_of(typed));
    if (same && (!used || step > *used)) found = step;
  }
  return found;
}

std::string to_base32(Bytes bytes) {
  std::string out;
  unsigned held = 0, bits = 0;
  for (const std::byte one : bytes) {
    held = (held << 8) | std::to_integer<unsigned>(one);
    for (bits += 8; bits >= 5; bits -= 5) out += kBase32[(held >> (bits - 5)) & 31u];
    held &= (1u << bits) - 1;
  }
  if (bits > 0) out += kBase32[(held << (5 - bits)) & 31u];
  return out;
}

std::string totp_uri(Bytes secret, std::string_view school, std::string_view login) {
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", escaped(school), escaped(login),
                     to_base32(secret), escaped(school));
}

}  // namespace letopis::accounts
