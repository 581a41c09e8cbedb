#include "projections/programme.h"

#include <algorithm>

#include "reports/figures.h"
#include "reports/lists.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Row;
using documents::Table;
using projections::ProgrammeLine;

std::string place_name(const Desk& desk, const projections::Place& place) {
  std::string out = desk.subject_name(place.subject);
  if (place.group) out += ", " + desk.group_name(*place.group);
  return out;
}

std::string teachers_of(const Desk& desk, const ProgrammeLine& line) {
  std::string out;
  for (const auto teacher : line.teachers) {
    out += (out.empty() ? "" : ", ") + desk.names().brief(teacher);
  }
  return out;
}

std::string reason_of(const Desk& desk, const ProgrammeLine& line) {
  std::string out;
  const auto say = [&](std::uint32_t what, const std::string& words) {
    if (what > 0) out += (out.empty() ? "" : ", ") + words + " " + std::to_string(what);
  };
  say(line.cancelled, desk.in("отменено", "cancelled"));
  say(line.added, desk.in("добавлено", "added"));
  return out;
}

Row row_of_line(const Desk& desk, const ProgrammeLine& line) {
  Row row;
  row.cells = {
      documents::words(line.place.school_class ? desk.class_name(*line.place.school_class) : ""),
      documents::words(place_name(desk, line.place)),
      documents::words(teachers_of(desk, line)),
      line.plan_hours ? number(*line.plan_hours) : documents::Cell{},
      number(line.planned),
      number(line.held),
      line.difference() == 0 ? documents::Cell{}
                             : documents::Cell{.content = documents::Integer{line.difference()}},
      count(line.substituted),
      documents::words(std::to_string(line.control_works_held) + " / " +
                       std::to_string(line.control_works_planned)),
      documents::words(reason_of(desk, line))};
  if (line.difference() < 0) row.cells[6].shade = documents::Shade::kWarning;
  return row;
}

}  // namespace

Sheets programme(const Desk& desk) {
  auto lines =
      projections::programme(desk.views(), {desk.request().school_class, desk.request().subject,
                                            desk.days().first, desk.days().last, desk.as_of()});
  auto sheet = desk.sheet(desk.in("Программа", "Programme"),
                          desk.in("Выполнение учебной программы", "Fulfilment of the programme"));
  Table table;
  table.columns = {{.least_mm = 12, .names_row = true},
                   {.least_mm = 40, .share = 2, .names_row = true},
                   {.least_mm = 34, .share = 2},
                   {.least_mm = 16, .align = Align::kCentre},
                   {.least_mm = 18, .align = Align::kCentre},
                   {.least_mm = 16, .align = Align::kCentre},
                   {.least_mm = 16, .align = Align::kCentre},
                   {.least_mm = 14, .align = Align::kCentre},
                   {.least_mm = 20, .align = Align::kCentre},
                   {.least_mm = 30, .share = 1}};
  table.head = {{{head(desk.in("Класс", "Class")), head(desk.in("Предмет", "Subject")),
                  head(desk.in("Учитель", "Teacher")), head(desk.in("Часов в КТП", "Plan")),
                  head(desk.in("По расписанию", "Planned")), head(desk.in("Дано", "Held")),
                  head(desk.in("Разница", "Difference")), head(desk.in("Замен", "Substituted")),
                  head(desk.in("Контр. работ: дано / план", "Control works: held / planned")),
                  head(desk.in("Причина разницы", "Reason"))}}};
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  for (const auto& line : lines) table.groups.front().rows.push_back(row_of_line(desk, line));
  sheet.blocks.emplace_back(std::move(table));
  sheet.signatures = {{desk.signature("Заместитель директора по УВР", "Deputy director",
                                      desk.holder(events::Role::kDeputy))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
