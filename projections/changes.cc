#include "projections/changes.h"

#include "projections/chapters.h"
#include "projections/filed.h"
#include "projections/view_ids.h"

namespace letopis::projections {
namespace {

struct Fold {
  const events::RecordedEvent& event;
  events::ViewWriter& own;

  template <OfMark Fact>
  void operator()(const Fact& fact) const {
    RowBytes cell;
    cell.u8(static_cast<std::uint8_t>(ChangesPart::kMarks))
        .day(fact.day)
        .u32(fact.lesson.value)
        .u32(fact.pupil.value)
        .u16(fact.ordinal);
    if constexpr (!std::is_same_v<Fact, events::MarkGiven>) point_at(cell.view());
    file(own, cell, event, fact);
  }
  template <OfPeriodMark Fact>
  void operator()(const Fact& fact) const {
    RowBytes cell;
    cell.u8(static_cast<std::uint8_t>(ChangesPart::kPeriodMarks))
        .u32(fact.period.value)
        .u32(fact.school_class.value)
        .u32(fact.subject.value)
        .u32(fact.pupil.value)
        .u8(static_cast<std::uint8_t>(fact.kind));
    if constexpr (!std::is_same_v<Fact, events::PeriodMarkGiven>) point_at(cell.view());
    file(own, cell, event, fact);
  }
  void operator()(const events::FamilyTold& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(ChangesPart::kTold)).u64(fact.about.value);
    file(own, key, event, fact);
  }

  template <
      OneOf<events::PeriodClosed, events::PeriodReopened, events::DisputeRaised,
            events::DisputeAnswered, events::PermissionGiven, events::PermissionEnded,
            events::PupilNoted, events::RemarkMade, events::RemarkSettled, events::RemarkConfirmed,
            events::ControlNoteIssued, events::AcquaintanceSigned, events::ReportHandedIn>
          Fact>
  void operator()(const Fact&) const {}
  template <SchoolFact Fact>
  void operator()(const Fact&) const {}
  template <TeachingFact Fact>
  void operator()(const Fact&) const {}
  template <PeopleFact Fact>
  void operator()(const Fact&) const {}
  template <LessonFact Fact>
  void operator()(const Fact&) const {}
  template <ArchiveFact Fact>
  void operator()(const Fact&) const {}
  template <TalkFact Fact>
  void operator()(const Fact&) const {}

 private:
  // In the order of the log: where a change lies.
  void point_at(std::string_view cell) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(ChangesPart::kChanged)).u64(event.position.value);
    own.put(key.view(), cell);
  }
};

void fold(const events::RecordedEvent& event, const events::ViewReader&, events::ViewWriter& own) {
  std::visit(Fold{event, own}, event.event.fact);
}

}  // namespace

events::Projection changes_projection() { return {kChanges, "changes", fold}; }

}  // namespace letopis::projections
