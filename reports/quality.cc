#include <algorithm>
#include <map>

#include "reports/class_results.h"
#include "reports/figures.h"
#include "reports/lists.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Row;
using documents::Table;
using projections::ResultCounts;

void merge(ResultCounts& into, const ResultCounts& more) {
  into.fives += more.fives;
  into.fours += more.fours;
  into.threes += more.threes;
  into.twos += more.twos;
  into.ones += more.ones;
  into.not_attested += more.not_attested;
  into.exempt += more.exempt;
  into.passed += more.passed;
}

// Results under a name (a subject, a class, a teacher), period by period.
struct Dynamics {
  std::vector<std::string> periods;  // as columns, in order
  std::map<std::string, std::map<std::string, ResultCounts>> lines;

  void add(const std::string& line, const std::string& period, const ResultCounts& counts) {
    if (std::find(periods.begin(), periods.end(), period) == periods.end()) {
      periods.push_back(period);
    }
    const bool anything = counts.counted() + counts.exempt + counts.passed > 0;
    if (anything) merge(lines[line][period], counts);
  }
};

Table table_of(const Desk& desk, const Dynamics& dynamics, std::string caption) {
  Table table;
  table.caption = std::move(caption);
  table.columns = {
      {.least_mm = 44, .share = 2, .names_row = true, .after = documents::Rule::kMargin}};
  Row periods{{head({}, 1, 2)}};
  Row figures;
  for (const auto& period : dynamics.periods) {
    periods.cells.push_back(head(period, 3));
    for (const auto& [ru, en] : {std::pair{"успев.", "progress"}, std::pair{"кач.", "quality"},
                                 std::pair{"СОУ", "index"}}) {
      table.columns.push_back({.least_mm = 13, .share = 1, .align = Align::kRight});
      figures.cells.push_back(head(desk.in(ru, en)));
    }
    table.columns.back().after = documents::Rule::kStrong;
  }
  table.head = {std::move(periods), std::move(figures)};
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  for (const auto& [name, counts] : dynamics.lines) {
    Row row{{documents::words(name)}};
    for (const auto& period : dynamics.periods) {
      const auto found = counts.find(period);
      const ResultCounts all = found == counts.end() ? ResultCounts{} : found->second;
      row.cells.push_back(percent(all.progress_percent()));
      row.cells.push_back(percent(all.quality_percent()));
      row.cells.push_back(percent(all.learning_index()));
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  return table;
}

std::string teacher_of(const Desk& desk, events::ClassNumber school_class,
                       events::SubjectNumber subject) {
  for (const auto& load : desk.directory().loads_of(school_class)) {
    if (load.place.subject == subject && load.days.holds(desk.days().last)) {
      return desk.names().full(load.assigned.fact.teacher);
    }
  }
  return desk.in("(без нагрузки)", "(no load)");
}

struct Views {
  Dynamics by_subject;
  Dynamics by_class;
  Dynamics by_teacher;
  Dynamics by_pupil;
};

void read_class(const Desk& desk, const projections::ClassInfo& school_class, Views& views) {
  const ClassResults results(desk, school_class);
  for (const auto subject : results.subjects()) {
    const std::string teacher = teacher_of(desk, school_class.number, subject);
    for (const auto& column : results.columns()) {
      const auto counts = results.counts(subject, column);
      views.by_subject.add(desk.subject_name(subject), column.name, counts);
      views.by_class.add(school_class.name(), column.name, counts);
      views.by_teacher.add(teacher, column.name, counts);
      if (!desk.request().school_class) continue;
      for (const auto& member : results.pupils()) {
        ResultCounts own;
        if (const auto value = results.value(member.pupil, subject, column)) own.add(*value);
        views.by_pupil.add(desk.names().common(member.pupil), column.name, own);
      }
    }
  }
}

}  // namespace

Sheets quality(const Desk& desk) {
  Views views;
  if (desk.request().school_class) {
    read_class(desk, desk.school_class(), views);
  } else {
    for (const auto& school_class : desk.directory().classes(desk.days().last)) {
      read_class(desk, school_class, views);
    }
  }
  auto sheet = desk.sheet(
      desk.in("Качество", "Quality"),
      desk.in("Качество знаний и успеваемость по периодам", "Quality and progress by period"));
  const auto add = [&](const Dynamics& dynamics, std::string_view ru, std::string_view en) {
    if (!dynamics.lines.empty()) {
      sheet.blocks.emplace_back(table_of(desk, dynamics, desk.in(ru, en)));
    }
  };
  add(views.by_class, "По классам", "By class");
  add(views.by_subject, "По предметам", "By subject");
  add(views.by_teacher, "По учителям", "By teacher");
  add(views.by_pupil, "По ученикам", "By pupil");
  sheet.signatures = {{desk.signature("Заместитель директора по УВР", "Deputy director",
                                      desk.holder(events::Role::kDeputy))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
