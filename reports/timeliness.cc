#include <map>
#include <tuple>

#include "projections/due.h"
#include "reports/figures.h"
#include "reports/lists.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Row;
using documents::Table;
using projections::DueItem;
using projections::DueKind;

// Who owes the entries of which class and subject.
using Place = std::tuple<std::optional<events::PersonNumber>, std::optional<events::ClassNumber>,
                         std::optional<events::SubjectNumber>>;

struct Sums {
  std::uint32_t no_record = 0;
  std::uint32_t no_topic = 0;
  std::uint32_t no_homework = 0;
  std::uint32_t late_by_a_day = 0;
  std::uint32_t late_by_a_week = 0;
  std::uint32_t late_longer = 0;
};

constexpr int kWeekDays = 7;

void add(Sums& sums, const DueItem& item) {
  if (!item.done) {
    if (item.kind == DueKind::kLessonRecord) ++sums.no_record;
    if (item.kind == DueKind::kTopic) ++sums.no_topic;
    if (item.kind == DueKind::kHomework) ++sums.no_homework;
  } else if (item.late) {
    ++(item.late->days == 1           ? sums.late_by_a_day
       : item.late->days <= kWeekDays ? sums.late_by_a_week
                                      : sums.late_longer);
  }
}

Result<std::map<Place, Sums>> read(const Desk& desk) {
  projections::DueQuery query;
  query.now = desk.log().moment;
  query.first = desk.days().first;  // the deadline of a lesson is on its day or later
  query.school_class = desk.request().school_class;
  query.kinds = {DueKind::kLessonRecord, DueKind::kTopic, DueKind::kHomework};
  query.done = true;
  query.as_of = desk.as_of();
  const auto items = projections::due_items(desk.views(), query);
  if (!items) return items.refusal();
  std::map<Place, Sums> out;
  for (const auto& item : *items) {
    if (!item.about.day || !desk.days().holds(*item.about.day)) continue;
    const bool owed = item.late.has_value() && item.deadline;
    if (!owed) continue;
    std::optional<events::PersonNumber> who;
    if (!item.who.empty()) who = item.who.front();
    add(out[{who, item.about.school_class, item.about.subject}], item);
  }
  return out;
}

Row row_of(const Desk& desk, const Place& place, const Sums& sums) {
  const auto& [who, school_class, subject] = place;
  return {{documents::words(who ? desk.names().full(*who) : std::string()),
           documents::words(school_class ? desk.class_name(*school_class) : std::string()),
           documents::words(subject ? desk.subject_name(*subject) : std::string()),
           count(sums.no_record), count(sums.no_topic), count(sums.no_homework),
           count(sums.late_by_a_day), count(sums.late_by_a_week), count(sums.late_longer)}};
}

}  // namespace

Sheets timeliness(const Desk& desk) {
  const auto sums = read(desk);
  if (!sums) return sums.refusal();
  Table table;
  table.columns = {{.least_mm = 50, .share = 2, .names_row = true},
                   {.least_mm = 14},
                   {.least_mm = 50, .share = 2}};
  for (int i = 0; i < 6; ++i) table.columns.push_back({.least_mm = 20, .align = Align::kCentre});
  table.head = {{{head(desk.in("Учитель", "Teacher"), 1, 2), head(desk.in("Класс", "Class"), 1, 2),
                  head(desk.in("Предмет", "Subject"), 1, 2),
                  head(desk.in("Нет к сроку", "Not there in time"), 3),
                  head(desk.in("Внесено с опозданием", "Entered late"), 3)}},
                {{head(desk.in("записи", "record")), head(desk.in("темы", "topic")),
                  head(desk.in("задания", "homework")), head(desk.in("на день", "a day")),
                  head(desk.in("до недели", "to a week")), head(desk.in("дольше", "longer"))}}};
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  for (const auto& [place, one] : *sums) {
    table.groups.front().rows.push_back(row_of(desk, place, one));
  }
  auto sheet =
      desk.sheet(desk.in("Своевременность", "Timeliness"),
                 desk.in("Своевременность заполнения журналов", "Timeliness of the journals"));
  if (sums->empty()) {
    sheet.blocks.emplace_back(documents::Paragraph{
        {{desk.in("Всё внесено в срок.", "Everything was entered in time."), {}}}});
  } else {
    sheet.blocks.emplace_back(std::move(table));
  }
  sheet.signatures = {{desk.signature("Заместитель директора по УВР", "Deputy director",
                                      desk.holder(events::Role::kDeputy))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
