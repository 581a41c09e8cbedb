// The wishes of rules/commands_year.h as they are said from outside.
#pragma once

#include "rules/commands_year.h"
#include "wishes/form.h"

namespace letopis::wishes {

template <>
struct Form<rules::PeriodWish> {
  static constexpr std::string_view kName = "periods";
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
  static constexpr std::string_view kName = "days";
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
                               "Open a year with its periods and special days."};
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
  static constexpr Text kTells{"Закрыть учебный год приказом.", "Close a year by an order."};
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("year", self.year);
    visit("order", self.order);
  }
};

template <>
struct Form<rules::PromoteAll> {
  static constexpr std::string_view kName = "promote_all";
  static constexpr Text kTells{"Перевести все классы в следующую параллель; последняя выпускается.",
                               "Promote all classes into the next grade; the last one graduates."};
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
