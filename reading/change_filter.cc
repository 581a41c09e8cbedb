#include "reading/change_filter.h"

#include <fmt/format.h>

namespace letopis::reading {

using namespace office;
using namespace terminal;

namespace {

using projections::ChangeFilter;
using projections::EntryType;

constexpr std::pair<std::string_view, EntryType> kTypes[] = {{"initial", EntryType::kInitial},
                                                             {"correction", EntryType::kCorrection},
                                                             {"retake", EntryType::kRetake},
                                                             {"adjustment", EntryType::kAdjustment},
                                                             {"withdrawn", EntryType::kWithdrawn}};

Outcome read_places(const SchoolReader& school, const Arguments& arguments, ChangeFilter& filter) {
  const auto year = school.year();
  if (!year) return year.refusal();
  if (const auto name = arguments.text("class")) {
    const auto found = school.class_named(*name, year->last_day);
    if (!found) return found.refusal();
    filter.school_class = found->number;
  }
  if (const auto name = arguments.text("subject")) {
    const auto found = school.subject_named(*name);
    if (!found) return found.refusal();
    filter.subject = found->subject;
  }
  if (const auto name = arguments.text("pupil")) {
    const auto found = school.pupil_named(*name);
    if (!found) return found.refusal();
    filter.pupil = *found;
  }
  const auto teacher = arguments.number("teacher", {1, 0xffff'ffffU});
  if (!teacher) return teacher.refusal();
  if (*teacher) filter.author = events::PersonNumber{static_cast<std::uint32_t>(**teacher)};
  return Done{};
}

}  // namespace

std::string_view entry_type_code(EntryType type) {
  for (const auto& [code, one] : kTypes) {
    if (one == type) return code;
  }
  return {};
}

Result<ChangeFilter> read_change_filter(const SchoolReader& school, const Arguments& arguments) {
  ChangeFilter filter;
  if (auto places = read_places(school, arguments, filter); !places) return places.refusal();
  const auto from = arguments.day("from");
  const auto to = arguments.day("to");
  const auto limit = arguments.number("limit", {1, projections::kMostChangeRows});
  const auto as_of = school.as_of(arguments);
  if (!from) return from.refusal();
  if (!to) return to.refusal();
  if (!limit) return limit.refusal();
  if (!as_of) return as_of.refusal();
  filter.first = from->value_or(filter.first);
  filter.last = to->value_or(filter.last);
  filter.limit = limit->value_or(kChangeRowsShown);
  filter.as_of = *as_of;
  filter.only_late = arguments.given("late");
  filter.only_void = arguments.given("void");
  filter.only_elsewhere = arguments.given("elsewhere");
  for (const auto& wanted : arguments.texts("type")) {
    const auto before = filter.types.size();
    for (const auto& [code, type] : kTypes) {
      if (code == wanted) filter.types.insert(type);
    }
    if (filter.types.size() == before) {
      return Refusal{"changes.type",
                     {fmt::format("--type: «{}» не знаю", wanted),
                      fmt::format("--type: \"{}\" is not known", wanted)},
                     {},
                     {"Есть: initial, correction, retake, adjustment, withdrawn.",
                      "There are: initial, correction, retake, adjustment, withdrawn."}};
    }
  }
  return filter;
}

}  // namespace letopis::reading
