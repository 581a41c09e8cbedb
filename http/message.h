// A request and an answer of HTTP/1.1, as plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace letopis::http {

struct Header {
  std::string name;
  std::string value;
  bool operator==(const Header&) const = default;
};

struct Request {
  std::string method;  // "POST"
  std::string target;  // as the client wrote it, "/add-checkpoint?x=1"
  std::vector<Header> headers;
  std::string body;
  std::string peer;  // the address that the connection comes from, "127.0.0.1"
};

struct Response {
  unsigned status = 200;
  std::vector<Header> headers;  // without Content-Length and Connection, which are the server's
  std::string body;
  bool operator==(const Response&) const = default;
};

// The value of the first header of that name, in whatever case; borrowed.
std::optional<std::string_view> header(const std::vector<Header>& headers, std::string_view name);

Response answer(unsigned status, std::string_view content_type, std::string body);

}  // namespace letopis::http
