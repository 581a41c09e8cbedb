// What is wrong with a file that people brought. A faulty file is refused whole (SET-06), and every
// fault is named with its place, so that all can be mended before it is brought again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "outcome/invariant.h"
#include "outcome/result.h"

namespace letopis::intake {

inline constexpr std::size_t kMaxListedFaults = 200;      // more are counted, not listed
inline constexpr std::size_t kMaxExcerptCharacters = 40;  // of a value that a fault shows

// Where something stands: row and column count from 1, as spreadsheets show them. What is absent is
// not known or not one: a fault of a whole column has no row, a fault of the file neither.
struct Place {
  std::optional<std::string> file = {};  // of a set of files
  std::optional<std::size_t> row = {};
  std::optional<std::size_t> column = {};
  std::optional<std::string> heading = {};
  bool operator==(const Place&) const = default;
};

// "C" for 3, "AA" for 27. Requires: a column, from 1.
std::string column_letters(std::size_t column);

// «строка 4, столбец C «Дата рождения»» and "row 4, column C “Дата рождения”".
Sentence said(const Place& place);

struct Fault {
  std::string code;  // stable, dotted: "people.birth_date"
  Place place;
  std::optional<std::string> value = {};  // an excerpt; absent where nothing is written
  Sentence says;
  bool operator==(const Fault&) const = default;
};

// The beginning of a text, whole characters, with "…" where it was cut; bytes that are no text are
// shown as "?".
std::string excerpt(std::string_view text);

// Faults in the order in which they were found: the first ones listed, all counted.
class Faults {
 public:
  void add(Fault fault);
  // The faults of one file of a set.
  void add_all_of(const std::string& file, const Faults& faults);
  bool empty() const { return count_ == 0; }
  std::size_t count() const { return count_; }
  const std::vector<Fault>& listed() const { return listed_; }

 private:
  std::vector<Fault> listed_;
  std::size_t count_ = 0;
};

// One fault, of the file as a whole.
Faults file_fault(std::string code, Sentence says);

// One refusal for all of them ("intake.faulty"): how many, and the first with its place.
// Requires: there are some.
Refusal refusal_of(const Faults& faults);

// What reading came to: the whole value, or its faults; never a part. Asking for the one that is
// not there is a bug (INVARIANT).
template <class T>
class [[nodiscard]] Reading {
 public:
  // NOLINTBEGIN(google-explicit-constructor): `return value;` and `return faults;` are the point.
  Reading(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Reading(Faults faults) : held_(std::in_place_index<1>, std::move(faults)) {
    INVARIANT(!this->faults().empty());
  }
  // NOLINTEND(google-explicit-constructor)

  explicit operator bool() const { return held_.index() == 0; }
  const T& operator*() const& { return INVARIANT(held_.index() == 0), *std::get_if<0>(&held_); }
  T&& operator*() && { return INVARIANT(held_.index() == 0), std::move(*std::get_if<0>(&held_)); }
  const T* operator->() const { return &**this; }
  const Faults& faults() const {
    INVARIANT(held_.index() == 1);
    return *std::get_if<1>(&held_);
  }

 private:
  std::variant<T, Faults> held_;
};

// The value if nothing was found wrong, else what was.
template <class T>
Reading<T> value_unless(Faults faults, T value) {
  if (!faults.empty()) return faults;
  return value;
}

}  // namespace letopis::intake
