// The class journal as tradition has it on paper: cover, contents, the class list, for each subject
// spreads with marks on the left and topics on the right, pages of attendance, and the last page
// that says how many leaves are numbered and stitched. PAP-01.
#pragma once

#include <vector>

#include "reports/desk.h"

namespace letopis::reports {

inline constexpr std::size_t kLessonsOnSpread = 24;

// Of one subject where the request names it, else of all that were taught to the class in the days;
// a subject taught in groups has spreads of its own for each. Groups that keep a journal of their
// own (rules/own_journal.h) stand in no other: they are printed where the request names them, and
// so is a group of several classes.
Result<std::vector<documents::Sheet>> printed_journal(const Desk& desk);

}  // namespace letopis::reports
