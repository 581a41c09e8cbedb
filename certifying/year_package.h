// Packs the document volumes of a year for who receives them, and tells the log of it.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "archive/submission.h"
#include "cosigning/witnessed_state.h"
#include "events/facts.h"

namespace letopis::certifying {

struct PackageOrder {
  std::filesystem::path data;
  events::YearOpened year;
  std::string receiver;
  std::filesystem::path out;                   // made if it is not there
  std::array<std::filesystem::path, 2> media;  // the volumes are read from the first that has them
  cosigning::CosignedCheckpoint state;         // of which the documents were made
  std::optional<std::string> policy;           // of witnesses
  archive::Certificates certificates;
};

// Submissions of that year, in the order of the log.
std::vector<events::SubmissionMade> submissions_of(const projections::Directory& directory,
                                                   events::YearNumber year);

// Document volumes of the year that were made of a log of that size and not destroyed.
std::vector<projections::Filed<events::VolumeSealed>> volumes_of_state(
    const projections::Directory& directory, const events::YearOpened& year, std::uint64_t size);

// The package has its name and the log its entry when this returns. One that was packed from the
// same state and cut off before it had its name gets it now. Refuses submission.lost (the log tells
// of one that is not in `out`), and what archive::make_submission, receipts and the rules refuse.
// Throws archive::MediumFailure.
Result<archive::MadeSubmission> pack_year(const PackageOrder& order);

}  // namespace letopis::certifying
