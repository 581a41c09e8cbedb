#include "rules/commands_year.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "rules/year_words.h"

namespace letopis::rules {
namespace {

Result<events::YearOpened> find_year(events::YearNumber number, const SchoolNow& school) {
  const auto year = school.directory().declared<events::YearOpened>(number);
  if (year && !year->is_void) return year->fact;
  return Refusal{"subject.missing",
                 {fmt::format("нет учебного года № {}", number.value),
                  fmt::format("there is no year {}", number.value)}};
}

bool is_promoted(events::PersonNumber pupil, events::YearNumber year, const SchoolNow& school) {
  const auto steps = projections::valid_on<events::PupilPromoted>(
      school.directory(), projections::Shelf::kPupilClasses, {pupil.value});
  for (const auto& step : steps) {
    if (step.fact.year == year) return true;
  }
  return false;
}

// The class was there in that year; a later one may have been opened meanwhile.
bool stood_in(const events::YearOpened& year, events::ClassNumber school_class,
              const SchoolNow& school) {
  const auto opened = school.directory().declared<events::ClassOpened>(school_class);
  const auto first = school.directory().declared<events::YearOpened>(opened->fact.year);
  return first && first->fact.first_day <= year.last_day;
}

// Pupils who are in the class on that day and beyond.
std::vector<events::PersonNumber> pupils_staying(events::ClassNumber school_class, events::Day day,
                                                 const SchoolNow& school) {
  std::vector<events::PersonNumber> pupils;
  for (const auto& member : school.directory().pupils_of(school_class, day, day)) {
    if (member.days.back().last == projections::kNoEnd) pupils.push_back(member.pupil);
  }
  return pupils;
}

void graduate(const PromoteAll& wish, const projections::ClassInfo& info, const SchoolNow& school,
              std::vector<events::Fact>& facts) {
  for (const events::PersonNumber pupil : pupils_staying(info.number, wish.day, school)) {
    facts.emplace_back(events::PupilGraduated{pupil, info.number, wish.day, wish.order});
  }
  facts.emplace_back(events::ClassClosed{info.number, wish.day, wish.order});
}

void promote(const PromoteAll& wish, const projections::ClassInfo& info, const SchoolNow& school,
             std::vector<events::Fact>& facts) {
  facts.emplace_back(events::ClassPromoted{info.number, wish.to,
                                           static_cast<std::uint16_t>(info.grade + 1), wish.order});
  for (const events::PersonNumber pupil : pupils_staying(info.number, wish.day, school)) {
    if (is_promoted(pupil, wish.to, school)) continue;
    facts.emplace_back(events::PupilPromoted{pupil, info.number, info.number, wish.to, wish.order});
  }
}

}  // namespace

Result<std::vector<events::Fact>> facts_of(const OpenYear& wish, events::PersonNumber,
                                           const SchoolNow& school) {
  const events::YearNumber year{school.directory().last_number(events::NumberKind::kYear) + 1};
  std::vector<events::Fact> facts;
  facts.emplace_back(
      events::YearOpened{year, static_cast<std::uint16_t>(regulations::civil(wish.first_day).year),
                         wish.first_day, wish.last_day, wish.order});
  for (const PeriodWish& period : wish.periods) {
    facts.emplace_back(events::PeriodDeclared{{},
                                              year,
                                              period.kind,
                                              period.ordinal,
                                              period.first_day,
                                              period.last_day,
                                              period.first_grade,
                                              period.last_grade});
  }
  for (const CalendarDayWish& day : wish.days) {
    facts.emplace_back(events::CalendarDayDeclared{day.day, day.kind, day.title});
  }
  return facts;
}

Result<std::vector<events::Fact>> facts_of(const CloseYear& wish, events::PersonNumber,
                                           const SchoolNow&) {
  return std::vector<events::Fact>{events::YearClosed{wish.year, wish.order}};
}

Result<std::vector<events::Fact>> facts_of(const PromoteAll& wish, events::PersonNumber,
                                           const SchoolNow& school) {
  const auto from = find_year(wish.from, school);
  if (!from) return from.refusal();
  const auto to = find_year(wish.to, school);
  if (!to) return to.refusal();
  if (to->first_day <= from->last_day) {
    return Refusal{
        "promote.order",
        {fmt::format("{} учебный год не следует за {}", name_of(*to), name_of(*from)),
         fmt::format("the year {} does not come after {}", name_of(*to), name_of(*from))}};
  }
  std::vector<events::Fact> facts;
  for (const auto& info : school.directory().classes(from->last_day)) {
    if (info.closed || !stood_in(*from, info.number, school)) continue;
    if (info.grade >= wish.last_grade) {
      graduate(wish, info, school, facts);
    } else {
      promote(wish, info, school, facts);
    }
  }
  return facts;
}

}  // namespace letopis::rules
