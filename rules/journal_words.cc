#include "rules/journal_words.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"

namespace letopis::rules {

Sentence word_of(events::Day day) { return {regulations::russian(day), regulations::iso(day)}; }

Sentence word_of(events::MarkValue value) {
  using enum events::MarkValue;
  switch (value) {
    case kOne:
    case kTwo:
    case kThree:
    case kFour:
    case kFive: {
      const int figure = static_cast<int>(value) + 1;
      return {fmt::format("«{}»", figure), fmt::format("\"{}\"", figure)};
    }
    case kPassed: return {"«зач»", "\"passed\""};
    case kNotPassed: return {"«незач»", "\"not passed\""};
    case kNotAttested: return {"«н/а»", "\"not attested\""};
    case kExempt: return {"«осв»", "\"exempt\""};
  }
  INVARIANT(false);
}

Sentence word_of(const events::PeriodDeclared& period) {
  switch (period.kind) {
    case events::PeriodKind::kQuarter:
      return {fmt::format("{}-я четверть", period.ordinal),
              fmt::format("quarter {}", period.ordinal)};
    case events::PeriodKind::kHalfYear:
      return {fmt::format("{}-е полугодие", period.ordinal),
              fmt::format("half-year {}", period.ordinal)};
    case events::PeriodKind::kYear: return {"учебный год", "the year"};
  }
  INVARIANT(false);
}

Sentence stamp_words(const projections::Stamp& stamp, const SchoolNow& school) {
  const Sentence moment = moment_words(stamp.recorded, school);
  return {fmt::format("запись человека № {} от {}", stamp.author.value, moment.ru),
          fmt::format("by person {} on {}", stamp.author.value, moment.en)};
}

std::string name_of(events::ClassNumber number, events::Day day, const SchoolNow& school) {
  const auto& info = school.class_info(number, day);
  return info ? info->name() : fmt::format("№ {}", number.value);
}

Sentence moment_words(events::Instant moment, const SchoolNow& school) {
  const Sentence day = word_of(school.day_of(moment));
  const unsigned minute = school.zone().minute_of(moment);
  const std::string clock = fmt::format("{:02}:{:02}", minute / 60, minute % 60);
  return {day.ru + ", " + clock, day.en + ", " + clock};
}

}  // namespace letopis::rules
