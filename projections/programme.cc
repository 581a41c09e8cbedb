#include "projections/programme.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "projections/expected_lessons.h"
#include "projections/lesson_book.h"
#include "regulations/civil_day.h"
#include "regulations/school_year.h"

namespace letopis::projections {
namespace {

struct ByPlace {
  bool operator()(const Place& a, const Place& b) const {
    return std::tie(a.school_class, a.subject, a.group) <
           std::tie(b.school_class, b.subject, b.group);
  }
};

// How many control works stand in the first hours of a plan.
std::uint32_t control_works_in(const events::PlanAdopted& plan, std::uint32_t hours) {
  std::uint32_t passed = 0;
  std::uint32_t works = 0;
  for (const events::PlanTopic& topic : plan.topics) {
    passed += topic.hours;
    if (passed > hours) break;
    if (topic.control_work) ++works;
  }
  return works;
}

std::uint32_t hours_of(const events::PlanAdopted& plan) {
  std::uint32_t hours = 0;
  for (const events::PlanTopic& topic : plan.topics) hours += topic.hours;
  return hours;
}

class ProgrammeReader {
 public:
  ProgrammeReader(const events::ViewReader& views, const ProgrammeQuery& query)
      : views_(views), query_(query), directory_(views, query.as_of) {}

  std::vector<ProgrammeLine> read() {
    count_expected();
    count_plans();
    count_held();
    std::vector<ProgrammeLine> lines;
    for (auto& [place, line] : lines_) lines.push_back(std::move(line));
    return lines;
  }

 private:
  bool is_asked(const Place& place) const {
    if (query_.school_class && place.school_class != query_.school_class) return false;
    return !query_.subject || place.subject == *query_.subject;
  }

  ProgrammeLine& line(const Place& place) {
    const auto [at, is_new] = lines_.try_emplace(place);
    if (is_new) at->second.place = place;
    return at->second;
  }

  static void add_teacher(ProgrammeLine& line, events::PersonNumber teacher) {
    const auto at = std::lower_bound(line.teachers.begin(), line.teachers.end(), teacher);
    if (at == line.teachers.end() || *at != teacher) line.teachers.insert(at, teacher);
  }

  void count_expected() {
    ExpectedLessons expected(directory_);
    const events::Day last =
        std::min(query_.last, regulations::plus_days(query_.first, regulations::kLongestYearDays));
    for (events::Day day = query_.first; day <= last; day = regulations::plus_days(day, 1)) {
      for (const ExpectedLesson& lesson : expected.on(day)) {
        if (!is_asked(lesson.place)) continue;
        ProgrammeLine& counted = line(lesson.place);
        if (lesson.instead_of) {
          ++counted.added;
        } else {
          ++counted.planned;
          ++planned_[lesson.load];
        }
        if (lesson.cancelled) ++counted.cancelled;
      }
    }
  }

  void count_plans() {
    for (const auto& [load, planned] : planned_) {
      const auto info = directory_.load(load);
      if (!info) continue;
      ProgrammeLine& counted = line(info->place);
      add_teacher(counted, info->assigned.fact.teacher);
      const auto plan = directory_.plan_of(load);
      if (!plan) continue;
      counted.plan_hours = counted.plan_hours.value_or(0) + hours_of(plan->fact);
      counted.control_works_planned += control_works_in(plan->fact, planned);
    }
  }

  void count_held() {
    std::set<std::uint32_t> classes;
    if (query_.school_class) {
      classes.insert(query_.school_class->value);
    } else {
      const std::uint32_t last = directory_.last_number(events::NumberKind::kClass);
      for (std::uint32_t number = 0; number <= last; ++number) classes.insert(number);
    }
    for (const std::uint32_t number : classes) {
      std::optional<events::ClassNumber> school_class;
      if (number != 0) school_class = events::ClassNumber{number};
      for (const BookedLesson& lesson :
           lesson_book(views_, directory_, {school_class, query_.first, query_.last})) {
        if (lesson.stands() && is_asked(lesson.place)) count(lesson);
      }
    }
  }

  void count(const BookedLesson& lesson) {
    ProgrammeLine& counted = line(lesson.place);
    ++counted.held;
    if (lesson.record.substitution) {
      ++counted.substituted;
    } else {
      add_teacher(counted, lesson.record.teacher);
    }
    if (lesson.has_control_work() || lesson.record.kind == events::LessonKind::kControl) {
      ++counted.control_works_held;
    }
  }

  const events::ViewReader& views_;
  const ProgrammeQuery& query_;
  const Directory directory_;
  std::map<Place, ProgrammeLine, ByPlace> lines_;
  std::map<events::LoadNumber, std::uint32_t> planned_;
};

}  // namespace

std::vector<ProgrammeLine> programme(const events::ViewReader& views, const ProgrammeQuery& query) {
  return ProgrammeReader(views, query).read();
}

}  // namespace letopis::projections
