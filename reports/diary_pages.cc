#include <fmt/format.h>

#include <algorithm>

#include "regulations/civil_day.h"
#include "reports/diary_lesson.h"
#include "reports/figures.h"
#include "reports/lists.h"
#include "reports/month_names.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Table;
using projections::DiaryDay;

constexpr int kWeekDays = 7;
constexpr int kDaysOnPage = 3;          // Monday to Wednesday, Thursday to Saturday
constexpr std::size_t kLeastLines = 6;  // of a day, as a diary has them
constexpr double kLineMm = 4.8;

Table day_table(const Desk& desk, events::PersonNumber pupil, events::Day day,
                const std::vector<DiaryDay>& days) {
  Table table;
  table.caption = fmt::format("{}, {}", weekday_name(desk.language(), regulations::weekday(day)),
                              desk.day(day));
  table.columns = {{.least_mm = 6, .align = Align::kCentre},
                   {.least_mm = 34, .share = 1, .fit = documents::Fit::kShrink},
                   {.least_mm = 44, .share = 2, .fit = documents::Fit::kShrink},
                   {.least_mm = 16, .align = Align::kCentre, .bold = true}};
  table.head = {{{head("№"), head(desk.in("Предмет", "Subject")),
                  head(desk.in("Что задано", "Homework")), head(desk.in("Отметка", "Mark"))}}};
  table.row_mm = kLineMm;
  table.groups.emplace_back();
  auto& rows = table.groups.front().rows;
  const auto found =
      std::find_if(days.begin(), days.end(), [day](const auto& one) { return one.day == day; });
  if (found != days.end()) {
    for (const auto& lesson : found->lessons) {
      rows.push_back({{number(lesson.record.bell),
                       documents::words(desk.subject_name(lesson.subject)),
                       documents::words(diary_homework(desk, pupil, lesson)),
                       {.content = diary_result(lesson)}}});
    }
  }
  while (rows.size() < kLeastLines) rows.push_back({{{}, {}, {}, {}}});
  return table;
}

// Half a week; the class teacher and the parent sign below Saturday.
documents::Sheet page(const Desk& desk, events::PersonNumber pupil, events::Day monday, bool begins,
                      const std::vector<DiaryDay>& days) {
  const auto last = regulations::plus_days(monday, kWeekDays - 2);
  documents::Sheet sheet = desk.sheet(
      desk.names().common(pupil),
      begins ? desk.names().full(pupil) + " · " + desk.class_name(*desk.request().school_class)
             : fmt::format("{} – {}", desk.day(monday), desk.day(last)));
  sheet.heading.lines.clear();
  // The week is one leaf for the family: its beginning on the face, its end on the back.
  sheet.page.begins = begins ? documents::Begins::kRightPage : documents::Begins::kNextPage;
  for (int i = 0; i < kDaysOnPage; ++i) {
    const auto day = regulations::plus_days(monday, begins ? i : i + kDaysOnPage);
    sheet.blocks.emplace_back(day_table(desk, pupil, day, days));
  }
  if (!begins) {
    sheet.signatures = {{desk.signature("Классный руководитель", "Class teacher",
                                        desk.class_teacher(*desk.request().school_class)),
                         desk.signature("Родитель", "Parent", {})}};
  }
  return sheet;
}

}  // namespace

Sheets diary_pages(const Desk& desk) {
  const auto pupils = diary_pupils(desk);
  if (!pupils) return pupils.refusal();
  std::vector<documents::Sheet> sheets;
  const int since = static_cast<int>(regulations::weekday(desk.days().first)) - 1;
  for (const auto pupil : *pupils) {
    for (events::Day monday = regulations::plus_days(desk.days().first, -since);
         monday <= desk.days().last; monday = regulations::plus_days(monday, kWeekDays)) {
      const auto sunday = regulations::plus_days(monday, kWeekDays - 1);
      const auto days =
          projections::diary_days(desk.views(), {pupil, std::max(monday, desk.days().first),
                                                 std::min(sunday, desk.days().last), desk.as_of()});
      if (days.empty()) continue;
      sheets.push_back(page(desk, pupil, monday, true, days));
      sheets.push_back(page(desk, pupil, monday, false, days));
    }
  }
  if (!sheets.empty()) return sheets;
  return Refusal{"report.empty", {"за эти дни записей нет", "there is nothing of these days"}};
}

}  // namespace letopis::reports
