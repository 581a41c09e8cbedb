#include "projections/due_school.h"

#include <algorithm>
#include <tuple>

#include "regulations/civil_day.h"

namespace letopis::projections {
namespace {

// The first yearly terms fall in August, a week or more before the year's first day.
constexpr int kPreparedDays = 62;

auto order_of(const DueItem& item) {
  const events::Instant never{std::numeric_limits<std::int64_t>::max()};
  return std::make_tuple(item.deadline ? item.deadline->at : never, item.opens, item.kind,
                         item.about.school_class, item.about.subject, item.about.group,
                         item.about.day, item.about.bell, item.about.period, item.about.person,
                         item.about.remark, item.about.dispute, item.about.message,
                         item.about.setup);
}

}  // namespace

DueSchool::DueSchool(const events::ViewReader& views, const DueQuery& query,
                     regulations::TimeZone zone)
    : views_(views),
      query_(query),
      zone_(std::move(zone)),
      directory_(views, query.as_of),
      duties_(views, directory_),
      outages_(directory_),
      today_(zone_.day_of(query.now)),
      history_(directory_.parameters()),
      calendar_(directory_.calendar()),
      expected_(directory_) {
  for (const events::YearOpened& year : directory_.years()) {
    if (regulations::plus_days(today_, kPreparedDays) < year.first_day) continue;
    if (!query_.done && directory_.year_closed(year.year)) continue;
    years_.push_back({year, regulations::school_year(year, directory_.periods(year.year))});
  }
}

const regulations::Parameters& DueSchool::rules(events::Day day) {
  auto at = rules_.find(day);
  if (at == rules_.end()) at = rules_.emplace(day, history_.on(day)).first;
  return at->second;
}

const std::vector<BookedLesson>& DueSchool::book(std::optional<events::ClassNumber> school_class,
                                                 const DueYear& year) {
  const auto key = std::make_pair(school_class ? school_class->value : 0, year.opened.year);
  auto at = books_.find(key);
  if (at == books_.end()) {
    const events::Day last = std::min(year.span.last_day, today_);
    at = books_
             .emplace(key,
                      lesson_book(views_, directory_, {school_class, year.span.first_day, last}))
             .first;
  }
  return at->second;
}

std::optional<regulations::Deadline> DueSchool::deadline_at(events::Day last_in_time,
                                                            std::string clause) const {
  return regulations::Deadline{start_of(regulations::plus_days(last_in_time, 1)),
                               std::move(clause)};
}

bool DueSchool::asks_for(std::optional<events::ClassNumber> school_class) const {
  return !query_.school_class || query_.school_class == school_class;
}

std::vector<ClassInfo> DueSchool::classes(events::Day day) const {
  std::vector<ClassInfo> asked = directory_.classes(day);
  std::erase_if(asked, [this](const ClassInfo& one) { return !asks_for(one.number); });
  return asked;
}

std::vector<events::PersonNumber> DueSchool::holders(
    const std::vector<events::Role>& roles, events::Day day,
    std::optional<events::ClassNumber> school_class) {
  std::vector<events::PersonNumber> who;
  for (const events::Role role : roles) {
    auto at = holders_.find(role);
    if (at == holders_.end()) at = holders_.emplace(role, directory_.holders_of(role)).first;
    for (const RoleHeld& held : at->second) {
      if (!held.days.holds(day)) continue;
      if (role == events::Role::kClassTeacher && held.school_class != school_class) continue;
      if (std::find(who.begin(), who.end(), held.person) == who.end()) who.push_back(held.person);
    }
  }
  return who;
}

bool DueSchool::is_asked(const DueItem& item) const {
  if (!asks_for(item.kind) || (item.done && !query_.done)) return false;
  if (!query_.done && !item.witnessed && item.deadline && item.deadline->at <= query_.now) {
    return false;
  }
  if (query_.school_class && item.about.school_class != query_.school_class) return false;
  if (query_.person &&
      std::find(item.who.begin(), item.who.end(), *query_.person) == item.who.end()) {
    return false;
  }
  if (!item.deadline && query_.now < item.opens) return false;
  return is_in_span(item);
}

bool DueSchool::is_in_span(const DueItem& item) const {
  const Interval span{query_.first, query_.last};
  const events::Day opened = zone_.day_of(item.opens);
  if (!item.deadline) return item.done ? span.holds(opened) : opened <= query_.last;
  if (span.holds(zone_.day_of({item.deadline->due.milliseconds - 1}))) return true;
  const bool runs = !item.done && item.opens <= query_.now && query_.now < item.deadline->at;
  return runs && span.holds(today_);
}

void DueSchool::add(DueItem item) {
  if (!is_asked(item)) return;
  if (item.deadline && (item.done || item.witnessed)) {
    item.late = item.done ? outages_.lateness(*item.done, *item.deadline, zone_)
                          : regulations::lateness(*item.deadline, query_.now, zone_);
  }
  items_.push_back(std::move(item));
}

std::vector<DueItem> DueSchool::take() {
  std::stable_sort(items_.begin(), items_.end(),
                   [](const DueItem& a, const DueItem& b) { return order_of(a) < order_of(b); });
  return std::move(items_);
}

}  // namespace letopis::projections
