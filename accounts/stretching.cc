#include "accounts/stretching.h"

#include <sodium.h>

#include <chrono>
#include <new>

#include "outcome/invariant.h"

namespace letopis::accounts {

static_assert(std::tuple_size_v<Salt> == crypto_pwhash_argon2id_SALTBYTES);

bool Stretching::take_place() {
  std::unique_lock lock(mutex_);
  if (working_ < limits_.at_once && waiting_ == 0) {
    ++working_;
    return true;
  }
  if (waiting_ >= limits_.waiting) return false;
  ++waiting_;
  const bool got = free_.wait_for(lock, std::chrono::milliseconds(limits_.patience_ms),
                                  [this] { return working_ < limits_.at_once; });
  --waiting_;
  if (got) ++working_;
  return got;
}

void Stretching::leave() {
  {
    const std::lock_guard lock(mutex_);
    --working_;
  }
  free_.notify_one();
}

Result<signing::Secret32> Stretching::stretch(std::string_view password, const Salt& salt,
                                              const Cost& cost) {
  INVARIANT(password.size() <= kMaxStretchedBytes);
  INVARIANT(cost.passes <= kMostCost.passes && cost.memory_kib <= kMostCost.memory_kib);
  if (!take_place()) {
    return Refusal{"login.busy",
                   {"сейчас входит слишком много людей сразу", "too many people log in just now"},
                   {},
                   {"повторите через несколько секунд", "try again in a few seconds"}};
  }
  std::array<std::byte, 32> out{};
  const int answer = crypto_pwhash_argon2id(
      reinterpret_cast<unsigned char*>(out.data()), out.size(), password.data(), password.size(),
      reinterpret_cast<const unsigned char*>(salt.data()), cost.passes,
      std::size_t{cost.memory_kib} << 10, crypto_pwhash_argon2id_ALG_ARGON2ID13);
  leave();
  if (answer != 0) throw std::bad_alloc();
  signing::Secret32 secret(out);
  signing::wipe(out);
  return secret;
}

Halves split(const signing::Secret32& stretched) {
  return {signing::Secret32::derive(stretched.reveal(), "letopis login v1"),
          signing::Secret32::derive(stretched.reveal(), "letopis wrap v1")};
}

}  // namespace letopis::accounts
