// How high the rows of a laid table become. Points.
#pragma once

#include <string>
#include <vector>

#include "documents/table_layout.h"

namespace letopis::documents {

// Under and over a text written upwards.
inline constexpr double kRotatedSpace = 3;

// Gives the rows of a band their heights, at least `least`, and says whether they have several
// lines. What was cut off meanwhile, in full and in order.
std::vector<std::string> measure_rows(const LaidTable& table, Band& band, double least,
                                      Typesetter& typesetter);

// Breaks rows higher than `most` into pieces between their lines.
void break_high_rows(const LaidTable& table, Band& band, double most, Typesetter& typesetter);

// The first lines of the pieces of a text, none higher than `most` unless it is a single line.
std::vector<std::size_t> first_lines(const SetText& text, double most);

double height_of(const Band& band);

}  // namespace letopis::documents
