// References that take more than one word.
#pragma once

#include <optional>
#include <string>

#include "events/enumerations.h"
#include "events/identifiers.h"
#include "wishes/form.h"

namespace letopis::wishes {

struct PeriodReference {
  events::PeriodKind kind = {};
  std::uint16_t ordinal = 0;
  std::optional<events::YearNumber> year;  // empty: of the day
};

struct LoadReference {
  std::optional<events::ClassNumber> school_class;  // empty: of a group of several classes
  events::SubjectNumber subject;
  std::optional<events::PersonNumber> teacher;
  std::optional<std::string> group;
};

struct LessonReference {
  std::optional<events::ClassNumber> school_class;  // empty: of a group of several classes
  events::SubjectNumber subject;
  events::Day day;
  std::uint16_t bell = 0;
  std::optional<std::string> group;
};

struct GroupReference {
  std::optional<events::ClassNumber> school_class;
  std::string name;
};

template <>
struct Form<PeriodReference> {
  static constexpr std::string_view kName = "period_reference";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("ordinal", self.ordinal);
    visit("year", self.year);
  }
};

template <>
struct Form<LoadReference> {
  static constexpr std::string_view kName = "load_reference";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("subject", self.subject);
    visit("teacher", self.teacher);
    visit("group", self.group);
  }
};

template <>
struct Form<LessonReference> {
  static constexpr std::string_view kName = "lesson_reference";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("subject", self.subject);
    visit("day", self.day);
    visit("bell", self.bell);
    visit("group", self.group);
  }
};

template <>
struct Form<GroupReference> {
  static constexpr std::string_view kName = "group_reference";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("name", self.name);
  }
};

}  // namespace letopis::wishes
