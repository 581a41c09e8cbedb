#include "projections/lesson_book.h"
#include "reports/figures.h"
#include "reports/lists.h"
#include "terminal/enumeration_words.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Row;
using documents::Table;
using projections::BookedLesson;

// How a work came out. Made up later: who was absent and has a mark for it all the same.
struct Outcome {
  projections::ResultCounts counts;
  std::uint32_t wrote = 0;
  std::uint32_t absent = 0;
  std::uint32_t made_up = 0;
};

Outcome outcome_of(const BookedLesson& lesson, const projections::Work& work) {
  Outcome out;
  for (const auto& cell : lesson.cells) {
    const bool away = cell.presence && cell.presence->kind == events::AbsenceKind::kAbsent;
    if (away) ++out.absent;
    bool has = false;
    for (const auto& mark : projections::resolve_marks(cell.steps)) {
      if (mark.work != work.number || !mark.value) continue;
      out.counts.add(*mark.value);
      has = true;
    }
    if (has && away) ++out.made_up;
    if (has) ++out.wrote;
  }
  return out;
}

Row row_of_work(const Desk& desk, const BookedLesson& lesson, const projections::Work& work) {
  const Outcome out = outcome_of(lesson, work);
  std::string subject = desk.subject_name(lesson.place.subject);
  if (lesson.place.group) subject += ", " + desk.group_name(*lesson.place.group);
  std::string title = work.title;
  if (title.empty()) title = terminal::word_of(desk.language(), work.kind);
  return {{day_cell(lesson.record.day), documents::words(subject), documents::words(title),
           documents::words(desk.names().brief(lesson.record.teacher)), number(out.wrote),
           count(out.counts.fives), count(out.counts.fours), count(out.counts.threes),
           count(out.counts.twos + out.counts.ones), percent(out.counts.progress_percent()),
           percent(out.counts.quality_percent()), count(out.absent), count(out.made_up)}};
}

Table frame(const Desk& desk) {
  Table table;
  table.columns = {{.least_mm = 20, .names_row = true},
                   {.least_mm = 34, .share = 2},
                   {.least_mm = 40, .share = 3},
                   {.least_mm = 30, .share = 1}};
  table.head.emplace_back();
  table.head.front().cells = {head(desk.in("Дата", "Date")), head(desk.in("Предмет", "Subject")),
                              head(desk.in("Работа", "Work")), head(desk.in("Учитель", "Teacher"))};
  const std::pair<const char*, const char*> heads[] = {{"Писали", "Wrote"},
                                                       {"«5»", "5"},
                                                       {"«4»", "4"},
                                                       {"«3»", "3"},
                                                       {"«2»", "2"},
                                                       {"Успев.", "Progress"},
                                                       {"Качество", "Quality"},
                                                       {"Отсутств.", "Absent"},
                                                       {"Написали позже", "Made up"}};
  for (const auto& [ru, en] : heads) {
    table.columns.push_back({.least_mm = 13, .align = Align::kCentre});
    table.head.front().cells.push_back(head(desk.in(ru, en)));
  }
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  return table;
}

}  // namespace

Sheets control_works(const Desk& desk) {
  Table table = frame(desk);
  for (const auto& lesson : projections::lesson_book(
           desk.views(), desk.directory(),
           {desk.school_class().number, desk.days().first, desk.days().last})) {
    if (!lesson.stands() || !lesson.has_control_work()) continue;
    if (desk.request().subject && lesson.place.subject != *desk.request().subject) continue;
    for (const auto& work : lesson.record.works) {
      if (work.kind != events::WorkKind::kControl) continue;
      table.groups.front().rows.push_back(row_of_work(desk, lesson, work));
    }
  }
  auto sheet = desk.sheet(desk.in("Контрольные работы", "Control works"),
                          desk.in("Контрольные работы", "Control works"));
  sheet.blocks.emplace_back(std::move(table));
  sheet.signatures = {{desk.signature("Заместитель директора по УВР", "Deputy director",
                                      desk.holder(events::Role::kDeputy))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
