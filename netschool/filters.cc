#include "netschool/filters.h"

#include <algorithm>
#include <charconv>

#include <boost/json/array.hpp>

namespace letopis::netschool {
namespace {

namespace json = boost::json;

struct Days {
  events::Day first;
  events::Day last;
};

Refusal no_span() {
  return {"netschool.span",
          {"срок отчёта не понят", "the span of the report is not understood"},
          {},
          {"дни одного учебного года: 2026-01-12T00:00 - 2026-03-22T00:00",
           "days of one academic year: 2026-01-12T00:00 - 2026-03-22T00:00"}};
}

Result<Days> days_in(std::string_view text) {
  const auto dash = text.find(" - ");
  if (dash == std::string_view::npos) return no_span();
  const auto first = day_in(text.substr(0, dash));
  const auto last = day_in(text.substr(dash + 3));
  if (!first || !last || *last < *first) return no_span();
  return Days{*first, *last};
}

}  // namespace

std::optional<std::string> filter_value(const json::object& body, std::string_view name) {
  const auto* selected = body.if_contains("selectedData");
  const auto* list = selected ? selected->if_array() : nullptr;
  if (!list || list->size() > kMostFilters) return std::nullopt;
  for (const auto& one : *list) {
    const auto* object = one.if_object();
    const auto* id = object ? object->if_contains("filterId") : nullptr;
    if (!id || !id->is_string() || id->get_string() != name) continue;
    const auto* value = object->if_contains("filterValue");
    if (!value) return std::nullopt;
    if (const auto* text = value->if_string()) return std::string(*text);
    if (const auto* number = value->if_int64()) return std::to_string(*number);
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> filter_number(const json::object& body, std::string_view name) {
  const auto text = filter_value(body, name);
  if (!text) return std::nullopt;
  std::uint64_t number = 0;
  const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  return number;
}

Refusal no_term() { return {"netschool.no_term", {"такого периода нет", "there is no such term"}}; }

Result<std::optional<events::PeriodDeclared>> term_in(const json::object& body,
                                                      const std::vector<Child>& children,
                                                      const events::YearOpened& year,
                                                      const wishes::Sight& sight) {
  const auto number = filter_number(body, "TERMID");
  if (!number) return std::optional<events::PeriodDeclared>();
  for (auto& term : terms_of(children, year, sight)) {
    if (term.period.value == *number) return std::optional(term);
  }
  return no_term();
}

std::string span_name(const ReportChoice& choice) {
  const auto is = [&choice](events::Day first, events::Day last) {
    return choice.first == first && choice.last == last;
  };
  if (choice.term && is(choice.term->first_day, choice.term->last_day)) {
    return term_name(*choice.term);
  }
  return is(choice.year.first_day, choice.year.last_day) ? "учебный год" : "выбранные дни";
}

Result<ReportChoice> read_choice(const json::object& body, const std::vector<Child>& children,
                                 const wishes::Sight& sight) {
  const auto pupil = filter_number(body, "SID");
  auto child = child_named(children, pupil.value_or(0));
  if (!child) return child.refusal();
  auto year = year_of(sight);
  if (!year) return year.refusal();
  auto term = term_in(body, {*child}, *year, sight);
  if (!term) return term.refusal();
  Days days{year->first_day, year->last_day};
  if (*term) days = {(*term)->first_day, (*term)->last_day};
  if (const auto text = filter_value(body, "period")) {
    const auto chosen = days_in(*text);
    if (!chosen) return chosen.refusal();
    days = {std::max(chosen->first, year->first_day), std::min(chosen->last, year->last_day)};
    if (days.last < days.first) return no_span();
  }
  std::optional<events::SubjectNumber> subject;
  if (const auto number = filter_number(body, "SGID")) {
    subject = events::SubjectNumber{static_cast<std::uint32_t>(*number)};
  }
  const bool in_terms = !terms_of(children, *year, sight).empty();
  return ReportChoice{*std::move(child), subject,   *std::move(term), *std::move(year),
                      days.first,        days.last, in_terms};
}

}  // namespace letopis::netschool
