#include "ledger/derived_rows.h"

#include <fmt/format.h>

#include "signing/encoding.h"

namespace letopis::ledger {
namespace {

Refusal differs(const char* ru, const char* en, std::string_view key) {
  const auto hex = signing::to_hex(bytes_of(key));
  return {"store.row_differs",
          {fmt::format("{}: строка {} не соответствует записям", ru, hex),
           fmt::format("{}: row {} does not follow from the entries", en, hex)}};
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
// value)` which entry it is about. As keys are
// unique, as many rows as there must be, all fitting, are exactly those that must be.
template <class Fits, class Place>
void walk(const Store& store, Family family, std::uint64_t wanted, const char* ru,
          Findings& findings, Fits fits, Place place) {
  const std::string name(name_of(family));
  std::uint64_t there = 0;
  const auto rows = store.rows(family);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    ++there;
    if (!fits(view_of(rows->key()), view_of(rows->value()))) {
      findings.add(Fault::kAltered, name, differs(ru, name.c_str(), view_of(rows->key())),
                   place(view_of(rows->key()), view_of(rows->value())));
    }
  }
  if (!rows->status().ok()) {
    findings.add(Fault::kAltered, name,
                 {"store.corrupt",
                  {"хранилище не читается: " + rows->status().ToString(),
                   "the store does not read: " + rows->status().ToString()}});
  } else if (there != wanted) {
    findings.add(Fault::kIncomplete, name, count_differs(ru, name.c_str(), there, wanted));
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

void check_indices(const Store& store, const DerivedLog& log, Findings& findings) {
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

void check_tree(const Store& store, const DerivedLog& log, Findings& findings) {
  std::uint64_t wanted = 0;
  for (const auto& [level, hashes] : log.tree) wanted += hashes.size();
  const auto item_in = [](std::string_view key) {
    return signing::read_big_endian(bytes_of(key.substr(1)));
  };
  const auto fits = [&](std::string_view key, std::string_view value) {
    if (key.size() != 9) return false;
    const auto level = log.tree.find(static_cast<unsigned char>(key[0]));
    const auto item = item_in(key);
    return level != log.tree.end() && item < level->second.size() &&
           text_of(level->second[item].view()) == value;
  };
  const auto place = [&](std::string_view key, std::string_view) {
    const bool leaf = key.size() == 9 && key[0] == 0;
    return leaf ? std::optional(events::Position{item_in(key)}) : std::nullopt;
  };
  walk(store, Family::kTree, wanted, "дерево", findings, fits, place);
}

void check_keys(const Store& store, const DerivedLog& log, Findings& findings) {
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
