// A session as its owner is told of it.
#pragma once

#include <boost/json/object.hpp>

#include "accounts/session.h"
#include "api/call.h"

namespace letopis::api {

// {"person", "name", "login", "kind", "custody", "roles": [{"role", "class"}], "csrf",
// "keeping_key", "owes_second_factor", "made"}
boost::json::object session_json(const Call& call, const accounts::Session& session);

}  // namespace letopis::api
