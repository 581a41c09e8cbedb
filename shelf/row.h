// The bytes of keys and values: numbers with their first byte first, so that keys sort by them, and
// texts behind their length.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "outcome/bytes.h"

namespace letopis::shelf {

// Puts fields one after another. A plain value.
class RowWriter {
 public:
  explicit RowWriter(std::string_view begin = {}) : bytes_(begin) {}

  RowWriter& u8(std::uint8_t value);
  RowWriter& u16(std::uint16_t value);
  RowWriter& u32(std::uint32_t value);
  RowWriter& u64(std::uint64_t value);
  // A moment or another number that may be below 0: two's complement, so it sorts from 0 on only.
  RowWriter& i64(std::int64_t value);
  // As they are; their length is the reader's to know.
  RowWriter& bytes(Bytes value);
  // Length in two bytes, then the text. Requires: at most 65 535 bytes.
  RowWriter& text(std::string_view value);

  const std::string& view() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Takes the same fields off again. The bytes are this program's own: any that end too early throw
// ShelfFailure. Borrows them.
class RowReader {
 public:
  explicit RowReader(std::string_view bytes) : left_(bytes) {}

  std::uint8_t u8();
  std::uint16_t u16();
  std::uint32_t u32();
  std::uint64_t u64();
  std::int64_t i64();
  std::string_view bytes(std::size_t count);
  std::string_view text();
  bool at_end() const { return left_.empty(); }
  // Throws unless nothing is left.
  void finish() const;

 private:
  std::uint64_t number(std::size_t width);
  std::string_view left_;
};

}  // namespace letopis::shelf
