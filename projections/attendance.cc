#include "projections/attendance.h"

#include "projections/chapters.h"
#include "projections/directory.h"
#include "projections/filed.h"
#include "projections/view_ids.h"

namespace letopis::projections {
namespace {

struct Fold {
  const events::RecordedEvent& event;
  const events::ViewReader& views;
  events::ViewWriter& own;

  template <class Fact>
  void file_day(AttendancePart part, std::uint32_t whose, events::Day day,
                events::LessonNumber lesson, const Fact& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(part)).u32(whose).day(day).u32(lesson.value);
    file(own, key, event, fact);
  }

  template <class Fact>
  void file_span(AttendancePart part, std::uint32_t whose, events::Day last,
                 const Fact& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(part)).u32(whose).day(last);
    file(own, key, event, fact);
  }

  template <OneOf<events::AbsenceNoted, events::AbsenceWithdrawn> Fact>
  void operator()(const Fact& fact) const {
    file_day(AttendancePart::kAbsences, fact.pupil.value, fact.day, fact.lesson, fact);
  }
  template <OneOf<events::LessonHeld, events::LessonWithdrawn> Fact>
  void operator()(const Fact& fact) const {
    const Place place = place_of(views, fact.lesson);
    if (place.school_class || !place.group) {
      const std::uint32_t whose = place.school_class ? place.school_class->value : 0;
      file_day(AttendancePart::kClassLessons, whose, fact.day, fact.lesson, fact);
    } else {
      file_day(AttendancePart::kGroupLessons, place.group->value, fact.day, fact.lesson, fact);
    }
  }
  void operator()(const events::AbsenceExplained& fact) const {
    file_span(AttendancePart::kReasons, fact.pupil.value, fact.last_day, fact);
  }
  void operator()(const events::AttendanceReviewed& fact) const {
    file_span(AttendancePart::kReviews, fact.school_class.value, fact.last_day, fact);
  }

  template <OneOf<events::LessonCancelled, events::TopicSet, events::WorkSet, events::HomeworkSet,
                  events::IndividualHomeworkSet, events::HomeworkNone, events::SafetyBriefed>
                Fact>
  void operator()(const Fact&) const {}
  template <SchoolFact Fact>
  void operator()(const Fact&) const {}
  template <TeachingFact Fact>
  void operator()(const Fact&) const {}
  template <PeopleFact Fact>
  void operator()(const Fact&) const {}
  template <MarkFact Fact>
  void operator()(const Fact&) const {}
  template <ControlFact Fact>
  void operator()(const Fact&) const {}
  template <ArchiveFact Fact>
  void operator()(const Fact&) const {}
  template <TalkFact Fact>
  void operator()(const Fact&) const {}
};

void fold(const events::RecordedEvent& event, const events::ViewReader& views,
          events::ViewWriter& own) {
  std::visit(Fold{event, views, own}, event.event.fact);
}

}  // namespace

events::Projection attendance_projection() { return {kAttendance, "attendance", fold}; }

}  // namespace letopis::projections
