#include "projections/attendance_page.h"

#include <algorithm>
#include <map>

#include "projections/attendance.h"
#include "projections/lesson_record.h"
#include "projections/own_lessons.h"

namespace letopis::projections {
namespace {

struct HeldLesson {
  events::LessonNumber lesson;
  events::Day day;
  std::uint16_t bell = 0;
  std::optional<events::GroupNumber> group;
};

class AttendanceReader {
 public:
  AttendanceReader(const events::ViewReader& views, const AttendanceQuery& query)
      : views_(views), query_(query), directory_(views, query.as_of) {}

  AttendancePage read() {
    const Interval span{query_.first, query_.last};
    class_lessons_ = lessons(AttendancePart::kClassLessons, query_.school_class.value, span);
    AttendancePage page;
    for (const Member& member :
         directory_.pupils_of(query_.school_class, query_.first, query_.last)) {
      page.pupils.push_back(pupil(member));
    }
    page.reviews = reviews();
    return page;
  }

 private:
  template <class Take>
  void scan(AttendancePart part, std::uint32_t whose, const Interval& span,
            const Take& take) const {
    RowBytes from;
    RowBytes last;
    from.u8(static_cast<std::uint8_t>(part)).u32(whose).day(span.first);
    last.u8(static_cast<std::uint8_t>(part)).u32(whose).day(span.last);
    views_.scan(kAttendance, from.view(), after_prefix(last.view()),
                [&](std::string_view key, std::string_view value) {
                  const FiledRow row(position_in(key), value);
                  if (row.stamp().position >= query_.as_of) return true;
                  RowReader reader(key.substr(5));
                  const events::Day day = reader.day();
                  take(day, events::LessonNumber{reader.u32()}, row,
                       directory_.is_void(row.stamp()));
                  return true;
                });
  }

  // Lessons that stand: neither void nor withdrawn.
  std::vector<HeldLesson> lessons(AttendancePart part, std::uint32_t whose,
                                  const Interval& span) const {
    std::map<std::pair<events::Day, events::LessonNumber>, LessonRecord> records;
    scan(part, whose, span,
         [&records](events::Day day, events::LessonNumber lesson, const FiledRow& row,
                    bool is_void) {
           apply(records[{day, lesson}], row, is_void);
         });
    std::vector<HeldLesson> held;
    for (const auto& [key, record] : records) {
      if (record.is_void || record.withdrawn) continue;
      held.push_back({key.second, key.first, record.bell, place_of(views_, key.second).group});
    }
    return held;
  }

  // The lessons that were this pupil's on the days in this class.
  std::vector<HeldLesson> own_lessons(const Member& member) {
    const OwnLessons own(directory_, member.pupil);
    std::vector<HeldLesson> all = class_lessons_;
    for (const GroupStay& stay : own.groups) {
      const std::vector<HeldLesson>& more = group_lessons(stay.group);
      all.insert(all.end(), more.begin(), more.end());
    }
    std::erase_if(all, [&](const HeldLesson& lesson) {
      return !holds(member.days, lesson.day) || !own.takes_part(lesson.group, lesson.day);
    });
    return all;
  }

  const std::vector<HeldLesson>& group_lessons(events::GroupNumber group) {
    auto at = group_lessons_.find(group);
    if (at == group_lessons_.end()) {
      at = group_lessons_
               .emplace(group, lessons(AttendancePart::kGroupLessons, group.value,
                                       {query_.first, query_.last}))
               .first;
    }
    return at->second;
  }

  std::map<events::LessonNumber, std::optional<Presence>> presences(
      events::PersonNumber pupil) const {
    std::map<events::LessonNumber, std::optional<Presence>> by_lesson;
    scan(AttendancePart::kAbsences, pupil.value, {query_.first, query_.last},
         [&by_lesson](events::Day, events::LessonNumber lesson, const FiledRow& row, bool is_void) {
           apply(by_lesson[lesson], row, is_void);
         });
    return by_lesson;
  }

  AttendancePupil pupil(const Member& member) {
    AttendancePupil result{member.pupil, member.days, {}, {}, {}};
    const auto noted = presences(member.pupil);
    const auto reasons = explanations(views_, directory_, member.pupil, query_.first, query_.last);
    std::map<events::Day, AttendanceDay> days;
    for (const HeldLesson& lesson : own_lessons(member)) {
      AttendanceDay& day = days[lesson.day];
      day.day = lesson.day;
      ++day.lessons;
      const auto found = noted.find(lesson.lesson);
      if (found == noted.end() || !found->second) continue;
      day.noted.push_back({lesson.lesson, lesson.bell, *found->second});
      if (found->second->kind == events::AbsenceKind::kLate) {
        ++day.late;
        result.sums.late_minutes += found->second->minutes;
      } else {
        ++day.missed;
      }
    }
    for (auto& [number, day] : days) {
      if (day.missed > 0) day.reason = reason_on(reasons, number);
      std::sort(day.noted.begin(), day.noted.end(),
                [](const auto& one, const auto& other) { return one.bell < other.bell; });
      add(result.sums, day);
      if (day.missed > 0 || day.late > 0) result.by_day.push_back(day);
    }
    result.explained = reasons;
    return result;
  }

  static void add(AttendanceSums& sums, const AttendanceDay& day) {
    sums.lessons += day.lessons;
    sums.missed += day.missed;
    sums.late += day.late;
    if (day.full()) ++sums.full_days;
    if (!day.reason) {
      sums.unexplained += day.missed;
      return;
    }
    switch (*day.reason) {
      case events::AbsenceReason::kIllness:
        sums.ill += day.missed;
        if (day.full()) ++sums.full_days_ill;
        return;
      case events::AbsenceReason::kExcused: sums.excused += day.missed; return;
      case events::AbsenceReason::kUnexcused: sums.unexcused += day.missed; return;
    }
    INVARIANT(false);
  }

  std::vector<Filed<events::AttendanceReviewed>> reviews() const {
    std::vector<Filed<events::AttendanceReviewed>> found;
    RowBytes prefix;
    prefix.u8(static_cast<std::uint8_t>(AttendancePart::kReviews)).u32(query_.school_class.value);
    RowBytes from;
    from.bytes(prefix.view()).day(query_.first);
    views_.scan(kAttendance, from.view(), after_prefix(prefix.view()),
                [&](std::string_view key, std::string_view value) {
                  const FiledRow row(position_in(key), value);
                  if (row.stamp().position >= query_.as_of || directory_.is_void(row.stamp())) {
                    return true;
                  }
                  auto fact = row.fact<events::AttendanceReviewed>();
                  if (fact.first_day <= query_.last) found.push_back({row.stamp(), false, fact});
                  return true;
                });
    return found;
  }

  const events::ViewReader& views_;
  const AttendanceQuery& query_;
  Directory directory_;
  std::vector<HeldLesson> class_lessons_;
  std::map<events::GroupNumber, std::vector<HeldLesson>> group_lessons_;
};

}  // namespace

void AttendanceSums::add(const AttendanceSums& sums) {
  lessons += sums.lessons;
  full_days += sums.full_days;
  full_days_ill += sums.full_days_ill;
  missed += sums.missed;
  ill += sums.ill;
  excused += sums.excused;
  unexcused += sums.unexcused;
  unexplained += sums.unexplained;
  late += sums.late;
  late_minutes += sums.late_minutes;
}

AttendancePage attendance_page(const events::ViewReader& views, const AttendanceQuery& query) {
  return AttendanceReader(views, query).read();
}

}  // namespace letopis::projections
