// The wishes of rules/commands_year.h and rules/commands_school.h as they are said from outside.
#pragma once

#include <optional>
#include <string>

#include "outcome/result.h"
#include "rules/commands_school.h"
#include "rules/commands_year.h"
#include "wishes/form.h"

namespace letopis::wishes {

// A regulation that comes with the program, by its name.
struct AdoptBundled {
  std::string regulation;
  std::optional<events::Order> order;
  events::Day in_force_from;
};
// Refuses regulation.unknown, telling which there are.
Result<rules::AdoptRegulation> made_of(const AdoptBundled& wish);

template <>
struct Form<AdoptBundled> {
  static constexpr std::string_view kName = "adopt_bundled_regulation";
  static constexpr Text kTells{"Принять регламент, который идёт с программой.",
                               "Adopt a regulation that comes with the program."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("regulation", self.regulation);
    visit("order", self.order);
    visit("in_force_from", self.in_force_from);
  }
};

template <>
struct Form<rules::AdoptRegulation> {
  static constexpr std::string_view kName = "adopt_regulation";
  static constexpr Text kTells{"Принять регламент; о чём он молчит, того больше не требуют.",
                               "Adopt a regulation; what it leaves out is silent from then on."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("title", self.title);
    visit("order", self.order);
    visit("in_force_from", self.in_force_from);
    visit("parameters", self.parameters);
  }
};

template <>
struct Form<rules::PeriodWish> {
  static constexpr std::string_view kName = "period_wish";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("ordinal", self.ordinal);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("first_grade", self.first_grade);
    visit("last_grade", self.last_grade);
  }
};

template <>
struct Form<rules::CalendarDayWish> {
  static constexpr std::string_view kName = "calendar_day_wish";
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("day", self.day);
    visit("kind", self.kind);
    visit("title", self.title);
  }
};

template <>
struct Form<rules::OpenYear> {
  static constexpr std::string_view kName = "open_year";
  static constexpr Text kTells{"Открыть учебный год с его периодами и особыми днями.",
                               "Open an academic year with its periods and special days."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("order", self.order);
    visit("periods", self.periods);
    visit("days", self.days);
  }
};

template <>
struct Form<rules::CloseYear> {
  static constexpr std::string_view kName = "close_year";
  static constexpr Text kTells{"Закрыть учебный год.", "Close an academic year."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("year", self.year);
    visit("order", self.order);
  }
};

template <>
struct Form<rules::PromoteAll> {
  static constexpr std::string_view kName = "promote_all";
  static constexpr Text kTells{
      "Перевести все классы с учениками в следующий год; последние классы выпускаются.",
      "Bring all classes with their pupils into the next year; the last ones graduate."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("from", self.from);
    visit("to", self.to);
    visit("day", self.day);
    visit("order", self.order);
    visit("last_grade", self.last_grade);
  }
};

}  // namespace letopis::wishes
