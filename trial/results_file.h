// Reads pupils' results of a real school from CSV, as the UCI Machine Learning Repository has them
// (data set 320, Student Performance).
#pragma once

#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "trial/settings.h"

namespace letopis::trial {

inline constexpr std::size_t kMaxResultsBytes = 4'000'000;
inline constexpr std::size_t kMaxResultRows = 20'000;
inline constexpr unsigned kMaxAbsences = 365;
inline constexpr unsigned kMaxResult = 20;

// Comma-separated, without quotes; the first line names the columns, among them `absences`, `G1`,
// `G2`, `G3`, each once. Lines end in LF or CRLF. Other columns are passed over.
// Refuses, naming row (the heading is row 1) and column: results.size, results.heading,
// results.row (another number of cells), results.value (no whole number, or too large).
Result<std::vector<PupilResult>> read_results(std::string_view csv);

}  // namespace letopis::trial
