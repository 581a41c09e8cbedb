#include "ledger/derived_rows.h"

#include <fmt/format.h>

#include "signing/encoding.h"

namespace letopis::ledger {
namespace {

constexpr std::size_t kStreamKeyBytes = 2 + 4 * 4;
constexpr std::size_t kCommandKeyBytes = 4 + 16;
constexpr std::size_t kTreeKeyBytes = 1 + 8;

// What a row is about, as its key says it; the key's bytes where it is no key of this family.
Sentence tell_row(Family family, std::string_view key) {
  const auto number = [&](std::size_t at, std::size_t width) {
    return signing::read_big_endian(bytes_of(key.substr(at, width)));
  };
  if (family == Family::kTree && key.size() == kTreeKeyBytes) {
    return {fmt::format("хеш № {} уровня {}", number(1, 8), number(0, 1)),
            fmt::format("hash {} of level {}", number(1, 8), number(0, 1))};
  }
  if (family == Family::kStreams && key.size() == kStreamKeyBytes) {
    const auto stream =
        fmt::format("{}:{}.{}.{}", number(0, 2), number(2, 4), number(6, 4), number(10, 4));
    return {fmt::format("версия {} потока {}", number(14, 4), stream),
            fmt::format("version {} of stream {}", number(14, 4), stream)};
  }
  if (family == Family::kCommands && key.size() == kCommandKeyBytes) {
    const auto id = signing::to_hex(bytes_of(key.substr(4)));
    return {fmt::format("команда {} автора № {}", id, number(0, 4)),
            fmt::format("command {} of author {}", id, number(0, 4))};
  }
  if (family == Family::kKeys && key.size() == 4) {
    return {fmt::format("ключ № {}", number(0, 4)), fmt::format("key {}", number(0, 4))};
  }
  const auto hex = signing::to_hex(bytes_of(key));
  return {"строка " + hex, "row " + hex};
}

Refusal differs(const char* ru, Family family, std::string_view key) {
  const Sentence row = tell_row(family, key);
  return {"store.row_differs",
          {fmt::format("{}: {} — не то, что следует из записей", ru, row.ru),
           fmt::format("{}: {} is not what follows from the entries", name_of(family), row.en)}};
}

Refusal count_differs(const char* ru, const char* en, std::uint64_t there, std::uint64_t wanted) {
  return {"store.rows_missing",
          {fmt::format("{}: строк {}, а должно быть {}", ru, there, wanted),
           fmt::format("{}: {} rows, there must be {}", en, there, wanted)}};
}

// A row that has nothing to do with one entry alone.
constexpr auto kNoPlace = [](std::string_view, std::string_view) {
  return std::optional<events::Position>();
};

// The entry that an index row points at.
constexpr auto kByValue = [](std::string_view, std::string_view value) {
  return read_position(value.substr(0, 8));
};

// Walks one family; `fits(key, value)` says whether the row follows from the entries, `place(key,
// value)` which entry it is about. As keys are unique, as many rows as there must be, all fitting,
// are exactly those that must be.
template <class Fits, class Place>
void walk(const Store& store, Family family, std::uint64_t wanted, const char* ru,
          audit::Findings& findings, Fits fits, Place place) {
  const std::string name(name_of(family));
  std::uint64_t there = 0;
  const auto rows = store.rows(family);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    ++there;
    if (!fits(view_of(rows->key()), view_of(rows->value()))) {
      findings.add(audit::Fault::kAltered, name, differs(ru, family, view_of(rows->key())),
                   place(view_of(rows->key()), view_of(rows->value())));
    }
  }
  if (!rows->status().ok()) {
    findings.add(audit::Fault::kAltered, name,
                 {"store.corrupt",
                  {"хранилище не читается: " + rows->status().ToString(),
                   "the store does not read: " + rows->status().ToString()}});
  } else if (there != wanted) {
    findings.add(audit::Fault::kIncomplete, name, count_differs(ru, name.c_str(), there, wanted));
  }
}

bool fits_stream(const DerivedLog& log, std::string_view key, std::string_view value) {
  const auto position = read_position(value);
  if (!position || position->value >= log.entries.size()) return false;
  const auto& entry = log.entries[position->value];
  return stream_key(entry.stream, entry.version) == key;
}

bool fits_command(const DerivedLog& log, std::string_view key, std::string_view value) {
  const auto place = read_command_place(value);
  if (!place || place->first.value >= log.entries.size()) return false;
  const auto& command = log.commands[log.entries[place->first.value].command];
  return command.place == *place && command_key(command.author, command.id) == key;
}

}  // namespace

void check_indices(const Store& store, const DerivedLog& log, audit::Findings& findings) {
  walk(
      store, Family::kStreams, log.entries.size(), "указатель потоков", findings,
      [&](auto key, auto value) { return fits_stream(log, key, value); }, kByValue);
  walk(
      store, Family::kCommands, log.commands.size(), "указатель команд", findings,
      [&](auto key, auto value) { return fits_command(log, key, value); }, kByValue);
  walk(
      store, Family::kDefault, 0, "лишние строки", findings, [](auto, auto) { return false; },
      kNoPlace);
}

void check_tree(const Store& store, const DerivedLog& log, audit::Findings& findings) {
  std::uint64_t wanted = 0;
  for (const auto& [level, hashes] : log.tree) wanted += hashes.size();
  const auto item_in = [](std::string_view key) {
    return signing::read_big_endian(bytes_of(key.substr(1)));
  };
  const auto fits = [&](std::string_view key, std::string_view value) {
    if (key.size() != kTreeKeyBytes) return false;
    const auto level = log.tree.find(static_cast<unsigned char>(key[0]));
    const auto item = item_in(key);
    return level != log.tree.end() && item < level->second.size() &&
           text_of(level->second[item].view()) == value;
  };
  const auto place = [&](std::string_view key, std::string_view) {
    const bool leaf = key.size() == kTreeKeyBytes && key[0] == 0;
    return leaf ? std::optional(events::Position{item_in(key)}) : std::nullopt;
  };
  walk(store, Family::kTree, wanted, "дерево", findings, fits, place);
}

void check_keys(const Store& store, const DerivedLog& log, audit::Findings& findings) {
  const auto& keys = log.keys.keys();
  walk(
      store, Family::kKeys, keys.size(), "таблица ключей", findings,
      [&](auto key, auto value) {
        const auto record = read_key_row(value);
        return record && record->number.value < keys.size() && key_row_key(record->number) == key &&
               key_row_value(keys[record->number.value]) == value;
      },
      kNoPlace);
}

}  // namespace letopis::ledger
