#include "ledger/layout.h"

#include <array>
#include <cstring>

#include "signing/encoding.h"

namespace letopis::ledger {
namespace {

using signing::append_big_endian;
using signing::append_bytes;

// Cuts numbers and hashes off the front of stored bytes.
class Cutter {
 public:
  explicit Cutter(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number(std::size_t width) {
    const auto taken = rest_.substr(0, width);
    rest_.remove_prefix(taken.size());
    return signing::read_big_endian(bytes_of(taken));
  }
  template <std::size_t size>
  void into(std::array<std::byte, size>& to) {
    std::memcpy(to.data(), rest_.data(), size);
    rest_.remove_prefix(size);
  }

 private:
  std::string_view rest_;
};

constexpr std::size_t kKeyRowBytes = 4 + 32 + 4 + 8 + 1 + 8 + 1 + 8;

std::uint32_t narrow(std::uint64_t value) { return static_cast<std::uint32_t>(value); }

}  // namespace

std::string_view name_of(Family family) {
  constexpr std::array<std::string_view, kFamilies> names{
      "default", "entries", "streams", "commands", "tree", "keys", "views", "heads", "vault"};
  return names[static_cast<std::size_t>(family)];
}

std::string entry_key(events::Position position) { return position_value(position); }

std::string stream_key(const events::Stream& stream, std::uint32_t version) {
  std::string key;
  append_big_endian(key, static_cast<std::uint64_t>(stream.kind), 2);
  for (const std::uint32_t part : {stream.a, stream.b, stream.c, version}) {
    append_big_endian(key, part, 4);
  }
  return key;
}

std::string command_key(events::PersonNumber author, const events::CommandId& command) {
  std::string key;
  append_big_endian(key, author.value, 4);
  append_big_endian(key, command.high, 8);
  append_big_endian(key, command.low, 8);
  return key;
}

std::string tree_key(unsigned tile_level, std::uint64_t item) {
  std::string key;
  append_big_endian(key, tile_level, 1);
  append_big_endian(key, item, 8);
  return key;
}

std::string key_row_key(events::KeyNumber number) {
  std::string key;
  append_big_endian(key, number.value, 4);
  return key;
}

std::string view_key(events::ViewId view, std::string_view key) {
  std::string full;
  full.reserve(1 + key.size());
  append_big_endian(full, view.value, 1);
  full += key;
  return full;
}

std::string vault_key(events::PersonNumber person, const events::Commitment& text) {
  std::string key;
  append_big_endian(key, person.value, 4);
  append_bytes(key, text.digest.view());
  return key;
}

std::string position_value(events::Position position) {
  std::string value;
  append_big_endian(value, position.value, 8);
  return value;
}

std::string command_value(const CommandPlace& place) {
  std::string value = position_value(place.first);
  append_big_endian(value, place.count, 2);
  return value;
}

std::string head_value(const ViewHead& head) {
  std::string value;
  append_big_endian(value, head.size, 8);
  append_bytes(value, head.root.view());
  return value;
}

std::string key_row_value(const events::KeyRecord& record) {
  std::string value;
  append_big_endian(value, record.number.value, 4);
  append_bytes(value, record.public_key.view());
  append_big_endian(value, record.person.value, 4);
  append_big_endian(value, record.enrolled.value, 8);
  append_big_endian(value, record.ended ? 1 : 0, 1);
  append_big_endian(value, record.ended.value_or(events::Position{}).value, 8);
  append_big_endian(value, record.void_from ? 1 : 0, 1);
  const auto from = record.void_from.value_or(events::Instant{}).milliseconds;
  append_big_endian(value, static_cast<std::uint64_t>(from), 8);
  return value;
}

std::optional<events::Position> read_position(std::string_view bytes) {
  if (bytes.size() != 8) return std::nullopt;
  return events::Position{Cutter(bytes).number(8)};
}

std::optional<CommandPlace> read_command_place(std::string_view bytes) {
  if (bytes.size() != 10) return std::nullopt;
  Cutter cutter(bytes);
  const events::Position first{cutter.number(8)};
  return CommandPlace{first, static_cast<std::uint16_t>(cutter.number(2))};
}

std::optional<ViewHead> read_head(std::string_view bytes) {
  if (bytes.size() != 40) return std::nullopt;
  Cutter cutter(bytes);
  ViewHead head{cutter.number(8), {}};
  cutter.into(head.root.bytes);
  return head;
}

std::optional<events::KeyRecord> read_key_row(std::string_view bytes) {
  if (bytes.size() != kKeyRowBytes) return std::nullopt;
  Cutter cutter(bytes);
  events::KeyRecord record;
  record.number.value = narrow(cutter.number(4));
  cutter.into(record.public_key.bytes);
  record.person.value = narrow(cutter.number(4));
  record.enrolled.value = cutter.number(8);
  const auto ended = cutter.number(1);
  const events::Position end{cutter.number(8)};
  const auto voided = cutter.number(1);
  const events::Instant from{static_cast<std::int64_t>(cutter.number(8))};
  if (ended > 1 || voided > 1) return std::nullopt;
  if (ended) record.ended = end;
  if (voided) record.void_from = from;
  return record;
}

}  // namespace letopis::ledger
