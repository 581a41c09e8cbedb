// The two directions of each fact and each value inside it, one pair of functions a struct.
// `decode` answers false where bytes cannot be this fact: a word out of its list, a digest of
// another length, a text that is not UTF-8 or too long.
#pragma once

#include "events/facts_lessons.capnp.h"
#include "events/facts_lessons.h"

namespace letopis::events {

void encode(const LessonHeld& fact, wire::LessonHeld::Builder to);
bool decode(wire::LessonHeld::Reader from, LessonHeld& fact);
void encode(const LessonCancelled& fact, wire::LessonCancelled::Builder to);
bool decode(wire::LessonCancelled::Reader from, LessonCancelled& fact);
void encode(const LessonWithdrawn& fact, wire::LessonWithdrawn::Builder to);
bool decode(wire::LessonWithdrawn::Reader from, LessonWithdrawn& fact);
void encode(const TopicSet& fact, wire::TopicSet::Builder to);
bool decode(wire::TopicSet::Reader from, TopicSet& fact);
void encode(const WorkSet& fact, wire::WorkSet::Builder to);
bool decode(wire::WorkSet::Reader from, WorkSet& fact);
void encode(const HomeworkSet& fact, wire::HomeworkSet::Builder to);
bool decode(wire::HomeworkSet::Reader from, HomeworkSet& fact);
void encode(const IndividualHomeworkSet& fact, wire::IndividualHomeworkSet::Builder to);
bool decode(wire::IndividualHomeworkSet::Reader from, IndividualHomeworkSet& fact);
void encode(const HomeworkNone& fact, wire::HomeworkNone::Builder to);
bool decode(wire::HomeworkNone::Reader from, HomeworkNone& fact);
void encode(const SafetyBriefed& fact, wire::SafetyBriefed::Builder to);
bool decode(wire::SafetyBriefed::Reader from, SafetyBriefed& fact);
void encode(const AbsenceNoted& fact, wire::AbsenceNoted::Builder to);
bool decode(wire::AbsenceNoted::Reader from, AbsenceNoted& fact);
void encode(const AbsenceWithdrawn& fact, wire::AbsenceWithdrawn::Builder to);
bool decode(wire::AbsenceWithdrawn::Reader from, AbsenceWithdrawn& fact);
void encode(const AbsenceExplained& fact, wire::AbsenceExplained::Builder to);
bool decode(wire::AbsenceExplained::Reader from, AbsenceExplained& fact);
void encode(const AttendanceReviewed& fact, wire::AttendanceReviewed::Builder to);
bool decode(wire::AttendanceReviewed::Reader from, AttendanceReviewed& fact);

}  // namespace letopis::events
