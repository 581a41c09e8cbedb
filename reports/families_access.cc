#include <fmt/format.h>

#include "projections/access_story.h"
#include "reports/figures.h"
#include "reports/lists.h"
#include "terminal/enumeration_words.h"

namespace letopis::reports {
namespace {

using documents::Align;
using documents::Cell;
using documents::Row;
using documents::Table;
using projections::AccessStory;

struct Sums {
  std::uint64_t people = 0;
  std::uint64_t issued = 0;
  std::uint64_t activated = 0;
  std::uint64_t keys = 0;
};

Cell moment_day(const Desk& desk, const std::optional<projections::Stamp>& stamp) {
  return stamp ? day_cell(desk.zone().day_of(stamp->recorded)) : Cell{};
}

Cell key_cell(const Desk& desk, const AccessStory& story) {
  if (story.key_stands) return documents::words(desk.in("действует", "stands"));
  if (story.compromised) {
    Cell cell = documents::words(desk.in("скомпрометирован", "compromised"));
    cell.shade = documents::Shade::kWarning;
    return cell;
  }
  if (story.activated) return documents::words(desk.in("прекращён", "ended"));
  Cell cell = documents::words(story.issued ? desk.in("ни разу не вошёл", "never came")
                                            : desk.in("код не выдан", "no code issued"));
  cell.shade = documents::Shade::kWarning;
  return cell;
}

Row row_of_person(const Desk& desk, events::PersonNumber person, Cell name, std::string as,
                  Sums& sums) {
  const auto story = projections::access_story(desk.views(), desk.directory(), person);
  ++sums.people;
  if (story.issued) ++sums.issued;
  if (story.activated) ++sums.activated;
  if (story.key_stands) ++sums.keys;
  std::string medium = story.medium ? terminal::word_of(desk.language(), *story.medium) : "";
  return {{std::move(name), documents::words(std::move(as)), moment_day(desk, story.issued),
           documents::words(std::move(medium)), moment_day(desk, story.activated),
           key_cell(desk, story)}};
}

// The form that the family chose last.
std::string form_of(const Desk& desk, events::PersonNumber pupil) {
  const auto chosen = projections::valid_on<events::DiaryFormChosen>(
      desk.directory(), projections::Shelf::kChoices, {pupil.value});
  if (chosen.empty()) return {};
  return terminal::word_of(desk.language(), chosen.back().fact.form);
}

documents::RowGroup group_of(const Desk& desk, const projections::ClassInfo& school_class,
                             Sums& sums) {
  documents::RowGroup group;
  std::vector<events::PersonNumber> pupils;
  const auto last = desk.days().last;
  for (const auto& member : desk.directory().pupils_of(school_class.number, last, last)) {
    pupils.push_back(member.pupil);
  }
  desk.sort(pupils);
  for (const auto pupil : pupils) {
    Row row =
        row_of_person(desk, pupil, documents::words(desk.names().common(pupil), {.bold = true}),
                      desk.in("ученик", "pupil"), sums);
    row.cells.push_back(documents::words(form_of(desk, pupil)));
    group.rows.push_back(std::move(row));
    for (const auto& link : desk.directory().guardians_of(pupil)) {
      Row guardian = row_of_person(desk, link.guardian,
                                   documents::words("\u2003" + desk.names().full(link.guardian)),
                                   terminal::word_of(desk.language(), link.relation), sums);
      guardian.cells.emplace_back();
      group.rows.push_back(std::move(guardian));
    }
  }
  return group;
}

documents::Sheet sheet_of(const Desk& desk, const projections::ClassInfo& school_class) {
  Table table;
  table.columns = {{.least_mm = 60, .share = 2, .names_row = true}, {.least_mm = 20, .share = 1},
                   {.least_mm = 24, .align = Align::kCentre},       {.least_mm = 28, .share = 1},
                   {.least_mm = 24, .align = Align::kCentre},       {.least_mm = 34, .share = 1},
                   {.least_mm = 26, .align = Align::kCentre}};
  table.head = {{{head(desk.in("Фамилия, имя", "Name")), head(desk.in("Кто", "Who")),
                  head(desk.in("Код выдан", "Code issued")), head(desk.in("Как", "How")),
                  head(desk.in("Первый вход", "First came")), head(desk.in("Доступ", "Access")),
                  head(desk.in("Дневник", "Diary"))}}};
  Sums sums;
  table.groups.push_back(group_of(desk, school_class, sums));
  table.totals = {{{documents::words(desk.in("Всего", "All")),
                    number(sums.people),
                    number(sums.issued),
                    {},
                    number(sums.activated),
                    number(sums.keys),
                    {}}}};
  auto sheet = desk.sheet(school_class.name(),
                          desk.in(fmt::format("Доступ семей, {}", school_class.name()),
                                  fmt::format("Families' access, {}", school_class.name())));
  sheet.blocks.emplace_back(documents::Paragraph{
      {{desk.in("Видно, кому выдан код, кто вошёл впервые и чей ключ действует. Каждый вход журнал "
                "событий не хранит, поэтому, кто бывает часто, из него не узнать.",
                "Shown is who was issued a code, who came for the first time, and whose key "
                "stands. The log does not keep sign-ins, so it cannot tell who comes often."),
        {.small = true}}}});
  sheet.blocks.emplace_back(std::move(table));
  sheet.signatures = {{desk.signature("Классный руководитель", "Class teacher",
                                      desk.class_teacher(school_class.number))}};
  return sheet;
}

}  // namespace

Sheets families_access(const Desk& desk) {
  std::vector<documents::Sheet> sheets;
  for (const auto& school_class : desk.directory().classes(desk.days().last)) {
    if (desk.request().school_class && school_class.number != *desk.request().school_class)
      continue;
    sheets.push_back(sheet_of(desk, school_class));
  }
  if (!sheets.empty()) return sheets;
  return Refusal{"report.empty", {"в эти дни классов нет", "there are no classes in these days"}};
}

}  // namespace letopis::reports
