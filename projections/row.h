// The bytes of keys and values in views: big-endian, so that keys sort as their numbers do.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

#include "events/identifiers.h"

namespace letopis::projections {

// A key or value in the making, on the stack while it is short. Not copied.
class RowBytes {
 public:
  RowBytes() = default;
  RowBytes(const RowBytes&) = delete;
  RowBytes& operator=(const RowBytes&) = delete;

  RowBytes& u8(std::uint8_t value) { return big_endian<1>(value); }
  RowBytes& u16(std::uint16_t value) { return big_endian<2>(value); }
  RowBytes& u32(std::uint32_t value) { return big_endian<4>(value); }
  RowBytes& u64(std::uint64_t value) { return big_endian<8>(value); }
  // Signed numbers sort as numbers: the sign bit is turned.
  RowBytes& day(events::Day day) { return u32(static_cast<std::uint32_t>(day.value) ^ kSign32); }
  RowBytes& instant(events::Instant moment) {
    return u64(static_cast<std::uint64_t>(moment.milliseconds) ^ kSign64);
  }
  RowBytes& bytes(std::string_view text) {
    if (spilt_.empty() && size_ + text.size() <= short_.size()) {
      std::memcpy(short_.data() + size_, text.data(), text.size());
      size_ += text.size();
      return *this;
    }
    if (spilt_.empty()) spilt_.assign(short_.data(), size_);
    spilt_.append(text);
    return *this;
  }

  // Borrowed until the next change.
  std::string_view view() const {
    return spilt_.empty() ? std::string_view(short_.data(), size_) : std::string_view(spilt_);
  }
  std::string str() const { return std::string(view()); }

  static constexpr std::uint32_t kSign32 = 0x8000'0000U;
  static constexpr std::uint64_t kSign64 = 0x8000'0000'0000'0000U;

 private:
  template <std::size_t kWidth>
  RowBytes& big_endian(std::uint64_t value) {
    std::array<char, kWidth> out;
    for (std::size_t i = 0; i < kWidth; ++i) {
      out[kWidth - 1 - i] = static_cast<char>(value & 0xff);
      value >>= 8;
    }
    return bytes({out.data(), kWidth});
  }

  std::array<char, 144> short_;
  std::size_t size_ = 0;
  std::string spilt_;
};

// Reads a row again; borrows its bytes. A row that is too short is a broken store: an exception.
class RowReader {
 public:
  explicit RowReader(std::string_view row) : rest_(row) {}

  std::uint8_t u8() { return static_cast<std::uint8_t>(big_endian<1>()); }
  std::uint16_t u16() { return static_cast<std::uint16_t>(big_endian<2>()); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(big_endian<4>()); }
  std::uint64_t u64() { return big_endian<8>(); }
  events::Day day() { return {static_cast<std::int32_t>(u32() ^ RowBytes::kSign32)}; }
  events::Instant instant() { return {static_cast<std::int64_t>(u64() ^ RowBytes::kSign64)}; }
  std::string_view bytes(std::size_t count) {
    if (rest_.size() < count) throw std::runtime_error("a row of a view is too short");
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  template <std::size_t kWidth>
  std::uint64_t big_endian() {
    std::uint64_t value = 0;
    for (const char one : bytes(kWidth)) value = value << 8 | static_cast<unsigned char>(one);
    return value;
  }

  std::string_view rest_;
};

// The first key after all that begin with `prefix`; empty iff there is none (all bytes 0xff).
std::string after_prefix(std::string_view prefix);

}  // namespace letopis::projections
