#include "intake/columns.h"

#include <fmt/format.h>

#include "intake/words.h"

namespace letopis::intake {

Reading<Columns> Columns::find(const Row& heading, const std::vector<KnownColumn>& known,
                               const std::optional<std::string>& file) {
  Columns columns;
  columns.headings_ = heading.cells;
  columns.file_ = file;
  std::map<std::string, std::string> keys;  // by folded heading
  for (const KnownColumn& one : known) {
    columns.columns_[one.key] = std::nullopt;
    keys[folded(one.title)] = one.key;
    for (const std::string& name : one.also) keys[folded(name)] = one.key;
  }
  Faults faults;
  for (std::size_t i = 0; i < heading.cells.size(); ++i) {
    const std::string& written = heading.cells[i];
    if (written.empty()) continue;
    const Place place{file, heading.number, i + 1, written};
    const auto key = keys.find(folded(written));
    if (key == keys.end()) {
      columns.unread_.push_back(place);
      continue;
    }
    std::optional<std::size_t>& column = columns.columns_[key->second];
    if (column) {
      faults.add(
          {"columns.twice",
           place,
           excerpt(written),
           {fmt::format("такой столбец уже есть: {}", column_letters(*column + 1)),
            fmt::format("there is such a column already: {}", column_letters(*column + 1))}});
    }
    column = i;
  }
  for (const KnownColumn& one : known) {
    if (one.presence == Presence::kOptional || columns.columns_[one.key]) continue;
    faults.add({"columns.missing",
                {file, heading.number, {}, {}},
                {},
                {fmt::format("нет столбца «{}»", one.title),
                 fmt::format("the column “{}” is missing", one.title)}});
  }
  return value_unless(std::move(faults), std::move(columns));
}

bool Columns::has(std::string_view key) const {
  const auto found = columns_.find(key);
  INVARIANT(found != columns_.end());
  return found->second.has_value();
}

std::optional<std::string_view> Columns::text(const Row& row, std::string_view key) const {
  if (!has(key)) return std::nullopt;
  const std::string& cell = row.cells[*columns_.find(key)->second];
  if (cell.empty()) return std::nullopt;
  return cell;
}

Place Columns::place(const Row& row, std::string_view key) const {
  if (!has(key)) return {file_, row.number, {}, {}};
  const std::size_t column = *columns_.find(key)->second;
  return {file_, row.number, column + 1, headings_[column]};
}

Fault Columns::fault(const Row& row, std::string_view key, std::string code, Sentence says) const {
  Fault fault{std::move(code), place(row, key), {}, std::move(says)};
  if (const auto written = text(row, key)) fault.value = excerpt(*written);
  return fault;
}

}  // namespace letopis::intake
