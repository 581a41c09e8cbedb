// Writes down what people state: gives numbers, commits to private texts and makes commands.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trial/agenda.h"
#include "trial/command.h"
#include "trial/random.h"
#include "trial/year.h"

namespace letopis::trial {

// Who acts, and with which of the own keys.
struct Author {
  events::PersonNumber person;
  unsigned key = 0;
};

// One thread at a time; `give` and `summary` are borrowed.
class Scribe {
 public:
  Scribe(std::uint64_t seed, const std::function<void(Command)>& give, Summary& summary);

  // The next number of its kind. Requires: the command that declares it is the next to be said.
  template <class Number>
  Number next() {
    return Number{++last_[static_cast<std::size_t>(Number::kind)]};
  }

  // The number that an attempt in vain would take.
  template <class Number>
  Number would_be() const {
    return Number{last_[static_cast<std::size_t>(Number::kind)] + 1};
  }

  // Commits to a text about a person; the text goes with the next command.
  events::Commitment secret(events::PersonNumber about, std::string text);

  // "17-ОД" of that day, "17-К" …: orders are counted through the year.
  events::Order order(std::string_view kind, events::Day day);

  // Requires: facts, and a moment not before the last.
  void say(Moment when, Author author, std::vector<events::Fact> facts);

  // What will be refused, with that code; `refusal` is a literal. Counted apart from what is said.
  void try_in_vain(Moment when, Author author, std::vector<events::Fact> facts,
                   std::string_view refusal);

  std::uint64_t said() const { return summary_.events; }
  Summary& summary() { return summary_; }

 private:
  static constexpr std::size_t kNumberKinds =
      static_cast<std::size_t>(events::NumberKind::kSchoolEvent) + 1;

  Command command_of(Moment when, Author author, std::vector<events::Fact> facts, Random& ids);

  const std::function<void(Command)>& give_;
  Summary& summary_;
  Random salts_;
  Random ids_;
  Random ids_in_vain_;  // so that attempts leave the ids of all else as they are
  std::array<std::uint32_t, kNumberKinds> last_{};
  std::uint32_t orders_ = 0;
  events::Instant last_said_;
  std::vector<events::PrivateText> texts_;
};

// A list of facts of different kinds.
template <class... Facts>
std::vector<events::Fact> facts(Facts&&... each) {
  std::vector<events::Fact> list;
  list.reserve(sizeof...(each));
  (list.emplace_back(std::forward<Facts>(each)), ...);
  return list;
}

}  // namespace letopis::trial
