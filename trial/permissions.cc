#include "trial/permissions.h"

namespace letopis::trial {

events::PermissionNumber permit(Life& life, const Lesson& lesson, Moment now) {
  const Load& load = life.school.loads[lesson.load];
  events::PermissionGiven given;
  given.permission = life.scribe.next<events::PermissionNumber>();
  given.teacher = life.school.teachers[lesson.teacher].number;
  given.school_class = life.school.class_of(load).number;
  given.subject = life.school.number_of(load.subject);
  given.first_day = lesson.day;
  given.last_day = lesson.day;
  given.until = moment(day_at(now.stated) + 2, 18, 0);
  given.order = life.scribe.order("ОД", day_at(now.stated));
  life.scribe.say(now, life.director.author(), facts(given));
  return given.permission;
}

}  // namespace letopis::trial
