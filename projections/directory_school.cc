// The school, its regulation, calendar, years and subjects, as the directory has them.
#include <algorithm>

#include "projections/directory_reader.h"

namespace letopis::projections {
namespace {

std::string prefix_of(Shelf shelf) {
  RowBytes prefix;
  return prefix.u8(static_cast<std::uint8_t>(shelf)).str();
}

// The first key after all rows of a shelf that are in force by the day.
std::string after_day(std::string_view shelf, events::Day day) {
  RowBytes end;
  return after_prefix(end.bytes(shelf).day(day).view());
}

// Every number of a kind whose declaration is valid.
template <class Fact, class Number>
std::vector<Fact> all_declared(const Directory& directory) {
  std::vector<Fact> all;
  const std::uint32_t last = directory.last_number(Number::kind);
  for (std::uint32_t number = 1; number <= last; ++number) {
    auto filed = directory.declared<Fact>(Number{number});
    if (filed && !filed->is_void) all.push_back(std::move(filed->fact));
  }
  return all;
}

}  // namespace

std::optional<Filed<events::SchoolDescribed>> Directory::school(events::Position at) const {
  std::optional<Filed<events::SchoolDescribed>> latest;
  for (auto& filed : valid_on<events::SchoolDescribed>(*this, Shelf::kSchool, {})) {
    // A school must have a zone before its first description, and that is the first one's.
    if (!latest || filed.stamp.position <= at) latest = std::move(filed);
  }
  return latest;
}

std::optional<events::Parameter> Directory::parameter(std::string_view key, events::Day day) const {
  const std::string adoptions = prefix_of(Shelf::kAdoptions);
  std::pair<events::Day, events::Position> adopted{kFirstDay, {}};
  views_.scan(kDirectory, adoptions, after_day(adoptions, day),
              [&](std::string_view row_key, std::string_view value) {
                const events::Position position = position_in(row_key);
                if (position < as_of_ && !is_void(FiledRow(position, value).stamp())) {
                  adopted = {RowReader(row_key.substr(1)).day(), position};
                }
                return true;
              });
  RowBytes of_key;
  of_key.bytes(prefix_of(Shelf::kParameters)).bytes(key).u8(0);
  RowBytes from;
  from.bytes(of_key.view()).day(adopted.first).u64(adopted.second.value);
  std::optional<events::Parameter> found;
  scan_filed(from.view(), after_day(of_key.view(), day), [&](const FiledRow& row, bool is_void) {
    if (!is_void) found = row.fact<events::ParameterChanged>().parameter;
    return true;
  });
  return found;
}

regulations::ParameterHistory Directory::parameters() const {
  regulations::ParameterHistory history;
  std::vector<Filed<events::RegulationAdopted>> adopted =
      valid_on<events::RegulationAdopted>(*this, Shelf::kAdoptions, {});
  std::vector<Filed<events::ParameterChanged>> changed;
  const auto is_adoption = [&adopted](events::Position position) {
    return std::any_of(adopted.begin(), adopted.end(),
                       [position](const auto& one) { return one.stamp.position == position; });
  };
  for (auto& one : valid_on<events::ParameterChanged>(*this, Shelf::kParameters, {})) {
    if (!is_adoption(one.stamp.position)) changed.push_back(std::move(one));
  }
  const auto by_position = [](const auto& a, const auto& b) {
    return a.stamp.position < b.stamp.position;
  };
  std::sort(adopted.begin(), adopted.end(), by_position);
  std::sort(changed.begin(), changed.end(), by_position);
  auto next = changed.begin();
  for (const auto& adoption : adopted) {
    for (; next != changed.end() && by_position(*next, adoption); ++next) history.apply(next->fact);
    history.apply(adoption.fact);
  }
  for (; next != changed.end(); ++next) history.apply(next->fact);
  return history;
}

regulations::Calendar Directory::calendar() const {
  regulations::Calendar calendar;
  if (const auto profile = school()) calendar.apply(profile->fact);
  for (const auto& day : valid_on<events::CalendarDayDeclared>(*this, Shelf::kCalendarDays, {})) {
    calendar.apply(day.fact);
  }
  for (const auto& period : valid_on<events::PeriodDeclared>(*this, Shelf::kYearPeriods, {})) {
    calendar.apply(period.fact);
  }
  return calendar;
}

std::vector<events::YearOpened> Directory::years() const {
  return all_declared<events::YearOpened, events::YearNumber>(*this);
}

std::optional<events::YearOpened> Directory::year_of(events::Day day) const {
  for (const events::YearOpened& year : years()) {
    if (year.first_day <= day && day <= year.last_day) return year;
  }
  return std::nullopt;
}

bool Directory::year_closed(events::YearNumber year) const {
  return !valid_on<events::YearClosed>(*this, Shelf::kYearStory, {year.value}).empty();
}

std::vector<events::PeriodDeclared> Directory::periods(events::YearNumber year) const {
  std::vector<events::PeriodDeclared> periods;
  for (auto& one : valid_on<events::PeriodDeclared>(*this, Shelf::kYearPeriods, {year.value})) {
    periods.push_back(one.fact);
  }
  std::stable_sort(periods.begin(), periods.end(),
                   [](const auto& a, const auto& b) { return a.first_day < b.first_day; });
  return periods;
}

std::optional<Stamp> Directory::period_closed(events::ClassNumber school_class,
                                              events::PeriodNumber period) const {
  std::optional<Stamp> closed;
  story(Shelf::kClassPeriods, {school_class.value, period.value},
        [&closed](const FiledRow& row, bool is_void) {
          if (is_void) return true;
          closed.reset();
          if (row.holds<events::PeriodClosed>()) closed = row.stamp();
          return true;
        });
  return closed;
}

std::vector<events::SubjectRegistered> Directory::subjects() const {
  return all_declared<events::SubjectRegistered, events::SubjectNumber>(*this);
}

std::optional<events::SubjectRegistered> Directory::subject_named(std::string_view name) const {
  for (events::SubjectRegistered& subject : subjects()) {
    if (subject.name == name || subject.short_name == name) return std::move(subject);
  }
  return std::nullopt;
}

std::vector<Filed<events::OutageDeclared>> Directory::outages() const {
  std::vector<Filed<events::OutageDeclared>> all;
  const std::uint32_t last = last_number(events::NumberKind::kOutage);
  for (std::uint32_t number = 1; number <= last; ++number) {
    auto filed = declared<events::OutageDeclared>(events::OutageNumber{number});
    if (filed && !filed->is_void) all.push_back(std::move(*filed));
  }
  return all;
}

std::optional<events::Bell> Directory::bell(events::Day day, std::uint16_t ordinal,
                                            std::optional<events::ClassNumber> school_class) const {
  std::optional<events::BellScheduleNumber> common_one;
  std::optional<events::BellScheduleNumber> own;
  for (const auto& one : valid_on<events::BellScheduleApplied>(*this, Shelf::kBellsApplied, {})) {
    if (day < one.fact.first_day || one.fact.last_day < day) continue;
    if (!one.fact.school_class) common_one = one.fact.schedule;
    if (one.fact.school_class && one.fact.school_class == school_class) own = one.fact.schedule;
  }
  if (!own) own = common_one;
  if (!own) return std::nullopt;
  const auto schedule = declared<events::BellScheduleDeclared>(*own);
  if (!schedule || schedule->is_void) return std::nullopt;
  for (const events::Bell& one : schedule->fact.bells) {
    if (one.ordinal == ordinal) return one;
  }
  return std::nullopt;
}

}  // namespace letopis::projections
