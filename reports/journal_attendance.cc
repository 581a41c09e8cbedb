#include "reports/journal_attendance.h"

#include <fmt/format.h>

#include <algorithm>

#include "projections/attendance_page.h"
#include "regulations/civil_day.h"
#include "reports/figures.h"
#include "reports/month_names.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Cell;
using documents::Fit;
using documents::Row;
using documents::Rule;
using documents::Table;
using projections::AttendanceDay;
using projections::AttendancePage;
using projections::AttendanceSums;

AttendancePage page_of(const Desk& desk, events::Day first, events::Day last) {
  auto page = projections::attendance_page(desk.views(),
                                           {desk.school_class().number, first, last, desk.as_of()});
  std::sort(page.pupils.begin(), page.pupils.end(), [&desk](const auto& a, const auto& b) {
    return desk.names().before(a.pupil, b.pupil);
  });
  return page;
}

// «3» lessons missed, «б3» by illness; a full day is bold.
Cell day_text(const AttendanceDay& day) {
  std::string text;
  if (day.missed > 0) {
    text = day.reason == events::AbsenceReason::kIllness   ? "б"
           : day.reason == events::AbsenceReason::kExcused ? "у"
                                                           : "н";
    text += std::to_string(day.missed);
  } else if (day.late > 0) {
    text = "оп";
  }
  return documents::words(std::move(text), {.bold = day.full(), .ink = documents::Ink::kAbsence});
}

Table month_table(const Desk& desk, const AttendancePage& page, events::Day first, unsigned days) {
  Table table;
  table.columns = {{.least_mm = 6, .align = Align::kRight, .names_row = true},
                   {.least_mm = 34,
                    .most_mm = 46,
                    .fit = Fit::kShrink,
                    .names_row = true,
                    .after = Rule::kMargin}};
  table.head = {{{head("№"), head(desk.in("Фамилия, имя", "Name"))}}};
  for (unsigned i = 0; i < days; ++i) {
    table.head.front().cells.push_back(head(std::to_string(i + 1)));
    const auto weekday = regulations::weekday(regulations::plus_days(first, static_cast<int>(i)));
    table.columns.push_back({.least_mm = 4,
                             .share = 1,
                             .align = Align::kCentre,
                             .fit = Fit::kShrink,
                             .after = weekday == 7 ? Rule::kStrong : Rule::kThin});
  }
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  table.row_mm = 4.8;
  for (std::size_t i = 0; i < page.pupils.size(); ++i) {
    const auto& pupil = page.pupils[i];
    Row row{{number(i + 1), documents::words(desk.names().common(pupil.pupil))}};
    for (unsigned day = 0; day < days; ++day) {
      const auto date = regulations::plus_days(first, static_cast<int>(day));
      const auto found = std::find_if(pupil.by_day.begin(), pupil.by_day.end(),
                                      [date](const auto& one) { return one.day == date; });
      Cell cell = found == pupil.by_day.end() ? Cell{} : day_text(*found);
      if (!holds(pupil.days, date)) cell.shade = documents::Shade::kClosed;
      row.cells.push_back(std::move(cell));
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  return table;
}

Row sums_row(Cell name, Cell index, const AttendanceSums& sums) {
  return {{std::move(index), std::move(name), count(sums.full_days), count(sums.full_days_ill),
           count(sums.missed), count(sums.ill), count(sums.excused), count(sums.no_reason()),
           count(sums.late)}};
}

}  // namespace

std::vector<documents::Sheet> journal_attendance(const Desk& desk) {
  std::vector<documents::Sheet> sheets;
  auto civil = regulations::civil(desk.days().first);
  civil.day = 1;
  for (events::Day first = regulations::day_of(civil); first <= desk.days().last;
       first = regulations::plus_month(first)) {
    const auto next = regulations::plus_month(first);
    const auto page = page_of(desk, std::max(first, desk.days().first),
                              std::min(regulations::plus_days(next, -1), desk.days().last));
    const bool taught = std::any_of(page.pupils.begin(), page.pupils.end(),
                                    [](const auto& pupil) { return pupil.sums.lessons > 0; });
    if (!taught) continue;
    const auto month = regulations::civil(first);
    const std::string name =
        fmt::format("{} {}", month_name(desk.language(), month.month), month.year);
    auto sheet = desk.sheet(name, desk.in("Учёт посещаемости: ", "Attendance: ") + name);
    sheet.heading.lines.clear();
    sheet.heading.lines.push_back({desk.in("Класс", "Class"), desk.school_class().name()});
    sheet.blocks.emplace_back(
        month_table(desk, page, first, static_cast<unsigned>(next.value - first.value)));
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

Table attendance_sums(const Desk& desk) {
  const auto page = page_of(desk, desk.days().first, desk.days().last);
  Table table;
  table.columns = {{.least_mm = 7, .align = Align::kRight, .names_row = true},
                   {.least_mm = 50, .share = 2, .names_row = true, .after = Rule::kMargin}};
  for (int i = 0; i < 7; ++i) {
    table.columns.push_back({.least_mm = 14, .share = 1, .align = Align::kCentre});
  }
  table.head = {{{head("№", 1, 2), head(desk.in("Фамилия, имя", "Name"), 1, 2),
                  head(desk.in("Полных дней", "Full days"), 2),
                  head(desk.in("Уроков", "Lessons"), 4), head(desk.in("Опозданий", "Late"), 1, 2)}},
                {{head(desk.in("всего", "all")), head(desk.in("по болезни", "ill")),
                  head(desk.in("всего", "all")), head(desk.in("по болезни", "ill")),
                  head(desk.in("уваж.", "excused")), head(desk.in("без причины", "no reason"))}}};
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  AttendanceSums all;
  for (std::size_t i = 0; i < page.pupils.size(); ++i) {
    all.add(page.pupils[i].sums);
    table.groups.front().rows.push_back(
        sums_row(documents::words(desk.names().common(page.pupils[i].pupil)), number(i + 1),
                 page.pupils[i].sums));
  }
  table.totals = {sums_row(documents::words(desk.in("Всего", "All")), {}, all)};
  return table;
}

}  // namespace letopis::reports
