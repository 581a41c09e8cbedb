#include "reports/report_card.h"

#include <fmt/format.h>

#include "reports/class_results.h"
#include "reports/figures.h"
#include "reports/missed.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Cell;
using documents::Row;
using documents::Table;

Table marks_table(const Desk& desk, const ClassResults& results,
                  const projections::Member& member) {
  Table table;
  table.columns = {{.least_mm = 44, .share = 2, .names_row = true}};
  table.head.emplace_back();
  table.head.front().cells = {head(desk.in("Предмет", "Subject"))};
  for (const auto& column : results.columns()) {
    table.columns.push_back({.least_mm = 10,
                             .share = 1,
                             .align = Align::kCentre,
                             .bold = column.kind != events::ResultKind::kPeriod});
    table.head.front().cells.push_back(head(column.name));
  }
  table.groups.emplace_back();
  table.row_mm = 5.6;
  for (const auto subject : results.subjects()) {
    Row row;
    row.cells = {documents::words(desk.subject_name(subject))};
    for (const auto& column : results.columns()) {
      Cell cell;
      if (const auto* mark = results.mark(member.pupil, subject, column)) {
        cell.content = mark_runs(*mark);
      }
      if (!holds(member.days, column.last_day)) cell.shade = documents::Shade::kClosed;
      row.cells.push_back(std::move(cell));
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  return table;
}

// Lessons missed by period, of those columns that are periods or the year.
Table missed_table(const Desk& desk, const ClassResults& results, const Missed& missed,
                   events::PersonNumber pupil) {
  Table table;
  table.columns = {{.least_mm = 44, .share = 2, .names_row = true}};
  table.head.emplace_back();
  table.head.front().cells = {head(desk.in("Пропущено", "Missed"))};
  table.groups.emplace_back();
  auto& rows = table.groups.front().rows;
  rows.resize(3);
  rows[0].cells = {documents::words(desk.in("дней", "days"))};
  rows[1].cells = {documents::words(desk.in("уроков", "lessons"))};
  rows[2].cells = {documents::words(desk.in("из них по болезни", "of them ill"))};
  for (const auto& column : results.columns()) {
    if (column.kind == events::ResultKind::kExam || column.kind == events::ResultKind::kFinal) {
      continue;
    }
    table.columns.push_back({.least_mm = 10, .share = 1, .align = Align::kCentre});
    table.head.front().cells.push_back(head(column.name));
    const auto sums = missed.of(pupil, column.period);
    rows[0].cells.push_back(count(sums.full_days));
    rows[1].cells.push_back(count(sums.missed));
    rows[2].cells.push_back(count(sums.ill));
  }
  return table;
}

void add_exemptions(const Desk& desk, events::PersonNumber pupil, documents::Sheet& sheet) {
  documents::List list;
  for (const auto& one : desk.directory().exemptions_of(pupil)) {
    const projections::Interval days{one.first_day, one.last_day};
    if (!days.meets({desk.year().first_day, desk.year().last_day})) continue;
    list.items.push_back(
        {{desk.in(fmt::format("Освобождение: {}, {} – {}", desk.subject_name(one.subject),
                              desk.day(one.first_day), desk.day(one.last_day)),
                  fmt::format("Exempt: {}, {} – {}", desk.subject_name(one.subject),
                              desk.day(one.first_day), desk.day(one.last_day))),
          {}}});
  }
  if (!list.items.empty()) sheet.blocks.emplace_back(std::move(list));
}

}  // namespace

Result<std::vector<documents::Sheet>> report_card(const Desk& desk) {
  const auto school_class = desk.school_class();
  const ClassResults results(desk, school_class);
  const Missed missed(desk, school_class);
  std::vector<documents::Sheet> sheets;
  for (const auto& member : results.pupils()) {
    if (desk.request().person ? member.pupil != *desk.request().person
                              : !holds(member.days, desk.days().last)) {
      continue;
    }
    auto sheet = desk.sheet(desk.names().common(member.pupil),
                            desk.in("Табель успеваемости", "Report card"));
    sheet.heading.lines.insert(sheet.heading.lines.begin(),
                               {desk.in("Ученик", "Pupil"), desk.names().full(member.pupil)});
    sheet.page.mirrored = false;
    sheet.blocks.emplace_back(marks_table(desk, results, member));
    sheet.blocks.emplace_back(missed_table(desk, results, missed, member.pupil));
    add_exemptions(desk, member.pupil, sheet);
    sheet.signatures = {
        {desk.signature("Классный руководитель", "Class teacher",
                        desk.class_teacher(school_class.number)),
         desk.signature("Директор", "Director", desk.holder(events::Role::kDirector)),
         desk.signature("Родитель (законный представитель)", "Parent", {})},
        true};
    sheets.push_back(std::move(sheet));
  }
  if (!sheets.empty()) return sheets;
  return Refusal{
      "report.not_in_class",
      {"в этом классе за эти дни нет такого ученика", "the class has no such pupil in these days"}};
}

}  // namespace letopis::reports
