// Whatever people say in whatever order: a pupil's past changes only by facts that are kept, nobody
// who was not there has a mark, nobody writes beyond the own reach.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "projections/journal_page.h"
#include "rules/journal_school.h"

namespace letopis::rules {
namespace {

using events::MarkValue;

constexpr std::string_view kDays[] = {"2025-09-02", "2025-09-03", "2025-09-30", "2025-10-01"};
constexpr events::PersonNumber kPeople[] = {kDirector, kMaths,  kEnglish, kAnna,  kBoris,
                                            kVera,     kMother, kDeputy,  kComer, kColleague};
constexpr std::uint32_t kLessons = 4;

template <class Value>
Value any(std::initializer_list<Value> values) {
  return *rc::gen::elementOf(std::vector<Value>(values));
}

MarkValue any_value() { return any({MarkValue::kTwo, MarkValue::kFour, MarkValue::kFive}); }

// One of the facts that touch a cell, about a lesson that is there, as anybody might word it.
events::Fact any_fact() {
  const auto which = *rc::gen::inRange<std::uint32_t>(0, kLessons);
  const events::LessonNumber lesson{which + 1};
  const auto pupil = *rc::gen::elementOf(
      std::vector<events::PersonNumber>({kAnna, kBoris, kVera, kComer, kMother}));
  const auto ordinal = *rc::gen::inRange<std::uint16_t>(1, 3);
  switch (*rc::gen::inRange(0, 5)) {
    case 0: return mark(lesson, kDays[which], pupil, any_value(), ordinal);
    case 1: {
      auto fact = correction(lesson, kDays[which], pupil, any_value());
      fact.ordinal = ordinal;
      return fact;
    }
    case 2: return withdrawal(lesson, kDays[which], pupil);
    case 3: return absence(lesson, kDays[which], pupil);
    default: return events::LessonWithdrawn{lesson, day(kDays[which]), {}};
  }
}

std::vector<projections::CellFact> history(const JournalSchool& school,
                                           events::PersonNumber pupil) {
  std::vector<projections::CellFact> all;
  for (std::uint32_t lesson = 1; lesson <= kLessons; ++lesson) {
    const auto one = projections::cell_history(school.views(), {lesson}, pupil);
    all.insert(all.end(), one.begin(), one.end());
  }
  return all;
}

RC_GTEST_PROP(Past, ChangesOnlyByFactsThatAreKeptAndOnlyByWhoMay, ()) {
  JournalSchool school(Rules{{"edit.window", "1w"}});
  school.clock("2025-10-02", 9);
  for (const auto iso : kDays) school.lesson(kMathsOfA, iso);
  const auto steps = *rc::gen::inRange(1, 30);
  for (int i = 0; i < steps; ++i) {
    const auto author = *rc::gen::elementOf(
        std::vector<events::PersonNumber>(std::begin(kPeople), std::end(kPeople)));
    const events::Fact fact = any_fact();
    std::map<events::PersonNumber, std::vector<projections::CellFact>> before;
    for (const auto pupil : kPeople) before[pupil] = history(school, pupil);
    const auto size = school.school().size();
    const std::string refused = school.say(author, {fact});
    RC_ASSERT(school.school().size().value == size.value + (refused.empty() ? 1 : 0));
    if (refused.empty()) RC_ASSERT(author == kMaths);
    for (const auto pupil : kPeople) {
      const auto after = history(school, pupil);
      RC_ASSERT(after.size() >= before[pupil].size());
      RC_ASSERT(after.size() <= before[pupil].size() + (refused.empty() ? 1 : 0));
      for (const auto& kept : before[pupil]) {
        RC_ASSERT(std::find(after.begin(), after.end(), kept) != after.end());
      }
    }
  }
  for (std::uint32_t lesson = 1; lesson <= kLessons; ++lesson) {
    RC_ASSERT(projections::cell_history(school.views(), {lesson}, kMother).empty());
    const bool had_come = kDays[lesson - 1] >= std::string_view("2025-10-01");
    if (!had_come) {
      RC_ASSERT(projections::cell_history(school.views(), {lesson}, kComer).empty());
    }
  }
}

RC_GTEST_PROP(Past, AMarkIsWhatItsLastAdmittedFactSays, ()) {
  JournalSchool school;
  school.clock("2025-10-02", 9);
  for (const auto iso : kDays) school.lesson(kMathsOfA, iso);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::optional<MarkValue>>> model;
  const auto steps = *rc::gen::inRange(1, 30);
  for (int i = 0; i < steps; ++i) {
    const events::Fact fact = any_fact();
    if (!school.say(kMaths, {fact}).empty()) continue;
    if (const auto* one = std::get_if<events::MarkGiven>(&fact)) {
      model[{one->lesson.value, one->pupil.value}].push_back(one->value);
    } else if (const auto* change = std::get_if<events::MarkCorrected>(&fact)) {
      model[{change->lesson.value, change->pupil.value}].at(change->ordinal - 1U) = change->value;
    } else if (const auto* gone = std::get_if<events::MarkWithdrawn>(&fact)) {
      model[{gone->lesson.value, gone->pupil.value}].at(gone->ordinal - 1U) = std::nullopt;
    }
  }
  const auto page = projections::journal_page(
      school.views(), {kFifthA, kMathematics, {}, day("2025-09-01"), day("2025-10-24")});
  for (const auto& [where, values] : model) {
    const auto* cell = page.cell({where.second}, {where.first});
    RC_ASSERT(cell != nullptr && cell->marks.size() == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) RC_ASSERT(cell->marks[i].value == values[i]);
  }
}

}  // namespace
}  // namespace letopis::rules
