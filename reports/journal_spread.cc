#include "reports/journal_spread.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "regulations/civil_day.h"
#include "reports/figures.h"
#include "reports/journal_signs.h"
#include "reports/month_names.h"
#include "reports/printed_journal.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Cell;
using documents::Fit;
using documents::Row;
using documents::Rule;
using documents::Sheet;
using documents::Table;
using projections::JournalPage;

constexpr double kLessonMm = 4.6;
constexpr double kRowMm = 5;
constexpr double kTopicRowMm = 7.6;

const projections::Mark* period_mark(const JournalPage& page, events::PersonNumber pupil,
                                     const events::PeriodDeclared& period) {
  const auto kind = period.kind == events::PeriodKind::kYear ? events::ResultKind::kYear
                                                             : events::ResultKind::kPeriod;
  for (const auto& one : page.period_marks) {
    if (one.pupil == pupil && one.period == period.period && one.kind == kind) return &one.mark;
  }
  return nullptr;
}

// The spread's own frame is short: what the class is, the subject and the time.
void set_frame(const Desk& desk, Sheet& sheet, documents::Spread side) {
  sheet.page.spread = side;
  sheet.heading.lines.clear();
  if (side == documents::Spread::kLeft) {
    sheet.heading.lines.push_back({desk.in("Период", "Period"), desk.period_text()});
  }
}

}  // namespace

std::vector<Sheet> JournalSpreads::of(const projections::Place& place, const std::string& name) {
  const auto page = projections::journal_page(
      desk_.views(), {desk_.request().school_class, place.subject, place.group, desk_.days().first,
                      desk_.days().last, desk_.as_of()});
  std::vector<Sheet> out;
  for (const Spread& spread : cut(page, place)) {
    out.push_back(left(page, spread, name));
    out.push_back(right(page, spread, name));
  }
  return out;
}

std::vector<JournalSpreads::Spread> JournalSpreads::cut(const JournalPage& page,
                                                        const projections::Place& place) const {
  std::vector<std::size_t> lessons;  // a group's stand on its own spreads alone
  for (std::size_t i = 0; i < page.columns.size(); ++i) {
    if (page.columns[i].group == place.group) lessons.push_back(i);
  }
  std::vector<Spread> spreads;
  auto next = lessons.begin();
  const auto take_until = [&](events::Day last) {
    Spread spread;
    for (; next != lessons.end() && page.columns[*next].day <= last; ++next) {
      if (spread.columns.size() == kLessonsOnSpread) spreads.push_back(std::exchange(spread, {}));
      spread.columns.push_back(*next);
    }
    return spread;
  };
  for (const auto& period : desk_.periods(desk_.grade())) {
    if (period.kind == events::PeriodKind::kYear) {
      const bool over = period.last_day <= desk_.days().last;
      if (over && !spreads.empty()) spreads.back().closes.push_back(period);
      continue;
    }
    Spread spread = take_until(period.last_day);
    if (spread.columns.empty()) continue;
    spread.closes.push_back(period);
    spreads.push_back(std::move(spread));
  }
  // Lessons after the last period, or of a class without periods.
  if (Spread rest = take_until(desk_.days().last); !rest.columns.empty()) {
    spreads.push_back(std::move(rest));
  }
  return spreads;
}

void JournalSpreads::lay_columns(const JournalPage& page, const Spread& spread,
                                 Table& table) const {
  table.columns = {{.least_mm = 6, .align = Align::kRight, .names_row = true},
                   {.least_mm = 34,
                    .most_mm = 46,
                    .fit = Fit::kShrink,
                    .names_row = true,
                    .after = Rule::kMargin}};
  Row months{{head("№", 1, 2), head(desk_.in("Фамилия, имя", "Name"), 1, 2)}};
  Row dates;
  for (std::size_t i = 0; i < spread.columns.size(); ++i) {
    const auto civil = regulations::civil(page.columns[spread.columns[i]].day);
    const bool last =
        i + 1 == spread.columns.size() ||
        regulations::civil(page.columns[spread.columns[i + 1]].day).month != civil.month;
    const bool first =
        i == 0 || regulations::civil(page.columns[spread.columns[i - 1]].day).month != civil.month;
    if (first) {
      months.cells.push_back(
          documents::words(std::string(month_name(desk_.language(), civil.month)), {.bold = true}));
    } else {
      ++months.cells.back().columns;
    }
    dates.cells.push_back(head(fmt::format("{:02}", civil.day)));
    table.columns.push_back({.least_mm = kLessonMm,
                             .most_mm = kLessonMm + 1.4,
                             .share = 1,
                             .align = Align::kCentre,
                             .fit = Fit::kShrink,
                             .after = last ? Rule::kStrong : Rule::kThin});
  }
  for (const auto& period : spread.closes) {
    months.cells.push_back(rotated(period_name(desk_.language(), period), 2));
    table.columns.push_back({.least_mm = 6,
                             .most_mm = 8,
                             .align = Align::kCentre,
                             .bold = true,
                             .after = Rule::kStrong});
  }
  table.head = {std::move(months), std::move(dates)};
}

Row JournalSpreads::pupil_row(const JournalPage& page, const Spread& spread, std::size_t pupil,
                              std::size_t line) const {
  const auto& who = page.pupils[pupil];
  Row row{{number(line), documents::words(desk_.names().common(who.pupil))}};
  for (const std::size_t column : spread.columns) {
    Cell cell;
    if (const auto* held = page.cell(who.pupil, page.columns[column].lesson)) {
      cell.content = cell_runs(*held);
    }
    if (!page.is_open(pupil, column)) cell.shade = documents::Shade::kClosed;
    row.cells.push_back(std::move(cell));
  }
  for (const auto& period : spread.closes) {
    Cell cell;
    if (const auto* mark = period_mark(page, who.pupil, period)) cell.content = mark_runs(*mark);
    row.cells.push_back(std::move(cell));
  }
  return row;
}

Sheet JournalSpreads::left(const JournalPage& page, const Spread& spread,
                           const std::string& name) const {
  Sheet sheet = desk_.sheet(
      name, desk_.request().school_class ? desk_.school_class().name() + " · " + name : name);
  set_frame(desk_, sheet, documents::Spread::kLeft);
  Table table;
  lay_columns(page, spread, table);
  table.rule_each_fifth = true;
  table.row_mm = kRowMm;
  table.groups.emplace_back();
  std::vector<std::size_t> order(page.pupils.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return desk_.names().before(page.pupils[a].pupil, page.pupils[b].pupil);
  });
  for (std::size_t i = 0; i < order.size(); ++i) {
    table.groups.front().rows.push_back(pupil_row(page, spread, order[i], i + 1));
  }
  sheet.blocks.emplace_back(std::move(table));
  return sheet;
}

Sheet JournalSpreads::right(const JournalPage& page, const Spread& spread,
                            const std::string& name) const {
  const auto& first = page.columns[spread.columns.front()];
  Sheet sheet =
      desk_.sheet(name, desk_.in("Учитель: ", "Teacher: ") + desk_.names().full(first.teacher));
  set_frame(desk_, sheet, documents::Spread::kRight);
  Table table;
  table.columns = {{.least_mm = 11, .most_mm = 13, .names_row = true, .after = Rule::kMargin},
                   {.least_mm = 50, .share = 3},
                   {.least_mm = 40, .share = 2}};
  table.head = {{{head(desk_.in("Дата", "Date")), head(desk_.in("Тема урока", "Topic")),
                  head(desk_.in("Домашнее задание", "Homework"))}}};
  table.row_mm = kTopicRowMm;
  table.rule_each_fifth = true;
  table.groups.emplace_back();
  for (const std::size_t column : spread.columns) {
    const auto& lesson = page.columns[column];
    std::string topic = lesson.topic ? lesson.topic->value : std::string();
    if (lesson.substitution && lesson.teacher != first.teacher) {
      topic += desk_.in(" (замена: ", " (substitute: ") + desk_.names().brief(lesson.teacher) + ")";
    }
    std::string homework = lesson.homework ? lesson.homework->value.text : std::string();
    if (!lesson.homework && lesson.no_homework) homework = desk_.in("не задано", "none");
    Row row{{documents::words(regulations::russian_short(lesson.day)),
             documents::words(std::move(topic)), documents::words(std::move(homework))}};
    table.groups.front().rows.push_back(std::move(row));
  }
  sheet.blocks.emplace_back(std::move(table));
  return sheet;
}

}  // namespace letopis::reports
