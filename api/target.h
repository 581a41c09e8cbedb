// What stands behind "GET": a path in segments and parameters, decoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "outcome/result.h"

namespace letopis::api {

inline constexpr std::size_t kMostTargetBytes = 8'192;
inline constexpr std::size_t kMostSegments = 16;
inline constexpr std::size_t kMostParameters = 64;

struct Target {
  std::vector<std::string> segments;  // of "/api/v1/views/journal": api, v1, views, journal
  std::vector<std::pair<std::string, std::string>> parameters;
  bool operator==(const Target&) const = default;

  // The first of that name; borrowed.
  std::optional<std::string_view> parameter(std::string_view name) const;
};

// "+" is a space in parameters. Refuses target.unreadable: too long, too many parts, no UTF-8,
// control characters, an empty segment but the last, "." or "..".
Result<Target> parse_target(std::string_view target);

}  // namespace letopis::api
