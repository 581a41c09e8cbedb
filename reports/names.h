// Names of people, joined at reading: the log holds numbers, the vault the names.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "events/commitment.h"
#include "projections/directory_reader.h"
#include "terminal/text.h"

namespace letopis::reports {

struct PersonName {
  std::string family;
  std::string given;
  std::string patronymic;
  bool lost = false;  // the log holds a commitment to it, but the text is gone
  bool known() const { return !family.empty() || !given.empty(); }
  bool operator==(const PersonName&) const = default;
};

// Borrows both; remembers what it read. One thread.
class NameBook {
 public:
  NameBook(const projections::Directory& directory, const events::TextSource& texts,
           terminal::Language language)
      : directory_(directory), texts_(texts), language_(language) {}

  // Without a name: the person's number, and whether an order erased it.
  std::string full(events::PersonNumber person) const;  // Иванова Мария Петровна
  std::string common(events::PersonNumber person) const;  // Иванова Мария
  std::string brief(events::PersonNumber person) const;   // Иванова М. П.

  const PersonName& name(events::PersonNumber person) const;

  // Whose name the log promises and nobody can read any more, of those asked for so far; by number.
  std::vector<events::PersonNumber> lost() const;

  // All whose names were asked for so far; by number.
  std::vector<events::PersonNumber> asked_for() const;

  // As lists in a journal are sorted: «ё» stands with «е». Nameless ones come last, by number.
  bool before(events::PersonNumber left, events::PersonNumber right) const;

 private:
  std::string nameless(events::PersonNumber person) const;

  const projections::Directory& directory_;
  const events::TextSource& texts_;
  const terminal::Language language_;
  mutable std::map<events::PersonNumber, PersonName> known_;
};

}  // namespace letopis::reports
