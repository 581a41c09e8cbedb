#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "reports/diary_lesson.h"
#include "reports/figures.h"
#include "reports/lists.h"
#include "reports/month_names.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Table;

constexpr int kMostDaysOfLessons = 31;  // a longer span has its results alone

Table lessons_table(const Desk& desk, events::PersonNumber pupil,
                    const std::vector<projections::DiaryDay>& days) {
  Table table;
  table.columns = {{.least_mm = 5, .align = Align::kCentre},
                   {.least_mm = 20, .share = 1, .fit = documents::Fit::kShrink},
                   {.least_mm = 40, .share = 3, .fit = documents::Fit::kShrink},
                   {.least_mm = 34, .share = 2, .fit = documents::Fit::kShrink},
                   {.least_mm = 14, .align = Align::kCentre, .bold = true}};
  table.head = {
      {{head("№"), head(desk.in("Предмет", "Subject")), head(desk.in("Тема", "Topic")),
        head(desk.in("Домашнее задание", "Homework")), head(desk.in("Отметка", "Mark"))}}};
  for (const auto& day : days) {
    documents::RowGroup group;
    group.caption = fmt::format(
        "{}, {}", weekday_name(desk.language(), regulations::weekday(day.day)), desk.day(day.day));
    for (const auto& lesson : day.lessons) {
      group.rows.push_back({{number(lesson.record.bell),
                             documents::words(desk.subject_short(lesson.subject)),
                             documents::words(diary_topic(desk, lesson)),
                             documents::words(diary_homework(desk, pupil, lesson)),
                             {.content = diary_result(lesson)}}});
    }
    table.groups.push_back(std::move(group));
  }
  return table;
}

Table results_table(const Desk& desk, const std::vector<projections::SubjectResult>& results) {
  Table table;
  table.columns = {{.least_mm = 40, .share = 1}};
  table.head.emplace_back();
  table.head.front().cells = {head(desk.in("Предмет", "Subject"))};
  for (const auto& [ru, en] : {std::pair{"Отметок", "Marks"}, std::pair{"Средний балл", "Average"},
                               std::pair{"Уроков", "Lessons"}, std::pair{"Пропущено", "Missed"},
                               std::pair{"Опозданий", "Late"}}) {
    table.columns.push_back({.least_mm = 15, .align = Align::kCentre});
    table.head.front().cells.push_back(head(desk.in(ru, en)));
  }
  table.groups.emplace_back();
  for (const auto& one : results) {
    table.groups.front().rows.push_back(
        {{documents::words(desk.subject_name(one.subject)), count(one.sums.count),
          average(one.sums.average()), number(one.lessons), count(one.missed), count(one.late)}});
  }
  return table;
}

documents::Sheet sheet_of(const Desk& desk, events::PersonNumber pupil) {
  const projections::DiaryQuery query{pupil, desk.days().first, desk.days().last, desk.as_of()};
  auto sheet =
      desk.sheet(desk.names().common(pupil), desk.in("Сводная для родителей", "Sheet for parents"));
  sheet.heading.lines.insert(sheet.heading.lines.begin(),
                             {desk.in("Ученик", "Pupil"), desk.names().full(pupil)});
  sheet.page.mirrored = false;
  if (desk.days().last.value - desk.days().first.value < kMostDaysOfLessons) {
    const auto days = projections::diary_days(desk.views(), query);
    if (!days.empty()) sheet.blocks.emplace_back(lessons_table(desk, pupil, days));
  }
  auto results = projections::diary_results(desk.views(), query);
  if (results.empty()) {
    sheet.blocks.emplace_back(documents::Paragraph{
        {{desk.in("За эти дни записей нет.", "There is nothing recorded of these days."), {}}}});
  } else {
    sheet.blocks.emplace_back(results_table(desk, results));
  }
  sheet.signatures = {{desk.signature("Классный руководитель", "Class teacher",
                                      desk.class_teacher(desk.school_class().number)),
                       desk.signature("Родитель (законный представитель)", "Parent", {})}};
  return sheet;
}

}  // namespace

Sheets parents_sheet(const Desk& desk) {
  const auto pupils = diary_pupils(desk);
  if (!pupils) return pupils.refusal();
  std::vector<documents::Sheet> sheets;
  for (const auto pupil : *pupils) sheets.push_back(sheet_of(desk, pupil));
  return sheets;
}

}  // namespace letopis::reports
