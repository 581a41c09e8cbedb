#include "projections/duties_reader.h"

namespace letopis::projections {

template <class Fact>
std::vector<Filed<Fact>> Duties::under(DutiesPart part) const {
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(part));
  return under<Fact>(prefix);
}

template <class Fact, class Kind>
std::vector<Filed<Fact>> Duties::under(DutiesPart part, Kind kind) const {
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(part)).u8(static_cast<std::uint8_t>(kind));
  return under<Fact>(prefix);
}

std::vector<Filed<events::ReportHandedIn>> Duties::reports(
    events::ReportKind kind, std::optional<events::ClassNumber> school_class) const {
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(DutiesPart::kReports)).u8(static_cast<std::uint8_t>(kind));
  prefix.u32(school_class ? school_class->value : 0);
  return under<events::ReportHandedIn>(prefix);
}

std::vector<Filed<events::CopyPrinted>> Duties::copies(events::CopyKind kind,
                                                       events::ClassNumber school_class) const {
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(DutiesPart::kCopies)).u8(static_cast<std::uint8_t>(kind));
  prefix.u32(school_class.value).u32(0);
  return under<events::CopyPrinted>(prefix);
}

std::vector<Filed<events::CopyPrinted>> Duties::copies(events::CopyKind kind,
                                                       events::PersonNumber pupil) const {
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(DutiesPart::kCopies)).u8(static_cast<std::uint8_t>(kind));
  prefix.u32(0).u32(pupil.value);
  return under<events::CopyPrinted>(prefix);
}

std::vector<Filed<events::ControlNoteIssued>> Duties::control_notes() const {
  return under<events::ControlNoteIssued>(DutiesPart::kControlNotes);
}

std::vector<Filed<events::BackupMade>> Duties::backups() const {
  return under<events::BackupMade>(DutiesPart::kBackups);
}

std::vector<Filed<events::VolumeSealed>> Duties::volumes(events::VolumeKind kind) const {
  return under<events::VolumeSealed>(DutiesPart::kVolumes, kind);
}

std::vector<Filed<events::SectionFilled>> Duties::sections() const {
  return under<events::SectionFilled>(DutiesPart::kSections);
}

std::vector<Filed<events::DocumentRecorded>> Duties::documents(events::DocumentKind kind) const {
  return under<events::DocumentRecorded>(DutiesPart::kDocuments, kind);
}

std::vector<Filed<events::DisputeRaised>> Duties::disputes() const {
  return under<events::DisputeRaised>(DutiesPart::kDisputes);
}

std::vector<Filed<events::RemarkMade>> Duties::remarks() const {
  return under<events::RemarkMade>(DutiesPart::kRemarks);
}

std::vector<Filed<events::NewsPosted>> Duties::news() const {
  return under<events::NewsPosted>(DutiesPart::kNews);
}

std::vector<Filed<events::EventPlanned>> Duties::events_of(events::ClassNumber school_class) const {
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(DutiesPart::kEvents)).u32(school_class.value);
  return under<events::EventPlanned>(prefix);
}

}  // namespace letopis::projections
