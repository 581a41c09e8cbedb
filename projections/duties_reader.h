// Reads what was done from the view `duties`: facts that stand, in the order of the log.
#pragma once

#include <initializer_list>
#include <vector>

#include "events/facts.h"
#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/duties.h"
#include "projections/filed.h"

namespace letopis::projections {

// Borrows both; what is void as of the directory's size is left out. One thread at a time.
class Duties {
 public:
  Duties(const events::ViewReader& views, const Directory& directory)
      : views_(views), directory_(directory) {}

  // Without a class: of the whole school only, not those of its classes.
  std::vector<Filed<events::ReportHandedIn>> reports(
      events::ReportKind kind, std::optional<events::ClassNumber> school_class) const;
  std::vector<Filed<events::ControlNoteIssued>> control_notes() const;
  // Of a class as a whole, or of one pupil, in whatever class.
  std::vector<Filed<events::CopyPrinted>> copies(events::CopyKind kind,
                                                 events::ClassNumber school_class) const;
  std::vector<Filed<events::CopyPrinted>> copies(events::CopyKind kind,
                                                 events::PersonNumber pupil) const;
  std::vector<Filed<events::BackupMade>> backups() const;
  std::vector<Filed<events::VolumeSealed>> volumes(events::VolumeKind kind) const;
  std::vector<Filed<events::SectionFilled>> sections() const;
  std::vector<Filed<events::DocumentRecorded>> documents(events::DocumentKind kind) const;
  std::vector<Filed<events::DisputeRaised>> disputes() const;
  std::vector<Filed<events::RemarkMade>> remarks() const;

  std::vector<Filed<events::NewsPosted>> news() const;
  std::vector<Filed<events::EventPlanned>> events_of(events::ClassNumber school_class) const;

  // The first fact of that type about a copy: CopyCertified, CopyRegistered or CopyHandedOver.
  template <class Fact>
  std::optional<Filed<Fact>> of_copy(events::CopyNumber copy) const {
    RowBytes prefix;
    prefix.u8(static_cast<std::uint8_t>(DutiesPart::kCopyStory)).u32(copy.value);
    auto found = under<Fact>(prefix);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
  }

 private:
  template <class Fact>
  std::vector<Filed<Fact>> under(const RowBytes& prefix) const;
  template <class Fact>
  std::vector<Filed<Fact>> under(DutiesPart part) const;
  template <class Fact, class Kind>
  std::vector<Filed<Fact>> under(DutiesPart part, Kind kind) const;

  const events::ViewReader& views_;
  const Directory& directory_;
};

template <class Fact>
std::vector<Filed<Fact>> Duties::under(const RowBytes& prefix) const {
  std::vector<Filed<Fact>> found;
  views_.scan(kDuties, prefix.view(), after_prefix(prefix.view()),
              [&](std::string_view key, std::string_view value) {
                const FiledRow row(position_in(key), value);
                if (row.stamp().position >= directory_.as_of() || !row.holds<Fact>() ||
                    directory_.is_void(row.stamp())) {
                  return true;
                }
                found.push_back({row.stamp(), false, row.template fact<Fact>()});
                return true;
              });
  return found;
}

}  // namespace letopis::projections
