#include "http/raw_connection.h"

#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

namespace letopis::http {

namespace asio = boost::asio;

RawConnection::RawConnection(std::uint16_t port) {
  socket_.connect({asio::ip::make_address("127.0.0.1"), port});
}

void RawConnection::send(std::string_view bytes) {
  boost::system::error_code ended;  // the server may have ended it already
  asio::write(socket_, asio::buffer(bytes), ended);
}

std::string RawConnection::receive() {
  std::string got;
  boost::system::error_code ended;
  char bytes[4'096];
  while (!ended && got.find("\r\n\r\n") == std::string::npos) {
    got.append(bytes, socket_.read_some(asio::buffer(bytes), ended));
  }
  const auto label = got.find("Content-Length: ");
  if (label == std::string::npos) return got;
  const std::size_t whole = got.find("\r\n\r\n") + 4 + std::stoul(got.substr(label + 16));
  while (!ended && got.size() < whole) {
    got.append(bytes, socket_.read_some(asio::buffer(bytes), ended));
  }
  return got;
}

std::string RawConnection::receive_all() {
  std::string got;
  boost::system::error_code ended;
  asio::read(socket_, asio::dynamic_buffer(got), ended);
  return got;
}

}  // namespace letopis::http
