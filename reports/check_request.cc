#include "reports/check_request.h"

#include <fmt/format.h>

namespace letopis::reports {
namespace {

Outcome check_ask(Ask ask, bool given, std::string_view ru, std::string_view en) {
  if (ask == Ask::kMust && !given) {
    return Refusal{"report.missing",
                   {fmt::format("для этого отчёта нужно указать: {}", ru),
                    fmt::format("this report must be told: {}", en)}};
  }
  if (ask == Ask::kNo && given) {
    return Refusal{"report.needless",
                   {fmt::format("этому отчёту не указывают: {}", ru),
                    fmt::format("this report cannot be told: {}", en)}};
  }
  return Done{};
}

Refusal unknown(std::string_view ru, std::string_view en, std::uint32_t number) {
  return {"report.unknown",
          {fmt::format("в журнале событий тогда не было: {} № {}", ru, number),
           fmt::format("the log did not have then: {} No. {}", en, number)}};
}

// A journal is that of a class, or of a group; one of a part of a class stands under that class.
Outcome check_group(const projections::Directory& directory, const Request& request) {
  if (!request.group) {
    if (row_of(request.report).group == Ask::kNo || request.school_class) return Done{};
    return check_ask(Ask::kMust, false, "класс или группу", "the class or the group");
  }
  const auto formed = directory.declared<events::GroupFormed>(*request.group);
  if (!formed) return unknown("группа", "group", request.group->value);
  if (formed->fact.school_class == request.school_class) return Done{};
  return Refusal{"report.group",
                 {"эта группа — не этого класса", "the group is not of that class"}};
}

Outcome check_known(const projections::Directory& directory, const Request& request) {
  using events::NumberKind;
  if (request.school_class && !directory.class_info(*request.school_class, request.days.last)) {
    return unknown("класс", "class", request.school_class->value);
  }
  if (request.subject && !directory.exists(NumberKind::kSubject, request.subject->value)) {
    return unknown("предмет", "subject", request.subject->value);
  }
  if (request.person && !directory.exists(NumberKind::kPerson, request.person->value)) {
    return unknown("человек", "person", request.person->value);
  }
  if (request.made_by && !directory.exists(NumberKind::kPerson, request.made_by->value)) {
    return unknown("человек", "person", request.made_by->value);
  }
  if (request.period && !directory.exists(NumberKind::kPeriod, request.period->value)) {
    return unknown("период", "period", request.period->value);
  }
  return Done{};
}

}  // namespace

Result<events::YearOpened> check_request(const projections::Directory& directory,
                                         const Request& request) {
  const ReportRow& row = row_of(request.report);
  for (const Outcome& asked :
       {check_ask(row.school_class, request.school_class.has_value(), "класс", "the class"),
        check_ask(row.group, request.group.has_value(), "группу", "the group"),
        check_ask(row.subject, request.subject.has_value(), "предмет", "the subject"),
        check_ask(row.person, request.person.has_value(), "человек", "the person")}) {
    if (!asked) return asked.refusal();
  }
  const auto year = directory.year_of(request.days.last);
  if (request.days.last < request.days.first || !year || request.days.first < year->first_day) {
    return Refusal{"report.span",
                   {"эти дни не лежат в одном учебном году",
                    "these days do not lie within one academic year"}};
  }
  if (auto known = check_known(directory, request); !known) return known.refusal();
  if (auto group = check_group(directory, request); !group) return group.refusal();
  return *year;
}

}  // namespace letopis::reports
