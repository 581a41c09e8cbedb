#include "http/dispatch.h"

#include <exception>

#include "http/complaint.h"
#include "http/compression.h"

namespace letopis::http {
namespace {

Response asked(const Service& service, const Request& request) {
  try {
    Response response = service.handler(request);
    if (!response.opened && !response.converse) compress_where_it_pays(request, response);
    return response;
  } catch (const std::exception&) {
    return response_to(handler_failed(), service.settings);
  }
}

void go_on(const std::function<void(std::shared_ptr<Channel>)>& opened,
           const std::shared_ptr<Channel>& channel) {
  try {
    opened(channel);
  } catch (const std::exception&) {
    channel->break_off();
  }
}

}  // namespace

void run_handler(const Service& service, Request request, std::function<void(Answered)> done) {
  // Shared because a task is copied and neither of these can be, or should.
  auto shared = std::make_shared<Request>(std::move(request));
  auto told = std::make_shared<std::function<void(Answered)>>(std::move(done));
  const bool taken = service.workers.take([&service, shared, told] {
    Answered answered{asked(service, *shared), nullptr};
    if (!answered.response.opened || shared->method == "HEAD") return (*told)(std::move(answered));
    const auto opened = std::move(answered.response.opened);
    const auto channel = std::make_shared<Channel>(service.settings.limits.channel_bytes);
    answered.channel = channel;
    (*told)(std::move(answered));
    go_on(opened, channel);
  });
  if (!taken) (*told)({response_to(too_busy(), service.settings), nullptr});
}

void run_converse(const Service& service, const Response& response, std::string message,
                  const std::function<void(Said)>& done) {
  const bool taken =
      service.workers.take([converse = response.converse, message = std::move(message), done] {
        try {
          done(converse(message));
        } catch (const std::exception&) {
          done(std::nullopt);
        }
      });
  if (!taken) done(std::nullopt);
}

}  // namespace letopis::http
