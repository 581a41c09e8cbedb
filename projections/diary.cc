#include "projections/diary.h"

#include "projections/chapters.h"
#include "projections/directory.h"
#include "projections/directory_reader.h"
#include "projections/filed.h"
#include "projections/view_ids.h"

namespace letopis::projections {
namespace {

struct Fold {
  const events::RecordedEvent& event;
  const events::ViewReader& views;
  events::ViewWriter& own;

  template <class Fact>
  void file_day(DiaryPart part, std::uint32_t whose, events::Day day, events::LessonNumber lesson,
                const Fact& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(part)).u32(whose).day(day).u32(lesson.value);
    file(own, key, event, fact);
  }

  template <OfLesson Fact>
  void operator()(const Fact& fact) const {
    const Place place = place_of(views, fact.lesson);
    if (place.school_class || !place.group) {
      const std::uint32_t whose = place.school_class ? place.school_class->value : 0;
      file_day(DiaryPart::kClassLessons, whose, fact.day, fact.lesson, fact);
    } else {
      file_day(DiaryPart::kGroupLessons, place.group->value, fact.day, fact.lesson, fact);
    }
  }
  template <OfCell Fact>
  void operator()(const Fact& fact) const {
    file_day(DiaryPart::kPupil, fact.pupil.value, fact.day, fact.lesson, fact);
  }
  template <OfPeriodMark Fact>
  void operator()(const Fact& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(DiaryPart::kPeriodMarks))
        .u32(fact.pupil.value)
        .u32(fact.subject.value)
        .u32(fact.period.value)
        .u8(static_cast<std::uint8_t>(fact.kind));
    file(own, key, event, fact);
  }
  // A note stands at its lesson, or else at the moment at which it was recorded.
  void operator()(const events::PupilNoted& fact) const {
    if (fact.lesson) {
      const auto held = Directory(views).declared<events::LessonHeld>(*fact.lesson);
      const events::Day day = held ? held->fact.day : events::Day{};
      file_day(DiaryPart::kPupil, fact.pupil.value, day, *fact.lesson, fact);
      return;
    }
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(DiaryPart::kNotes)).u32(fact.pupil.value);
    file(own, key.instant(event.recorded), event, fact);
  }

  template <
      OneOf<events::LessonCancelled, events::AbsenceExplained, events::AttendanceReviewed,
            events::PeriodClosed, events::PeriodReopened, events::DisputeRaised,
            events::DisputeAnswered, events::PermissionGiven, events::PermissionEnded,
            events::FamilyTold, events::RemarkMade, events::RemarkSettled, events::RemarkConfirmed,
            events::ControlNoteIssued, events::AcquaintanceSigned, events::ReportHandedIn>
          Fact>
  void operator()(const Fact&) const {}
  template <SchoolFact Fact>
  void operator()(const Fact&) const {}
  template <TeachingFact Fact>
  void operator()(const Fact&) const {}
  template <PeopleFact Fact>
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

events::Projection diary_projection() { return {kDiary, "diary", fold}; }

}  // namespace letopis::projections
