#include "wishes/planned_lessons.h"

#include <algorithm>

#include "wishes/answer_parts.h"
#include "wishes/moment.h"

namespace letopis::wishes {

namespace json = boost::json;
using projections::ExpectedLesson;

PlannedLessons::PlannedLessons(const Sight& sight, events::Position as_of)
    : sight_(sight), directory_(sight.views(), as_of), expected_(directory_) {}

const std::string& PlannedLessons::name_of(events::PersonNumber person) {
  const auto known = names_.find(person);
  if (known != names_.end()) return known->second;
  return names_.emplace(person, full_name(person, sight_)).first->second;
}

bool PlannedLessons::is_closed(const ExpectedLesson& lesson) const {
  return lesson.teacher != sight_.reader() && is_closed_session(lesson.place, pupil_, sight_);
}

json::object PlannedLessons::lesson_json(const ExpectedLesson& lesson) {
  json::object out{{"bell", lesson.bell}};
  const auto& zone = sight_.school().zone();
  if (const auto ring =
          expected_.bells().bell(lesson.day, lesson.bell, lesson.place.school_class)) {
    out["starts"] = print_moment(zone.instant_of(lesson.day, ring->start_minute), zone);
    out["ends"] = print_moment(zone.instant_of(lesson.day, ring->end_minute), zone);
  }
  out["load"] = lesson.load.value;
  out["subject"] = subject_name(lesson.place.subject, sight_);
  if (lesson.place.school_class) {
    out["class"] = class_name(*lesson.place.school_class, lesson.day, sight_);
  }
  if (lesson.place.group) {
    const auto formed = directory_.declared<events::GroupFormed>(*lesson.place.group);
    if (formed) out["group"] = formed->fact.name;
  }
  out["teacher"] = lesson.teacher.value;
  if (const auto& name = name_of(lesson.teacher); !name.empty()) out["teacher_name"] = name;
  if (lesson.room) {
    const auto room = directory_.declared<events::RoomRegistered>(*lesson.room);
    if (room) out["room"] = room->fact.name;
  }
  if (lesson.substitution) out["substitution"] = lesson.substitution->value;
  if (lesson.instead_of) {
    const auto load = directory_.load(*lesson.instead_of);
    if (load) out["instead_of"] = subject_name(load->place.subject, sight_);
  }
  if (lesson.cancelled) out["cancelled"] = events::word_of(*lesson.cancelled);
  return out;
}

json::array PlannedLessons::on(events::Day day, const Wanted& wanted,
                               const std::set<LessonSlot>& but) {
  json::array out;
  for (const ExpectedLesson& lesson : expected_.on(day)) {
    if (but.contains({lesson.load, lesson.bell}) || !wanted(lesson) || is_closed(lesson)) continue;
    out.push_back(lesson_json(lesson));
  }
  return out;
}

PlannedLessons::Wanted PlannedLessons::of_class(events::ClassNumber school_class) {
  return [this, school_class](const ExpectedLesson& lesson) {
    if (lesson.place.school_class) return lesson.place.school_class == school_class;
    const auto pupils = expected_.roll().on(lesson.place, lesson.day);
    return std::any_of(pupils.begin(), pupils.end(), [&](events::PersonNumber pupil) {
      return directory_.class_of(pupil, lesson.day) == school_class;
    });
  };
}

PlannedLessons::Wanted PlannedLessons::of_pupil(events::PersonNumber pupil) {
  pupil_ = pupil;
  return [own = projections::OwnLessons(directory_, pupil)](const ExpectedLesson& lesson) {
    const auto in_class = [&](const projections::ClassStay& stay) {
      return (!lesson.place.school_class || stay.school_class == lesson.place.school_class) &&
             projections::holds(stay.days, lesson.day);
    };
    return std::any_of(own.classes.begin(), own.classes.end(), in_class) &&
           own.takes_part(lesson.place.group, lesson.day);
  };
}

}  // namespace letopis::wishes
