#include "rules/day_rules.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "rules/journal_words.h"
#include "rules/year_words.h"

namespace letopis::rules {
namespace {

using regulations::iso;
using regulations::russian;

Refusal year_closed(const events::YearOpened& year, const SchoolNow& school) {
  const std::string name = name_of(year);
  return {"year.closed",
          {fmt::format("{} учебный год закрыт приказом: в нём ничего больше не меняется", name),
           fmt::format("the year {} is closed by an order: nothing in it changes any more", name)},
          school.clause("year.close.by", year.last_day)};
}

}  // namespace

Outcome check_span(events::Day first, events::Day last) {
  if (first <= last) return Done{};
  return Refusal{
      "days.reversed",
      {fmt::format("первый день, {}, позже последнего, {}", russian(first), russian(last)),
       fmt::format("the first day, {}, is after the last, {}", iso(first), iso(last))}};
}

bool is_future(events::Day day, const SchoolNow& school) {
  if (day <= school.today()) return false;
  const bool zone_is_known = school.directory().school().has_value();
  return zone_is_known || regulations::plus_days(school.today(), 1) < day;
}

Outcome check_not_future(events::Day day, const SchoolNow& school) {
  if (!is_future(day, school)) return Done{};
  return Refusal{
      "day.future",
      {fmt::format("{} ещё не наступило, сегодня {}", russian(day), russian(school.today())),
       fmt::format("{} is yet to come, today is {}", iso(day), iso(school.today()))},
      {},
      {"укажите сегодняшний или прошедший день", "name today or a day before"}};
}

Outcome check_open(events::YearNumber number, const SchoolNow& school) {
  const auto year = school.directory().declared<events::YearOpened>(number);
  if (!year || year->is_void) {
    return Refusal{"year.void",
                   {fmt::format("учебный год № {} открыт недействительным ключом", number.value),
                    fmt::format("year {} was opened with a void key", number.value)}};
  }
  if (school.directory().year_closed(number)) return year_closed(year->fact, school);
  return Done{};
}

Outcome check_days_open(events::Day first, events::Day last, const SchoolNow& school) {
  for (const events::YearOpened& year : school.directory().years()) {
    const bool meets = first <= year.last_day && year.first_day <= last;
    if (meets && school.directory().year_closed(year.year)) return year_closed(year, school);
  }
  return Done{};
}

Outcome check_in_open_year(events::Day first, events::Day last, const SchoolNow& school) {
  if (auto ordered = check_span(first, last); !ordered) return ordered;
  const auto year = school.directory().year_of(first);
  if (!year || year->last_day < last) {
    return Refusal{
        "year.none",
        {fmt::format("дни с {} по {} не лежат внутри одного учебного года", russian(first),
                     russian(last)),
         fmt::format("the days {} to {} do not lie in one academic year", iso(first), iso(last))},
        {},
        {"откройте учебный год или укажите дни внутри него",
         "open the year, or name days inside of it"}};
  }
  return check_open(year->year, school);
}

Outcome check_period_open(events::ClassNumber school_class, events::Day day,
                          const SchoolNow& school) {
  const auto year = school.directory().year_of(day);
  if (!year) return Done{};
  for (const auto& period : school.directory().periods(year->year)) {
    if (day < period.first_day || period.last_day < day) continue;
    if (!school.directory().period_closed(school_class, period.period)) continue;
    const std::string name = name_of(school_class, day, school);
    const Sentence word = word_of(period);
    return Refusal{
        "period.closed",
        {fmt::format("для класса {} период закрыт ({}): {} менять нельзя", name, word.ru,
                     russian(day)),
         fmt::format("{} is closed for class {}: {} cannot change", word.en, name, iso(day))},
        {},
        {"директор может открыть период приказом",
         "the director can reopen the period by an order"}};
  }
  return Done{};
}

std::optional<ClosedPeriod> closed_period_from(events::Day day, const SchoolNow& school) {
  const auto& directory = school.directory();
  std::optional<ClosedPeriod> found;
  const std::uint32_t classes = directory.last_number(events::NumberKind::kClass);
  for (const events::YearOpened& year : directory.years()) {
    if (year.last_day < day) continue;
    for (const auto& period : directory.periods(year.year)) {
      if (period.last_day < day) continue;
      if (found && period.last_day <= found->period.last_day) continue;
      for (std::uint32_t number = 1; number <= classes; ++number) {
        if (!directory.period_closed({number}, period.period)) continue;
        found = ClosedPeriod{period, {number}};
        break;
      }
    }
  }
  return found;
}

}  // namespace letopis::rules
