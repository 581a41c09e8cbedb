// Where what lies in a store: column families and their keys, all numbers big-endian.
//
//   entries   position u64                                      -> entry, exactly as in the log
//   streams   kind u16, a u32, b u32, c u32, version u32        -> position u64
//   commands  author u32, command id 16 bytes                   -> first position u64, events u16
//   tree      tile level u8, item u64                           -> hash, 32 bytes
//   keys      key number u32                                    -> what the log said of the key
//   views     view u8, key of the view                          -> value; disposable
//   heads     view u8                                           -> size u64, root 32 bytes
//   vault     person u32, commitment 32 bytes                   -> sealed text
//
// Entries, the vault and nothing else are the school's own; all the rest follows from the entries
// and is compared with them by `verify_store`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "events/key_standing.h"
#include "events/views.h"

namespace letopis::ledger {

enum class Family : std::uint8_t {
  kDefault,  // RocksDB insists on it; it stays empty
  kEntries,
  kStreams,
  kCommands,
  kTree,
  kKeys,
  kViews,
  kHeads,
  kVault,
};
inline constexpr std::size_t kFamilies = 9;
std::string_view name_of(Family family);

// Where the events of one command stand.
struct CommandPlace {
  events::Position first;
  std::uint16_t count = 0;
  bool operator==(const CommandPlace&) const = default;
};

// At which size and root of the log a view stands.
struct ViewHead {
  std::uint64_t size = 0;
  signing::Digest root;
  bool operator==(const ViewHead&) const = default;
};

std::string entry_key(events::Position position);
std::string stream_key(const events::Stream& stream, std::uint32_t version);
std::string command_key(events::PersonNumber author, const events::CommandId& command);
std::string tree_key(unsigned tile_level, std::uint64_t item);
std::string key_row_key(events::KeyNumber number);
std::string view_key(events::ViewId view, std::string_view key);
std::string vault_key(events::PersonNumber person, const events::Commitment& text);

std::string position_value(events::Position position);
std::string command_value(const CommandPlace& place);
std::string head_value(const ViewHead& head);
std::string key_row_value(const events::KeyRecord& record);

// The way back; empty iff the bytes have another length or cannot be such a value.
std::optional<events::Position> read_position(std::string_view bytes);
std::optional<CommandPlace> read_command_place(std::string_view bytes);
std::optional<ViewHead> read_head(std::string_view bytes);
std::optional<events::KeyRecord> read_key_row(std::string_view bytes);

}  // namespace letopis::ledger
