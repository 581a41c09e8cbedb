// The regulations that come with the program: the files beside this one, held in it as texts, so
// that an installed program has them.
#pragma once

#include <span>
#include <string_view>

namespace letopis::regulations {

struct BundledRegulation {
  std::string_view name;  // "saniba": the file's name without its ending
  std::string_view text;  // for load_regulation; loads always
};

std::span<const BundledRegulation> bundled_regulations();

// keeping.toml: terms of keeping as archives are used to them, for a school to take over by its
// own order, or not. Nothing here is in force by itself.
const BundledRegulation& customary_keeping();

}  // namespace letopis::regulations
