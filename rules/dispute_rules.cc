#include "rules/dispute_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/cell.h"
#include "rules/journal_words.h"

namespace letopis::rules {
namespace {

using History = std::vector<projections::CellFact>;

// The day on which the mark was first given.
std::optional<events::Day> given_on(const History& history, std::uint16_t ordinal,
                                    const SchoolNow& school) {
  for (const auto& fact : history) {
    if (fact.mark && !fact.is_void && fact.mark->ordinal == ordinal) {
      return school.day_of(fact.stamp.recorded);
    }
  }
  return std::nullopt;
}

Outcome check_found(events::Day found, events::Day given, const SchoolNow& school) {
  if (given <= found && found <= school.today()) return Done{};
  const Sentence word = word_of(found);
  const Sentence from = word_of(given);
  return Refusal{
      "dispute.found",
      {fmt::format("ошибку не могли найти {}: отметка выставлена {}", word.ru, from.ru),
       fmt::format("the error cannot have been found on {}: the mark was given on {}", word.en,
                   from.en)},
      school.clause("dispute.notice"),
      {"день не раньше отметки и не позже сегодняшнего", "a day from the mark's up to today"}};
}

bool names(const History& history, events::DisputeNumber dispute) {
  return std::any_of(history.begin(), history.end(), [&](const projections::CellFact& fact) {
    return fact.mark && !fact.is_void && fact.mark->dispute == dispute;
  });
}

}  // namespace

Outcome check(const events::DisputeRaised& fact, const Act&, const SchoolNow& school) {
  const auto history = projections::cell_history(school.views(), fact.lesson, fact.pupil);
  const auto given = given_on(history, fact.ordinal, school);
  const Cell cell = read_cell(school, fact.lesson, fact.pupil);
  if (!given || cell.standing(fact.ordinal) == nullptr) {
    return Refusal{"mark.not_standing",
                   {"такой отметки в дневнике нет", "there is no such mark in the diary"},
                   school.clause("dispute.notice")};
  }
  if (auto found = check_found(fact.found, *given, school); !found) return found;
  for (const auto& other : school.directory().disputes_of(fact.pupil)) {
    const bool same = other.fact.lesson == fact.lesson && other.fact.ordinal == fact.ordinal;
    if (!same || school.directory().dispute_answer(other.fact.dispute)) continue;
    return Refusal{
        "dispute.open",
        {fmt::format("обращение № {} об этой отметке ждёт ответа", other.fact.dispute.value),
         fmt::format("dispute {} of this mark waits for its answer", other.fact.dispute.value)},
        school.clause("dispute.notice")};
  }
  return Done{};
}

Outcome check(const events::DisputeAnswered& fact, const Act& act, const SchoolNow& school) {
  if (auto unanswered = check_unanswered(fact.dispute, school); !unanswered) return unanswered;
  const auto raised = school.directory().declared<events::DisputeRaised>(fact.dispute);
  if (!raised || raised->fact.pupil != fact.pupil) {
    return Refusal{"dispute.another_pupil",
                   {fmt::format("обращение № {} — о другом ученике", fact.dispute.value),
                    fmt::format("dispute {} is about another pupil", fact.dispute.value)}};
  }
  if (fact.outcome == events::DisputeOutcome::kDeclined) {
    if (fact.text) return Done{};
    return Refusal{"dispute.no_reason",
                   {"в отказе не названа причина", "declined without a reason"},
                   {},
                   {"напишите, почему отметка верна", "write why the mark is right"}};
  }
  const bool changes = act.beside<events::MarkCorrected>(
      [&](const events::MarkCorrected& change) { return change.dispute == fact.dispute; });
  if (changes) return Done{};
  const auto history = projections::cell_history(school.views(), raised->fact.lesson, fact.pupil);
  if (names(history, fact.dispute)) return Done{};
  return Refusal{"dispute.no_change",
                 {"в ответе сказано «исправлено», но ни одно исправление не называет это обращение",
                  "the answer says \"corrected\", and no correction names this dispute"},
                 {},
                 {"исправьте отметку с указанием обращения, вместе с ответом или до него",
                  "correct the mark naming the dispute, with the answer or before it"}};
}

Outcome check_unanswered(events::DisputeNumber dispute, const SchoolNow& school) {
  const auto answer = school.directory().dispute_answer(dispute);
  if (!answer) return Done{};
  const Sentence day = word_of(school.day_of(answer->stamp.recorded));
  return Refusal{"dispute.answered",
                 {fmt::format("на обращение № {} уже ответили: {}", dispute.value, day.ru),
                  fmt::format("dispute {} was answered already, on {}", dispute.value, day.en)}};
}

}  // namespace letopis::rules
