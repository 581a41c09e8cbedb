#include "http/network.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

namespace letopis::http {

namespace asio = boost::asio;
using asio::ip::tcp;

Network::Network(const Service& service)
    : service_(service), work_(asio::make_work_guard(context_)) {}

void Network::run() { context_.run(); }

void Network::add(tcp::socket socket, const asio::ip::address& address,
                  std::shared_ptr<asio::ssl::context> certificate) {
  asio::post(context_, [this, socket = std::move(socket), address,
                        certificate = std::move(certificate)]() mutable {
    begin(std::move(socket), address, certificate);
  });
}

void Network::begin(tcp::socket socket, const asio::ip::address& address,
                    const std::shared_ptr<asio::ssl::context>& certificate) {
  auto session = certificate ? make_session(std::move(socket), address, service_, *certificate)
                             : make_session(std::move(socket), address, service_);
  sessions_.insert(session);
  if (finishing_) session->finish();
  asio::co_spawn(context_, session->serve(), [this, session, address](const std::exception_ptr&) {
    session->cut_off();  // whatever ended it
    service_.admission.leave(peer_of(address));
    sessions_.erase(session);
    end_if_empty();
  });
}

void Network::finish() {
  asio::post(context_, [this] { begin_to_finish(); });
}

void Network::begin_to_finish() {
  finishing_ = true;
  for (const auto& session : sessions_) session->finish();
  drain_.expires_after(service_.settings.limits.drain_time);
  drain_.async_wait([this](const boost::system::error_code& cancelled) {
    if (cancelled) return;
    for (const auto& session : sessions_) session->cut_off();
  });
  end_if_empty();
}

void Network::end_if_empty() {
  if (!finishing_ || !sessions_.empty()) return;
  drain_.cancel();
  work_.reset();
}

}  // namespace letopis::http
