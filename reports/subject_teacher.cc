#include <map>

#include "projections/programme.h"
#include "reports/class_results.h"
#include "reports/figures.h"
#include "reports/lists.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Row;
using documents::Table;

Table frame(const Desk& desk) {
  Table table;
  table.columns = {{.least_mm = 12, .names_row = true},
                   {.least_mm = 40, .share = 2, .names_row = true}};
  table.head.emplace_back();
  auto& cells = table.head.front().cells;
  cells = {head(desk.in("Класс", "Class")), head(desk.in("Предмет", "Subject"))};
  const std::pair<const char*, const char*> heads[] = {{"Учеников", "Pupils"},
                                                       {"«5»", "5"},
                                                       {"«4»", "4"},
                                                       {"«3»", "3"},
                                                       {"«2»", "2"},
                                                       {"н/а", "n/a"},
                                                       {"осв", "exempt"},
                                                       {"Успев.", "Progress"},
                                                       {"Качество", "Quality"},
                                                       {"СОУ", "Index"},
                                                       {"Ср. балл", "Average"},
                                                       {"Часов: план", "Hours planned"},
                                                       {"дано", "held"},
                                                       {"К/р: план", "Control works planned"},
                                                       {"дано", "held"}};
  for (const auto& [ru, en] : heads) {
    table.columns.push_back({.least_mm = 11, .share = 1, .align = Align::kCentre});
    cells.push_back(head(desk.in(ru, en)));
  }
  table.groups.emplace_back();
  return table;
}

// What was held of the place, by whomever: the plan belongs to the load.
projections::ProgrammeLine hours(const Desk& desk, const projections::Place& place) {
  for (auto& line :
       projections::programme(desk.views(), {place.school_class, place.subject, desk.days().first,
                                             desk.days().last, desk.as_of()})) {
    if (line.place == place) return line;
  }
  return {};
}

// A group's results are those of its pupils.
projections::ResultCounts counts(const Desk& desk, const ClassResults& results,
                                 const projections::Place& place, const ResultColumn& column,
                                 std::size_t& pupils) {
  projections::ResultCounts out;
  pupils = 0;
  const auto in_group = [&](events::PersonNumber pupil) {
    if (!place.group) return true;
    for (const auto& stay : desk.directory().groups_of(pupil)) {
      if (stay.group == *place.group && holds(stay.days, column.last_day)) return true;
    }
    return false;
  };
  for (const auto& member : results.pupils()) {
    if (!holds(member.days, column.last_day) || !in_group(member.pupil)) continue;
    ++pupils;
    if (const auto value = results.value(member.pupil, place.subject, column)) out.add(*value);
  }
  return out;
}

Row row_of_place(const Desk& desk, const ClassResults& results, const ResultColumn& column,
                 const projections::Place& place) {
  std::size_t pupils = 0;
  const auto all = counts(desk, results, place, column, pupils);
  const auto line = hours(desk, place);
  std::string subject = desk.subject_name(place.subject);
  if (place.group) subject += ", " + desk.group_name(*place.group);
  return {{documents::words(desk.class_name(*place.school_class)), documents::words(subject),
           number(pupils), count(all.fives), count(all.fours), count(all.threes),
           count(all.twos + all.ones), count(all.not_attested), count(all.exempt),
           percent(all.progress_percent()), percent(all.quality_percent()),
           percent(all.learning_index()), average(all.average()), number(line.planned),
           number(line.held), number(line.control_works_planned), number(line.control_works_held)}};
}

}  // namespace

Sheets subject_teacher(const Desk& desk) {
  const auto teacher = *desk.request().person;
  Table table = frame(desk);
  std::map<events::ClassNumber, ClassResults> known;
  for (const auto& load : desk.directory().loads_of(teacher)) {
    const auto& place = load.place;
    if (!place.school_class || !load.days.meets(desk.days())) continue;
    if (desk.request().subject && place.subject != *desk.request().subject) continue;
    const auto info = desk.directory().class_info(*place.school_class, desk.days().last);
    if (!info) continue;
    auto found = known.find(*place.school_class);
    if (found == known.end()) {
      found = known.emplace(*place.school_class, ClassResults(desk, *info)).first;
    }
    const ResultColumn* column = found->second.column_of(desk.request().period);
    if (column == nullptr) continue;
    table.groups.front().rows.push_back(row_of_place(desk, found->second, *column, place));
  }
  auto sheet = desk.sheet(desk.names().brief(teacher),
                          desk.in("Отчёт учителя-предметника", "Subject teacher's report"));
  sheet.heading.lines.insert(sheet.heading.lines.begin(),
                             {desk.in("Учитель", "Teacher"), desk.names().full(teacher)});
  sheet.blocks.emplace_back(std::move(table));
  sheet.signatures = {
      {desk.signature("Учитель", "Teacher", teacher),
       desk.signature("Принял: заместитель директора по УВР", "Received by the deputy director",
                      desk.holder(events::Role::kDeputy))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
