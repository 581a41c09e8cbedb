#include "rules/commands_journal.h"

#include <fmt/format.h>

#include "rules/cell.h"

namespace letopis::rules {
namespace {

// The substitution by which the author holds a lesson of that load on that day.
std::optional<events::SubstitutionNumber> substitution_of(events::LoadNumber load, events::Day day,
                                                          events::PersonNumber author,
                                                          const SchoolNow& school) {
  std::optional<events::SubstitutionNumber> found;
  for (const auto& order : school.directory().substitutions_of(load)) {
    if (!order.is_void && order.fact.substitute == author && order.fact.first_day <= day &&
        day <= order.fact.last_day) {
      found = order.fact.substitution;
    }
  }
  return found;
}

Result<events::Day> day_of(events::LessonNumber lesson, const SchoolNow& school) {
  const auto held = school.directory().declared<events::LessonHeld>(lesson);
  if (held) return held->fact.day;
  return Refusal{"subject.missing",
                 {fmt::format("нет урока № {}", lesson.value),
                  fmt::format("there is no lesson {}", lesson.value)}};
}

Result<std::uint16_t> ordinal_of(const MarkOfCell& which, const Cell& cell) {
  std::optional<std::uint16_t> only;
  unsigned standing = 0;
  for (const auto& mark : cell.marks) {
    if (!mark.value) continue;
    ++standing;
    if (!which.ordinal || *which.ordinal == mark.ordinal) only = mark.ordinal;
  }
  if (!only) {
    return Refusal{"mark.none",
                   {"в этой клетке нет такой отметки", "there is no such mark in this cell"}};
  }
  if (which.ordinal || standing == 1) return *only;
  return Refusal{
      "mark.which",
      {fmt::format("в клетке несколько отметок ({}): назовите, какую по счёту", standing),
       fmt::format("the cell has several marks ({}): say which", standing)}};
}

// A mark that is to be changed: where it stands, and what lets it be changed late.
struct Found {
  events::Day day;
  std::uint16_t ordinal = 0;
  std::optional<events::PermissionNumber> permission;
};

Result<Found> find(const MarkOfCell& which, events::PersonNumber author, const SchoolNow& school) {
  const auto day = day_of(which.lesson, school);
  if (!day) return day.refusal();
  const auto ordinal = ordinal_of(which, read_cell(school, which.lesson, which.pupil));
  if (!ordinal) return ordinal.refusal();
  const auto place = projections::place_of(school.views(), which.lesson);
  return Found{*day, *ordinal, permission_for(author, place, *day, school)};
}

}  // namespace

Result<std::vector<events::Fact>> facts_of(const RecordLesson& wish, events::PersonNumber author,
                                           const SchoolNow& school) {
  const events::LessonNumber lesson{school.directory().last_number(events::NumberKind::kLesson) +
                                    1};
  std::vector<events::Fact> facts;
  facts.emplace_back(events::LessonHeld{lesson, wish.load, author, wish.day, wish.bell, wish.room,
                                        wish.kind,
                                        substitution_of(wish.load, wish.day, author, school)});
  if (wish.topic) {
    facts.emplace_back(
        events::TopicSet{lesson, wish.day, *wish.topic, wish.tasks, std::nullopt, 0});
  }
  if (wish.homework && wish.homework->text.empty()) {
    facts.emplace_back(events::HomeworkNone{lesson, wish.day});
  } else if (wish.homework) {
    facts.emplace_back(events::HomeworkSet{lesson, wish.day, wish.homework->kind,
                                           wish.homework->text, wish.homework->due});
  }
  return facts;
}

Result<std::vector<events::Fact>> facts_of(const GiveMarks& wish, events::PersonNumber author,
                                           const SchoolNow& school) {
  const auto day = day_of(wish.lesson, school);
  if (!day) return day.refusal();
  const auto place = projections::place_of(school.views(), wish.lesson);
  const auto permission = permission_for(author, place, *day, school);
  std::map<events::PersonNumber, std::uint16_t> last;  // ordinal in the cell
  std::vector<events::Fact> facts;
  for (const MarkWish& mark : wish.marks) {
    const auto [at, fresh] = last.try_emplace(mark.pupil);
    if (fresh) at->second = read_cell(school, wish.lesson, mark.pupil).last_ordinal;
    facts.emplace_back(events::MarkGiven{wish.lesson, mark.pupil, *day, ++at->second, mark.value,
                                         wish.work, permission, mark.comment});
  }
  return facts;
}

Result<std::vector<events::Fact>> facts_of(const CorrectMark& wish, events::PersonNumber author,
                                           const SchoolNow& school) {
  const auto found = find(wish.mark, author, school);
  if (!found) return found.refusal();
  return std::vector<events::Fact>{events::MarkCorrected{
      wish.mark.lesson, wish.mark.pupil, found->day, found->ordinal, wish.value, wish.type,
      wish.reason, wish.dispute, found->permission, wish.note}};
}

Result<std::vector<events::Fact>> facts_of(const WithdrawMark& wish, events::PersonNumber author,
                                           const SchoolNow& school) {
  const auto found = find(wish.mark, author, school);
  if (!found) return found.refusal();
  return std::vector<events::Fact>{events::MarkWithdrawn{wish.mark.lesson, wish.mark.pupil,
                                                         found->day, found->ordinal, wish.reason,
                                                         found->permission, wish.note}};
}

}  // namespace letopis::rules
