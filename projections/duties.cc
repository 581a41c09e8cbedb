#include "projections/duties.h"

#include "projections/chapters.h"
#include "projections/filed.h"
#include "projections/view_ids.h"

namespace letopis::projections {
namespace {

struct Fold {
  const events::RecordedEvent& event;
  events::ViewWriter& own;

  template <class Fact>
  void put(RowBytes& key, const Fact& fact) const {
    file(own, key, event, fact);
  }
  template <class Fact>
  void put(DutiesPart part, const Fact& fact) const {
    RowBytes key;
    put(key.u8(static_cast<std::uint8_t>(part)), fact);
  }
  template <class Fact>
  void put_by_kind(DutiesPart part, const Fact& fact) const {
    RowBytes key;
    put(key.u8(static_cast<std::uint8_t>(part)).u8(static_cast<std::uint8_t>(fact.kind)), fact);
  }

  void operator()(const events::ReportHandedIn& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(DutiesPart::kReports))
        .u8(static_cast<std::uint8_t>(fact.kind));
    put(key.u32(fact.school_class ? fact.school_class->value : 0), fact);
  }
  void operator()(const events::ControlNoteIssued& fact) const {
    put(DutiesPart::kControlNotes, fact);
  }
  void operator()(const events::CopyPrinted& fact) const {
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(DutiesPart::kCopies)).u8(static_cast<std::uint8_t>(fact.kind));
    const bool of_class = fact.school_class && !fact.pupil;
    key.u32(of_class ? fact.school_class->value : 0);
    put(key.u32(fact.pupil ? fact.pupil->value : 0), fact);
  }
  template <OneOf<events::CopyCertified, events::CopyRegistered, events::CopyHandedOver> Fact>
  void operator()(const Fact& fact) const {
    RowBytes key;
    put(key.u8(static_cast<std::uint8_t>(DutiesPart::kCopyStory)).u32(fact.copy.value), fact);
  }
  void operator()(const events::BackupMade& fact) const { put(DutiesPart::kBackups, fact); }
  void operator()(const events::VolumeSealed& fact) const {
    put_by_kind(DutiesPart::kVolumes, fact);
  }
  void operator()(const events::SectionFilled& fact) const { put(DutiesPart::kSections, fact); }
  void operator()(const events::DocumentRecorded& fact) const {
    put_by_kind(DutiesPart::kDocuments, fact);
  }
  void operator()(const events::DisputeRaised& fact) const { put(DutiesPart::kDisputes, fact); }
  void operator()(const events::RemarkMade& fact) const { put(DutiesPart::kRemarks, fact); }

  void operator()(const events::NewsPosted& fact) const { put(DutiesPart::kNews, fact); }
  void operator()(const events::EventPlanned& fact) const {
    if (!fact.school_class) return;
    RowBytes key;
    key.u8(static_cast<std::uint8_t>(DutiesPart::kEvents));
    put(key.u32(fact.school_class->value), fact);
  }

  // What the directory, the journal or the page of attendance file, or what shows no duty done.
  template <SchoolFact Fact>
  void operator()(const Fact&) const {}
  template <
      OneOf<events::MessageSent, events::NewsWithdrawn, events::EventCancelled, events::HelpAsked>
          Fact>
  void operator()(const Fact&) const {}
  template <PeopleFact Fact>
  void operator()(const Fact&) const {}
  template <LessonFact Fact>
  void operator()(const Fact&) const {}
  template <OneOf<events::CurriculumApproved, events::LoadAssigned, events::LoadEnded,
                  events::LoadsApproved, events::PlanAdopted, events::TimetableEntered,
                  events::TimetableApproved, events::TimetableChanged, events::SubstitutionOrdered,
                  events::SubstitutionSigned, events::PointListed, events::PointWithdrawn,
                  events::OutageDeclared, events::ClockConfirmed>
                Fact>
  void operator()(const Fact&) const {}
  template <OfMark Fact>
  void operator()(const Fact&) const {}
  template <OfPeriodMark Fact>
  void operator()(const Fact&) const {}
  template <OneOf<events::PeriodClosed, events::PeriodReopened, events::DisputeAnswered,
                  events::PermissionGiven, events::PermissionEnded>
                Fact>
  void operator()(const Fact&) const {}
  template <OneOf<events::PupilNoted, events::FamilyTold, events::RemarkSettled,
                  events::RemarkConfirmed, events::AcquaintanceSigned>
                Fact>
  void operator()(const Fact&) const {}
  template <OneOf<events::MediumRegistered, events::MediumRetired, events::VolumeChecked,
                  events::VolumeRepaired, events::VolumeDestroyed, events::LogContinued,
                  events::WitnessAppointed, events::WitnessEnded, events::CertificateTaken,
                  events::CertificateEnded, events::SubmissionMade>
                Fact>
  void operator()(const Fact&) const {}
};

void fold(const events::RecordedEvent& event, const events::ViewReader&, events::ViewWriter& own) {
  std::visit(Fold{event, own}, event.event.fact);
}

}  // namespace

events::Projection duties_projection() { return {kDuties, "duties", fold}; }

}  // namespace letopis::projections
