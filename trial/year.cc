#include "trial/year.h"

#include "trial/apart_lessons.h"
#include "trial/attempts.h"
#include "trial/control.h"
#include "trial/founding.h"
#include "trial/incidents.h"
#include "trial/keyring.h"
#include "trial/life.h"
#include "trial/movement.h"
#include "trial/paper.h"
#include "trial/period_end.h"
#include "trial/presence.h"
#include "trial/routine.h"
#include "trial/school_day.h"
#include "trial/substitutions.h"
#include "trial/talk.h"
#include "trial/timetable_entry.h"
#include "trial/year_end.h"

namespace letopis::trial {

Year::Year(Settings settings) : settings_(std::move(settings)) {
  INVARIANT(settings_.pupils >= 1 && settings_.pupils <= kMaxPupils);
}

void Year::live(const std::function<void(Command)>& give) {
  summary_ = {};
  Life life(settings_, give, summary_);
  found_school(life);
  life.agenda.at(moment(kFirstDay, 6, 45), [&](Moment now) { approve_timetable(life, now); });
  plan_timetables(life);
  plan_presence(life);
  plan_substitutions(life);
  plan_school_days(life);
  plan_apart_lessons(life);
  plan_movement(life);
  plan_incidents(life);
  plan_control(life);
  plan_period_ends(life);
  plan_year_end(life);
  plan_routine(life);
  plan_talk(life);
  plan_paper(life);
  plan_attempts(life);
  life.agenda.live();
  summary_.classes = static_cast<std::uint32_t>(life.school.classes.size());
  summary_.pupils = static_cast<std::uint32_t>(life.school.pupils.size());
  summary_.teachers = static_cast<std::uint32_t>(life.school.teachers.size());
}

events::LogId Year::log_id() const { return Keyring(settings_).log_id(); }

signing::PrivateKey Year::key_of(events::PersonNumber person, unsigned which) const {
  return Keyring(settings_).key_of(person, which);
}

signing::Secret32 Year::log_seed() const { return Keyring(settings_).log_seed(); }

}  // namespace letopis::trial
