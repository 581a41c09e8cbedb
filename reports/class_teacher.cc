#include <fmt/format.h>

#include <map>

#include "reports/class_results.h"
#include "reports/figures.h"
#include "reports/journal_attendance.h"
#include "reports/lists.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Table;

// How many pupils there were, from the days of each in the class.
struct Movement {
  std::uint32_t at_start = 0;
  std::uint32_t arrived = 0;
  std::uint32_t left = 0;
  std::uint32_t at_end = 0;
};

Movement movement(const std::vector<projections::Member>& members, projections::Interval days) {
  Movement out;
  for (const auto& member : members) {
    for (const auto& stay : member.days) {
      if (!stay.meets(days)) continue;
      if (days.first < stay.first) ++out.arrived;
      if (stay.last < days.last) ++out.left;
    }
    if (holds(member.days, days.first)) ++out.at_start;
    if (holds(member.days, days.last)) ++out.at_end;
  }
  return out;
}

// Each pupil by the worst of the results; a name with the subjects it hangs on.
struct Standing {
  std::vector<std::string> excellent;
  std::vector<std::string> good;
  std::vector<std::string> one_three;
  std::vector<std::string> failing;
  std::vector<std::string> not_attested;
  std::uint32_t counted = 0;
  std::uint32_t without_progress = 0;  // failing or not attested
};

std::string with_subjects(const Desk& desk, events::PersonNumber pupil,
                          const std::vector<events::SubjectNumber>& subjects) {
  std::string out;
  for (const auto subject : subjects) out += (out.empty() ? "" : ", ") + desk.subject_name(subject);
  const std::string name = desk.names().common(pupil);
  return out.empty() ? name : fmt::format("{} ({})", name, out);
}

void place(const Desk& desk, const ClassResults& results, const ResultColumn& column,
           events::PersonNumber pupil, Standing& into) {
  std::map<events::MarkValue, std::vector<events::SubjectNumber>> by_mark;
  for (const auto subject : results.subjects()) {
    if (const auto value = results.value(pupil, subject, column)) {
      by_mark[*value].push_back(subject);
    }
  }
  const auto named = [&](events::MarkValue value) {
    return with_subjects(desk, pupil, by_mark[value]);
  };
  using events::MarkValue;
  auto twos = by_mark[MarkValue::kTwo];
  twos.insert(twos.end(), by_mark[MarkValue::kOne].begin(), by_mark[MarkValue::kOne].end());
  const bool any_grade = !twos.empty() || !by_mark[MarkValue::kThree].empty() ||
                         !by_mark[MarkValue::kFour].empty() || !by_mark[MarkValue::kFive].empty();
  if (!by_mark[MarkValue::kNotAttested].empty()) {
    into.not_attested.push_back(named(MarkValue::kNotAttested));
  }
  if (!any_grade && by_mark[MarkValue::kNotAttested].empty()) return;
  ++into.counted;
  if (!twos.empty() || !by_mark[MarkValue::kNotAttested].empty()) ++into.without_progress;
  if (!twos.empty()) {
    into.failing.push_back(with_subjects(desk, pupil, twos));
  } else if (!by_mark[MarkValue::kNotAttested].empty()) {
    return;
  } else if (by_mark[MarkValue::kThree].size() == 1) {
    into.one_three.push_back(named(MarkValue::kThree));
  } else if (!by_mark[MarkValue::kThree].empty()) {
    return;
  } else if (!by_mark[MarkValue::kFour].empty()) {
    into.good.push_back(desk.names().common(pupil));
  } else {
    into.excellent.push_back(desk.names().common(pupil));
  }
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

void fill_standing(const Desk& desk, const Standing& standing, Table& table) {
  const auto row = [&](std::string_view ru, std::string_view en,
                       const std::vector<std::string>& names) {
    table.groups.front().rows.push_back({{documents::words(desk.in(ru, en)), number(names.size()),
                                          documents::words(joined(names))}});
  };
  row("«Отличники»", "Only fives", standing.excellent);
  row("«Хорошисты»", "Fives and fours", standing.good);
  row("С одной «3»", "With one three", standing.one_three);
  row("Неуспевающие", "Failing", standing.failing);
  row("Не аттестованы", "Not attested", standing.not_attested);
}

std::optional<double> share(std::size_t part, std::uint32_t all) {
  if (all == 0) return std::nullopt;
  return 100.0 * static_cast<double>(part) / all;
}

Table figures_table(const Desk& desk, const Movement& moved, const Standing& standing) {
  Table table;
  const std::pair<const char*, const char*> heads[] = {
      {"На начало", "At start"}, {"Прибыло", "Arrived"},      {"Выбыло", "Left"},
      {"На конец", "At end"},    {"Аттестовано", "Assessed"}, {"Успеваемость", "Progress"},
      {"Качество", "Quality"}};
  table.head.emplace_back();
  for (const auto& [ru, en] : heads) {
    table.columns.push_back({.least_mm = 18, .share = 1, .align = Align::kCentre});
    table.head.front().cells.push_back(head(desk.in(ru, en)));
  }
  table.groups = {
      {{},
       {{{number(moved.at_start), number(moved.arrived), number(moved.left), number(moved.at_end),
          number(standing.counted),
          percent(share(standing.counted - standing.without_progress, standing.counted)),
          percent(share(standing.excellent.size() + standing.good.size(), standing.counted))}}}}};
  return table;
}

}  // namespace

Sheets class_teacher(const Desk& desk) {
  const auto school_class = desk.school_class();
  const ClassResults results(desk, school_class);
  const ResultColumn* column = results.column_of(desk.request().period);
  Standing standing;
  for (const auto& member : results.pupils()) {
    if (column != nullptr && holds(member.days, column->last_day)) {
      place(desk, results, *column, member.pupil, standing);
    }
  }
  auto sheet = desk.sheet(school_class.name(),
                          desk.in("Отчёт классного руководителя", "Class teacher's report"));
  sheet.blocks.emplace_back(figures_table(desk, movement(results.pupils(), desk.days()), standing));
  Table names;
  names.columns = {
      {.least_mm = 34}, {.least_mm = 12, .align = Align::kCentre}, {.least_mm = 80, .share = 1}};
  names.head = {{{head(desk.in("Итоги", "Results")), head(desk.in("Число", "Count")),
                  head(desk.in("Фамилия, имя (предметы)", "Names (subjects)"))}}};
  names.groups.emplace_back();
  fill_standing(desk, standing, names);
  sheet.blocks.emplace_back(std::move(names));
  Table missed = attendance_sums(desk);
  missed.caption = desk.in("Пропущено", "Missed");
  sheet.blocks.emplace_back(std::move(missed));
  sheet.signatures = {
      {desk.signature("Классный руководитель", "Class teacher",
                      desk.class_teacher(school_class.number)),
       desk.signature("Принял: заместитель директора по УВР", "Received by the deputy director",
                      desk.holder(events::Role::kDeputy))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
