// A TCP connection that sends whatever bytes a test wants.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <string_view>

namespace letopis::http {

class RawConnection {
 public:
  explicit RawConnection(std::uint16_t port);
  void send(std::string_view bytes);
  // Up to the end of one answer, or of the connection.
  std::string receive();
  // All that comes until the other side ends the connection.
  std::string receive_all();

 private:
  boost::asio::io_context network_;
  boost::asio::ip::tcp::socket socket_{network_};
};

}  // namespace letopis::http
