// What there is: the list of routes, and the contract that requests and answers keep.
#include <boost/json/array.hpp>

#include "api/contract.h"
#include "api/handlers.h"
#include "api/routes.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

std::string_view word_of(Door door) {
  switch (door) {
    case Door::kOpen: return "open";
    case Door::kLockable: return "session, may be locked";
    case Door::kSignedIn: return "session";
  }
  INVARIANT(false);
}

}  // namespace

Result<http::Response> list_routes(const Call&) {
  json::array list;
  for (const auto& route : routes()) {
    list.push_back(json::object{{"method", route.method},
                                {"path", route.path},
                                {"door", word_of(route.door)},
                                {"ru", route.tells.ru},
                                {"en", route.tells.en}});
  }
  return json_answer(
      json::object{{"contract", "/api/v1/openapi.yaml"}, {"routes", std::move(list)}});
}

Result<http::Response> show_contract(const Call&) {
  return http::answer(200, "application/yaml; charset=utf-8", contract_text());
}

}  // namespace letopis::api
