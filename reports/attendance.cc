#include "projections/attendance_page.h"

#include "reports/figures.h"
#include "reports/journal_attendance.h"
#include "reports/lists.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Row;
using documents::Table;
using projections::AttendanceSums;

constexpr double kWhole = 100;

Row class_row(documents::Cell name, std::size_t pupils, const AttendanceSums& sums) {
  std::optional<double> missed;
  if (sums.lessons > 0) missed = kWhole * sums.missed / sums.lessons;
  return {{std::move(name), count(pupils), count(sums.full_days), count(sums.full_days_ill),
           count(sums.missed), percent(missed), count(sums.ill), count(sums.excused),
           count(sums.no_reason()), count(sums.late)}};
}

void lay_columns(const Desk& desk, Table& table) {
  table.columns = {{.least_mm = 24, .share = 1, .names_row = true}};
  for (int i = 0; i < 9; ++i) {
    table.columns.push_back({.least_mm = 20, .share = 1, .align = Align::kCentre});
  }
  table.head = {{{head(desk.in("Класс", "Class"), 1, 2), head(desk.in("Учеников", "Pupils"), 1, 2),
                  head(desk.in("Полных дней", "Full days"), 2),
                  head(desk.in("Пропущено уроков", "Lessons missed"), 5),
                  head(desk.in("Опозданий", "Late"), 1, 2)}},
                {{head(desk.in("всего", "all")), head(desk.in("по болезни", "ill")),
                  head(desk.in("всего", "all")), head(desk.in("доля", "share")),
                  head(desk.in("по болезни", "ill")), head(desk.in("уваж.", "excused")),
                  head(desk.in("без причины", "no reason"))}}};
}

// Class by class, and the school below.
documents::Sheet by_class(const Desk& desk) {
  Table table;
  lay_columns(desk, table);
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  AttendanceSums all;
  std::size_t pupils = 0;
  for (const auto& school_class : desk.directory().classes(desk.days().last)) {
    const auto page = projections::attendance_page(
        desk.views(), {school_class.number, desk.days().first, desk.days().last, desk.as_of()});
    AttendanceSums sums;
    for (const auto& pupil : page.pupils) sums.add(pupil.sums);
    all.add(sums);
    pupils += page.pupils.size();
    table.groups.front().rows.push_back(
        class_row(documents::words(school_class.name()), page.pupils.size(), sums));
  }
  table.totals = {class_row(documents::words(desk.in("Школа", "School")), pupils, all)};
  auto sheet =
      desk.sheet(desk.in("По классам", "By class"),
                 desk.in("Посещаемость по классам и причинам", "Attendance by class and reason"));
  sheet.blocks.emplace_back(std::move(table));
  sheet.signatures = {{desk.signature("Заместитель директора по УВР", "Deputy director",
                                      desk.holder(events::Role::kDeputy))}};
  return sheet;
}

}  // namespace

Sheets attendance(const Desk& desk) {
  if (!desk.request().school_class) return std::vector{by_class(desk)};
  auto sheet = desk.sheet(desk.in("Итоги", "Sums"),
                          desk.in("Учёт посещаемости занятий", "Attendance of lessons"));
  sheet.blocks.emplace_back(attendance_sums(desk));
  sheet.signatures = {{desk.signature("Классный руководитель", "Class teacher",
                                      desk.class_teacher(desk.school_class().number))}};
  std::vector<documents::Sheet> sheets{std::move(sheet)};
  for (auto& month : journal_attendance(desk)) sheets.push_back(std::move(month));
  return sheets;
}

}  // namespace letopis::reports
