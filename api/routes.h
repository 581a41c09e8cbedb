// The one table of routes: which door each stands behind, and what answers it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "api/call.h"
#include "terminal/text.h"

namespace letopis::api {

// Who may knock. What somebody may see behind the door, the rules say.
enum class Door : std::uint8_t {
  kOpen,      // anybody; who has signed in is known all the same
  kLockable,  // whoever has signed in, the session may be locked
  kSignedIn,  // whoever has signed in
};

using Handler = Result<http::Response> (*)(const Call& call);

struct Route {
  std::string_view method;  // GET answers HEAD, too
  std::string_view path;    // "/api/v1/receipts/{position}"; "{tile...}" is all that follows
  Door door = Door::kSignedIn;
  Handler handle = nullptr;
  terminal::Text tells;
  std::size_t most_body = 0;           // bytes
  bool settles_second_factor = false;  // open to who still owes one
};

std::span<const Route> routes();

struct RouteFound {
  const Route* route = nullptr;
  std::map<std::string, std::string, std::less<>> parts;
};
// Refuses route.none and method.other, telling which methods there are.
Result<RouteFound> find_route(std::string_view method, const Target& target);

// For a server's limits, before the body is read; of a school among many the first part of the path
// is its name.
std::size_t most_body(std::string_view method, std::string_view target);

}  // namespace letopis::api
