#include "projections/activity.h"

#include <map>
#include <utility>

#include "projections/chapters.h"
#include "projections/journal.h"
#include "regulations/civil_day.h"

namespace letopis::projections {
namespace {

// Which sum an entry is added to; null for what is no entry of its own.
std::uint32_t* sum_of(const FiledRow& row, ActivityCounts& counts) {
  if (row.holds<events::MarkGiven>()) return &counts.marks;
  if (row.holds<events::MarkCorrected>() || row.holds<events::MarkWithdrawn>() ||
      row.holds<events::PeriodMarkCorrected>() || row.holds<events::PeriodMarkWithdrawn>()) {
    return &counts.changes;
  }
  if (row.holds<events::PeriodMarkGiven>()) return &counts.period_marks;
  if (row.holds<events::LessonHeld>()) return &counts.lessons;
  if (row.holds<events::TopicSet>()) return &counts.topics;
  if (row.holds<events::HomeworkSet>() || row.holds<events::HomeworkNone>() ||
      row.holds<events::IndividualHomeworkSet>()) {
    return &counts.homework;
  }
  if (row.holds<events::AbsenceNoted>()) return &counts.absences;
  return nullptr;
}

}  // namespace

void ActivityCounts::add(const ActivityCounts& counts) {
  lessons += counts.lessons;
  topics += counts.topics;
  homework += counts.homework;
  absences += counts.absences;
  marks += counts.marks;
  period_marks += counts.period_marks;
  changes += counts.changes;
}

std::vector<ActivityWeek> activity(const events::ViewReader& views, const ActivityQuery& query,
                                   const regulations::TimeZone& zone) {
  const Directory directory(views, query.as_of);
  std::map<std::pair<events::PersonNumber, events::Day>, ActivityCounts> weeks;
  for (const JournalPart part : {JournalPart::kCells, JournalPart::kPeriodMarks}) {
    RowBytes prefix;
    prefix.u8(static_cast<std::uint8_t>(part));
    views.scan(kJournal, prefix.view(), after_prefix(prefix.view()),
               [&](std::string_view key, std::string_view value) {
                 const FiledRow row(position_in(key), value);
                 const Stamp& stamp = row.stamp();
                 if (stamp.position >= query.as_of) return true;
                 const events::Day day = zone.day_of(stamp.recorded);
                 if (day < query.first || query.last < day) return true;
                 ActivityCounts counted;
                 std::uint32_t* sum = sum_of(row, counted);
                 if (sum == nullptr || directory.is_void(stamp)) return true;
                 *sum = 1;
                 const int since = static_cast<int>(regulations::weekday(day)) - 1;
                 weeks[{stamp.author, regulations::plus_days(day, -since)}].add(counted);
                 return true;
               });
  }
  std::vector<ActivityWeek> out;
  for (const auto& [which, counts] : weeks) out.push_back({which.first, which.second, counts});
  return out;
}

}  // namespace letopis::projections
