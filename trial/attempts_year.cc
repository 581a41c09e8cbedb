#include "trial/attempts.h"
#include "trial/routine.h"
#include "trial/terms.h"

namespace letopis::trial {
namespace {

using regulations::Duty;

constexpr events::Day kAfterClosing = day_of(2026, 7, 1);

// A mark in the year that is closed.
void try_closed_year(Life& life, Moment now) {
  if (!life.last_lesson) return;
  const Lesson& lesson = *life.last_lesson;
  const auto pupil = anyone_present(lesson);
  if (!pupil || life.customs.bars_marks(life.grade_of(lesson))) return;
  life.scribe.try_in_vain(now, life.author_of(lesson.teacher),
                          facts(mark_in_vain(life, lesson, *pupil)), "year.closed");
}

// Data of somebody who has not consented, where the regulation wants the consent first.
void try_without_consent(Life& life, Moment now) {
  const auto number = life.scribe.would_be<events::PersonNumber>();
  events::PersonChanged data;
  data.person = number;
  data.fields.push_back(
      {events::PersonField::kFamilyName, life.scribe.secret(number, "Новосёлова")});
  life.scribe.try_in_vain(now, life.administrator.author(),
                          facts(events::PersonRegistered{number, {}}, data), "consent.none");
}

// The administrator does what the regulation gives to somebody else.
void try_anothers_duties(Life& life) {
  const Author administrator = life.administrator.author();
  const auto is_anothers = [&](Duty duty) {
    return officer_for(life, duty, events::Role::kAdministrator).person != administrator.person;
  };
  if (is_anothers(Duty::kIssueToStaff)) {
    life.agenda.aside(moment(day_of(2025, 10, 9), 11, 0), [&life, administrator](Moment now) {
      life.scribe.try_in_vain(now, administrator,
                              facts(events::CredentialIssued{life.school.teachers.front().number,
                                                             events::SlipMedium::kPaper, true}),
                              "access.no_role");
    });
  }
  if (is_anothers(Duty::kTimetableChanges)) {
    life.agenda.aside(moment(day_of(2025, 12, 4), 9, 0), [&life, administrator](Moment now) {
      const WeeklyLesson& lesson = life.school.timetable.front();
      life.scribe.try_in_vain(
          now, administrator,
          facts(events::LessonCancelled{life.school.loads[lesson.load].number, day_at(now.stated),
                                        static_cast<std::uint16_t>(lesson.bell),
                                        events::CancelGround::kEvent}),
          "access.no_role");
    });
  }
  if (is_anothers(Duty::kCloseYear)) {
    life.agenda.aside(moment(day_of(2026, 6, 30), 11, 30), [&life, administrator](Moment now) {
      const events::Order order{"б/н", day_at(now.stated)};
      life.scribe.try_in_vain(now, administrator,
                              facts(events::YearClosed{life.year_number, order}), "access.no_role");
    });
  }
}

}  // namespace

void plan_attempts(Life& life) {
  life.agenda.aside(moment(kAfterClosing, 10, 0),
                    [&life](Moment now) { try_closed_year(life, now); });
  if (life.customs.speaks_of("consent.when")) {
    for (const events::Day day : {day_of(2025, 10, 6), day_of(2026, 2, 3)}) {
      life.agenda.aside(moment(day, 10, 20),
                        [&life](Moment now) { try_without_consent(life, now); });
    }
  }
  try_anothers_duties(life);
}

}  // namespace letopis::trial
