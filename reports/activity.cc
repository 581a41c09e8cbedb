#include "projections/activity.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "projections/change_report.h"
#include "regulations/civil_day.h"
#include "reports/figures.h"
#include "reports/lists.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Row;
using documents::Table;
using projections::ActivityCounts;
using projections::ActivityWeek;

constexpr int kWeekDays = 7;
constexpr terminal::Noun kEntries{"запись", "записи", "записей", "entry", "entries"};

// Late entries of marks, by author and week.
struct Late {
  std::uint32_t entries = 0;
  int most_days = 0;
};
using LateByWeek = std::map<std::pair<events::PersonNumber, events::Day>, Late>;

events::Day monday_of(events::Day day) {
  return regulations::plus_days(day, 1 - static_cast<int>(regulations::weekday(day)));
}

Result<LateByWeek> late_marks(const Desk& desk) {
  projections::ChangeFilter filter;
  filter.only_late = true;
  filter.author = desk.request().person;
  filter.recorded_from = desk.zone().instant_of(desk.days().first, 0);
  filter.recorded_before = desk.zone().instant_of(regulations::plus_days(desk.days().last, 1), 0);
  filter.limit = projections::kMostChangeRows;
  filter.as_of = desk.as_of();
  const auto report = projections::change_report(desk.views(), filter);
  if (!report) return report.refusal();
  LateByWeek out;
  for (const auto& row : report->rows) {
    if (!row.late || row.is_void) continue;
    Late& late = out[{row.stamp.author, monday_of(desk.zone().day_of(row.stamp.recorded))}];
    ++late.entries;
    late.most_days = std::max(late.most_days, row.late->days);
  }
  return out;
}

Row counts_row(documents::Cell name, const ActivityCounts& counts, const Late& late) {
  return {{std::move(name), count(counts.lessons), count(counts.topics), count(counts.homework),
           count(counts.marks), count(counts.absences), count(counts.period_marks),
           count(counts.changes), count(late.entries),
           count(static_cast<std::uint64_t>(late.most_days))}};
}

void lay_columns(const Desk& desk, Table& table) {
  table.columns = {{.least_mm = 44, .share = 1, .names_row = true}};
  for (int i = 0; i < 9; ++i) {
    table.columns.push_back({.least_mm = 19, .share = 1, .align = Align::kCentre});
  }
  table.head = {{{head(desk.in("Неделя", "Week"), 1, 2), head(desk.in("Внесено", "Entered"), 7),
                  head(desk.in("Отметок с опозданием", "Marks entered late"), 2)}},
                {{head(desk.in("уроков", "lessons")), head(desk.in("тем", "topics")),
                  head(desk.in("заданий", "homework")), head(desk.in("отметок", "marks")),
                  head(desk.in("пропусков", "absences")), head(desk.in("итоговых", "period marks")),
                  head(desk.in("правок", "changes")), head(desk.in("всего", "all")),
                  head(desk.in("дней, до", "days, up to"))}}};
}

documents::RowGroup group_of(const Desk& desk, const std::vector<ActivityWeek>& weeks,
                             const LateByWeek& late) {
  documents::RowGroup group;
  std::uint64_t entries = 0;
  for (const auto& week : weeks) {
    entries += week.counts.all();
    const auto found = late.find({week.author, week.monday});
    const auto sunday = regulations::plus_days(week.monday, kWeekDays - 1);
    group.rows.push_back(counts_row(
        documents::words(fmt::format("{} – {}", desk.day(week.monday), desk.day(sunday))),
        week.counts, found == late.end() ? Late{} : found->second));
  }
  group.caption = fmt::format("{} — {}", desk.names().full(weeks.front().author),
                              terminal::counted(desk.language(), entries, kEntries));
  return group;
}

// Who teaches then, or keeps a class, and entered nothing.
std::vector<events::PersonNumber> silent(
    const Desk& desk, const std::map<events::PersonNumber, std::vector<ActivityWeek>>& active) {
  std::vector<events::PersonNumber> out;
  for (const auto& held : desk.directory().holders_of(events::Role::kTeacher)) {
    if (desk.request().person && held.person != *desk.request().person) continue;
    const bool listed = std::find(out.begin(), out.end(), held.person) != out.end();
    if (held.days.meets(desk.days()) && !active.contains(held.person) && !listed) {
      out.push_back(held.person);
    }
  }
  desk.sort(out);
  return out;
}

void add_silent(const Desk& desk, const std::vector<events::PersonNumber>& people,
                documents::Sheet& sheet) {
  if (people.empty()) return;
  std::string names;
  for (const auto person : people)
    names += (names.empty() ? "" : ", ") + desk.names().brief(person);
  sheet.blocks.emplace_back(documents::Paragraph{
      {{desk.in("Учителя, не внёсшие ничего: ", "Teachers who entered nothing: "), {.bold = true}},
       {names, {}}}});
}

}  // namespace

Sheets activity(const Desk& desk) {
  const auto late = late_marks(desk);
  if (!late) return late.refusal();
  std::map<events::PersonNumber, std::vector<ActivityWeek>> by_author;
  for (const auto& week : projections::activity(
           desk.views(), {desk.days().first, desk.days().last, desk.as_of()}, desk.zone())) {
    if (desk.request().person && week.author != *desk.request().person) continue;
    by_author[week.author].push_back(week);
  }
  std::vector<events::PersonNumber> authors;
  for (const auto& [author, weeks] : by_author) authors.push_back(author);
  desk.sort(authors);
  auto sheet = desk.sheet(desk.in("Активность", "Activity"),
                          desk.in("Активность пользователей", "Activity of users"));
  sheet.blocks.emplace_back(documents::Paragraph{
      {{desk.in("Записи в журналах по неделям, в которые они внесены. Входы без записей журнал "
                "событий не хранит.",
                "Entries in journals by the week in which they were made. Visits without an entry "
                "are not kept in the log."),
        {.small = true}}}});
  Table table;
  lay_columns(desk, table);
  for (const auto author : authors) {
    table.groups.push_back(group_of(desk, by_author.at(author), *late));
  }
  if (!authors.empty()) sheet.blocks.emplace_back(std::move(table));
  add_silent(desk, silent(desk, by_author), sheet);
  sheet.signatures = {{desk.signature("Администратор", "Administrator",
                                      desk.holder(events::Role::kAdministrator))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
