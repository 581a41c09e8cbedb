#include "reports/journal_front.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/figures.h"
#include "reports/paper_standing.h"
#include "rules/own_journal.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Row;
using documents::Scale;
using documents::Sheet;
using documents::Table;

constexpr double kContentsRowMm = 7;

// «5а класс», «Группа «Юные химики»».
std::string holder_name(const Desk& desk) {
  const auto& group = desk.request().group;
  if (!group) {
    return desk.in(desk.school_class().name() + " класс", "Class " + desk.school_class().name());
  }
  std::string out = desk.in(fmt::format("Группа «{}»", desk.group_name(*group)),
                            fmt::format("Group {}", desk.group_name(*group)));
  if (desk.request().school_class) out += ", " + desk.class_name(*desk.request().school_class);
  return out;
}

std::string journal_name(const Desk& desk) {
  const auto kind = rules::kind_of(desk.request().group, desk.directory());
  if (!kind) return desk.in("Классный журнал", "Class journal");
  switch (*kind) {
    case events::GroupKind::kPsychologist:
      return desk.in("Журнал педагога-психолога", "Psychologist's journal");
    case events::GroupKind::kExtracurricular:
      return desk.in("Журнал внеурочной деятельности", "Journal of extracurricular work");
    case events::GroupKind::kElective: return desk.in("Журнал факультатива", "Elective's journal");
    case events::GroupKind::kHomeSchooling:
      return desk.in("Журнал обучения на дому", "Journal of home schooling");
    case events::GroupKind::kSubgroup:
    case events::GroupKind::kCrossClass:
    case events::GroupKind::kIndividual: return desk.in("Журнал группы", "Group journal");
  }
  INVARIANT(false);
}

std::vector<projections::Member> members(const Desk& desk) {
  const auto days = desk.days();
  auto out = desk.request().group
                 ? desk.directory().pupils_of(*desk.request().group, days.first, days.last)
                 : desk.directory().pupils_of(desk.school_class().number, days.first, days.last);
  std::sort(out.begin(), out.end(), [&desk](const auto& left, const auto& right) {
    return desk.names().before(left.pupil, right.pupil);
  });
  return out;
}

}  // namespace

Sheet journal_cover(const Desk& desk) {
  Sheet sheet = desk.sheet(desk.in("Обложка", "Cover"), "");
  sheet.heading = {};
  sheet.page.numbered = false;
  const auto line = [&](std::string text, Scale scale, double above_mm, documents::Style style) {
    sheet.blocks.emplace_back(
        documents::Paragraph{{{std::move(text), style}}, scale, Align::kCentre, above_mm});
  };
  line(desk.school().name, Scale::kLarge, 16, {});
  line(journal_name(desk), Scale::kTitle, 62, {.bold = true});
  line(holder_name(desk), Scale::kLarge, 10, {.bold = true});
  line(desk.in(fmt::format("{} учебный год", desk.year_name()),
               fmt::format("academic year {}", desk.year_name())),
       Scale::kLarge, 4, {});
  const auto teacher =
      desk.request().group ? std::nullopt : desk.class_teacher(desk.school_class().number);
  line(teacher ? desk.in("Классный руководитель ", "Class teacher ") + desk.names().full(*teacher)
               : " ",
       Scale::kText, 48, {});
  line(standing_of_paper(desk), Scale::kText, 34, {});
  return sheet;
}

Sheet journal_contents(const Desk& desk, const std::vector<Chapter>& chapters) {
  Sheet sheet = desk.sheet(desk.in("Оглавление", "Contents"), desk.in("Оглавление", "Contents"));
  sheet.heading.lines.clear();
  Table table;
  table.columns = {{.least_mm = 10, .align = Align::kRight, .after = documents::Rule::kMargin},
                   {.least_mm = 60, .share = 1},
                   {.least_mm = 60, .share = 1},
                   {.least_mm = 22, .align = Align::kCentre}};
  table.head = {{{head("№"), head(desk.in("Предмет", "Subject")),
                  head(desk.in("Учитель", "Teacher")), head(desk.in("Страница", "Page"))}}};
  table.row_mm = kContentsRowMm;
  table.groups.emplace_back();
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    Row row{{number(i + 1), documents::words(chapters[i].name),
             documents::words(chapters[i].teachers), documents::words("—")}};
    if (chapters[i].sheet) row.cells.back() = {.page_of = chapters[i].sheet};
    table.groups.front().rows.push_back(std::move(row));
  }
  sheet.blocks.emplace_back(std::move(table));
  sheet.blocks.emplace_back(documents::Paragraph{
      {{desk.in("н — не был, б — болел, у — отсутствовал по уважительной причине, оп — опоздал. "
                "Исправленная отметка зачёркнута, верная стоит после неё.",
                "н — absent, б — ill, у — excused, оп — late. A corrected mark is struck, the "
                "right one stands after it."),
        {.small = true, .ink = documents::Ink::kQuiet}}},
      Scale::kText,
      Align::kLeft,
      6});
  return sheet;
}

Sheet journal_pupils(const Desk& desk) {
  const auto all = members(desk);
  Sheet sheet = desk.sheet(desk.in("Список класса", "Class list"),
                           desk.in("Список обучающихся", "List of pupils"));
  sheet.heading.lines.clear();
  Table table;
  table.columns = {{.least_mm = 8, .align = Align::kRight},
                   {.least_mm = 80, .share = 1},
                   {.least_mm = 26, .align = Align::kCentre},
                   {.least_mm = 26, .align = Align::kCentre}};
  table.head = {{{head("№"), head(desk.in("Фамилия, имя, отчество", "Name")),
                  head(desk.in("Прибыл", "Arrived")), head(desk.in("Выбыл", "Left"))}}};
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& days = all[i].days;
    Row row{{number(i + 1), documents::words(desk.names().full(all[i].pupil))}};
    const bool arrived = !days.empty() && desk.year().first_day < days.front().first;
    const bool left = !days.empty() && days.back().last < desk.days().last;
    row.cells.push_back(arrived ? day_cell(days.front().first) : documents::Cell{});
    row.cells.push_back(left ? day_cell(days.back().last) : documents::Cell{});
    table.groups.front().rows.push_back(std::move(row));
  }
  sheet.blocks.emplace_back(std::move(table));
  return sheet;
}

Sheet journal_last_page(const Desk& desk) {
  Sheet sheet =
      desk.sheet(desk.in("Заверение", "Certification"), desk.in("Лист заверения", "Certification"));
  sheet.blocks.emplace_back(documents::Paragraph{{{binding_of_paper(desk), {}}}});
  sheet.blocks.emplace_back(documents::Paragraph{{{standing_of_paper(desk), {}}}});
  sheet.signatures = certifying_signatures(desk);
  return sheet;
}

}  // namespace letopis::reports
