// Duties that recur: the stretches into which a cadence parts a year, each with the day on which it
// falls due.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "projections/due_school.h"
#include "regulations/cadence.h"

namespace letopis::projections {

// Iff one of the cadences that the value lists falls due at the end of periods of that kind.
bool names_period(const events::Parameter& cadences, events::PeriodKind kind);

struct Stretch {
  events::Day first;
  events::Day last;  // it falls due at the end of this day
  std::string clause;
  // Of a daily cadence: the school day alone, without the days off before it.
  bool daily = false;
};

// Borrows the school, which keeps the year. Remembers what it reckoned. One thread.
class Stretches {
 public:
  Stretches(DueSchool& school, const DueYear& year) : school_(school), year_(year) {}

  // Those of a grade, or of the whole school, in order, as far as the query looks ahead. A cadence
  // that changes in mid-year counts for the days on which it was in force.
  const std::vector<Stretch>& of(std::string_view key, std::optional<unsigned> grade);
  // The same of the whole school for a key whose name says how often, and its value who.
  const std::vector<Stretch>& named(std::string_view key, regulations::Cadence cadence);

  // The first fact of those that was recorded since the stretch began; they come in the order of
  // the log.
  template <class Fact>
  std::optional<Stamp> first_since(const Stretch& stretch,
                                   const std::vector<Filed<Fact>>& facts) const {
    const events::Instant begun = school_.start_of(stretch.first);
    for (const Filed<Fact>& one : facts) {
      if (begun <= one.stamp.recorded) return one.stamp;
    }
    return std::nullopt;
  }

  // Of what need not leave a fact each time, as a week may bring no event: done iff one was
  // recorded in the stretch itself, and else a reminder.
  template <class Fact>
  void remind(const Stretch& stretch, const std::vector<Filed<Fact>>& facts, DueItem& item) const {
    item.done = first_since(stretch, facts);
    if (item.done && stretch.last < school_.zone().day_of(item.done->recorded)) item.done.reset();
    item.witnessed = item.done.has_value();
  }

  // What is due at the end of the stretch, open from its beginning.
  DueItem item(DueKind kind, const Stretch& stretch, std::vector<events::Role> roles,
               std::optional<events::ClassNumber> school_class);

 private:
  std::vector<events::Day> due_days(const events::Parameter& rule, std::optional<unsigned> grade,
                                    std::optional<regulations::Cadence> cadence) const;
  const std::vector<Stretch>& reckon(std::string_view key, std::optional<unsigned> grade,
                                     std::optional<regulations::Cadence> cadence);

  DueSchool& school_;
  const DueYear& year_;
  std::map<std::pair<std::string, std::optional<unsigned>>, std::vector<Stretch>> known_;
};

}  // namespace letopis::projections
