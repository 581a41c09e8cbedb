// For whom a reader may read by this door: a pupil for himself, a parent for the own children; and
// the year and the terms that they are in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "projections/directory_reader.h"
#include "wishes/sight.h"

namespace letopis::netschool {

struct Child {
  events::PersonNumber person;
  std::string name;  // «Иванова Мария»
  projections::ClassInfo school_class;
};

// Those who are in a class, the reader first; nobody for anyone else. ACC-04.
std::vector<Child> children_of(const wishes::Sight& sight);

// Refuses netschool.no_pupil: none of them.
Result<Child> child_named(const std::vector<Child>& children, std::uint64_t number);

// The academic year of today, else the one opened last. Refuses netschool.no_year.
Result<events::YearOpened> year_of(const wishes::Sight& sight);

// Today, or the nearest day of that year.
events::Day school_day(const events::YearOpened& year, const wishes::Sight& sight);

// Terms in which any of the children learns, without the whole year, in their order.
std::vector<events::PeriodDeclared> terms_of(const std::vector<Child>& children,
                                             const events::YearOpened& year,
                                             const wishes::Sight& sight);

// «2 четверть»; no term's name is a part of another's.
std::string term_name(const events::PeriodDeclared& term);

// What the protocol calls a moment: "2026-03-11T00:00:00", the beginning of a day wherever the
// reader is.
std::string day_text(events::Day day);
// Reads the day at the beginning of such a text. Refuses day.unreadable.
Result<events::Day> day_in(std::string_view text);
// "11.03.26"
std::string short_day(events::Day day);

}  // namespace letopis::netschool
