#include "projections/journal.h"

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
  void file_cell(const Place& place, events::Day day, events::LessonNumber lesson,
                 std::uint32_t pupil, const Fact& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(JournalPart::kCells))
        .u32(place.school_class ? place.school_class->value : 0)
        .u32(place.subject.value)
        .u32(place.group ? place.group->value : 0)
        .day(day)
        .u32(lesson.value)
        .u32(pupil);
    file(own, key, event, fact);
  }

  template <OfLesson Fact>
  void operator()(const Fact& fact) const {
    file_cell(place_of(views, fact.lesson), fact.day, fact.lesson, 0, fact);
  }
  template <OfCell Fact>
  void operator()(const Fact& fact) const {
    file_cell(place_of(views, fact.lesson), fact.day, fact.lesson, fact.pupil.value, fact);
  }
  template <OfPeriodMark Fact>
  void operator()(const Fact& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(JournalPart::kPeriodMarks))
        .u32(fact.school_class.value)
        .u32(fact.subject.value)
        .u32(fact.period.value)
        .u8(static_cast<std::uint8_t>(fact.kind))
        .u32(fact.pupil.value);
    file(own, key, event, fact);
  }

  template <OneOf<events::LessonCancelled, events::AbsenceExplained, events::AttendanceReviewed,
                  events::PeriodClosed, events::PeriodReopened, events::DisputeRaised,
                  events::DisputeAnswered, events::PermissionGiven, events::PermissionEnded>
                Fact>
  void operator()(const Fact&) const {}
  template <SchoolFact Fact>
  void operator()(const Fact&) const {}
  template <TeachingFact Fact>
  void operator()(const Fact&) const {}
  template <PeopleFact Fact>
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

events::Projection journal_projection() { return {kJournal, "journal", fold}; }

}  // namespace letopis::projections
