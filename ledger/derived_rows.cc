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

// Walks one family; `fits(key, value)` says whether the row follows from the entries. As keys are
// unique, as many rows as there must be, all fitting, are exactly those that must be.
template <class Fits>
void walk(const Store& store, Family family, std::uint64_t wanted, const char* ru,
          Findings& findings, Fits fits) {
  const std::string name(name_of(family));
  std::uint64_t there = 0;
  const auto rows = store.rows(family);
  for (rows->SeekToFirst(); rows->Valid(); rows->Next()) {
    ++there;
    if (!fits(view_of(rows->key()), view_of(rows->value()))) {
      findings.add(Fault::kAltered, name, differs(ru, name.c_str(), view_of(rows->key())));
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
  walk(store, Family::kStreams, log.entries.size(), "указатель потоков", findings,
       [&](auto key, auto value) { return fits_stream(log, key, value); });
  walk(store, Family::kCommands, log.commands.size(), "указатель команд", findings,
       [&](auto key, auto value) { return fits_command(log, key, value); });
  walk(store, Family::kDefault, 0, "лишние строки", findings, [](auto, auto) { return false; });
}

void check_tree(const Store& store, const DerivedLog& log, Findings& findings) {
  std::uint64_t wanted = 0;
  for (const auto& [level, hashes] : log.tree) wanted += hashes.size();
  walk(store, Family::kTree, wanted, "дерево", findings, [&](auto key, auto value) {
    if (key.size() != 9) return false;
    const auto level = log.tree.find(static_cast<unsigned char>(key[0]));
    const auto item = signing::read_big_endian(bytes_of(key.substr(1)));
    return level != log.tree.end() && item < level->second.size() &&
           text_of(level->second[item].view()) == value;
  });
}

void check_keys(const Store& store, const DerivedLog& log, Findings& findings) {
  const auto& keys = log.keys.keys();
  walk(store, Family::kKeys, keys.size(), "таблица ключей", findings, [&](auto key, auto value) {
    const auto record = read_key_row(value);
    return record && record->number.value < keys.size() && key_row_key(record->number) == key &&
           *record == keys[record->number.value];
  });
}

}  // namespace letopis::ledger
