// Facts: the school, its rules, calendar, classes and directories (SET).
// `visit_fields(self, visit)` calls visit(name, field) for each field in the order of event.capnp.
#pragma once

#include <string_view>

#include "events/values.h"

namespace letopis::events {

// Entry 0, signed by the founder: which log this is, and whether it is a trial.
struct LogStarted {
  static constexpr std::string_view kName = "log_started";

  std::string origin;
  bool trial = false;
  signing::PublicKey founder = {};

  bool operator==(const LogStarted&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("origin", self.origin);
    visit("trial", self.trial);
    visit("founder", self.founder);
  }
};

// The school's profile; a later one replaces it from then on.
struct SchoolDescribed {
  static constexpr std::string_view kName = "school_described";

  std::string name;
  std::string short_name;
  std::string time_zone;
  std::uint16_t school_days_a_week = 0;

  bool operator==(const SchoolDescribed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("short_name", self.short_name);
    visit("time_zone", self.time_zone);
    visit("school_days_a_week", self.school_days_a_week);
  }
};

// A regulation with all its parameters, in force from a day.
struct RegulationAdopted {
  static constexpr std::string_view kName = "regulation_adopted";

  std::string title;
  std::optional<Order> order;
  Day in_force_from = {};
  std::vector<Parameter> parameters;

  bool operator==(const RegulationAdopted&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("title", self.title);
    visit("order", self.order);
    visit("in_force_from", self.in_force_from);
    visit("parameters", self.parameters);
  }
};

// One parameter changed by an order, from a day on.
struct ParameterChanged {
  static constexpr std::string_view kName = "parameter_changed";

  Parameter parameter = {};
  Order order = {};
  Day in_force_from = {};

  bool operator==(const ParameterChanged&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("parameter", self.parameter);
    visit("order", self.order);
    visit("in_force_from", self.in_force_from);
  }
};

// An academic year.
struct YearOpened {
  static constexpr std::string_view kName = "year_opened";

  YearNumber year = {};
  std::uint16_t first_calendar_year = 0;
  Day first_day = {};
  Day last_day = {};
  std::optional<Order> order;

  bool operator==(const YearOpened&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("year", declares(self.year));
    visit("first_calendar_year", self.first_calendar_year);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("order", self.order);
  }
};

// A year is closed; what is closed can no longer change.
struct YearClosed {
  static constexpr std::string_view kName = "year_closed";

  YearNumber year = {};
  Order order = {};

  bool operator==(const YearClosed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("year", self.year);
    visit("order", self.order);
  }
};

// A reporting period of a year, for grades from..to.
struct PeriodDeclared {
  static constexpr std::string_view kName = "period_declared";

  PeriodNumber period = {};
  YearNumber year = {};
  PeriodKind kind = {};
  std::uint16_t ordinal = 0;
  Day first_day = {};
  Day last_day = {};
  std::uint16_t first_grade = 0;
  std::uint16_t last_grade = 0;

  bool operator==(const PeriodDeclared&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("period", declares(self.period));
    visit("year", self.year);
    visit("kind", self.kind);
    visit("ordinal", self.ordinal);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("first_grade", self.first_grade);
    visit("last_grade", self.last_grade);
  }
};

// A holiday, a shortened day or a working week-end day.
struct CalendarDayDeclared {
  static constexpr std::string_view kName = "calendar_day_declared";

  Day day = {};
  CalendarDayKind kind = {};
  std::string title;

  bool operator==(const CalendarDayDeclared&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("day", self.day);
    visit("kind", self.kind);
    visit("title", self.title);
  }
};

// A bell schedule; several stand side by side.
struct BellScheduleDeclared {
  static constexpr std::string_view kName = "bell_schedule_declared";

  BellScheduleNumber schedule = {};
  std::string name;
  std::vector<Bell> bells;

  bool operator==(const BellScheduleDeclared&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("schedule", declares(self.schedule));
    visit("name", self.name);
    visit("bells", self.bells);
  }
};

// From when to when a bell schedule rings, for all classes or one.
struct BellScheduleApplied {
  static constexpr std::string_view kName = "bell_schedule_applied";

  BellScheduleNumber schedule = {};
  Day first_day = {};
  Day last_day = {};
  std::optional<ClassNumber> school_class;

  bool operator==(const BellScheduleApplied&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("schedule", self.schedule);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("school_class", self.school_class);
  }
};

// A room or place.
struct RoomRegistered {
  static constexpr std::string_view kName = "room_registered";

  RoomNumber room = {};
  std::string name;
  std::uint16_t capacity = 0;

  bool operator==(const RoomRegistered&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("room", declares(self.room));
    visit("name", self.name);
    visit("capacity", self.capacity);
  }
};

// A subject taught in the school.
struct SubjectRegistered {
  static constexpr std::string_view kName = "subject_registered";

  SubjectNumber subject = {};
  std::string name;
  std::string short_name;
  bool safety_briefing = false;

  bool operator==(const SubjectRegistered&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("subject", declares(self.subject));
    visit("name", self.name);
    visit("short_name", self.short_name);
    visit("safety_briefing", self.safety_briefing);
  }
};

// A subject goes with a teacher, a room or a class.
struct SubjectLinked {
  static constexpr std::string_view kName = "subject_linked";

  SubjectNumber subject = {};
  DirectoryLink link = {};
  std::optional<PersonNumber> teacher;
  std::optional<RoomNumber> room;
  std::optional<ClassNumber> school_class;

  bool operator==(const SubjectLinked&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("subject", self.subject);
    visit("link", self.link);
    visit("teacher", self.teacher);
    visit("room", self.room);
    visit("school_class", self.school_class);
  }
};

// A class; it keeps its number from grade to grade.
struct ClassOpened {
  static constexpr std::string_view kName = "class_opened";

  ClassNumber school_class = {};
  YearNumber year = {};
  std::uint16_t grade = 0;
  std::string letter;

  bool operator==(const ClassOpened&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("school_class", declares(self.school_class));
    visit("year", self.year);
    visit("grade", self.grade);
    visit("letter", self.letter);
  }
};

// A class enters the next grade in a new year.
struct ClassPromoted {
  static constexpr std::string_view kName = "class_promoted";

  ClassNumber school_class = {};
  YearNumber year = {};
  std::uint16_t grade = 0;
  Order order = {};

  bool operator==(const ClassPromoted&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("school_class", self.school_class);
    visit("year", self.year);
    visit("grade", self.grade);
    visit("order", self.order);
  }
};

// A class is disbanded or has graduated.
struct ClassClosed {
  static constexpr std::string_view kName = "class_closed";

  ClassNumber school_class = {};
  Day day = {};
  std::optional<Order> order;

  bool operator==(const ClassClosed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("school_class", self.school_class);
    visit("day", self.day);
    visit("order", self.order);
  }
};

// A study group inside a class, or across classes (then without one).
struct GroupFormed {
  static constexpr std::string_view kName = "group_formed";

  GroupNumber group = {};
  std::optional<ClassNumber> school_class;
  std::optional<SubjectNumber> subject;
  GroupKind kind = {};
  std::string name;
  Day first_day = {};

  bool operator==(const GroupFormed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("group", declares(self.group));
    visit("school_class", self.school_class);
    visit("subject", self.subject);
    visit("kind", self.kind);
    visit("name", self.name);
    visit("first_day", self.first_day);
  }
};

// A study group ends.
struct GroupClosed {
  static constexpr std::string_view kName = "group_closed";

  GroupNumber group = {};
  Day last_day = {};

  bool operator==(const GroupClosed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("group", self.group);
    visit("last_day", self.last_day);
  }
};

// A pupil belongs to a group from a day on.
struct GroupJoined {
  static constexpr std::string_view kName = "group_joined";

  GroupNumber group = {};
  PersonNumber pupil = {};
  Day first_day = {};

  bool operator==(const GroupJoined&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("group", self.group);
    visit("pupil", self.pupil);
    visit("first_day", self.first_day);
  }
};

// A pupil no longer belongs to a group; the day is the last one.
struct GroupLeft {
  static constexpr std::string_view kName = "group_left";

  GroupNumber group = {};
  PersonNumber pupil = {};
  Day last_day = {};

  bool operator==(const GroupLeft&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("group", self.group);
    visit("pupil", self.pupil);
    visit("last_day", self.last_day);
  }
};

}  // namespace letopis::events
