// A witness over HTTP: POST /add-checkpoint, on loopback or behind a proxy that speaks TLS.
#pragma once

#include <functional>

#include "http/server.h"
#include "witness/add_checkpoint.h"
#include "witness/witness.h"

namespace letopis::witness {

inline constexpr std::string_view kAddCheckpointPath = "/add-checkpoint";

// A request is at most kMaxRequestBytes; few connections at once are plenty for a district.
http::ServerLimits service_limits();

// Answers 404 to any other path and 405 to any other method. The witness outlives it; `now` may be
// called by any thread. What the witness throws is the server's 500.
http::Handler service(const Witness& witness, std::function<signing::UnixSeconds()> now);

}  // namespace letopis::witness
