#include "rules/school_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/civil_day.h"
#include "rules/day_rules.h"
#include "rules/order_rules.h"

namespace letopis::rules {
namespace {

using regulations::iso;
using regulations::russian;

constexpr std::int64_t kDayMs = std::int64_t{24} * 60 * 60 * 1000;

Sentence other_point() { return {"точка, которая есть в списке", "a point that is on the list"}; }

std::string clause_of_points(const SchoolNow& school) {
  return school.clause("points_of_operation");
}

Outcome check_not_withdrawn(events::PointNumber point, const SchoolNow& school) {
  const auto withdrawn = projections::valid_on<events::PointWithdrawn>(
      school.directory(), projections::Shelf::kPointStory, {point.value});
  if (withdrawn.empty()) return Done{};
  const events::Day day = withdrawn.back().fact.day;
  return Refusal{"point.withdrawn",
                 {fmt::format("точка № {} уже снята {}", point.value, russian(day)),
                  fmt::format("point {} was withdrawn on {}", point.value, iso(day))},
                 clause_of_points(school),
                 other_point()};
}

}  // namespace

Outcome check(const events::SchoolDescribed& fact, const Act&, const SchoolNow&) {
  if (auto said = check_said(fact.name, {"название школы", "name of the school"}); !said) {
    return said;
  }
  if (auto said = check_said(fact.short_name, {"краткое название", "short name"}); !said) {
    return said;
  }
  if (const auto zone = regulations::TimeZone::named(fact.time_zone); !zone) return zone.refusal();
  if (fact.school_days_a_week == 5 || fact.school_days_a_week == 6) return Done{};
  return Refusal{"school.week",
                 {fmt::format("учебных дней в неделе не бывает {}", fact.school_days_a_week),
                  fmt::format("a school week cannot have {} days", fact.school_days_a_week)},
                 {},
                 {"пять или шесть", "five or six"}};
}

Outcome check(const events::DocumentRecorded& fact, const Act&, const SchoolNow&) {
  return check_said(fact.title, {"название документа", "title of the document"});
}

Outcome check(const events::PointListed& fact, const Act&, const SchoolNow&) {
  return check_said(fact.name, {"название точки эксплуатации", "name of the point"});
}

Outcome check(const events::SectionFilled& fact, const Act&, const SchoolNow& school) {
  if (auto said = check_said(fact.section, {"название раздела", "name of the section"}); !said) {
    return said;
  }
  return check_not_future(fact.day, school);
}

Outcome check(const events::PointWithdrawn& fact, const Act&, const SchoolNow& school) {
  if (auto stands = check_not_withdrawn(fact.point, school); !stands) return stands;
  return check_not_future(fact.day, school);
}

Outcome check(const events::WorkplaceTaken& fact, const Act&, const SchoolNow& school) {
  const auto& held = school.roles_of(fact.person);
  const bool is_staff = std::any_of(held.begin(), held.end(), [&school](const auto& one) {
    return one.days.holds(school.today());
  });
  if (!is_staff) {
    return Refusal{"workplace.not_staff",
                   {"рабочие места занимают только сотрудники школы",
                    "only the school's staff take workplaces"},
                   clause_of_points(school),
                   {"место занимает тот, у кого сегодня есть должность",
                    "whoever has an appointment today may"}};
  }
  if (!fact.point) return Done{};
  const auto listed = school.directory().declared<events::PointListed>(*fact.point);
  if (!listed || listed->is_void) {
    return Refusal{"point.not_listed",
                   {fmt::format("точка № {} не внесена в список", fact.point->value),
                    fmt::format("point {} is not listed", fact.point->value)},
                   clause_of_points(school),
                   other_point()};
  }
  return check_not_withdrawn(*fact.point, school);
}

Outcome check(const events::OutageDeclared& fact, const Act&, const SchoolNow& school) {
  if (fact.last <= fact.first) {
    return Refusal{"outage.reversed",
                   {"перерыв кончается раньше, чем начался", "the outage ends before it began"}};
  }
  if (fact.last.milliseconds - fact.first.milliseconds > kLongestOutageDays * kDayMs) {
    return Refusal{"outage.long",
                   {fmt::format("перерыв длиннее {} дней", kLongestOutageDays),
                    fmt::format("the outage is longer than {} days", kLongestOutageDays)},
                   {},
                   {"объявите перерыв по частям, каждую своим приказом",
                    "declare it in parts, each by an order of its own"}};
  }
  if (fact.last.milliseconds - school.now().milliseconds > kOutageAheadDays * kDayMs) {
    return Refusal{"outage.ahead",
                   {fmt::format("перерыв кончается {}: так далеко вперёд его не объявляют",
                                russian(school.day_of(fact.last))),
                    fmt::format("the outage ends on {}: it cannot be known so far ahead",
                                iso(school.day_of(fact.last)))},
                   {},
                   {fmt::format("не дальше {} дней вперёд", kOutageAheadDays),
                    fmt::format("at most {} days ahead", kOutageAheadDays)}};
  }
  return check_days_open(school.day_of(fact.first), school.day_of(fact.last), school);
}

}  // namespace letopis::rules
