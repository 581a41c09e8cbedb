// Facts: loads, plans, timetable, substitutions and the school's housekeeping (SET).
// `visit_fields(self, visit)` calls visit(name, field) for each field in the order of event.capnp.
#pragma once

#include <string_view>

#include "events/values.h"

namespace letopis::events {

// The curriculum of a year, approved by the director.
struct CurriculumApproved {
  static constexpr std::string_view kName = "curriculum_approved";

  YearNumber year = {};
  Order order = {};
  std::vector<CurriculumLine> lines;

  bool operator==(const CurriculumApproved&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("year", self.year);
    visit("order", self.order);
    visit("lines", self.lines);
  }
};

// Who teaches what to whom; weekly hours in hundredths.
struct LoadAssigned {
  static constexpr std::string_view kName = "load_assigned";

  LoadNumber load = {};
  PersonNumber teacher = {};
  SubjectNumber subject = {};
  std::optional<ClassNumber> school_class;
  std::optional<GroupNumber> group;
  std::uint16_t weekly_hours = 0;
  Day first_day = {};
  Day last_day = {};

  bool operator==(const LoadAssigned&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("load", declares(self.load));
    visit("teacher", self.teacher);
    visit("subject", self.subject);
    visit("school_class", self.school_class);
    visit("group", self.group);
    visit("weekly_hours", self.weekly_hours);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
  }
};

// A load ends before its last day.
struct LoadEnded {
  static constexpr std::string_view kName = "load_ended";

  LoadNumber load = {};
  Day last_day = {};
  std::optional<Order> order;

  bool operator==(const LoadEnded&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("load", self.load);
    visit("last_day", self.last_day);
    visit("order", self.order);
  }
};

// The director approves the loads of a year.
struct LoadsApproved {
  static constexpr std::string_view kName = "loads_approved";

  YearNumber year = {};
  Order order = {};

  bool operator==(const LoadsApproved&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("year", self.year);
    visit("order", self.order);
  }
};

// A lesson plan for a load; a later one replaces it from then on.
struct PlanAdopted {
  static constexpr std::string_view kName = "plan_adopted";

  PlanNumber plan = {};
  LoadNumber load = {};
  std::string name;
  std::vector<PlanTopic> topics;

  bool operator==(const PlanAdopted&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("plan", declares(self.plan));
    visit("load", self.load);
    visit("name", self.name);
    visit("topics", self.topics);
  }
};

// A timetable for days from..to, in force once approved.
struct TimetableEntered {
  static constexpr std::string_view kName = "timetable_entered";

  TimetableNumber timetable = {};
  YearNumber year = {};
  Day first_day = {};
  Day last_day = {};
  std::vector<TimetableSlot> slots;

  bool operator==(const TimetableEntered&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("timetable", declares(self.timetable));
    visit("year", self.year);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("slots", self.slots);
  }
};

// The director approves a timetable.
struct TimetableApproved {
  static constexpr std::string_view kName = "timetable_approved";

  TimetableNumber timetable = {};
  Order order = {};

  bool operator==(const TimetableApproved&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("timetable", self.timetable);
    visit("order", self.order);
  }
};

// A change on one day: another load stands at a bell, or none.
struct TimetableChanged {
  static constexpr std::string_view kName = "timetable_changed";

  LoadNumber load = {};
  Day day = {};
  std::uint16_t bell = 0;
  std::optional<LoadNumber> replaced_by;
  std::optional<RoomNumber> room;
  CancelGround ground = {};

  bool operator==(const TimetableChanged&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("load", self.load);
    visit("day", self.day);
    visit("bell", self.bell);
    visit("replaced_by", self.replaced_by);
    visit("room", self.room);
    visit("ground", self.ground);
  }
};

// A colleague holds the lessons of a load from..to.
struct SubstitutionOrdered {
  static constexpr std::string_view kName = "substitution_ordered";

  SubstitutionNumber substitution = {};
  LoadNumber load = {};
  PersonNumber substitute = {};
  Day first_day = {};
  Day last_day = {};
  SubstitutionGround ground = {};
  std::optional<Order> order;

  bool operator==(const SubstitutionOrdered&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("substitution", declares(self.substitution));
    visit("load", self.load);
    visit("substitute", self.substitute);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("ground", self.ground);
    visit("order", self.order);
  }
};

// The substitute signs for a lesson held.
struct SubstitutionSigned {
  static constexpr std::string_view kName = "substitution_signed";

  SubstitutionNumber substitution = {};
  LessonNumber lesson = {};

  bool operator==(const SubstitutionSigned&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("substitution", self.substitution);
    visit("lesson", self.lesson);
  }
};

// A document or order that the regulation requires is there.
struct DocumentRecorded {
  static constexpr std::string_view kName = "document_recorded";

  DocumentNumber document = {};
  DocumentKind kind = {};
  std::string title;
  std::optional<Order> order;
  std::optional<signing::Digest> sha256;

  bool operator==(const DocumentRecorded&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("document", declares(self.document));
    visit("kind", self.kind);
    visit("title", self.title);
    visit("order", self.order);
    visit("sha256", self.sha256);
  }
};

// A section that describes the process was filled.
struct SectionFilled {
  static constexpr std::string_view kName = "section_filled";

  std::string section;
  Day day = {};

  bool operator==(const SectionFilled&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("section", self.section);
    visit("day", self.day);
  }
};

// A place or computer where entries may be made.
struct PointListed {
  static constexpr std::string_view kName = "point_listed";

  PointNumber point = {};
  std::string name;
  std::optional<RoomNumber> room;

  bool operator==(const PointListed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("point", declares(self.point));
    visit("name", self.name);
    visit("room", self.room);
  }
};

// A point of operation is no longer one.
struct PointWithdrawn {
  static constexpr std::string_view kName = "point_withdrawn";

  PointNumber point = {};
  Day day = {};

  bool operator==(const PointWithdrawn&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("point", self.point);
    visit("day", self.day);
  }
};

// By an order: a time in which entries could not be made.
struct OutageDeclared {
  static constexpr std::string_view kName = "outage_declared";

  OutageNumber outage = {};
  Instant first = {};
  Instant last = {};
  Order order = {};

  bool operator==(const OutageDeclared&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("outage", declares(self.outage));
    visit("first", self.first);
    visit("last", self.last);
    visit("order", self.order);
  }
};

// A person confirms the clock after a jump between wall and monotonic time.
struct ClockConfirmed {
  static constexpr std::string_view kName = "clock_confirmed";

  Instant before = {};
  Instant after = {};

  bool operator==(const ClockConfirmed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("before", self.before);
    visit("after", self.after);
  }
};

}  // namespace letopis::events
