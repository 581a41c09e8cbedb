// One request of this protocol as its handler sees it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "accounts/throttle.h"
#include "api/target.h"
#include "hosting/visit.h"
#include "http/message.h"
#include "netschool/challenges.h"
#include "netschool/family.h"
#include "netschool/sessions.h"

namespace letopis::netschool {

// What is remembered of one school. Any thread.
struct Memory {
  Challenges challenges;
  Sessions sessions;
  accounts::Throttle by_address{accounts::kAddressPatience};
};

// Borrows all but the memory, which a conversation keeps; lives while one request is answered.
struct Call {
  const http::Request& request;
  const api::Target& target;
  hosting::School& school;
  std::shared_ptr<Memory> memory;  // shared by all requests of the school
  Sessions::Words words;
  std::vector<std::string> parts = {};  // of the path, where the route has a "*"
  std::optional<Entered> who = {};
  const hosting::Visit* visit = nullptr;  // as `who`; at open doors as nobody
  std::vector<Child> children = {};

  const wishes::Sight& sight() const { return visit->sight(); }
  std::int64_t now_ms() const { return school.clock().monotonic_ms(); }
};

inline constexpr std::size_t kMostFormBytes = 8'000;
inline constexpr std::size_t kMostBodyBytes = 65'536;

// "a=1&b=2" of a body. Refuses netschool.body.
using Form = std::map<std::string, std::string, std::less<>>;
Result<Form> read_form(const http::Request& request);
// The field, or nothing written in it.
std::string field(const Form& form, std::string_view name);

// An object of JSON, whatever the request calls it. Refuses netschool.body.
Result<boost::json::object> read_object(const http::Request& request);

// A number in the query. Refuses netschool.query.
Result<std::uint64_t> number_parameter(const Call& call, std::string_view name);

http::Response json_answer(const boost::json::value& told);
http::Response html_answer(std::string markup);

}  // namespace letopis::netschool
