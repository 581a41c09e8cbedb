// The class teacher's page of attendance: who missed what and why, day by day and in sum.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "events/facts_lessons.h"
#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/presence.h"

namespace letopis::projections {

// One pupil's sums. Lessons of the pupil's own class and groups only.
struct AttendanceSums {
  std::uint32_t lessons = 0;    // held
  std::uint32_t full_days = 0;  // on which every own lesson was missed
  std::uint32_t full_days_ill = 0;
  std::uint32_t missed = 0;  // lessons, of them:
  std::uint32_t ill = 0;
  std::uint32_t excused = 0;
  std::uint32_t unexcused = 0;
  std::uint32_t unexplained = 0;  // no reason stated yet
  std::uint32_t late = 0;
  std::uint32_t late_minutes = 0;

  std::uint32_t no_reason() const { return unexcused + unexplained; }
  void add(const AttendanceSums& sums);
  bool operator==(const AttendanceSums&) const = default;
};

// What a teacher noted of one lesson.
struct NotedLesson {
  events::LessonNumber lesson;
  std::uint16_t bell = 0;
  Presence presence;  // without the reason, which is the class teacher's
  bool operator==(const NotedLesson&) const = default;
};

struct AttendanceDay {
  events::Day day;
  std::uint32_t lessons = 0;
  std::uint32_t missed = 0;
  std::uint32_t late = 0;
  std::optional<events::AbsenceReason> reason;
  std::vector<NotedLesson> noted;  // by bell
  bool full() const { return lessons > 0 && missed == lessons; }
  bool operator==(const AttendanceDay&) const = default;
};

struct AttendancePupil {
  events::PersonNumber pupil;
  Intervals days;
  AttendanceSums sums;
  std::vector<AttendanceDay> by_day;   // days with an absence or late arrival
  std::vector<Explanation> explained;  // that meet the span, in the order of the log
  bool operator==(const AttendancePupil&) const = default;
};

struct AttendanceQuery {
  events::ClassNumber school_class;
  events::Day first;
  events::Day last;
  events::Position as_of = kWholeLog;
};

struct AttendancePage {
  std::vector<AttendancePupil> pupils;                     // by number
  std::vector<Filed<events::AttendanceReviewed>> reviews;  // that meet the span
  bool operator==(const AttendancePage&) const = default;
};

// Of a pupil who moved, only the days in this class are counted here.
AttendancePage attendance_page(const events::ViewReader& views, const AttendanceQuery& query);

}  // namespace letopis::projections
