// What no log of a school holds, whatever its rules are programmed like: said once more from the
// facts alone, as one who reads the regulation with the log beside it would check.
//
//   of every school     numbers and ordinals follow one another; an entry of a lesson names the
//                       lesson's day, which is not to come; marks are given by whoever taught, in a
//                       lesson that stood, and not into a closed period without a permission
//   of some, by theirs  no marks in grades without them; no mark after the lesson's day; no change
//                       after the day of the entry
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "regulations/parameters.h"
#include "simulation/standing.h"

namespace letopis::simulation {

// Is told every fact of a log in its order. One log, one thread.
class Laws {
 public:
  // What the fact breaks, in a few words; empty: nothing.
  std::optional<std::string> broken_by(const TakenFact& taken);

 private:
  struct Learning;
  using Verdict = std::optional<std::string>;
  using Permission = std::optional<events::PermissionNumber>;

  Verdict numbers(const events::Fact& fact);
  Verdict lesson_day(const TakenFact& taken) const;
  Verdict of_mark(const TakenFact& taken, const events::MarkGiven& mark);
  Verdict of_regulation(const TakenFact& taken, const events::MarkGiven& mark) const;
  Verdict of_change(const TakenFact& taken, const MarkPlace& mark, Permission permission);
  Verdict of_permission(events::PersonNumber author, Permission permission) const;
  bool may_teach(events::PersonNumber author, events::LessonNumber lesson) const;
  bool is_closed(events::ClassNumber school_class, events::Day day) const;
  void learn(const TakenFact& taken);
  void read_rules();

  const events::LoadAssigned& load_of(events::LessonNumber lesson) const;
  const events::LessonHeld& held(events::LessonNumber lesson) const;

  std::map<events::NumberKind, std::uint32_t> last_;
  std::map<events::LessonNumber, TakenFact> lessons_;
  std::map<events::LessonNumber, TakenFact> withdrawn_;
  std::map<CellPlace, std::uint16_t> ordinals_;   // of the last mark given in a cell
  std::map<MarkPlace, events::Instant> entered_;  // when a mark got the value that stands
  std::map<events::LoadNumber, events::LoadAssigned> loads_;
  std::map<events::ClassNumber, std::uint16_t> grades_;  // none once promoted
  std::map<events::PeriodNumber, events::PeriodDeclared> periods_;
  std::map<std::pair<events::ClassNumber, events::PeriodNumber>, TakenFact> closed_;
  std::set<std::pair<events::PersonNumber, events::LoadNumber>> substitutes_;
  std::map<events::PermissionNumber, events::PersonNumber> permissions_;
  std::vector<TakenFact> rules_;
  regulations::ParameterHistory parameters_;  // by the rules that are not void
  Thefts thefts_;
};

}  // namespace letopis::simulation
