#include "projections/lesson_record.h"

#include <algorithm>

namespace letopis::projections {
namespace {

void hold(LessonRecord& record, const FiledRow& row, bool is_void) {
  const auto fact = row.fact<events::LessonHeld>();
  record.lesson = fact.lesson;
  record.day = fact.day;
  record.bell = fact.bell;
  record.load = fact.load;
  record.teacher = fact.teacher;
  record.kind = fact.kind;
  record.substitution = fact.substitution;
  record.held = row.stamp();
  record.is_void = is_void;
}

void set_work(std::vector<Work>& works, const events::WorkSet& fact) {
  auto at =
      std::lower_bound(works.begin(), works.end(), fact.work,
                       [](const Work& one, std::uint16_t number) { return one.number < number; });
  if (at == works.end() || at->number != fact.work) at = works.insert(at, Work{});
  *at = {fact.work, fact.kind, fact.weight, fact.title};
}

}  // namespace

const Work* LessonRecord::work(std::uint16_t number) const {
  for (const Work& one : works) {
    if (one.number == number) return &one;
  }
  return nullptr;
}

std::uint16_t LessonRecord::weight_of(std::uint16_t number) const {
  const Work* one = work(number);
  return one != nullptr ? one->weight : Work{}.weight;
}

void apply(LessonRecord& record, const FiledRow& row, bool is_void) {
  if (row.holds<events::LessonHeld>()) return hold(record, row, is_void);
  if (is_void) return;
  if (row.holds<events::LessonWithdrawn>()) {
    record.withdrawn = true;
  } else if (row.holds<events::TopicSet>()) {
    auto fact = row.fact<events::TopicSet>();
    record.topic = {std::move(fact.topic), row.stamp()};
    record.tasks = std::move(fact.tasks);
  } else if (row.holds<events::WorkSet>()) {
    set_work(record.works, row.fact<events::WorkSet>());
  } else if (row.holds<events::HomeworkSet>()) {
    auto fact = row.fact<events::HomeworkSet>();
    record.homework = {{fact.kind, std::move(fact.text), fact.due}, row.stamp()};
    record.no_homework = false;
  } else if (row.holds<events::HomeworkNone>()) {
    record.homework.reset();
    record.no_homework = true;
  } else if (row.holds<events::SafetyBriefed>()) {
    record.safety_briefed = true;
  }
}

}  // namespace letopis::projections
