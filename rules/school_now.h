// The school as it stands at the moment in which a fact is judged: what the rules read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "rules/lesson_now.h"
#include "rules/results.h"
#include "rules/roster.h"
#include "rules/setting.h"

namespace letopis::rules {

// What somebody has kept of what the views show; null: nothing.
struct Remembered {
  Setting* setting = nullptr;
  Roster* roster = nullptr;
  Results* results = nullptr;
};

// Reads on demand and keeps what it read, as long as one command is judged; borrows the views and
// what is remembered of them. One thread.
class SchoolNow {
 public:
  SchoolNow(const events::ViewReader& views, events::Instant now, const Remembered& kept = {});
  SchoolNow(const SchoolNow&) = delete;
  SchoolNow& operator=(const SchoolNow&) = delete;

  const events::ViewReader& views() const { return views_; }
  const projections::Directory& directory() const { return directory_; }
  events::Instant now() const { return now_; }

  // UTC until the school has described itself.
  const regulations::TimeZone& zone() const { return setting_.zone(directory_); }
  events::Day today() const;
  events::Day day_of(events::Instant moment) const { return zone().day_of(moment); }
  const regulations::Calendar& calendar() const { return setting_.calendar(directory_); }

  // Null iff there is none on that day.
  const YearNow* year_of(events::Day day) const;
  bool period_closed(events::ClassNumber school_class, events::PeriodNumber period) const {
    return setting_.period_closed(school_class, period, directory_);
  }

  const std::vector<projections::RoleHeld>& roles_of(events::PersonNumber person) const {
    return roster_.roles_of(person, directory_);
  }
  const std::vector<projections::ClassStay>& classes_of(events::PersonNumber pupil) const {
    return roster_.classes_of(pupil, directory_);
  }
  const std::vector<projections::GroupStay>& groups_of(events::PersonNumber pupil) const {
    return roster_.groups_of(pupil, directory_);
  }
  std::optional<events::ClassNumber> class_of(events::PersonNumber pupil, events::Day day) const;
  // Was asked for before, and is or was a pupil: costs no read.
  bool is_known_pupil(events::PersonNumber person) const { return roster_.knows_pupil(person); }
  // The pupil is of that class, or group, on that day.
  bool is_there(events::PersonNumber pupil, const projections::Place& place, events::Day day) const;

  const std::optional<projections::ClassInfo>& class_info(events::ClassNumber number,
                                                          events::Day day) const {
    return setting_.class_info(number, day, directory_);
  }

  // The class's grade of that day; empty for a group of several classes.
  std::optional<unsigned> grade_of(const projections::Place& place, events::Day day) const;

  // Empty iff there is no such lesson. Who knows on which day it probably was is answered sooner.
  const std::optional<LessonNow>& lesson(events::LessonNumber number,
                                         std::optional<events::Day> probably = {}) const;

  // In that class, subject and period none of that kind was ever given, not even one withdrawn
  // since.
  bool has_no_results(const projections::PeriodCell& of_class) const {
    return results_.has_none(of_class, views_);
  }

  // Of the regulation in force on that day; null iff it is silent.
  const events::Parameter* parameter(std::string_view key, events::Day day) const {
    return parameters(day).find(key);
  }
  const regulations::Parameters& parameters(events::Day day) const {
    return setting_.parameters(day, directory_);
  }
  // Behind that parameter, of today if no day is named; empty iff the regulation is silent.
  std::string clause(std::string_view key, std::optional<events::Day> day = {}) const;

 private:
  const events::ViewReader& views_;
  mutable Setting own_setting_;
  mutable Roster own_roster_;
  mutable Results own_results_;
  Setting& setting_;
  Roster& roster_;
  Results& results_;
  const projections::Directory directory_;
  const events::Instant now_;
  mutable std::optional<events::Day> today_;
  mutable std::map<events::LessonNumber, std::optional<LessonNow>> lessons_;
};

}  // namespace letopis::rules
