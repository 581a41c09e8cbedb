// The school as it stands at the moment in which a fact is judged: what the rules read.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "events/views.h"
#include "projections/directory_reader.h"
#include "rules/arrangement.h"
#include "rules/lesson_now.h"

namespace letopis::rules {

// Reads on demand and keeps what it read, as long as one command is judged; borrows the views, and
// the arrangement if it is given one that fits them. One thread.
class SchoolNow {
 public:
  SchoolNow(const events::ViewReader& views, events::Instant now, Arrangement* kept = nullptr);
  SchoolNow(const SchoolNow&) = delete;
  SchoolNow& operator=(const SchoolNow&) = delete;

  const events::ViewReader& views() const { return views_; }
  const projections::Directory& directory() const { return directory_; }
  events::Instant now() const { return now_; }

  // UTC until the school has described itself.
  const regulations::TimeZone& zone() const { return arrangement_.zone(directory_); }
  events::Day today() const;
  events::Day day_of(events::Instant moment) const { return zone().day_of(moment); }
  const regulations::Calendar& calendar() const { return arrangement_.calendar(directory_); }

  // Null iff there is none on that day.
  const YearNow* year_of(events::Day day) const;
  bool period_closed(events::ClassNumber school_class, events::PeriodNumber period) const {
    return arrangement_.period_closed(school_class, period, directory_);
  }

  const std::vector<projections::RoleHeld>& roles_of(events::PersonNumber person) const {
    return arrangement_.roles_of(person, directory_);
  }
  const std::vector<projections::ClassStay>& classes_of(events::PersonNumber pupil) const {
    return arrangement_.classes_of(pupil, directory_);
  }
  std::optional<events::ClassNumber> class_of(events::PersonNumber pupil, events::Day day) const;
  // The pupil is of that class, or group, on that day.
  bool is_there(events::PersonNumber pupil, const projections::Place& place, events::Day day) const;

  const std::optional<projections::ClassInfo>& class_info(events::ClassNumber number,
                                                          events::Day day) const {
    return arrangement_.class_info(number, day, directory_);
  }

  // Empty iff there is no such lesson.
  const std::optional<LessonNow>& lesson(events::LessonNumber number) const;

  // Of the regulation in force on that day; null iff it is silent.
  const events::Parameter* parameter(std::string_view key, events::Day day) const {
    return parameters(day).find(key);
  }
  const regulations::Parameters& parameters(events::Day day) const {
    return arrangement_.parameters(day, directory_);
  }

 private:
  const events::ViewReader& views_;
  mutable Arrangement own_;
  Arrangement& arrangement_;
  const projections::Directory directory_;
  const events::Instant now_;
  mutable std::optional<events::Day> today_;
  mutable std::map<events::LessonNumber, std::optional<LessonNow>> lessons_;
};

}  // namespace letopis::rules
