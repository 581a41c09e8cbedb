// Under which keys the shelf has sessions.
//
//   accounts/session/ID         the row
//   accounts/token/DIGEST       ID      of each token that is taken
//   accounts/own/PERSON ID      nothing
#pragma once

#include <string>
#include <string_view>

#include "accounts/session.h"

namespace letopis::accounts {

inline constexpr std::string_view kSessionRows = "accounts/session/";
inline constexpr std::string_view kOwnSessions = "accounts/own/";

std::string session_key(const SessionId& id);
std::string token_key(const signing::Digest& token);
std::string own_sessions(events::PersonNumber person);  // the prefix of the person's
std::string own_key(const Session& session);

// The id at the end of a key, or in the value of a token's row.
SessionId session_id_in(std::string_view bytes);

}  // namespace letopis::accounts
