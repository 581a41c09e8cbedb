#include "simulation/standing.h"

namespace letopis::simulation {
namespace {

void take(const TakenFact& taken, bool counts, Standing& standing) {
  if (const auto* held = std::get_if<events::LessonHeld>(&taken.fact)) {
    standing.lessons[held->lesson] = {held->load, held->teacher, held->day, counts};
    return;
  }
  if (!counts) return;
  if (const auto* lesson = std::get_if<events::LessonWithdrawn>(&taken.fact)) {
    standing.lessons.at(lesson->lesson).stands = false;
  } else if (const auto* given = std::get_if<events::MarkGiven>(&taken.fact)) {
    standing.marks[{given->lesson, given->pupil, given->ordinal}] = given->value;
  } else if (const auto* changed = std::get_if<events::MarkCorrected>(&taken.fact)) {
    standing.marks[{changed->lesson, changed->pupil, changed->ordinal}] = changed->value;
  } else if (const auto* gone = std::get_if<events::MarkWithdrawn>(&taken.fact)) {
    standing.marks.erase({gone->lesson, gone->pupil, gone->ordinal});
  } else if (const auto* absent = std::get_if<events::AbsenceNoted>(&taken.fact)) {
    standing.absences[{absent->lesson, absent->pupil}] = absent->minutes;
  } else if (const auto* there = std::get_if<events::AbsenceWithdrawn>(&taken.fact)) {
    standing.absences.erase({there->lesson, there->pupil});
  }
}

}  // namespace

void add_theft(const events::Fact& fact, Thefts& thefts) {
  const auto* theft = std::get_if<events::KeyCompromised>(&fact);
  if (theft == nullptr) return;
  const auto [known, fresh] = thefts.emplace(theft->key, theft->noticed);
  if (!fresh && theft->noticed < known->second) known->second = theft->noticed;
}

bool is_void(const TakenFact& fact, const Thefts& thefts) {
  const auto theft = thefts.find(fact.key);
  return theft != thefts.end() && theft->second <= fact.recorded;
}

Standing what_stands(std::span<const TakenFact> facts) {
  Thefts thefts;  // also those told of later: what they make void never counted
  for (const TakenFact& fact : facts) add_theft(fact.fact, thefts);
  Standing standing;
  for (const TakenFact& fact : facts) take(fact, !is_void(fact, thefts), standing);
  return standing;
}

}  // namespace letopis::simulation
