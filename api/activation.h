// Activation: whoever holds a code holds a key (accounts/codes.h), and puts an own one in its
// place.
#pragma once

#include <optional>
#include <vector>

#include "events/event.h"
#include "hosting/visit.h"
#include "outcome/result.h"

namespace letopis::api {

// Whose the code's key is, iff it may still be used: enrolled as held offline, and in force.
// Refuses code.unknown, alike whether it was never issued, used or ended.
Result<events::PersonNumber> owner_of_code(const signing::PublicKey& key,
                                           const hosting::Visit& visit);

// What the owner signs with the code's key: the new key in, the code's key out.
Result<std::vector<events::Event>> activation_events(const hosting::Visit& visit,
                                                     const events::LogId& log,
                                                     const signing::PublicKey& code,
                                                     const signing::PublicKey& own,
                                                     events::KeyHolder holder);

// What proves, to whoever only looks a code up, that it is held: signed with its key.
std::string look_up_message(const events::LogId& log);

}  // namespace letopis::api
