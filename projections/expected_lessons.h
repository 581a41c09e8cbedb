// Which lessons a day owes: the slots of the approved timetable, as the calendar, the bells,
// changes of the timetable, cancellations and substitutions leave them. What was held is not asked
// here.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "projections/bell_times.h"
#include "projections/directory_reader.h"
#include "projections/roll.h"
#include "projections/timetables_in_force.h"
#include "regulations/calendar.h"

namespace letopis::projections {

struct ExpectedLesson {
  events::Day day;
  std::uint16_t bell = 0;
  events::LoadNumber load;
  Place place;
  events::PersonNumber teacher;  // who is to hold it: the substitute where one is ordered
  std::optional<events::SubstitutionNumber> substitution;
  std::optional<events::RoomNumber> room;
  std::optional<events::LoadNumber> instead_of;   // a change put it here, in place of that load
  std::optional<events::CancelGround> cancelled;  // it stood in the timetable and is not to be held
  std::optional<unsigned> end_minute;             // empty iff nobody said when the bell rings
  bool operator==(const ExpectedLesson&) const = default;
};

// Reads what it needs of the directory when made, the rest on demand; borrows it. One thread.
//
// On a day that is no school day of the class's grade nothing is expected, unless a change puts a
// lesson there. A working Saturday has the slots of a Saturday. A bell that the schedule of the day
// lacks does not ring, so its lesson is none; nor is one whose class or group has nobody in it.
class ExpectedLessons {
 public:
  explicit ExpectedLessons(const Directory& directory);

  // Cancelled ones included, by bell, class, group and load. Borrowed until the next call.
  const std::vector<ExpectedLesson>& on(events::Day day);

  // The end of the last lesson expected that day of any pupil of the place, in minutes of the day:
  // «все занятия данных обучающихся». Empty iff they have none, or nobody said when bells ring.
  std::optional<unsigned> last_end(const Place& place, events::Day day);

  const BellTimes& bells() const { return bells_; }
  Roll& roll() { return roll_; }

 private:
  struct Change {
    events::Position position;
    events::LoadNumber load;
    std::uint16_t bell = 0;
    std::optional<events::LoadNumber> replaced_by;
    std::optional<events::RoomNumber> room;
    events::CancelGround ground = {};
  };

  void read_load(const LoadInfo& load);
  bool is_taught(const LoadInfo& load, events::Day day);
  std::optional<ExpectedLesson> lesson(events::LoadNumber load, events::Day day,
                                       std::uint16_t bell);
  void apply(const Change& change, events::Day day);
  void substitute(ExpectedLesson& lesson) const;
  std::optional<unsigned> grade_of(events::ClassNumber school_class, events::Day day);

  const Directory& directory_;
  const regulations::Calendar calendar_;
  const BellTimes bells_;
  const TimetablesInForce timetables_;
  Roll roll_;
  std::map<events::LoadNumber, LoadInfo> loads_;
  std::map<events::LoadNumber, std::vector<events::SubstitutionOrdered>> substitutions_;
  std::map<events::Day, std::vector<Change>> changes_;  // of a day in the order of the log
  std::map<std::pair<events::ClassNumber, events::Day>, std::optional<unsigned>> grades_;

  std::optional<events::Day> day_;  // of what stands below
  std::vector<ExpectedLesson> lessons_;
  std::optional<events::Day> ends_day_;
  std::map<events::PersonNumber, unsigned> ends_;
};

}  // namespace letopis::projections
