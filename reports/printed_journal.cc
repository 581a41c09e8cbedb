#include "reports/printed_journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "reports/figures.h"
#include "reports/journal_attendance.h"
#include "reports/journal_signs.h"
#include "reports/journal_spread.h"
#include "reports/paper_standing.h"
#include "rules/own_journal.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Row;
using documents::Scale;
using documents::Sheet;
using documents::Table;

constexpr std::size_t kContentsSheet = 1;
constexpr std::size_t kListSheet = 2;
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

Sheet cover(const Desk& desk) {
  Sheet sheet = desk.sheet(desk.in("Обложка", "Cover"), "");
  sheet.heading = {};
  sheet.page.numbered = false;
  const auto line = [&](std::string text, Scale scale, double above_mm, documents::Style style) {
    sheet.blocks.emplace_back(
        documents::Paragraph{{{std::move(text), style}}, scale, Align::kCentre, above_mm});
  };
  line(desk.school().name, Scale::kLarge, 12, {});
  line(journal_name(desk), Scale::kTitle, 52, {.bold = true});
  line(holder_name(desk), Scale::kLarge, 10, {.bold = true});
  line(desk.in(fmt::format("{} учебный год", desk.year_name()),
               fmt::format("academic year {}", desk.year_name())),
       Scale::kLarge, 4, {});
  const auto teacher =
      desk.request().group ? std::nullopt : desk.class_teacher(desk.school_class().number);
  line(teacher ? desk.in("Классный руководитель ", "Class teacher ") + desk.names().full(*teacher)
               : " ",
       Scale::kText, 42, {});
  line(standing_of_paper(desk), Scale::kText, 24, {});
  return sheet;
}

std::string place_name(const Desk& desk, const projections::Place& place) {
  std::string name = desk.subject_name(place.subject);
  if (place.group) name += ", " + desk.group_name(*place.group);
  return name;
}

// Of the group that is asked for; else of the class, with its groups but for those that have a
// journal of their own. In the order in which subjects were registered; groups after their class.
std::vector<projections::LoadInfo> loads(const Desk& desk) {
  const auto& request = desk.request();
  std::vector<projections::LoadInfo> out;
  for (auto& load :
       desk.directory().loads_of(request.school_class.value_or(events::ClassNumber{}))) {
    if (!load.days.meets(desk.days())) continue;
    if (request.subject && load.place.subject != *request.subject) continue;
    const auto kind = rules::kind_of(load.place.group, desk.directory());
    const bool apart = kind && rules::has_own_journal(*kind);
    const bool wanted = request.group ? load.place.group == request.group : !apart;
    if (wanted) out.push_back(std::move(load));
  }
  std::sort(out.begin(), out.end(), [](const auto& left, const auto& right) {
    return std::tie(left.place.subject, left.place.group, left.days.first) <
           std::tie(right.place.subject, right.place.group, right.days.first);
  });
  return out;
}

// A part of the journal, and the sheet with which it begins.
struct Chapter {
  std::string name;
  std::string teachers = {};
  std::optional<std::size_t> sheet = {};  // empty: nothing was recorded
};

Sheet contents(const Desk& desk, const std::vector<Chapter>& chapters) {
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
  sheet.blocks.emplace_back(documents::Paragraph{{{std::string(journal_legend(desk.language())),
                                                   {.small = true, .ink = documents::Ink::kQuiet}}},
                                                 Scale::kText,
                                                 Align::kLeft,
                                                 6});
  return sheet;
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

Sheet class_list(const Desk& desk) {
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

Sheet last_page(const Desk& desk) {
  Sheet sheet =
      desk.sheet(desk.in("Заверение", "Certification"), desk.in("Лист заверения", "Certification"));
  sheet.blocks.emplace_back(documents::Paragraph{{{binding_of_paper(desk), {}}}});
  sheet.blocks.emplace_back(documents::Paragraph{{{standing_of_paper(desk), {}}}});
  sheet.signatures = certifying_signatures(desk);
  return sheet;
}

// Of all loads of the place, each teacher once.
std::string teachers_of(const Desk& desk, const projections::Place& place,
                        const std::vector<projections::LoadInfo>& all) {
  std::vector<events::PersonNumber> named;
  std::string out;
  for (const auto& load : all) {
    const auto teacher = load.assigned.fact.teacher;
    if (load.place != place || std::find(named.begin(), named.end(), teacher) != named.end()) {
      continue;
    }
    named.push_back(teacher);
    out += (out.empty() ? "" : ", ") + desk.names().brief(teacher);
  }
  return out;
}

void move_to(std::vector<Sheet>& to, std::vector<Sheet>&& from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// The sums stand with the months they add up.
void add_attendance(const Desk& desk, std::vector<Sheet>& pages, std::vector<Chapter>& chapters) {
  auto months = journal_attendance(desk);
  if (months.empty()) return;
  Chapter chapter{desk.in("Учёт посещаемости", "Attendance")};
  chapter.sheet = pages.size();
  move_to(pages, std::move(months));
  Sheet sums = desk.sheet(desk.in("Пропуски", "Absences"),
                          desk.in("Сводные данные о пропусках", "Sums of absences"));
  sums.heading.lines.clear();
  sums.blocks.emplace_back(attendance_sums(desk));
  pages.push_back(std::move(sums));
  chapters.push_back(std::move(chapter));
}

}  // namespace

Result<std::vector<Sheet>> printed_journal(const Desk& desk) {
  std::vector<Sheet> out{cover(desk), Sheet{}, class_list(desk)};
  std::vector<Chapter> chapters{{desk.in("Список обучающихся", "List of pupils"), {}, kListSheet}};
  JournalSpreads spreads(desk);
  const auto all = loads(desk);
  std::optional<projections::Place> last;
  for (const auto& load : all) {
    if (last == load.place) continue;
    last = load.place;
    const std::string name = place_name(desk, load.place);
    auto sheets = spreads.of(load.place, name);
    Chapter chapter{name, teachers_of(desk, load.place, all)};
    if (!sheets.empty()) chapter.sheet = out.size();
    chapters.push_back(std::move(chapter));
    move_to(out, std::move(sheets));
  }
  if (!desk.request().group) add_attendance(desk, out, chapters);
  out[kContentsSheet] = contents(desk, chapters);
  out.push_back(last_page(desk));
  return out;
}

}  // namespace letopis::reports
