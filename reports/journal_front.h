// The printed journal's pages before and after its spreads: cover, contents, the list of pupils,
// the last page.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "reports/desk.h"

namespace letopis::reports {

// A part of the journal, and the sheet with which it begins.
struct Chapter {
  std::string name;
  std::string teachers = {};
  std::optional<std::size_t> sheet = {};  // empty: nothing was recorded
};

// «5а класс» and «Классный журнал», or the group and what kind of journal it keeps; what the paper
// is worth (paper_standing.h).
documents::Sheet journal_cover(const Desk& desk);

documents::Sheet journal_contents(const Desk& desk, const std::vector<Chapter>& chapters);

// Of the class or the group, with the days on which they came and left in the year.
documents::Sheet journal_pupils(const Desk& desk);

// How many leaves are numbered and stitched, and who says so.
documents::Sheet journal_last_page(const Desk& desk);

}  // namespace letopis::reports
