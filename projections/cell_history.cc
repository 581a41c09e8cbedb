// The history of one cell, and of one period mark: what journal_page.h promises of them.
#include <algorithm>

#include "projections/journal.h"
#include "projections/journal_page.h"

namespace letopis::projections {
namespace {

CellFact cell_fact(const FiledRow& row, bool is_void) {
  CellFact fact;
  fact.stamp = row.stamp();
  fact.is_void = is_void;
  fact.mark = mark_step(row, is_void);
  if (row.holds<events::AbsenceNoted>()) {
    fact.absence = {row.stamp(), is_void, row.fact<events::AbsenceNoted>()};
  } else if (row.holds<events::AbsenceWithdrawn>()) {
    fact.absence_withdrawn = {row.stamp(), is_void, row.fact<events::AbsenceWithdrawn>()};
  } else if (row.holds<events::IndividualHomeworkSet>()) {
    fact.homework = {row.stamp(), is_void, row.fact<events::IndividualHomeworkSet>()};
  }
  return fact;
}

void add_disputes(const Directory& directory, events::LessonNumber lesson,
                  events::PersonNumber pupil, std::vector<CellFact>& facts) {
  for (const auto& dispute : directory.disputes_of(pupil)) {
    if (dispute.fact.lesson != lesson) continue;
    CellFact fact;
    fact.stamp = dispute.stamp;
    fact.dispute = dispute;
    facts.push_back(fact);
  }
}

}  // namespace

std::vector<CellFact> cell_history(const events::ViewReader& views, events::LessonNumber lesson,
                                   events::PersonNumber pupil, events::Position as_of) {
  const Directory directory(views, as_of);
  const auto held = directory.declared<events::LessonHeld>(lesson);
  if (!held) return {};
  const Place place = place_of(views, lesson);
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(JournalPart::kCells))
      .u32(place.school_class ? place.school_class->value : 0)
      .u32(place.subject.value)
      .u32(place.group ? place.group->value : 0)
      .day(held->fact.day)
      .u32(lesson.value)
      .u32(pupil.value);
  std::vector<CellFact> facts;
  views.scan(kJournal, prefix.view(), after_prefix(prefix.view()),
             [&](std::string_view key, std::string_view value) {
               const FiledRow row(position_in(key), value);
               if (row.stamp().position < as_of) {
                 facts.push_back(cell_fact(row, directory.is_void(row.stamp())));
               }
               return true;
             });
  add_disputes(directory, lesson, pupil, facts);
  std::sort(facts.begin(), facts.end(), [](const CellFact& a, const CellFact& b) {
    return a.stamp.position < b.stamp.position;
  });
  return facts;
}

std::vector<MarkStep> period_mark_history(const events::ViewReader& views, const PeriodCell& which,
                                          events::Position as_of) {
  const Directory directory(views, as_of);
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(JournalPart::kPeriodMarks))
      .u32(which.school_class.value)
      .u32(which.subject.value)
      .u32(which.period.value)
      .u8(static_cast<std::uint8_t>(which.kind))
      .u32(which.pupil.value);
  std::vector<MarkStep> steps;
  views.scan(kJournal, prefix.view(), after_prefix(prefix.view()),
             [&](std::string_view key, std::string_view value) {
               const FiledRow row(position_in(key), value);
               if (row.stamp().position >= as_of) return true;
               if (auto step = period_mark_step(row, directory.is_void(row.stamp()))) {
                 steps.push_back(*step);
               }
               return true;
             });
  return steps;
}

}  // namespace letopis::projections
