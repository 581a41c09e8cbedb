#include <map>

#include "reports/figures.h"
#include "reports/lists.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::RowGroup;
using documents::Table;
using projections::LoadInfo;

// Hours a week come in hundredths.
documents::Cell hours_cell(std::uint64_t hundredths) {
  return {.content = documents::Decimal{static_cast<std::int64_t>(hundredths), 2}};
}

std::string hours_text(const Desk& desk, std::uint64_t hundredths) {
  return terminal::decimal(desk.language(), static_cast<double>(hundredths) / 100) +
         desk.in(" ч в неделю", " h a week");
}

std::map<events::PersonNumber, std::vector<LoadInfo>> loads_by_teacher(const Desk& desk) {
  std::map<events::PersonNumber, std::vector<LoadInfo>> out;
  const std::uint32_t last = desk.directory().last_number(events::NumberKind::kLoad);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto load = desk.directory().load({number});
    if (!load || load->assigned.is_void || !load->days.meets(desk.days())) continue;
    if (desk.request().school_class && load->place.school_class != desk.request().school_class) {
      continue;
    }
    out[load->assigned.fact.teacher].push_back(*load);
  }
  return out;
}

RowGroup group_of(const Desk& desk, events::PersonNumber teacher,
                  const std::vector<LoadInfo>& loads, std::uint64_t& all) {
  RowGroup group;
  std::uint64_t hours = 0;
  for (const auto& load : loads) {
    const auto& fact = load.assigned.fact;
    hours += fact.weekly_hours;
    std::string subject = desk.subject_name(load.place.subject);
    if (load.place.group) subject += ", " + desk.group_name(*load.place.group);
    group.rows.push_back(
        {{documents::words(load.place.school_class ? desk.class_name(*load.place.school_class)
                                                   : std::string()),
          documents::words(subject), hours_cell(fact.weekly_hours), day_cell(load.days.first),
          day_cell(load.days.last)}});
  }
  all += hours;
  group.caption = desk.names().full(teacher) + " — " + hours_text(desk, hours);
  return group;
}

}  // namespace

Sheets load(const Desk& desk) {
  Table table;
  table.columns = {{.least_mm = 16, .names_row = true},
                   {.least_mm = 70, .share = 1, .names_row = true},
                   {.least_mm = 24, .align = Align::kCentre},
                   {.least_mm = 24, .align = Align::kCentre},
                   {.least_mm = 24, .align = Align::kCentre}};
  table.head = {{{head(desk.in("Класс", "Class")), head(desk.in("Предмет, группа", "Subject")),
                  head(desk.in("Часов в неделю", "Hours a week")), head(desk.in("С", "From")),
                  head(desk.in("По", "To"))}}};
  const auto by_teacher = loads_by_teacher(desk);
  std::vector<events::PersonNumber> teachers;
  for (const auto& [teacher, loads] : by_teacher) teachers.push_back(teacher);
  desk.sort(teachers);
  std::uint64_t all = 0;
  for (const auto teacher : teachers) {
    table.groups.push_back(group_of(desk, teacher, by_teacher.at(teacher), all));
  }
  table.totals = {{{documents::Cell{.columns = 2}, hours_cell(all), {}, {}}}};
  auto sheet = desk.sheet(desk.in("Нагрузка", "Load"),
                          desk.in("Учебная нагрузка учителей", "Teaching load"));
  sheet.blocks.emplace_back(std::move(table));
  sheet.signatures = {
      {desk.signature("Директор", "Director", desk.holder(events::Role::kDirector))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
