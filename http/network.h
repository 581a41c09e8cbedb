// One thread of the network and the connections that belong to it. For the server's source alone.
#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <set>

#include "http/session.h"

namespace letopis::http {

class Network {
 public:
  // Borrows the service.
  explicit Network(const Service& service);
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  boost::asio::io_context& context() { return context_; }

  // Runs this thread's connections until it was told to finish and the last has ended.
  void run();

  // From any thread: serves the connection here; `certificate`: over TLS. Its peer was let in, and
  // leaves when the connection ends.
  void add(boost::asio::ip::tcp::socket socket, const boost::asio::ip::address& address,
           std::shared_ptr<boost::asio::ssl::context> certificate);

  // From any thread, once: ends idle connections and streams, lets requests be answered, and cuts
  // off what has not ended in the time to drain.
  void finish();

 private:
  void begin(boost::asio::ip::tcp::socket socket, const boost::asio::ip::address& address,
             const std::shared_ptr<boost::asio::ssl::context>& certificate);
  void begin_to_finish();
  void end_if_empty();

  const Service& service_;
  boost::asio::io_context context_{1};
  std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> work_;
  boost::asio::steady_timer drain_{context_};
  std::set<std::shared_ptr<Session>> sessions_;  // shared with their own steps
  bool finishing_ = false;
};

}  // namespace letopis::http
