// From a connection to the handler and back: on a worker, so that the network never waits.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/admission.h"
#include "http/settings.h"
#include "http/workers.h"

namespace letopis::http {

// What one server's connections share. Outlives them.
struct Service {
  const ServerSettings& settings;
  const Handler& handler;
  Workers& workers;
  Admission& admission;
};

struct Answered {
  Response response;
  std::shared_ptr<Channel> channel;  // iff the answer goes on after its head; shared with its maker
};

// Runs the handler and prepares its answer for the wire (compressed where it pays); what it throws
// becomes 500. `done` is called once, on a worker; when nobody is free to do it, at once with 503.
void run_handler(const Service& service, Request request, std::function<void(Answered)> done);

// The answers to one message of a WebSocket. Nothing iff it threw.
using Said = std::optional<std::vector<std::string>>;
void run_converse(const Service& service, const Response& response, std::string message,
                  const std::function<void(Said)>& done);

}  // namespace letopis::http
