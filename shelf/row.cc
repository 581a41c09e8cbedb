#include "shelf/row.h"

#include "outcome/invariant.h"
#include "shelf/shelf.h"
#include "signing/encoding.h"

namespace letopis::shelf {

RowWriter& RowWriter::u8(std::uint8_t value) {
  signing::append_big_endian(bytes_, value, 1);
  return *this;
}

RowWriter& RowWriter::u16(std::uint16_t value) {
  signing::append_big_endian(bytes_, value, 2);
  return *this;
}

RowWriter& RowWriter::u32(std::uint32_t value) {
  signing::append_big_endian(bytes_, value, 4);
  return *this;
}

RowWriter& RowWriter::u64(std::uint64_t value) {
  signing::append_big_endian(bytes_, value, 8);
  return *this;
}

RowWriter& RowWriter::i64(std::int64_t value) { return u64(static_cast<std::uint64_t>(value)); }

RowWriter& RowWriter::bytes(Bytes value) {
  signing::append_bytes(bytes_, value);
  return *this;
}

RowWriter& RowWriter::text(std::string_view value) {
  INVARIANT(value.size() <= 0xffff);
  u16(static_cast<std::uint16_t>(value.size()));
  bytes_.append(value);
  return *this;
}

std::string_view RowReader::bytes(std::size_t count) {
  if (left_.size() < count) {
    throw ShelfFailure(ShelfFailure::Kind::kCorrupt, "a row ends too early");
  }
  const auto taken = left_.substr(0, count);
  left_.remove_prefix(count);
  return taken;
}

std::uint64_t RowReader::number(std::size_t width) {
  return signing::read_big_endian(bytes_of(bytes(width)));
}

std::uint8_t RowReader::u8() { return static_cast<std::uint8_t>(number(1)); }
std::uint16_t RowReader::u16() { return static_cast<std::uint16_t>(number(2)); }
std::uint32_t RowReader::u32() { return static_cast<std::uint32_t>(number(4)); }
std::uint64_t RowReader::u64() { return number(8); }
std::int64_t RowReader::i64() { return static_cast<std::int64_t>(number(8)); }
std::string_view RowReader::text() { return bytes(u16()); }

void RowReader::finish() const {
  if (!left_.empty()) throw ShelfFailure(ShelfFailure::Kind::kCorrupt, "a row goes on too long");
}

}  // namespace letopis::shelf
