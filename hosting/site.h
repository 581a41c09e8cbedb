// How a school is served: the file serve.json in its data directory. Without the file: defaults.
//
//   {"hosts": ["journal.school.example"],   by which names of the host it is asked for
//    "netschool": false,                    whether clients of another system may read
//    "calendar": true,                      whether iCalendar feeds are given
//    "second_factor": ["director"]}         who must sign in with a second factor
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "events/enumerations.h"
#include "outcome/result.h"

namespace letopis::hosting {

inline constexpr std::size_t kMostSiteBytes = 65'536;
inline constexpr std::size_t kMostHosts = 16;

struct Site {
  std::vector<std::string> hosts;  // lower case, without a port
  bool netschool = false;
  bool calendar = true;
  std::vector<events::Role> second_factor = {};
  bool operator==(const Site&) const = default;
};

// Each may be left out. Refuses site.file: not JSON, an unknown name, a value of another kind.
Result<Site> parse_site(std::string_view text);
Result<Site> read_site(const std::filesystem::path& directory);

}  // namespace letopis::hosting
