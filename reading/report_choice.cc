#include "reading/report_choice.h"

#include <fmt/format.h>

#include <algorithm>

#include "office/present.h"
#include "reports/paper_code.h"
#include "signing/encoding.h"
#include "signing/tile_tree.h"

namespace letopis::reading {

using namespace office;
using namespace terminal;

namespace {

constexpr std::uint64_t kMostPeriods = 6;

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

Result<std::uint64_t> choose_size(const SchoolReader& school, const Arguments& arguments) {
  const auto size = arguments.number("size", {1, school.log().size()});
  if (!size) return size.refusal();
  if (*size && arguments.given("as-of")) {
    return refuse("report.two_sizes", "--size и --as-of вместе не указывают",
                  "--size and --as-of cannot both be given");
  }
  if (*size) return **size;
  const auto as_of = school.as_of(arguments);
  if (!as_of) return as_of.refusal();
  return std::min(as_of->value, school.log().size());
}

// By number, or by the beginning of a full name.
std::vector<events::PersonNumber> people_named(const SchoolReader& school,
                                               const std::string& name) {
  const std::uint32_t last = school.directory().last_number(events::NumberKind::kPerson);
  if (const auto number = signing::from_decimal(name)) {
    if (*number < 1 || last < *number) return {};
    return {events::PersonNumber{static_cast<std::uint32_t>(*number)}};
  }
  std::vector<events::PersonNumber> found;
  for (std::uint32_t i = 1; i <= last; ++i) {
    if (school.names().full({i}).starts_with(name)) found.push_back({i});
  }
  return found;
}

Refusal not_one(const char* code, const std::vector<events::PersonNumber>& found,
                const std::string& name, const Text& none) {
  const Text says = found.empty() ? none
                                  : Text{"имя нескольких людей начинается с «{}»",
                                         "several people's names begin with {}"};
  return refuse(code, fill(Language::kRussian, says, name), fill(Language::kEnglish, says, name));
}

// Families hold no office.
Result<events::PersonNumber> teacher_named(const SchoolReader& school, const std::string& name) {
  auto found = people_named(school, name);
  std::erase_if(found,
                [&school](auto person) { return school.directory().roles_of(person).empty(); });
  if (found.size() == 1) return found.front();
  return not_one("report.no_teacher", found, name,
                 {"нет сотрудника «{}»", "nobody on the staff is called {}"});
}

// A group by its name or number, of the class if one is named.
Result<events::GroupFormed> group_named(const SchoolReader& school, const std::string& name,
                                        const std::optional<events::ClassNumber>& school_class) {
  const std::uint32_t last = school.directory().last_number(events::NumberKind::kGroup);
  const auto number = signing::from_decimal(name);
  std::vector<events::GroupFormed> found;
  for (std::uint32_t i = 1; i <= last; ++i) {
    const auto formed = school.directory().declared<events::GroupFormed>(events::GroupNumber{i});
    if (!formed || formed->is_void) continue;
    if (number ? *number != i : formed->fact.name != name) continue;
    if (!school_class || formed->fact.school_class == school_class) found.push_back(formed->fact);
  }
  if (found.size() == 1) return found.front();
  const Text says = found.empty() ? Text{"нет группы «{}»", "there is no group {}"}
                                  : Text{"групп «{}» несколько: назовите класс или номер",
                                         "there are several groups {}: name the class or a number"};
  return refuse("report.no_group", fill(Language::kRussian, says, name),
                fill(Language::kEnglish, says, name));
}

Outcome choose_people(const SchoolReader& school, const Arguments& arguments,
                      const events::YearOpened& year, reports::Request& request) {
  if (const auto name = arguments.text("pupil")) {
    const auto pupil = school.pupil_named(*name);
    if (!pupil) return pupil.refusal();
    request.person = *pupil;
    const bool asked = reports::row_of(request.report).school_class != reports::Ask::kNo;
    if (asked && !arguments.given("class")) {
      request.school_class = school.directory().class_of(*pupil, year.last_day);
    }
  }
  if (const auto name = arguments.text("teacher")) {
    const auto teacher = teacher_named(school, *name);
    if (!teacher) return teacher.refusal();
    request.person = *teacher;
  }
  if (const auto name = arguments.text("class")) {
    const auto school_class = school.class_named(*name, year.last_day);
    if (!school_class) return school_class.refusal();
    request.school_class = school_class->number;
  }
  if (const auto name = arguments.text("group")) {
    const auto group = group_named(school, *name, request.school_class);
    if (!group) return group.refusal();
    request.group = group->group;
    request.school_class = group->school_class;
  }
  if (const auto name = arguments.text("subject")) {
    const auto subject = school.subject_named(*name);
    if (!subject) return subject.refusal();
    request.subject = subject->subject;
  }
  return Done{};
}

// Periods are those of the class's grade; without a class, of the lowest grade that has so many.
Outcome choose_period(const SchoolReader& school, const Arguments& arguments,
                      const events::YearOpened& year, reports::Request& request) {
  const auto wanted = arguments.number("period", {1, kMostPeriods});
  if (!wanted) return wanted.refusal();
  if (!*wanted) return Done{};
  unsigned grade = 0;
  if (request.school_class) {
    const auto info = school.directory().class_info(*request.school_class, year.last_day);
    if (info) grade = info->grade;
  }
  for (const auto& period : school.directory().periods(year.year)) {
    if (period.kind == events::PeriodKind::kYear || period.ordinal != **wanted) continue;
    if (grade != 0 && (grade < period.first_grade || period.last_grade < grade)) continue;
    request.period = period.period;
    request.days = {period.first_day, period.last_day};
    return Done{};
  }
  return refuse("report.no_period", fmt::format("в этом учебном году нет периода {}", **wanted),
                fmt::format("the year has no period {}", **wanted));
}

}  // namespace

Result<reports::LogState> log_state(const SchoolReader& school, std::uint64_t size) {
  if (size == 0 || size > school.log().size()) {
    return refuse(
        "report.size",
        fmt::format("в журнале событий {} записей, а нужно {}", school.log().size(), size),
        fmt::format("the log has {} entries, not {}", school.log().size(), size));
  }
  if (school.profile().origin.size() > reports::kMaxPaperOriginBytes) {
    return refuse("paper_code.origin", "имя журнала слишком длинно для кода на листе",
                  "the log's name is too long for a sheet's code");
  }
  const auto last = school.log().event({size - 1});
  if (!last) return last.refusal();
  return reports::LogState{school.profile().origin, size,
                           signing::root_at(size, school.log().tree()), last->recorded};
}

Result<ReportChoice> choose_report(const SchoolReader& school, const Arguments& arguments,
                                   Language language) {
  const auto key = arguments.needed("report");
  if (!key) return key.refusal();
  const auto report = reports::report_named(*key);
  if (!report) return report.refusal();
  const auto size = choose_size(school, arguments);
  if (!size) return size.refusal();
  auto log = log_state(school, *size);
  if (!log) return log.refusal();
  const auto year = school.year();
  if (!year) return year.refusal();

  reports::Request request;
  request.report = *report;
  request.language = language;
  request.days = {year->first_day, year->last_day};
  if (auto people = choose_people(school, arguments, *year, request); !people) {
    return people.refusal();
  }
  if (auto period = choose_period(school, arguments, *year, request); !period) {
    return period.refusal();
  }
  const auto from = arguments.day("from");
  const auto to = arguments.day("to");
  if (!from) return from.refusal();
  if (!to) return to.refusal();
  if (*from) request.days.first = **from;
  if (*to) request.days.last = **to;
  return ReportChoice{request, std::move(*log)};
}

Result<std::optional<reports::Reader>> choose_reader(const SchoolReader& school,
                                                     const Arguments& arguments) {
  const auto name = arguments.text("as");
  if (!name) return std::optional<reports::Reader>();
  const auto found = people_named(school, *name);
  if (found.size() == 1) return std::optional(reports::Reader{found.front(), present(school)});
  return not_one("report.no_reader", found, *name,
                 {"нет человека «{}»", "there is nobody called {}"});
}

}  // namespace letopis::reading
