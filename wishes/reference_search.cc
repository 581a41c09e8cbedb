#include "wishes/reference_search.h"

#include <fmt/format.h>

#include <algorithm>

#include "projections/journal_cells.h"
#include "regulations/civil_day.h"
#include "rules/number_words.h"
#include "wishes/folded.h"
#include "wishes/misread.h"
#include "wishes/named_things.h"

namespace letopis::wishes {
namespace {

using events::NumberKind;

std::string told(const std::vector<Candidate>& candidates) {
  std::vector<std::string> words;
  words.reserve(candidates.size());
  for (const auto& one : candidates)
    words.push_back(fmt::format("{} (№ {})", one.told, one.number));
  return listed({words.begin(), words.end()});
}

bool is_group(const std::optional<std::string>& wanted, std::optional<events::GroupNumber> group,
              const Desk& desk) {
  if (!wanted) return true;
  return group && folded(group_name(*group, desk)) == folded(*wanted);
}

std::string told_person(events::PersonNumber person, const Desk& desk) {
  return desk.logins.of(person).value_or(fmt::format("№ {}", person.value));
}

// Where lessons are: in a class, or in a group of several, which must then be named.
template <class Reference>
Result<projections::Place> place_of(const Reference& wanted, std::string_view place,
                                    const Desk& desk) {
  projections::Place found{wanted.school_class, wanted.subject, std::nullopt};
  if (wanted.school_class) return found;
  if (!wanted.group) return missing_field(place, "class");
  const auto group =
      find(GroupReference{std::nullopt, *wanted.group}, inside(place, "group"), desk);
  if (!group) return group.refusal();
  found.group = events::GroupNumber{*group};
  return found;
}

std::string told_place(const projections::Place& place, const Desk& desk) {
  const auto& directory = desk.school.directory();
  const auto registered = directory.declared<events::SubjectRegistered>(place.subject);
  std::string name;
  if (place.school_class) {
    const auto info = directory.class_info(*place.school_class, desk.day());
    name = info ? info->name() : fmt::format("№ {}", place.school_class->value);
  } else {
    name = group_name(*place.group, desk);
  }
  return fmt::format("{}, {}", name,
                     registered ? registered->fact.name : fmt::format("№ {}", place.subject.value));
}

std::vector<projections::LoadInfo> loads_in(const projections::Place& place, const Desk& desk) {
  const auto& directory = desk.school.directory();
  std::vector<projections::LoadInfo> loads;
  if (place.school_class) {
    loads = directory.loads_of(*place.school_class);
  } else {
    const auto last = directory.last_number(NumberKind::kLoad);
    for (std::uint32_t number = 1; number <= last; ++number) {
      const auto load = directory.load(events::LoadNumber{number});
      if (load && !load->assigned.is_void) loads.push_back(*load);
    }
  }
  const auto is_elsewhere = [&place](const projections::LoadInfo& load) {
    return load.place.school_class != place.school_class || load.place.subject != place.subject ||
           (place.group && load.place.group != place.group);
  };
  loads.erase(std::remove_if(loads.begin(), loads.end(), is_elsewhere), loads.end());
  return loads;
}

std::string told_load(const projections::LoadInfo& load, const Desk& desk) {
  std::string out = told_person(load.assigned.fact.teacher, desk);
  if (load.place.group) out += ", " + group_name(*load.place.group, desk);
  return out;
}

std::optional<events::YearNumber> year_of_day(const Desk& desk) {
  if (const auto year = desk.school.directory().year_of(desk.day())) return year->year;
  const auto years = desk.school.directory().years();
  return years.empty() ? std::nullopt : std::optional(years.back().year);
}

}  // namespace

Result<std::uint32_t> only_one(const Candidates& candidates, std::string_view place) {
  if (candidates.fitting.size() == 1) return candidates.fitting.front().number;
  const Sentence word = rules::word_of(candidates.kind);
  if (!candidates.fitting.empty()) {
    return Refusal{
        "reference.ambiguous",
        {fmt::format("{}: подходит не одно: {} «{}»", place, word.ru, candidates.wanted),
         fmt::format("{}: more than one {} fits \"{}\"", place, word.en, candidates.wanted)},
        {},
        {fmt::format("уточните или назовите номер: {}", told(candidates.fitting)),
         fmt::format("say more, or give the number: {}", told(candidates.fitting))}};
  }
  Refusal refusal{"reference.unknown",
                  {fmt::format("{}: нет такого: {} «{}»", place, word.ru, candidates.wanted),
                   fmt::format("{}: there is no {} \"{}\"", place, word.en, candidates.wanted)},
                  {},
                  {"такого здесь ещё ничего нет", "there is nothing of the kind yet"}};
  if (!candidates.there.empty()) {
    refusal.allowed = {fmt::format("есть: {}", told(candidates.there)),
                       fmt::format("there are: {}", told(candidates.there))};
  }
  return refusal;
}

Result<std::uint32_t> find(const PeriodReference& wanted, std::string_view place,
                           const Desk& desk) {
  Candidates candidates{NumberKind::kPeriod,
                        fmt::format("{} {}", events::word_of(wanted.kind), wanted.ordinal),
                        {},
                        {}};
  const auto year = wanted.year ? wanted.year : year_of_day(desk);
  if (!year) return only_one(candidates, place);
  for (const auto& period : desk.school.directory().periods(*year)) {
    candidates.there.push_back(
        {period.period.value, fmt::format("{} {}, {}–{}", events::word_of(period.kind),
                                          period.ordinal, period.first_grade, period.last_grade)});
    if (period.kind == wanted.kind && period.ordinal == wanted.ordinal) {
      candidates.fitting.push_back(candidates.there.back());
    }
  }
  return only_one(candidates, place);
}

Result<std::uint32_t> find(const LoadReference& wanted, std::string_view place, const Desk& desk) {
  const auto where = place_of(wanted, place, desk);
  if (!where) return where.refusal();
  Candidates candidates{NumberKind::kLoad, told_place(*where, desk), {}, {}};
  std::vector<Candidate> of_the_day;
  for (const auto& load : loads_in(*where, desk)) {
    const Candidate one{load.assigned.fact.load.value, told_load(load, desk)};
    candidates.there.push_back(one);
    if (wanted.teacher && load.assigned.fact.teacher != *wanted.teacher) continue;
    if (!is_group(wanted.group, load.place.group, desk)) continue;
    candidates.fitting.push_back(one);
    if (load.days.holds(desk.day())) of_the_day.push_back(one);
  }
  if (!of_the_day.empty()) candidates.fitting = std::move(of_the_day);
  return only_one(candidates, place);
}

Result<std::uint32_t> find(const LessonReference& wanted, std::string_view place,
                           const Desk& desk) {
  const auto where = place_of(wanted, place, desk);
  if (!where) return where.refusal();
  Candidates candidates{NumberKind::kLesson,
                        fmt::format("{}, {}, {}", told_place(*where, desk),
                                    regulations::iso(wanted.day), wanted.bell),
                        {},
                        {}};
  // Of all journals of the subject, also those that stand on pages of their own.
  const auto lessons = projections::read_lessons(
      desk.school.views(), desk.school.directory(),
      {where->school_class, where->subject, where->group, wanted.day, wanted.day});
  for (const auto& draft : lessons) {
    const auto& lesson = draft.record;
    if (lesson.withdrawn || lesson.is_void) continue;
    std::string told = fmt::format("{}", lesson.bell);
    if (lesson.group) told += ", " + group_name(*lesson.group, desk);
    candidates.there.push_back({lesson.lesson.value, std::move(told)});
    if (lesson.bell == wanted.bell && is_group(wanted.group, lesson.group, desk)) {
      candidates.fitting.push_back(candidates.there.back());
    }
  }
  return only_one(candidates, place);
}

Result<std::uint32_t> find(const GroupReference& wanted, std::string_view place, const Desk& desk) {
  const auto& directory = desk.school.directory();
  Candidates candidates{NumberKind::kGroup, wanted.name, {}, {}};
  const auto name = folded(wanted.name);
  const auto last = directory.last_number(NumberKind::kGroup);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto formed = directory.declared<events::GroupFormed>(events::GroupNumber{number});
    if (!formed || formed->is_void || formed->fact.school_class != wanted.school_class) continue;
    candidates.there.push_back({number, formed->fact.name});
    if (folded(formed->fact.name) == name) candidates.fitting.push_back(candidates.there.back());
  }
  return only_one(candidates, place);
}

}  // namespace letopis::wishes
