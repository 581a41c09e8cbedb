// A printed sheet's document made anew, from the words of its code and the log as it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "office/school.h"
#include "reports/make.h"
#include "reports/paper_code.h"

namespace letopis::reading {

struct MadeAgain {
  reports::PaperCode code;
  reports::Made made;
  std::string pdf;
};

// Refuses what the code's form refuses, paper.other_log, paper.other_history (another root at that
// size), paper.no_sheet, and what making and rendering refuse. Without a reader it is made for the
// owner of the folder.
Result<MadeAgain> made_again(const office::SchoolReader& school, std::string_view code,
                             const std::optional<reports::Reader>& reader = std::nullopt);

}  // namespace letopis::reading
