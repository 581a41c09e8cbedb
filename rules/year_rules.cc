#include "rules/year_rules.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "rules/day_rules.h"
#include "rules/journal_words.h"
#include "rules/year_words.h"

namespace letopis::rules {
namespace {

using regulations::iso;
using regulations::russian;

unsigned most_ordinals(events::PeriodKind kind) {
  switch (kind) {
    case events::PeriodKind::kQuarter: return 4;
    case events::PeriodKind::kHalfYear: return 2;
    case events::PeriodKind::kYear: return 1;
  }
  INVARIANT(false);
}

Outcome check_shape(const events::PeriodDeclared& fact, const events::YearOpened& year) {
  if (auto ordered = check_span(fact.first_day, fact.last_day); !ordered) return ordered;
  if (fact.first_day < year.first_day || year.last_day < fact.last_day) {
    return Refusal{"period.outside",
                   {fmt::format("период с {} по {} не лежит в {} учебном году: он с {} по {}",
                                russian(fact.first_day), russian(fact.last_day), name_of(year),
                                russian(year.first_day), russian(year.last_day)),
                    fmt::format("the period {} to {} is not inside the year {}, which is {} to {}",
                                iso(fact.first_day), iso(fact.last_day), name_of(year),
                                iso(year.first_day), iso(year.last_day))}};
  }
  if (fact.first_grade == 0 || fact.last_grade < fact.first_grade || fact.last_grade > kLastGrade) {
    return Refusal{"period.grades",
                   {fmt::format("период для классов с {} по {}: таких параллелей не бывает",
                                fact.first_grade, fact.last_grade),
                    fmt::format("a period for grades {} to {}: there are no such grades",
                                fact.first_grade, fact.last_grade)}};
  }
  if (fact.ordinal == 0 || fact.ordinal > most_ordinals(fact.kind)) {
    const Sentence word = word_of(fact);
    return Refusal{"period.ordinal",
                   {fmt::format("в учебном году не бывает такого периода: {}", word.ru),
                    fmt::format("a year has no {}", word.en)}};
  }
  return Done{};
}

Outcome check_beside(const events::PeriodDeclared& fact, const events::PeriodDeclared& other) {
  const bool share_grades =
      fact.first_grade <= other.last_grade && other.first_grade <= fact.last_grade;
  if (fact.kind != other.kind || !share_grades) return Done{};
  const Sentence word = word_of(other);
  if (fact.ordinal == other.ordinal) {
    return Refusal{"period.twice",
                   {fmt::format("{} уже есть, с {} по {}", word.ru, russian(other.first_day),
                                russian(other.last_day)),
                    fmt::format("{} is there already, {} to {}", word.en, iso(other.first_day),
                                iso(other.last_day))}};
  }
  if (fact.first_day <= other.last_day && other.first_day <= fact.last_day) {
    return Refusal{"period.overlap",
                   {fmt::format("период накладывается на другой: {}, с {} по {}", word.ru,
                                russian(other.first_day), russian(other.last_day)),
                    fmt::format("the period overlaps {}, {} to {}", word.en, iso(other.first_day),
                                iso(other.last_day))}};
  }
  return Done{};
}

}  // namespace

std::vector<OpenPeriod> open_periods(const events::YearOpened& year,
                                     const projections::Directory& directory) {
  std::vector<OpenPeriod> open;
  const auto periods = directory.periods(year.year);
  const std::uint32_t classes = directory.last_number(events::NumberKind::kClass);
  for (std::uint32_t last = 1; last <= classes; ++last) {
    const events::ClassNumber number{last};
    const auto opened = directory.declared<events::ClassOpened>(number);
    if (!opened || opened->is_void) continue;
    const auto first_year = directory.declared<events::YearOpened>(opened->fact.year);
    if (first_year && year.last_day < first_year->fact.first_day) continue;
    const auto info = directory.class_info(number, year.last_day);
    for (const auto& period : periods) {
      if (info->grade < period.first_grade || period.last_grade < info->grade) continue;
      if (info->closed && *info->closed < period.first_day) continue;
      if (!directory.period_closed(number, period.period)) open.push_back({*info, period});
    }
  }
  return open;
}

Outcome check(const events::YearOpened& fact, const Act&, const SchoolNow& school) {
  if (auto ordered = check_span(fact.first_day, fact.last_day); !ordered) return ordered;
  if (fact.last_day.value - fact.first_day.value >= kLongestYearDays) {
    return Refusal{"year.long",
                   {fmt::format("учебный год длиннее {} дней", kLongestYearDays),
                    fmt::format("the year is longer than {} days", kLongestYearDays)}};
  }
  if (regulations::civil(fact.first_day).year != fact.first_calendar_year) {
    return Refusal{
        "year.number",
        {fmt::format("{} учебный год не может начаться {}", name_of(fact), russian(fact.first_day)),
         fmt::format("the year {} cannot begin on {}", name_of(fact), iso(fact.first_day))}};
  }
  for (const events::YearOpened& other : school.directory().years()) {
    if (fact.last_day < other.first_day || other.last_day < fact.first_day) continue;
    return Refusal{"year.overlap",
                   {fmt::format("учебный год накладывается на {}, который с {} по {}",
                                name_of(other), russian(other.first_day), russian(other.last_day)),
                    fmt::format("the year overlaps {}, which is {} to {}", name_of(other),
                                iso(other.first_day), iso(other.last_day))}};
  }
  return Done{};
}

Outcome check(const events::PeriodDeclared& fact, const Act&, const SchoolNow& school) {
  if (auto open = check_open(fact.year, school); !open) return open;
  const auto year = school.directory().declared<events::YearOpened>(fact.year);
  if (auto shape = check_shape(fact, year->fact); !shape) return shape;
  for (const auto& other : school.directory().periods(fact.year)) {
    if (auto beside = check_beside(fact, other); !beside) return beside;
  }
  return Done{};
}

Outcome check(const events::YearClosed& fact, const Act&, const SchoolNow& school) {
  if (auto open = check_open(fact.year, school); !open) return open;
  const auto& directory = school.directory();
  const auto year = directory.declared<events::YearOpened>(fact.year);
  if (school.today() <= year->fact.last_day) {
    const std::string name = name_of(year->fact);
    const events::Day next = regulations::plus_days(year->fact.last_day, 1);
    return Refusal{
        "year.not_over",
        {fmt::format("{} учебный год идёт до {} включительно", name, russian(year->fact.last_day)),
         fmt::format("the year {} goes on through {}", name, iso(year->fact.last_day))},
        school.clause("year.close.by"),
        {fmt::format("закрыть его можно с {}", russian(next)),
         fmt::format("it can be closed from {}", iso(next))}};
  }
  if (const auto open = open_periods(year->fact, directory); !open.empty()) {
    const std::string name = name_of(year->fact);
    const std::string school_class = open.front().school_class.name();
    const Sentence word = word_of(open.front().period);
    return Refusal{
        "year.period_open",
        {fmt::format("{} учебный год закрыть нельзя: в классе {} не закрыт период: {}", name,
                     school_class, word.ru),
         fmt::format("the year {} cannot be closed: class {} has an open period, {}", name,
                     school_class, word.en)},
        school.clause("year.close.by"),
        {"сначала закройте все периоды всех классов", "close all periods of all classes first"}};
  }
  return Done{};
}

}  // namespace letopis::rules
