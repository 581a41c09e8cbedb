// The parameters of the adopted regulation, as they are in force on a day. An old entry is judged
// by the rule of its own day, so the whole history is kept. What is silent enforces nothing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/facts_school.h"
#include "outcome/result.h"

namespace letopis::regulations {

// Keys of which deadlines are made; known_keys.h has them all.
inline constexpr std::string_view kMarkDue = "entry.mark.due";
inline constexpr std::string_view kMarkLate = "entry.mark.late";  // `refuse` or `flag`
inline constexpr std::string_view kWrittenWorkDue = "entry.written_work.due";
inline constexpr std::string_view kWrittenWorkNorms = "written_work.norms";
inline constexpr std::string_view kAttendanceDue = "entry.attendance.due";
inline constexpr std::string_view kTopicDue = "entry.topic.due";
inline constexpr std::string_view kHomeworkDue = "entry.homework.due";
inline constexpr std::string_view kPeriodMarksDue = "period_marks.due";
inline constexpr std::string_view kEditWindow = "edit.window";     // none, 1w, 2w, 3w, 1m, year_end
inline constexpr std::string_view kEditSameDay = "edit.same_day";  // yes or no, without a window

// The parameters of one day. A plain value.
class Parameters {
 public:
  // Null iff the regulation is silent; borrowed from this object.
  const events::Parameter* find(std::string_view key) const;
  const std::map<std::string, events::Parameter, std::less<>>& all() const { return by_key_; }

  void set(const events::Parameter& parameter) { by_key_[parameter.key] = parameter; }
  bool operator==(const Parameters&) const = default;

 private:
  std::map<std::string, events::Parameter, std::less<>> by_key_;
};

// Refuses an unknown key, naming near ones ("parameter.unknown"), and a value that the key cannot
// have ("parameter.unreadable"), so that neither enters a log.
Outcome check_parameter(const events::Parameter& parameter);

// All adoptions and changes. A plain value; one thread at a time.
class ParameterHistory {
 public:
  // In the order of the log.
  void apply(const events::RegulationAdopted& adopted);
  void apply(const events::ParameterChanged& changed);

  // A regulation replaces all that was before it from its day on, a change replaces one parameter
  // from its own; of one day the later in the log counts.
  Parameters on(events::Day day) const;

  // From which something else is in force, in their order; a day may come more than once.
  std::vector<events::Day> days() const;

 private:
  struct Step {
    events::Day in_force_from;
    bool whole = false;  // replaces everything before it
    std::vector<events::Parameter> parameters;
  };
  void insert(Step step);

  std::vector<Step> steps_;  // by day, then in the order of the log
};

}  // namespace letopis::regulations
