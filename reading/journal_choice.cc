#include "reading/journal_choice.h"

#include <fmt/format.h>

#include "regulations/civil_day.h"
#include "reports/journal_signs.h"

namespace letopis::reading {

using namespace office;
using namespace terminal;

namespace {

constexpr std::uint64_t kMostPeriods = 6;

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

// Loads name the groups of a class.
Result<std::optional<events::GroupNumber>> group_named(const SchoolReader& school,
                                                       const JournalChoice& choice,
                                                       const std::optional<std::string>& name) {
  if (!name) return std::optional<events::GroupNumber>{};
  std::string there;
  for (const auto& load : school.directory().loads_of(choice.school_class.number)) {
    if (load.place.subject != choice.subject.subject || !load.place.group) continue;
    const auto group = school.directory().declared<events::GroupFormed>(*load.place.group);
    if (!group) continue;
    if (group->fact.name == *name) return load.place.group;
    there += (there.empty() ? "" : ", ") + group->fact.name;
  }
  return Refusal{
      "journal.no_group",
      {fmt::format("нет группы «{}»", *name), fmt::format("there is no group {}", *name)},
      {},
      {there.empty() ? "По этому предмету класс не делится на группы."
                     : fmt::format("Есть группы: {}.", there),
       there.empty() ? "The class has no groups in this subject."
                     : fmt::format("There are: {}.", there)}};
}

Outcome choose_span(const SchoolReader& school, const Arguments& arguments,
                    const events::YearOpened& year, JournalChoice& choice) {
  const auto from = arguments.day("from");
  const auto to = arguments.day("to");
  const auto wanted = arguments.number("quarter", {1, kMostPeriods});
  if (!from) return from.refusal();
  if (!to) return to.refusal();
  if (!wanted) return wanted.refusal();
  if (*from || *to) {
    choice.query.first = from->value_or(year.first_day);
    choice.query.last = to->value_or(year.last_day);
    if (choice.query.first <= choice.query.last) return Done{};
    return refuse("journal.span", "--from позже, чем --to", "--from is later than --to");
  }
  const auto periods = periods_of_grade(school.directory(), year.year, choice.school_class.grade);
  for (const auto& period : periods) {
    if (!*wanted || period.ordinal == **wanted) choice.period = period;
  }
  if (!choice.period) {
    return refuse("journal.no_period",
                  fmt::format("у {} класса нет такого периода: их {}", choice.school_class.name(),
                              periods.size()),
                  fmt::format("class {} has no such period: there are {}",
                              choice.school_class.name(), periods.size()));
  }
  choice.query.first = choice.period->first_day;
  choice.query.last = choice.period->last_day;
  return Done{};
}

}  // namespace

std::vector<events::PeriodDeclared> periods_of_grade(const projections::Directory& directory,
                                                     events::YearNumber year, unsigned grade) {
  std::vector<events::PeriodDeclared> out;
  for (const auto& period : directory.periods(year)) {
    if (period.kind == events::PeriodKind::kYear) continue;
    if (period.first_grade <= grade && grade <= period.last_grade) out.push_back(period);
  }
  return out;
}

Result<JournalChoice> choose_journal(const SchoolReader& school, const Arguments& arguments) {
  const auto class_name = arguments.needed("class");
  if (!class_name) return class_name.refusal();
  const auto subject_name = arguments.needed("subject");
  if (!subject_name) return subject_name.refusal();
  const auto year = school.year();
  if (!year) return year.refusal();
  auto found_class = school.class_named(*class_name, year->last_day);
  if (!found_class) return found_class.refusal();
  auto found_subject = school.subject_named(*subject_name);
  if (!found_subject) return found_subject.refusal();
  const auto as_of = school.as_of(arguments);
  if (!as_of) return as_of.refusal();

  JournalChoice choice{std::move(*found_class), std::move(*found_subject), {}, {}, 0};
  if (auto span = choose_span(school, arguments, *year, choice); !span) return span.refusal();
  const auto group = group_named(school, choice, arguments.text("group"));
  if (!group) return group.refusal();
  choice.query.school_class = choice.school_class.number;
  choice.query.subject = choice.subject.subject;
  choice.query.group = *group;
  choice.query.as_of = *as_of;
  choice.log_size = std::min(as_of->value, school.log().size());
  return choice;
}

std::string journal_heading(const JournalChoice& choice, Language language) {
  std::string when = choice.period ? reports::period_name(language, *choice.period)
                                   : fmt::format("{} – {}", day_text(language, choice.query.first),
                                                 day_text(language, choice.query.last));
  if (choice.period) {
    when += fmt::format(", {} – {}", day_text(language, choice.period->first_day),
                        day_text(language, choice.period->last_day));
  }
  std::string out =
      fmt::format("{} · {} · {}", choice.school_class.name(), choice.subject.name, when);
  if (choice.query.as_of != projections::kWholeLog) {
    out += fill(language, {" · как было известно на записи № {}", " · as known at entry {}"},
                choice.log_size);
  }
  return out;
}

}  // namespace letopis::reading
