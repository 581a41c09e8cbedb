// What may be written of a lesson: topic, works, homework, briefing. JRN-01, JRN-02, JRN-10,
// JRN-11, JRN-15.
#pragma once

#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

inline constexpr std::uint16_t kHeaviestWork = 1'000;  // hundredths: ten ordinary marks

// All refuse entries in a lesson that does not stand (lesson_rules.h), what locks.h refuses, and
// text.not_russian where the regulation's `language` is ru (text_rules.h).

// Refuses topic.empty where `topics_mandatory` speaks, and topic.another_plan (a plan of another
// load, or a line that it does not have).
Outcome check(const events::TopicSet& fact, const Act& act, const SchoolNow& school);

// Refuses work.not_next (works count from 1; an earlier one may be described anew), work.marked
// (not once marks stand for it) and work.weight (1 to kHeaviestWork).
Outcome check(const events::WorkSet& fact, const Act& act, const SchoolNow& school);

// Refuse homework.not_in_grade (`grades_without_homework`, `grades_attendance_only`), homework.due
// (before the lesson) and, without a text, homework.empty.
Outcome check(const events::HomeworkSet& fact, const Act& act, const SchoolNow& school);
// Refuses pupil.not_there too.
Outcome check(const events::IndividualHomeworkSet& fact, const Act& act, const SchoolNow& school);

Outcome check(const events::HomeworkNone& fact, const Act& act, const SchoolNow& school);
Outcome check(const events::SafetyBriefed& fact, const Act& act, const SchoolNow& school);

// Refuses pupil.not_there: the pupil is not of the lesson's class, or group, on its day; says when.
Outcome check_there(events::PersonNumber pupil, const LessonNow& lesson, const SchoolNow& school);

}  // namespace letopis::rules
