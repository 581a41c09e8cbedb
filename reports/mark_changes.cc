#include "projections/change_report.h"

#include "reports/figures.h"
#include "reports/lists.h"
#include "terminal/enumeration_words.h"

namespace letopis::reports {
namespace {

using documents::Row;
using documents::Table;
using projections::ChangeRow;
using projections::EntryType;

std::string type_name(const Desk& desk, const ChangeRow& row) {
  const auto word = [&desk](EntryType type) {
    switch (type) {
      case EntryType::kInitial: return desk.in("первая запись", "initial");
      case EntryType::kCorrection: return desk.in("исправление", "correction");
      case EntryType::kRetake: return desk.in("пересдача", "retake");
      case EntryType::kAdjustment: return desk.in("по спору или приказу", "adjustment");
      case EntryType::kWithdrawn: return desk.in("снята", "withdrawn");
    }
    INVARIANT(false);
  };
  std::string out = word(row.type);
  const std::string reason = row.reason ? terminal::word_of(desk.language(), *row.reason) : out;
  if (reason != out) out += ": " + reason;
  if (row.is_void) out += desk.in(" (недействительна)", " (void)");
  return out;
}

Row row_of_change(const Desk& desk, const ChangeRow& row) {
  Row out{{documents::words(row.teacher ? desk.names().brief(*row.teacher)
                                        : desk.names().brief(row.stamp.author)),
           documents::words(row.school_class ? desk.class_name(*row.school_class) : std::string()),
           documents::words(desk.names().common(row.pupil)),
           documents::words(desk.subject_short(row.subject)), day_cell(row.day),
           documents::words(terminal::token_of(row.before)),
           documents::words(terminal::token_of(row.after)), documents::words(type_name(desk, row)),
           documents::words(desk.moment(row.stamp.recorded)),
           row.late ? number(static_cast<std::uint64_t>(row.late->days)) : documents::Cell{}}};
  if (row.late) out.cells.back().shade = documents::Shade::kWarning;
  return out;
}

}  // namespace

Sheets mark_changes(const Desk& desk) {
  projections::ChangeFilter filter;
  filter.school_class = desk.request().school_class;
  filter.subject = desk.request().subject;
  filter.pupil = desk.request().person;
  filter.first = desk.days().first;
  filter.last = desk.days().last;
  filter.limit = documents::kMaxTableRows;
  filter.as_of = desk.as_of();
  const auto report = projections::change_report(desk.views(), filter);
  if (!report) return report.refusal();
  Table table;
  table.columns = {{.least_mm = 30, .share = 1},
                   {.least_mm = 11},
                   {.least_mm = 36, .share = 1},
                   {.least_mm = 20},
                   {.least_mm = 20},
                   {.least_mm = 12},
                   {.least_mm = 12},
                   {.least_mm = 40, .share = 2},
                   {.least_mm = 30},
                   {.least_mm = 14, .align = documents::Align::kCentre}};
  table.columns[5].align = table.columns[6].align = documents::Align::kCentre;
  table.head = {
      {{head(desk.in("Учитель", "Teacher")), head(desk.in("Класс", "Class")),
        head(desk.in("Ученик", "Pupil")), head(desk.in("Предмет", "Subject")),
        head(desk.in("Урок", "Lesson")), head(desk.in("Было", "Before")),
        head(desk.in("Стало", "After")), head(desk.in("Род, причина", "Type, reason")),
        head(desk.in("Записано", "Recorded")), head(desk.in("Опоздание, дней", "Days late"))}}};
  table.groups.emplace_back();
  for (const auto& row : report->rows) {
    table.groups.front().rows.push_back(row_of_change(desk, row));
  }
  auto sheet = desk.sheet(desk.in("Изменения", "Changes"),
                          desk.in("Отчёт об изменении отметок", "Report on changes of marks"));
  sheet.blocks.emplace_back(std::move(table));
  if (report->cut) {
    sheet.blocks.emplace_back(
        documents::Paragraph{{{desk.in("Показаны не все изменения: укажите меньший промежуток.",
                                       "Not all changes are shown: name a shorter span."),
                               {.bold = true}}}});
  }
  sheet.signatures = {{desk.signature("Заместитель директора по УВР", "Deputy director",
                                      desk.holder(events::Role::kDeputy))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
