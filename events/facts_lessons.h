// Facts: lessons, topics, homework and presence (JRN).
// `visit_fields(self, visit)` calls visit(name, field) for each field in the order of event.capnp.
#pragma once

#include <string_view>

#include "events/values.h"

namespace letopis::events {

// A lesson was held: when, of which load, by whom.
struct LessonHeld {
  static constexpr std::string_view kName = "lesson_held";

  LessonNumber lesson = {};
  LoadNumber load = {};
  PersonNumber teacher = {};
  Day day = {};
  std::uint16_t bell = 0;
  std::optional<RoomNumber> room;
  LessonKind kind = {};
  std::optional<SubstitutionNumber> substitution;

  bool operator==(const LessonHeld&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", declares(self.lesson));
    visit("load", self.load);
    visit("teacher", self.teacher);
    visit("day", self.day);
    visit("bell", self.bell);
    visit("room", self.room);
    visit("kind", self.kind);
    visit("substitution", self.substitution);
  }
};

// A lesson that stood in the timetable was not held.
struct LessonCancelled {
  static constexpr std::string_view kName = "lesson_cancelled";

  LoadNumber load = {};
  Day day = {};
  std::uint16_t bell = 0;
  CancelGround ground = {};

  bool operator==(const LessonCancelled&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("load", self.load);
    visit("day", self.day);
    visit("bell", self.bell);
    visit("ground", self.ground);
  }
};

// A lesson was recorded in error.
struct LessonWithdrawn {
  static constexpr std::string_view kName = "lesson_withdrawn";

  LessonNumber lesson = {};
  Day day = {};
  ChangeReason reason = {};

  bool operator==(const LessonWithdrawn&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("day", self.day);
    visit("reason", self.reason);
  }
};

// What the lesson was about; a later one corrects it.
struct TopicSet {
  static constexpr std::string_view kName = "topic_set";

  LessonNumber lesson = {};
  Day day = {};
  std::string topic;
  std::string tasks;
  std::optional<PlanNumber> plan;
  std::uint16_t plan_line = 0;

  bool operator==(const TopicSet&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("day", self.day);
    visit("topic", self.topic);
    visit("tasks", self.tasks);
    visit("plan", self.plan);
    visit("plan_line", self.plan_line);
  }
};

// A work of the lesson that marks are given for; weight in hundredths.
struct WorkSet {
  static constexpr std::string_view kName = "work_set";

  LessonNumber lesson = {};
  Day day = {};
  std::uint16_t work = 0;
  WorkKind kind = {};
  std::uint16_t weight = 0;
  std::string title;

  bool operator==(const WorkSet&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("day", self.day);
    visit("work", self.work);
    visit("kind", self.kind);
    visit("weight", self.weight);
    visit("title", self.title);
  }
};

// Homework for all of the lesson's pupils.
struct HomeworkSet {
  static constexpr std::string_view kName = "homework_set";

  LessonNumber lesson = {};
  Day day = {};
  HomeworkKind kind = {};
  std::string text;
  std::optional<Day> due;

  bool operator==(const HomeworkSet&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("day", self.day);
    visit("kind", self.kind);
    visit("text", self.text);
    visit("due", self.due);
  }
};

// Homework for one pupil; its text is private.
struct IndividualHomeworkSet {
  static constexpr std::string_view kName = "individual_homework_set";

  LessonNumber lesson = {};
  PersonNumber pupil = {};
  Day day = {};
  HomeworkKind kind = {};
  Commitment text = {};
  std::optional<Day> due;

  bool operator==(const IndividualHomeworkSet&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("pupil", self.pupil);
    visit("day", self.day);
    visit("kind", self.kind);
    visit("text", self.text);
    visit("due", self.due);
  }
};

// No homework was set.
struct HomeworkNone {
  static constexpr std::string_view kName = "homework_none";

  LessonNumber lesson = {};
  Day day = {};

  bool operator==(const HomeworkNone&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("day", self.day);
  }
};

// The safety briefing was held.
struct SafetyBriefed {
  static constexpr std::string_view kName = "safety_briefed";

  LessonNumber lesson = {};
  Day day = {};
  std::string title;

  bool operator==(const SafetyBriefed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("day", self.day);
    visit("title", self.title);
  }
};

// A pupil was absent from a lesson, or late by minutes.
struct AbsenceNoted {
  static constexpr std::string_view kName = "absence_noted";

  LessonNumber lesson = {};
  PersonNumber pupil = {};
  Day day = {};
  AbsenceKind kind = {};
  std::uint16_t minutes = 0;

  bool operator==(const AbsenceNoted&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("pupil", self.pupil);
    visit("day", self.day);
    visit("kind", self.kind);
    visit("minutes", self.minutes);
  }
};

// The note of absence was wrong.
struct AbsenceWithdrawn {
  static constexpr std::string_view kName = "absence_withdrawn";

  LessonNumber lesson = {};
  PersonNumber pupil = {};
  Day day = {};
  ChangeReason reason = {};

  bool operator==(const AbsenceWithdrawn&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("lesson", self.lesson);
    visit("pupil", self.pupil);
    visit("day", self.day);
    visit("reason", self.reason);
  }
};

// The class teacher gives the reason of absences from..to.
struct AbsenceExplained {
  static constexpr std::string_view kName = "absence_explained";

  PersonNumber pupil = {};
  ClassNumber school_class = {};
  Day first_day = {};
  Day last_day = {};
  AbsenceReason reason = {};
  std::optional<Commitment> document;

  bool operator==(const AbsenceExplained&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("pupil", self.pupil);
    visit("school_class", self.school_class);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
    visit("reason", self.reason);
    visit("document", self.document);
  }
};

// The class teacher has gone through a class's attendance of a day.
struct AttendanceReviewed {
  static constexpr std::string_view kName = "attendance_reviewed";

  ClassNumber school_class = {};
  Day first_day = {};
  Day last_day = {};

  bool operator==(const AttendanceReviewed&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("school_class", self.school_class);
    visit("first_day", self.first_day);
    visit("last_day", self.last_day);
  }
};

}  // namespace letopis::events
