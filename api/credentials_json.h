// What people prove themselves with, as JSON.
//
//   of a key on the server     {"password": "…"}
//   of a key in the browser    {"half": 64 hex digits}
//   a browser's new key        {"public_key": 64 hex, "salt": 32 hex, "passes": n, "memory_kib": n,
//                               "half": 64 hex, "wrapped_seed": base64}
#pragma once

#include <boost/json/object.hpp>

#include "accounts/account.h"
#include "outcome/result.h"

namespace letopis::api {

// All refuse body.field, naming what is missing or cannot be read.
Result<accounts::Proof> read_proof(const boost::json::object& body);
Result<accounts::BrowserKey> read_browser_key(const boost::json::object& body);
Result<signing::PublicKey> read_public_key(const boost::json::object& body, std::string_view name);

}  // namespace letopis::api
