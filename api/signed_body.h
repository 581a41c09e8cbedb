// The body of POST /events: what an author signed elsewhere.
//
//   {"events": [{"bytes": base64, "key": 64 hex digits, "signature": base64}],
//    "texts": [{"about": person, "salt": 64 hex digits, "text": "…"}],
//    "logins": [{"person": number, "login": "…"}]}
#pragma once

#include <vector>

#include <boost/json/object.hpp>

#include "hosting/stating.h"
#include "ledger/ledger.h"

namespace letopis::api {

struct SignedBody {
  ledger::Command command;
  std::vector<events::Event> events;  // of the command, decoded
  std::vector<hosting::LoginWanted> logins;
};

// Refuses body.field, what the codec refuses, event.of_another (an author other than whoever is
// signed in), and login.of_another (for somebody whom these events do not register).
Result<SignedBody> read_signed(const boost::json::object& body, events::PersonNumber author);

}  // namespace letopis::api
