// A verdict on one screen: whether it is intact and who says so, then what was checked, then what
// was found, naming the very entry.
#pragma once

#include <string>

#include "terminal/console.h"
#include "verifier/check.h"

namespace letopis::verifier {

// Findings beyond this many are counted only; --json has a hundred.
inline constexpr std::size_t kMostFindingsShown = 4;

void print_checked(const Checked& checked, const terminal::Console& console);
void print_checked_json(const Checked& checked, const terminal::Console& console);
// One of them, with all that was found in it.
void print_verdict(const archive::Verdict& verdict, const terminal::Console& console);

// The first line with its exit code, and the first of what was found: for telling many of them.
void print_finding_of(const archive::Verdict& verdict, const terminal::Console& console);

// The first line: «НЕ ИЗМЕНЕНО · засвидетельствовано …».
std::string verdict_line(const archive::Verdict& verdict, terminal::Language language);

}  // namespace letopis::verifier
