// Facts: movement of pupils and how they are taught (SET).
// `visit_fields(self, visit)` calls visit(name, field) for each field in the order of event.capnp.
#pragma once

#include <string_view>

#include "events/values.h"

namespace letopis::events {

// Enrolled into a class by order, from a day on.
struct PupilEnrolled {
  static constexpr std::string_view kName = "pupil_enrolled";

  PersonNumber pupil = {};
  ClassNumber school_class = {};
  Day first_day = {};
  Order order = {};

  bool operator==(const PupilEnrolled&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("first_day", self.first_day);
    visit("order", self.order);
  }
};

// Transferred to another class by order, from a day on.
struct PupilMoved {
  static constexpr std::string_view kName = "pupil_moved";

  PersonNumber pupil = {};
  ClassNumber from_class = {};
  ClassNumber to_class = {};
  Day first_day = {};
  Order order = {};

  bool operator==(const PupilMoved&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("from_class", self.from_class);
    visit("to_class", self.to_class);
    visit("first_day", self.first_day);
    visit("order", self.order);
  }
};

// Left the school by order; the day is the last one.
struct PupilLeft {
  static constexpr std::string_view kName = "pupil_left";

  PersonNumber pupil = {};
  ClassNumber school_class = {};
  Day last_day = {};
  LeaveGround ground = {};
  Order order = {};

  bool operator==(const PupilLeft&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("last_day", self.last_day);
    visit("ground", self.ground);
    visit("order", self.order);
  }
};

// Promoted to the next grade, or kept back when both grades are equal.
struct PupilPromoted {
  static constexpr std::string_view kName = "pupil_promoted";

  PersonNumber pupil = {};
  ClassNumber from_class = {};
  ClassNumber to_class = {};
  YearNumber year = {};
  Order order = {};

  bool operator==(const PupilPromoted&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("from_class", self.from_class);
    visit("to_class", self.to_class);
    visit("year", self.year);
    visit("order", self.order);
  }
};

// Graduated by order.
struct PupilGraduated {
  static constexpr std::string_view kName = "pupil_graduated";

  PersonNumber pupil = {};
  ClassNumber school_class = {};
  Day day = {};
  Order order = {};

  bool operator==(const PupilGraduated&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("day", self.day);
    visit("order", self.order);
  }
};

// Home schooling, an individual plan or family education, from..to.
struct StudyFormSet {
  static constexpr std::string_view kName = "study_form_set";

  PersonNumber pupil = {};
  StudyForm form = {};
  std::optional<SubjectNumber> subject;
  Day first_day = {};
  std::optional<Day> last_day;
  Order order = {};

  bool operator==(const StudyFormSet&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("form", self.form);
    visit("subject", self.subject);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("order", self.order);
  }
};

// A pupil is exempt from a subject from..to.
struct ExemptionGiven {
  static constexpr std::string_view kName = "exemption_given";

  PersonNumber pupil = {};
  SubjectNumber subject = {};
  Day first_day = {};
  Day last_day = {};
  std::optional<Commitment> document;

  bool operator==(const ExemptionGiven&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("subject", self.subject);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("document", self.document);
  }
};

}  // namespace letopis::events
