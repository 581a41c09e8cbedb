#include "trial/random.h"

#include <bit>

namespace letopis::trial {
namespace {

std::uint64_t splitmix(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

// Mixed before and after, so that no sum or difference of the two can make another pair's value.
std::uint64_t joined(std::uint64_t state, std::uint64_t value) {
  state = splitmix(state) ^ value;
  return splitmix(state);
}

}  // namespace

Random::Random(std::uint64_t seed) : state_{} {
  for (std::uint64_t& word : state_) word = splitmix(seed);
}

std::uint64_t Random::next() {
  const std::uint64_t value = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17U;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return value;
}

std::uint32_t Random::below(std::uint32_t bound) {
  INVARIANT(bound > 0);
  // The product's upper half: uneven by less than bound / 2^32, which no trial could notice.
  return static_cast<std::uint32_t>(((next() >> 32U) * bound) >> 32U);
}

std::int32_t Random::between(std::int32_t least, std::int32_t most) {
  INVARIANT(least <= most);
  return least + static_cast<std::int32_t>(below(static_cast<std::uint32_t>(most - least) + 1));
}

void Random::fill(std::span<std::byte> bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 8 == 0) word = next();
    bytes[i] = static_cast<std::byte>(word & 0xFFU);
    word >>= 8U;
  }
}

Random stream(std::uint64_t seed, Purpose purpose, std::uint64_t first, std::uint64_t second) {
  std::uint64_t state = joined(seed, static_cast<std::uint64_t>(purpose) + 1);
  state = joined(state, first);
  return Random(joined(state, second));
}

}  // namespace letopis::trial
