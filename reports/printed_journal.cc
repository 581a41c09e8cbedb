#include "reports/printed_journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "reports/figures.h"
#include "reports/journal_attendance.h"
#include "reports/journal_spread.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Row;
using documents::Sheet;
using documents::Table;

Sheet cover(const Desk& desk) {
  const auto school_class = desk.school_class();
  Sheet sheet = desk.sheet(desk.in("Обложка", "Cover"),
                           desk.in(fmt::format("Журнал {} класса", school_class.name()),
                                   fmt::format("Journal of class {}", school_class.name())));
  const auto line = [&](std::string text, documents::Style style = {}) {
    sheet.blocks.emplace_back(documents::Paragraph{{{std::move(text), style}}});
  };
  line(desk.in(fmt::format("на {} учебный год", desk.year_name()),
               fmt::format("academic year {}", desk.year_name())),
       {.bold = true});
  if (const auto teacher = desk.class_teacher(school_class.number)) {
    line(desk.in("Классный руководитель: ", "Class teacher: ") + desk.names().full(*teacher));
  }
  line(desk.in("Условные знаки: н — не был, б — болел, у — отсутствовал по уважительной причине, "
               "оп — опоздал. Исправленная отметка зачёркнута, верная стоит после неё.",
               "Signs: н — absent, б — ill, у — excused, оп — late. A corrected mark is struck, "
               "the right one stands after it."),
       {.small = true});
  return sheet;
}

std::string place_name(const Desk& desk, const projections::Place& place) {
  std::string name = desk.subject_name(place.subject);
  if (place.group) name += ", " + desk.group_name(*place.group);
  return name;
}

// In the order in which subjects were registered; groups after their class.
std::vector<projections::Place> places(const Desk& desk) {
  std::vector<projections::Place> out;
  for (const auto& load : desk.directory().loads_of(desk.school_class().number)) {
    if (!load.days.meets(desk.days())) continue;
    if (desk.request().subject && load.place.subject != *desk.request().subject) continue;
    if (std::find(out.begin(), out.end(), load.place) == out.end()) out.push_back(load.place);
  }
  std::sort(out.begin(), out.end(), [](const auto& left, const auto& right) {
    return std::tie(left.subject, left.group) < std::tie(right.subject, right.group);
  });
  return out;
}

// Pages are those on paper, counted as the spreads fall: each sheet but the cover's side is one.
Sheet contents(const Desk& desk, const std::vector<std::pair<std::string, std::size_t>>& chapters) {
  Sheet sheet = desk.sheet(desk.in("Оглавление", "Contents"), desk.in("Оглавление", "Contents"));
  Table table;
  table.columns = {{.least_mm = 8, .align = Align::kRight},
                   {.least_mm = 80, .share = 1},
                   {.least_mm = 22, .align = Align::kRight}};
  table.head = {
      {{head("№"), head(desk.in("Раздел", "Chapter")), head(desk.in("Разворотов", "Spreads"))}}};
  table.groups.emplace_back();
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    table.groups.front().rows.push_back(
        {{number(i + 1), documents::words(chapters[i].first), count(chapters[i].second)}});
  }
  sheet.blocks.emplace_back(std::move(table));
  return sheet;
}

Sheet class_list(const Desk& desk) {
  auto members =
      desk.directory().pupils_of(desk.school_class().number, desk.days().first, desk.days().last);
  std::sort(members.begin(), members.end(), [&desk](const auto& left, const auto& right) {
    return desk.names().before(left.pupil, right.pupil);
  });
  Sheet sheet = desk.sheet(desk.in("Список класса", "Class list"),
                           desk.in("Список обучающихся", "List of pupils"));
  Table table;
  table.columns = {{.least_mm = 8, .align = Align::kRight},
                   {.least_mm = 80, .share = 1},
                   {.least_mm = 26, .align = Align::kCentre},
                   {.least_mm = 26, .align = Align::kCentre}};
  table.head = {{{head("№"), head(desk.in("Фамилия, имя, отчество", "Name")),
                  head(desk.in("Прибыл", "Arrived")), head(desk.in("Выбыл", "Left"))}}};
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto& days = members[i].days;
    Row row{{number(i + 1), documents::words(desk.names().full(members[i].pupil))}};
    const bool arrived = !days.empty() && desk.year().first_day < days.front().first;
    const bool left = !days.empty() && days.back().last < desk.days().last;
    row.cells.push_back(arrived ? day_cell(days.front().first) : documents::Cell{});
    row.cells.push_back(left ? day_cell(days.back().last) : documents::Cell{});
    table.groups.front().rows.push_back(std::move(row));
  }
  sheet.blocks.emplace_back(std::move(table));
  return sheet;
}

Sheet last_page(const Desk& desk) {
  Sheet sheet =
      desk.sheet(desk.in("Заверение", "Certification"), desk.in("Лист заверения", "Certification"));
  sheet.blocks.emplace_back(documents::Paragraph{
      {{desk.in("В настоящем журнале пронумеровано, прошнуровано и скреплено печатью "
                "__________ (____________________________________________) листов.",
                "In this journal __________ (______________________________) leaves are numbered, "
                "stitched and sealed."),
        {}}}});
  sheet.signatures = {{desk.signature("Директор", "Director", desk.holder(events::Role::kDirector)),
                       desk.signature("Заместитель директора по УВР", "Deputy director",
                                      desk.holder(events::Role::kDeputy))},
                      true};
  return sheet;
}

}  // namespace

Result<std::vector<Sheet>> printed_journal(const Desk& desk) {
  std::vector<Sheet> pages;
  std::vector<std::pair<std::string, std::size_t>> chapters;
  JournalSpreads spreads(desk);
  for (const auto& place : places(desk)) {
    const std::string name = place_name(desk, place);
    auto sheets = spreads.of(place, name);
    chapters.emplace_back(name, sheets.size() / 2);
    std::move(sheets.begin(), sheets.end(), std::back_inserter(pages));
  }
  auto attendance = journal_attendance(desk);
  chapters.emplace_back(desk.in("Учёт посещаемости", "Attendance"), 0);
  std::vector<Sheet> out;
  out.push_back(cover(desk));
  out.push_back(contents(desk, chapters));
  out.push_back(class_list(desk));
  std::move(pages.begin(), pages.end(), std::back_inserter(out));
  std::move(attendance.begin(), attendance.end(), std::back_inserter(out));
  out.push_back(last_page(desk));
  return out;
}

}  // namespace letopis::reports
