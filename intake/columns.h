// Which column of a table is which, and what stands in it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/table.h"

namespace letopis::intake {

enum class Presence { kOptional, kRequired };

// A column that a reader knows: its key in the code, the heading that it is asked for by, and other
// headings that mean the same. How letters, spaces and signs are written does not matter (words.h).
struct KnownColumn {
  std::string key;
  std::string title;
  std::vector<std::string> also = {};
  Presence presence = Presence::kOptional;
};

// The columns found in a heading; a value. Asking by a key that is not known is a bug (INVARIANT).
class Columns {
 public:
  // Faults: columns.missing (a required one), columns.twice (two headings that mean one).
  static Reading<Columns> find(const Row& heading, const std::vector<KnownColumn>& known,
                               const std::optional<std::string>& file = std::nullopt);

  bool has(std::string_view key) const;
  // What the row says there; absent iff nothing is written, or there is no such column.
  std::optional<std::string_view> text(const Row& row, std::string_view key) const;

  // The cell; without a column where there is none of the key.
  Place place(const Row& row, std::string_view key) const;
  Fault fault(const Row& row, std::string_view key, std::string code, Sentence says) const;

  // Columns whose heading nobody knows.
  const std::vector<Place>& unread() const { return unread_; }

 private:
  std::map<std::string, std::optional<std::size_t>, std::less<>> columns_;  // by key, from 0
  std::vector<std::string> headings_;
  std::optional<std::string> file_;
  std::vector<Place> unread_;
};

}  // namespace letopis::intake
