#include "reports/summary_sheet.h"

#include <functional>

#include "reports/class_results.h"
#include "reports/figures.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Cell;
using documents::Fit;
using documents::Row;
using documents::Rule;
using documents::Table;
using projections::ResultCounts;

constexpr double kMarkMm = 6.2;
constexpr double kNameMm = 40;

std::string teachers_of(const Desk& desk, events::SubjectNumber subject) {
  std::string out;
  const auto school_class = desk.school_class().number;
  for (const auto& load : desk.directory().loads_of(school_class)) {
    if (load.place.subject != subject || !load.days.holds(desk.days().last)) continue;
    const std::string name = desk.names().brief(load.assigned.fact.teacher);
    if (out.find(name) == std::string::npos) out += (out.empty() ? "" : ", ") + name;
  }
  return out;
}

void lay_columns(const Desk& desk, const ClassResults& results, Table& table) {
  table.columns = {{.least_mm = 7, .align = Align::kRight, .names_row = true},
                   {.least_mm = kNameMm,
                    .most_mm = 52,
                    .fit = Fit::kShrink,
                    .names_row = true,
                    .after = Rule::kMargin}};
  Row subjects;
  subjects.cells = {head("№", 1, 2), head(desk.in("Фамилия, имя", "Name"), 1, 2)};
  Row periods;
  const auto& columns = results.columns();
  for (const auto subject : results.subjects()) {
    Cell title{.content = documents::Text{{desk.subject_name(subject), {.bold = true}}},
               .columns = static_cast<unsigned>(columns.size())};
    if (const std::string teachers = teachers_of(desk, subject); !teachers.empty()) {
      std::get<documents::Text>(title.content).push_back({"\n" + teachers, {.small = true}});
    }
    subjects.cells.push_back(centred(std::move(title)));
    for (const auto& column : columns) {
      const bool last = &column == &columns.back();
      table.columns.push_back({.least_mm = kMarkMm,
                               .most_mm = kMarkMm + 2,
                               .share = 1,
                               .align = Align::kCentre,
                               .fit = Fit::kShrink,
                               .bold = column.kind != events::ResultKind::kPeriod,
                               .after = last ? Rule::kStrong : Rule::kThin});
      periods.cells.push_back(rotated(column.name));
    }
  }
  table.head = {std::move(subjects), std::move(periods)};
}

Row pupil_row(const Desk& desk, const ClassResults& results, std::size_t index) {
  const auto& member = results.pupils()[index];
  Row row;
  row.cells = {number(index + 1), documents::words(desk.names().common(member.pupil))};
  for (const auto subject : results.subjects()) {
    for (const auto& column : results.columns()) {
      Cell cell;
      if (const auto* mark = results.mark(member.pupil, subject, column)) {
        cell.content = mark_runs(*mark);
      }
      if (!holds(member.days, column.last_day)) cell.shade = documents::Shade::kClosed;
      row.cells.push_back(std::move(cell));
    }
  }
  return row;
}

struct Figure {
  const char* ru;
  const char* en;
  std::function<Cell(const ResultCounts&)> cell;
};

std::vector<Figure> figures() {
  return {
      {"«5»", "fives", [](const ResultCounts& all) { return count(all.fives); }},
      {"«4»", "fours", [](const ResultCounts& all) { return count(all.fours); }},
      {"«3»", "threes", [](const ResultCounts& all) { return count(all.threes); }},
      {"«2»", "twos", [](const ResultCounts& all) { return count(all.twos + all.ones); }},
      {"н/а", "not attested", [](const ResultCounts& all) { return count(all.not_attested); }},
      {"Успеваемость, %", "Progress, %",
       [](const ResultCounts& all) { return short_figure(all.progress_percent()); }},
      {"Качество знаний, %", "Quality, %",
       [](const ResultCounts& all) { return short_figure(all.quality_percent()); }},
      {"СОУ, %", "Learning index, %",
       [](const ResultCounts& all) { return short_figure(all.learning_index()); }},
      {"Средний балл", "Average", [](const ResultCounts& all) { return average(all.average()); }}};
}

void add_totals(const Desk& desk, const ClassResults& results, Table& table) {
  std::vector<ResultCounts> counts;
  for (const auto subject : results.subjects()) {
    for (const auto& column : results.columns()) counts.push_back(results.counts(subject, column));
  }
  for (const Figure& figure : figures()) {
    Row row;
    Cell name = documents::words(desk.in(figure.ru, figure.en));
    name.columns = 2;
    row.cells.push_back(std::move(name));
    for (const ResultCounts& one : counts) row.cells.push_back(centred(figure.cell(one)));
    table.totals.push_back(std::move(row));
  }
}

}  // namespace

Result<std::vector<documents::Sheet>> summary_sheet(const Desk& desk) {
  const auto school_class = desk.school_class();
  const ClassResults results(desk, school_class);
  documents::Sheet sheet = desk.sheet(
      school_class.name(),
      desk.in("Сводная ведомость учёта успеваемости обучающихся " + school_class.name() + " класса",
              "Summary sheet of results, class " + school_class.name()));
  Table table;
  lay_columns(desk, results, table);
  table.rule_each_fifth = true;
  table.row_mm = 4.6;
  table.groups.emplace_back();
  for (std::size_t i = 0; i < results.pupils().size(); ++i) {
    table.groups.front().rows.push_back(pupil_row(desk, results, i));
  }
  add_totals(desk, results, table);
  sheet.blocks.emplace_back(std::move(table));
  sheet.signatures = {
      {desk.signature("Классный руководитель", "Class teacher",
                      desk.class_teacher(school_class.number)),
       desk.signature("Директор", "Director", desk.holder(events::Role::kDirector))},
      true};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
