// What the adopted regulation makes of people's habits. It is read from the parameters alone: no
// school is known here by its name.
#pragma once

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "events/enumerations.h"
#include "regulations/cadence.h"
#include "regulations/journal_terms.h"
#include "regulations/parameters.h"
#include "trial/curriculum.h"
#include "trial/regulation.h"

namespace letopis::trial {

class Customs {
 public:
  explicit Customs(const Regulation& regulation);

  // One parameter has another value from that day on. Requires: days that do not go back.
  void change(const events::Parameter& parameter, events::Day from);

  // Those in force on a day; an old entry is judged by the rule of its own day.
  const regulations::Parameters& on(events::Day day) const;
  bool speaks_of(std::string_view key) const { return adopted().find(key) != nullptr; }
  // Its value in the regulation as it was adopted. Requires: it speaks of it.
  const std::string& value_of(std::string_view key) const;

  // Whether and how a subject is marked in a grade: by the curriculum, and by the regulation, which
  // may take marks away.
  Grading grading(Subject subject, unsigned grade) const;
  bool bars_marks(unsigned grade) const { return !of_grade(grade).marks; }
  bool sets_homework(unsigned grade) const { return of_grade(grade).homework; }
  bool names_topics(unsigned grade) const { return of_grade(grade).topics; }

  // Marks that come late are not taken, and teachers know it.
  bool refuses_late_marks() const { return refuses_late_marks_; }
  // Period marks wait for an order.
  bool period_marks_by_order() const { return period_marks_by_order_; }
  // Marks may be changed on days after the lesson's.
  bool marks_change_later(events::Day day) const;

  // The kinds of periods in a list of words; none where it is silent.
  std::set<events::PeriodKind> periods_in(std::string_view key) const;

  // Empty where it is silent; `house` where it asks for the duty and names no day.
  std::vector<regulations::Cadence> cadence(std::string_view key, regulations::Cadence house) const;

 private:
  const regulations::Parameters& adopted() const { return steps_.front().second; }
  const regulations::GradeRules& of_grade(unsigned grade) const { return grades_[grade - 1]; }

  std::vector<std::pair<events::Day, regulations::Parameters>> steps_;  // by their first day
  std::vector<regulations::GradeRules> grades_;
  bool refuses_late_marks_ = false;
  bool period_marks_by_order_ = false;
};

}  // namespace letopis::trial
