#include "projections/expected_lessons.h"

#include <algorithm>
#include <tuple>

namespace letopis::projections {

ExpectedLessons::ExpectedLessons(const Directory& directory)
    : directory_(directory),
      calendar_(directory.calendar()),
      bells_(directory),
      timetables_(directory),
      roll_(directory) {
  const std::uint32_t last = directory.last_number(events::NumberKind::kLoad);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto load = directory.load(events::LoadNumber{number});
    if (load && !load->assigned.is_void) read_load(*load);
  }
  for (auto& [day, changes] : changes_) {
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& a, const Change& b) { return a.position < b.position; });
  }
}

void ExpectedLessons::read_load(const LoadInfo& load) {
  const events::LoadNumber number = load.assigned.fact.load;
  loads_.emplace(number, load);
  for (const auto& one : directory_.substitutions_of(number)) {
    substitutions_[number].push_back(one.fact);
  }
  directory_.story(Shelf::kLoadStory, {number.value}, [&](const FiledRow& row, bool is_void) {
    if (is_void) return true;
    if (row.holds<events::TimetableChanged>()) {
      const auto fact = row.fact<events::TimetableChanged>();
      changes_[fact.day].push_back(
          {row.stamp().position, number, fact.bell, fact.replaced_by, fact.room, fact.ground});
    } else if (row.holds<events::LessonCancelled>()) {
      const auto fact = row.fact<events::LessonCancelled>();
      changes_[fact.day].push_back(
          {row.stamp().position, number, fact.bell, std::nullopt, std::nullopt, fact.ground});
    }
    return true;
  });
}

// Of a class that is closed by then there is no grade, and nothing is taught there.
std::optional<unsigned> ExpectedLessons::grade_of(events::ClassNumber school_class,
                                                  events::Day day) {
  const auto key = std::make_pair(school_class, day);
  auto at = grades_.find(key);
  if (at == grades_.end()) {
    const auto info = directory_.class_info(school_class, day);
    const bool open = info && (!info->closed || day <= *info->closed);
    at = grades_.emplace(key, open ? std::optional(info->grade) : std::nullopt).first;
  }
  return at->second;
}

bool ExpectedLessons::is_taught(const LoadInfo& load, events::Day day) {
  if (!load.days.holds(day)) return false;
  if (load.place.school_class && !grade_of(*load.place.school_class, day)) return false;
  return !roll_.is_empty(load.place, day);
}

void ExpectedLessons::substitute(ExpectedLesson& lesson) const {
  const auto orders = substitutions_.find(lesson.load);
  if (orders == substitutions_.end()) return;
  for (const events::SubstitutionOrdered& order : orders->second) {
    if (lesson.day < order.first_day || order.last_day < lesson.day) continue;
    lesson.teacher = order.substitute;  // the latest order counts
    lesson.substitution = order.substitution;
  }
}

std::optional<ExpectedLesson> ExpectedLessons::lesson(events::LoadNumber load, events::Day day,
                                                      std::uint16_t bell) {
  const auto found = loads_.find(load);
  if (found == loads_.end() || !is_taught(found->second, day)) return std::nullopt;
  const LoadInfo& info = found->second;
  ExpectedLesson expected;
  expected.day = day;
  expected.bell = bell;
  expected.load = load;
  expected.place = info.place;
  expected.teacher = info.assigned.fact.teacher;
  const std::vector<events::Bell>* bells = bells_.on(day, info.place.school_class);
  if (bells != nullptr) {
    const auto ring = bells_.bell(day, bell, info.place.school_class);
    if (!ring) return std::nullopt;
    expected.end_minute = ring->end_minute;
  }
  substitute(expected);
  return expected;
}

void ExpectedLessons::apply(const Change& change, events::Day day) {
  const auto at = std::find_if(lessons_.begin(), lessons_.end(), [&](const ExpectedLesson& one) {
    return one.load == change.load && one.bell == change.bell;
  });
  if (change.replaced_by == change.load) {
    if (at == lessons_.end()) return;  // only the room is another, or what was cancelled is held
    at->cancelled.reset();
    if (change.room) at->room = change.room;
    return;
  }
  if (at != lessons_.end()) at->cancelled = change.ground;
  if (!change.replaced_by) return;
  auto given = lesson(*change.replaced_by, day, change.bell);
  if (!given) return;
  given->room = change.room;
  given->instead_of = change.load;
  const auto there = std::find_if(lessons_.begin(), lessons_.end(), [&](const ExpectedLesson& one) {
    return one.load == given->load && one.bell == given->bell;
  });
  if (there != lessons_.end()) {
    *there = *given;
  } else {
    lessons_.push_back(*given);
  }
}

const std::vector<ExpectedLesson>& ExpectedLessons::on(events::Day day) {
  if (day_ == day) return lessons_;
  lessons_.clear();
  for (const events::TimetableSlot* slot : timetables_.on(day)) {
    const auto load = loads_.find(slot->load);
    if (load == loads_.end()) continue;
    const auto& school_class = load->second.place.school_class;
    const auto grade = school_class ? grade_of(*school_class, day) : std::nullopt;
    if (!calendar_.is_school_day(day, grade)) continue;
    auto expected = lesson(slot->load, day, slot->bell);
    if (!expected) continue;
    expected->room = slot->room;
    lessons_.push_back(*expected);
  }
  const auto changes = changes_.find(day);
  if (changes != changes_.end()) {
    for (const Change& change : changes->second) apply(change, day);
  }
  std::stable_sort(lessons_.begin(), lessons_.end(),
                   [](const ExpectedLesson& a, const ExpectedLesson& b) {
                     return std::tie(a.bell, a.place.school_class, a.place.group, a.load) <
                            std::tie(b.bell, b.place.school_class, b.place.group, b.load);
                   });
  day_ = day;
  return lessons_;
}

std::optional<unsigned> ExpectedLessons::last_end(const Place& place, events::Day day) {
  if (ends_day_ != day) {
    ends_.clear();
    for (const ExpectedLesson& one : on(day)) {
      if (one.cancelled || !one.end_minute) continue;
      for (const events::PersonNumber pupil : roll_.on(one.place, day)) {
        unsigned& end = ends_[pupil];
        end = std::max(end, *one.end_minute);
      }
    }
    ends_day_ = day;
  }
  std::optional<unsigned> last;
  for (const events::PersonNumber pupil : roll_.on(place, day)) {
    const auto found = ends_.find(pupil);
    if (found != ends_.end()) last = std::max(last.value_or(0), found->second);
  }
  return last;
}

}  // namespace letopis::projections
