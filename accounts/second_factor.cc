#include "accounts/second_factor.h"

#include <algorithm>

#include "accounts/sealing.h"
#include "shelf/row.h"
#include "shelf/shelf.h"

namespace letopis::accounts {
namespace {

using shelf::RowReader;
using shelf::RowWriter;

constexpr std::uint8_t kFormat = 1;
constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kRecoveryLetters = 10;

signing::Secret32 sealing_key(const signing::Secret32& login_half) {
  return signing::Secret32::derive(login_half.reveal(), "letopis second factor v1");
}

std::string beside(events::PersonNumber person) {
  return RowWriter("letopis second factor v1\n").u32(person.value).take();
}

// As it was shown, whatever the groups and the size of the letters.
std::string plain(std::string_view typed) {
  std::string out;
  for (const char one : typed) {
    if (one == '-' || one == ' ') continue;
    out += one >= 'a' && one <= 'z' ? static_cast<char>(one - 'a' + 'A') : one;
  }
  return out;
}

}  // namespace

TotpSecret random_totp_secret() {
  TotpSecret secret{};
  signing::fill_random(secret);
  return secret;
}

std::vector<std::string> renew_recovery(SecondFactor& factor) {
  std::vector<std::string> codes;
  factor.recovery.clear();
  for (std::size_t i = 0; i < kRecoveryCodes; ++i) {
    std::array<std::byte, kRecoveryLetters> bytes{};
    signing::fill_random(bytes);
    std::string code;
    for (const auto one : bytes) code += kLetters[std::to_integer<unsigned>(one) % 32];
    factor.recovery.push_back(signing::sha256(bytes_of(code)));
    codes.push_back(code.insert(kRecoveryLetters / 2, "-"));
  }
  return codes;
}

bool accept(SecondFactor& factor, std::string_view typed, events::Instant now) {
  if (typed.size() > kMaxSecondBytes) return false;
  const std::string code = plain(typed);
  if (const auto step = totp_match(factor.secret, code, now, factor.used)) {
    factor.used = step;
    return true;
  }
  const auto found =
      std::find(factor.recovery.begin(), factor.recovery.end(), signing::sha256(bytes_of(code)));
  if (found == factor.recovery.end()) return false;
  factor.recovery.erase(found);
  return true;
}

bool is_repeated(const SecondFactor& factor, std::string_view typed, events::Instant now) {
  return typed.size() <= kMaxSecondBytes &&
         totp_match(factor.secret, plain(typed), now, std::nullopt).has_value() &&
         !totp_match(factor.secret, plain(typed), now, factor.used);
}

std::string seal(const SecondFactor& factor, events::PersonNumber person,
                 const signing::Secret32& login_half) {
  RowWriter row;
  row.u8(kFormat).bytes(factor.secret).u8(factor.used ? 1 : 0).u64(factor.used.value_or(0));
  row.u8(static_cast<std::uint8_t>(factor.recovery.size()));
  for (const auto& digest : factor.recovery) row.bytes(digest.view());
  std::string opened = row.take();
  auto sealed = seal(sealing_key(login_half), beside(person), bytes_of(opened));
  signing::wipe(std::as_writable_bytes(std::span(opened)));
  return sealed;
}

SecondFactor unseal_second(std::string_view sealed, events::PersonNumber person,
                           const signing::Secret32& login_half) {
  auto opened = unseal(sealing_key(login_half), beside(person), sealed);
  if (!opened) {
    throw shelf::ShelfFailure(shelf::ShelfFailure::Kind::kCorrupt, "a second factor does not open");
  }
  RowReader row(*opened);
  SecondFactor factor;
  if (row.u8() != kFormat) {
    throw shelf::ShelfFailure(shelf::ShelfFailure::Kind::kCorrupt,
                              "a second factor of another format");
  }
  const auto secret = bytes_of(row.bytes(factor.secret.size()));
  std::copy(secret.begin(), secret.end(), factor.secret.begin());
  const bool was_used = row.u8() != 0;
  const std::uint64_t used = row.u64();
  if (was_used) factor.used = used;
  for (unsigned left = row.u8(); left > 0; --left) {
    signing::Digest digest;
    const auto bytes = bytes_of(row.bytes(digest.bytes.size()));
    std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
    factor.recovery.push_back(digest);
  }
  row.finish();
  signing::wipe(std::as_writable_bytes(std::span(*opened)));
  return factor;
}

}  // namespace letopis::accounts
