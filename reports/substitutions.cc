#include <algorithm>
#include <tuple>

#include "reports/figures.h"
#include "reports/lists.h"
#include "terminal/enumeration_words.h"

namespace letopis::reports {
namespace {

using documents::Table;

// A lesson that a substitution was for, held by then.
struct Held {
  events::LessonHeld lesson;
  events::SubstitutionOrdered order;
  projections::Place place;
  events::PersonNumber whom;
};

std::vector<Held> held_under(const Desk& desk) {
  std::vector<Held> out;
  const auto& directory = desk.directory();
  const std::uint32_t last = directory.last_number(events::NumberKind::kLesson);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto lesson = directory.lesson({number});
    if (!lesson || lesson->withdrawn || lesson->held.is_void) continue;
    const auto& fact = lesson->held.fact;
    if (!fact.substitution || !desk.days().holds(fact.day)) continue;
    const auto order = directory.declared<events::SubstitutionOrdered>(*fact.substitution);
    const auto load = directory.load(fact.load);
    if (!order || !load) continue;
    out.push_back({fact, order->fact, lesson->place, load->assigned.fact.teacher});
  }
  std::sort(out.begin(), out.end(), [](const Held& a, const Held& b) {
    return std::tie(a.lesson.day, a.lesson.bell, a.lesson.lesson) <
           std::tie(b.lesson.day, b.lesson.bell, b.lesson.lesson);
  });
  return out;
}

std::string signed_text(const Desk& desk, events::LessonNumber lesson) {
  const auto found = projections::valid_on<events::SubstitutionSigned>(
      desk.directory(), projections::Shelf::kLessonStory, {lesson.value});
  if (found.empty()) return {};
  return desk.in("подписано ", "signed ") + desk.moment(found.front().stamp.recorded);
}

}  // namespace

Sheets substitutions(const Desk& desk) {
  Table table;
  table.columns = {{.least_mm = 20, .names_row = true},
                   {.least_mm = 12, .align = documents::Align::kCentre},
                   {.least_mm = 12, .align = documents::Align::kCentre},
                   {.least_mm = 40, .share = 1},
                   {.least_mm = 40, .share = 1},
                   {.least_mm = 40, .share = 1},
                   {.least_mm = 34, .share = 1},
                   {.least_mm = 38}};
  table.head = {
      {{head(desk.in("Дата", "Date")), head(desk.in("Класс", "Class")),
        head(desk.in("Урок", "Lesson")), head(desk.in("Предмет", "Subject")),
        head(desk.in("Кого замещали", "Instead of")), head(desk.in("Кто заместил", "Substitute")),
        head(desk.in("Причина, приказ", "Ground, order")), head(desk.in("Подпись", "Signature"))}}};
  table.groups.emplace_back();
  table.rule_each_fifth = true;
  for (const Held& held : held_under(desk)) {
    std::string ground = terminal::word_of(desk.language(), held.order.ground);
    if (held.order.order) ground += ", № " + held.order.order->number;
    table.groups.front().rows.push_back(
        {{day_cell(held.lesson.day),
          documents::words(held.place.school_class ? desk.class_name(*held.place.school_class)
                                                   : std::string()),
          number(held.lesson.bell), documents::words(desk.subject_name(held.place.subject)),
          documents::words(desk.names().full(held.whom)),
          documents::words(desk.names().full(held.lesson.teacher)), documents::words(ground),
          documents::words(signed_text(desk, held.lesson.lesson))}});
  }
  auto sheet = desk.sheet(desk.in("Замены", "Substitutions"),
                          desk.in("Журнал учёта замен уроков", "Journal of substitutions"));
  sheet.blocks.emplace_back(std::move(table));
  sheet.signatures = {{desk.signature("Заместитель директора по УВР", "Deputy director",
                                      desk.holder(events::Role::kDeputy))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
