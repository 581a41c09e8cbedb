#include "reading/due_choice.h"

#include <fmt/format.h>

#include "office/present.h"
#include "regulations/civil_day.h"
#include "signing/encoding.h"

namespace letopis::reading {

using namespace office;

using terminal::Arguments;

namespace {

constexpr std::size_t kMostNamed = 8;

// Everybody who holds an office, in the order of their numbers.
std::set<events::PersonNumber> staff(const projections::Directory& directory) {
  std::set<events::PersonNumber> people;
  for (std::size_t i = 0; i < std::size(events::Words<events::Role>::all); ++i) {
    const auto role = static_cast<events::Role>(i);
    if (role == events::Role::kPupil || role == events::Role::kParent) continue;
    for (const auto& held : directory.holders_of(role)) people.insert(held.person);
  }
  return people;
}

Result<events::PersonNumber> person_named(const SchoolReader& school, const std::string& name) {
  if (const auto number = signing::from_decimal(name)) {
    const auto last = school.directory().last_number(events::NumberKind::kPerson);
    if (*number >= 1 && *number <= last) {
      return events::PersonNumber{static_cast<std::uint32_t>(*number)};
    }
  }
  std::vector<events::PersonNumber> found;
  for (const events::PersonNumber person : staff(school.directory())) {
    if (school.names().full(person).starts_with(name)) found.push_back(person);
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return Refusal{"due.no_person",
                   {fmt::format("нет сотрудника «{}»", name),
                    fmt::format("nobody on the staff is called {}", name)},
                   {},
                   {"Имя пишется с фамилии: --person \"Иванова Мария\"; можно указать номер.",
                    "Write the family name first: --person \"Иванова Мария\"; a number will do."}};
  }
  std::string named;
  for (std::size_t i = 0; i < std::min(kMostNamed, found.size()); ++i) {
    if (i > 0) named += ", ";
    named += fmt::format("{} ({})", school.names().full(found[i]), found[i].value);
  }
  return Refusal{"due.many_people",
                 {fmt::format("сотрудников, чьё имя начинается с «{}», несколько", name),
                  fmt::format("several people's names begin with {}", name)},
                 {},
                 {fmt::format("Уточните имя или укажите номер: {}.", named),
                  fmt::format("Say more, or give the number: {}.", named)}};
}

Outcome read_moment(const SchoolReader& school, const Arguments& arguments,
                    projections::DueQuery& query) {
  const auto asked = arguments.wall_time("day");
  if (!asked) return asked.refusal();
  if (*asked) {
    query.now = school.zone().instant_of((*asked)->day, (*asked)->minute);
    // The end of a day is its last moment: what is due by midnight is due that day.
    if ((*asked)->minute == regulations::kMinutesADay) --query.now.milliseconds;
  } else {
    query.now = present(school);
  }
  query.as_of = {school.log().size_at(query.now)};
  query.last = regulations::plus_days(school.zone().day_of(query.now), kDueDaysAhead);
  return Done{};
}

Outcome read_kinds(const Arguments& arguments, projections::DueQuery& query) {
  for (const std::string& word : arguments.texts("kind")) {
    const auto kind = projections::due_kind_of(word);
    if (!kind) {
      std::string known;
      for (std::size_t i = 0; i < projections::kDueKinds; ++i) {
        known += (i == 0 ? "" : ", ");
        known += projections::code_of(static_cast<projections::DueKind>(i));
      }
      return Refusal{"due.kind",
                     {fmt::format("нет дел рода «{}»", word),
                      fmt::format("there are no duties of the kind {}", word)},
                     {},
                     {fmt::format("Бывают: {}.", known), fmt::format("There are: {}.", known)}};
    }
    query.kinds.insert(*kind);
  }
  return Done{};
}

}  // namespace

Result<DueChoice> choose_due(const SchoolReader& school, const Arguments& arguments) {
  DueChoice choice;
  if (auto read = read_moment(school, arguments, choice.query); !read) return read.refusal();
  if (auto read = read_kinds(arguments, choice.query); !read) return read.refusal();
  if (const auto name = arguments.text("person")) {
    const auto person = person_named(school, *name);
    if (!person) return person.refusal();
    choice.query.person = *person;
  }
  if (const auto name = arguments.text("class")) {
    const auto found = school.class_named(*name, school.zone().day_of(choice.query.now));
    if (!found) return found.refusal();
    choice.query.school_class = found->number;
  }
  const auto limit = arguments.number("limit", {1, kMostDueLines});
  if (!limit) return limit.refusal();
  if (*limit) choice.limit = static_cast<std::size_t>(**limit);
  return choice;
}

}  // namespace letopis::reading
