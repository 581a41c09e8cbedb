// What a verdict says of certificates' signatures, and of volumes destroyed by an act.
#pragma once

#include <string>

#include "archive/verdict.h"
#include "terminal/console.h"
#include "terminal/text.h"

namespace letopis::verifier {

// A moment in the school's own time zone, as far as its log tells it; else in UTC.
std::string moment_of(std::uint64_t seconds, const archive::Verdict& verdict,
                      terminal::Language language);

// Who signed how much and when it was stamped, on how far that may be believed, what is only
// information, and what could not be checked here. Nothing where no certificate signed anything.
void print_certified(const archive::Verdict& verdict, const terminal::Console& console);

// What is not here any more, by which act; and what should not be here any more.
void print_destroyed(const archive::Verdict& verdict, const terminal::Console& console);

}  // namespace letopis::verifier
