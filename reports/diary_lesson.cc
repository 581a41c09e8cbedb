#include "reports/diary_lesson.h"

#include "reports/figures.h"

namespace letopis::reports {
namespace {

bool is_private(const Desk& desk, const projections::DiaryLesson& lesson) {
  return rules::journal_view(lesson.record.group, desk.directory()) ==
         rules::View::kPsychologistJournal;
}

}  // namespace

std::string diary_topic(const Desk& desk, const projections::DiaryLesson& lesson) {
  if (!lesson.record.topic || is_private(desk, lesson)) return {};
  return lesson.record.topic->value;
}

std::string diary_homework(const Desk& desk, events::PersonNumber pupil,
                           const projections::DiaryLesson& lesson) {
  if (is_private(desk, lesson)) return {};
  std::string out = lesson.record.homework ? lesson.record.homework->value.text : std::string();
  for (const auto& own : lesson.homework) {
    const auto text = desk.texts().find(pupil, own.fact.text);
    if (text) out += (out.empty() ? "" : "; ") + *text;
  }
  return out;
}

documents::Text diary_result(const projections::DiaryLesson& lesson) {
  projections::JournalCell cell;
  cell.marks = lesson.marks;
  cell.presence = lesson.presence;
  return cell_runs(cell);
}

Result<std::vector<events::PersonNumber>> diary_pupils(const Desk& desk) {
  std::vector<events::PersonNumber> pupils;
  for (const auto& member : desk.directory().pupils_of(desk.school_class().number,
                                                       desk.days().first, desk.days().last)) {
    if (desk.request().person && member.pupil != *desk.request().person) continue;
    pupils.push_back(member.pupil);
  }
  if (pupils.empty()) {
    return Refusal{"report.not_in_class",
                   {"в этом классе за эти дни нет такого ученика",
                    "the class has no such pupil in these days"}};
  }
  desk.sort(pupils);
  return pupils;
}

}  // namespace letopis::reports
