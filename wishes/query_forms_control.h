// What those who answer for journals ask: a class's results of a period, and what was remarked.
#pragma once

#include <optional>

#include "events/identifiers.h"
#include "wishes/form.h"

namespace letopis::wishes {

struct AskResults {
  static constexpr std::string_view kName = "results";
  static constexpr Text kTells{
      "Итоги класса за период: по каждому предмету средний балл, предложение и отметка.",
      "A class's results of a period: in each subject the average, the proposal and the mark."};
  events::ClassNumber school_class;
  std::optional<events::PeriodNumber> period;  // empty: the one of the day
  std::optional<events::Day> day;              // empty: today
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("period", self.period);
    visit("day", self.day);
    visit("as_of", self.as_of);
  }
};

struct AskControl {
  static constexpr std::string_view kName = "control";
  static constexpr Text kTells{"Замечания учителям по журналам и справки о контроле.",
                               "Remarks to teachers about journals, and notes on controls."};
  std::optional<events::PersonNumber> teacher;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("teacher", self.teacher);
    visit("as_of", self.as_of);
  }
};

}  // namespace letopis::wishes
