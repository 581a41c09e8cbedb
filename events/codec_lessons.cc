#include "events/codec_lessons.h"

#include "events/codec_values.h"
#include "events/wire_values.h"

namespace letopis::events {

void encode(const LessonHeld& fact, wire::LessonHeld::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setLoad(write(fact.load));
  to.setTeacher(write(fact.teacher));
  to.setDay(write(fact.day));
  to.setBell(write(fact.bell));
  to.setRoom(write(fact.room));
  to.setKind(write<wire::LessonKind>(fact.kind));
  to.setSubstitution(write(fact.substitution));
}

bool decode(wire::LessonHeld::Reader from, LessonHeld& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getLoad(), fact.load) &&
         read(from.getTeacher(), fact.teacher) && read(from.getDay(), fact.day) &&
         read(from.getBell(), fact.bell) && read(from.getRoom(), fact.room) &&
         read(from.getKind(), fact.kind) && read(from.getSubstitution(), fact.substitution);
}

void encode(const LessonCancelled& fact, wire::LessonCancelled::Builder to) {
  to.setLoad(write(fact.load));
  to.setDay(write(fact.day));
  to.setBell(write(fact.bell));
  to.setGround(write<wire::CancelGround>(fact.ground));
}

bool decode(wire::LessonCancelled::Reader from, LessonCancelled& fact) {
  return read(from.getLoad(), fact.load) && read(from.getDay(), fact.day) &&
         read(from.getBell(), fact.bell) && read(from.getGround(), fact.ground);
}

void encode(const LessonWithdrawn& fact, wire::LessonWithdrawn::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setDay(write(fact.day));
  to.setReason(write<wire::ChangeReason>(fact.reason));
}

bool decode(wire::LessonWithdrawn::Reader from, LessonWithdrawn& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getDay(), fact.day) &&
         read(from.getReason(), fact.reason);
}

void encode(const TopicSet& fact, wire::TopicSet::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setDay(write(fact.day));
  to.setTopic(write(fact.topic));
  to.setTasks(write(fact.tasks));
  to.setPlan(write(fact.plan));
  to.setPlanLine(write(fact.plan_line));
}

bool decode(wire::TopicSet::Reader from, TopicSet& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getDay(), fact.day) &&
         read(from.getTopic(), fact.topic) && read(from.getTasks(), fact.tasks) &&
         read(from.getPlan(), fact.plan) && read(from.getPlanLine(), fact.plan_line);
}

void encode(const WorkSet& fact, wire::WorkSet::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setDay(write(fact.day));
  to.setWork(write(fact.work));
  to.setKind(write<wire::WorkKind>(fact.kind));
  to.setWeight(write(fact.weight));
  to.setTitle(write(fact.title));
}

bool decode(wire::WorkSet::Reader from, WorkSet& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getDay(), fact.day) &&
         read(from.getWork(), fact.work) && read(from.getKind(), fact.kind) &&
         read(from.getWeight(), fact.weight) && read(from.getTitle(), fact.title);
}

void encode(const HomeworkSet& fact, wire::HomeworkSet::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setDay(write(fact.day));
  to.setKind(write<wire::HomeworkKind>(fact.kind));
  to.setText(write(fact.text));
  to.setDue(write(fact.due));
}

bool decode(wire::HomeworkSet::Reader from, HomeworkSet& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getDay(), fact.day) &&
         read(from.getKind(), fact.kind) && read(from.getText(), fact.text) &&
         read(from.getDue(), fact.due);
}

void encode(const IndividualHomeworkSet& fact, wire::IndividualHomeworkSet::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setPupil(write(fact.pupil));
  to.setDay(write(fact.day));
  to.setKind(write<wire::HomeworkKind>(fact.kind));
  to.setText(write(fact.text));
  to.setDue(write(fact.due));
}

bool decode(wire::IndividualHomeworkSet::Reader from, IndividualHomeworkSet& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getPupil(), fact.pupil) &&
         read(from.getDay(), fact.day) && read(from.getKind(), fact.kind) &&
         read(from.getText(), fact.text) && read(from.getDue(), fact.due);
}

void encode(const HomeworkNone& fact, wire::HomeworkNone::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setDay(write(fact.day));
}

bool decode(wire::HomeworkNone::Reader from, HomeworkNone& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getDay(), fact.day);
}

void encode(const SafetyBriefed& fact, wire::SafetyBriefed::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setDay(write(fact.day));
  to.setTitle(write(fact.title));
}

bool decode(wire::SafetyBriefed::Reader from, SafetyBriefed& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getDay(), fact.day) &&
         read(from.getTitle(), fact.title);
}

void encode(const AbsenceNoted& fact, wire::AbsenceNoted::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setPupil(write(fact.pupil));
  to.setDay(write(fact.day));
  to.setKind(write<wire::AbsenceKind>(fact.kind));
  to.setMinutes(write(fact.minutes));
}

bool decode(wire::AbsenceNoted::Reader from, AbsenceNoted& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getPupil(), fact.pupil) &&
         read(from.getDay(), fact.day) && read(from.getKind(), fact.kind) &&
         read(from.getMinutes(), fact.minutes);
}

void encode(const AbsenceWithdrawn& fact, wire::AbsenceWithdrawn::Builder to) {
  to.setLesson(write(fact.lesson));
  to.setPupil(write(fact.pupil));
  to.setDay(write(fact.day));
  to.setReason(write<wire::ChangeReason>(fact.reason));
}

bool decode(wire::AbsenceWithdrawn::Reader from, AbsenceWithdrawn& fact) {
  return read(from.getLesson(), fact.lesson) && read(from.getPupil(), fact.pupil) &&
         read(from.getDay(), fact.day) && read(from.getReason(), fact.reason);
}

void encode(const AbsenceExplained& fact, wire::AbsenceExplained::Builder to) {
  to.setPupil(write(fact.pupil));
  to.setSchoolClass(write(fact.school_class));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
  to.setReason(write<wire::AbsenceReason>(fact.reason));
  if (fact.document) to.setDocument(write(*fact.document));
}

bool decode(wire::AbsenceExplained::Reader from, AbsenceExplained& fact) {
  return read(from.getPupil(), fact.pupil) && read(from.getSchoolClass(), fact.school_class) &&
         read(from.getFirstDay(), fact.first_day) && read(from.getLastDay(), fact.last_day) &&
         read(from.getReason(), fact.reason) &&
         (!from.hasDocument() || read(from.getDocument(), fact.document.emplace()));
}

void encode(const AttendanceReviewed& fact, wire::AttendanceReviewed::Builder to) {
  to.setSchoolClass(write(fact.school_class));
  to.setFirstDay(write(fact.first_day));
  to.setLastDay(write(fact.last_day));
}

bool decode(wire::AttendanceReviewed::Reader from, AttendanceReviewed& fact) {
  return read(from.getSchoolClass(), fact.school_class) &&
         read(from.getFirstDay(), fact.first_day) && read(from.getLastDay(), fact.last_day);
}

}  // namespace letopis::events
