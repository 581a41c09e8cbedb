#include "netschool/family.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/civil_day.h"
#include "reports/journal_signs.h"
#include "reports/names.h"
#include "rules/reading.h"

namespace letopis::netschool {
namespace {

constexpr std::size_t kIsoDay = 10;  // bytes of "2026-03-11"

std::optional<Child> child(events::PersonNumber person, events::Day day,
                           const wishes::Sight& sight) {
  rules::Concern concern;
  concern.person = person;
  if (!rules::may_read(rules::View::kDiary, sight.reader(), concern, sight.school())) return {};
  const auto number = sight.directory().class_of(person, day);
  const auto info = number ? sight.directory().class_info(*number, day) : std::nullopt;
  if (!info) return std::nullopt;
  const reports::NameBook names(sight.directory(), sight.texts, terminal::Language::kRussian);
  return Child{person, names.common(person), *info};
}

}  // namespace

std::vector<Child> children_of(const wishes::Sight& sight) {
  std::vector<Child> found;
  const auto year = year_of(sight);
  if (!year) return found;
  const auto day = school_day(*year, sight);
  std::vector<events::PersonNumber> own{sight.reader()};
  if (!sight.directory().class_of(sight.reader(), day)) own.clear();
  for (const auto& link : sight.directory().children_of(sight.reader())) own.push_back(link.child);
  for (const auto person : own) {
    if (auto one = child(person, day, sight)) found.push_back(*std::move(one));
  }
  return found;
}

Result<Child> child_named(const std::vector<Child>& children, std::uint64_t number) {
  for (const auto& one : children) {
    if (one.person.value == number) return one;
  }
  return Refusal{
      "netschool.no_pupil",
      {"этого ученика вам здесь не видно", "this pupil is not for you to see here"},
      {},
      {"ученик видит себя, родитель — своих детей", "pupils see themselves, parents their own"}};
}

Result<events::YearOpened> year_of(const wishes::Sight& sight) {
  if (auto year = sight.directory().year_of(sight.school().today())) return *std::move(year);
  auto years = sight.directory().years();
  if (!years.empty()) return std::move(years.back());
  return Refusal{"netschool.no_year",
                 {"учебный год ещё не открыт", "no academic year has been opened yet"}};
}

events::Day school_day(const events::YearOpened& year, const wishes::Sight& sight) {
  return std::clamp(sight.school().today(), year.first_day, year.last_day);
}

std::vector<events::PeriodDeclared> terms_of(const std::vector<Child>& children,
                                             const events::YearOpened& year,
                                             const wishes::Sight& sight) {
  auto terms = sight.directory().periods(year.year);
  std::erase_if(terms, [&](const events::PeriodDeclared& term) {
    return term.kind == events::PeriodKind::kYear ||
           std::none_of(children.begin(), children.end(), [&](const Child& one) {
             return term.first_grade <= one.school_class.grade &&
                    one.school_class.grade <= term.last_grade;
           });
  });
  return terms;
}

std::string term_name(const events::PeriodDeclared& term) {
  return reports::period_name(terminal::Language::kRussian, term);
}

std::string day_text(events::Day day) { return regulations::iso(day) + "T00:00:00"; }

Result<events::Day> day_in(std::string_view text) {
  return regulations::parse_iso(text.substr(0, kIsoDay));
}

std::string short_day(events::Day day) {
  const auto civil = regulations::civil(day);
  return fmt::format("{:02}.{:02}.{:02}", civil.day, civil.month, civil.year % 100);
}

}  // namespace letopis::netschool
