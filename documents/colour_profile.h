// What the numbers of a colour mean on paper and screen.
#pragma once

#include <string>

namespace letopis::documents {

// An ICC profile (version 2.1) of sRGB (IEC 61966-2-1), computed from its definition: primaries of
// ITU-R BT.709 adapted to D50, and its tone curve in 1 024 steps. The same bytes always.
std::string srgb_profile();

}  // namespace letopis::documents
