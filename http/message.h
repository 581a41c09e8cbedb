// A request and an answer of HTTP/1.1, as plain values; an answer may go on after its head.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/channel.h"

namespace letopis::http {

struct Header {
  std::string name;
  std::string value;
  bool operator==(const Header&) const = default;
};

struct Request {
  std::string method;  // "POST"
  std::string target;  // path and query, "/add-checkpoint?x=1"; "*" only of OPTIONS
  std::vector<Header> headers = {};
  std::string body = {};
  std::string peer = {};  // the address that the connection comes from, "127.0.0.1"
  bool secure = false;    // it came over TLS
};

struct Response {
  unsigned status = 200;
  // Without Content-Length, Transfer-Encoding, Connection and Date, which are the server's.
  std::vector<Header> headers;
  std::string body;
  // Never compressed. For what mixes a secret with text that others may choose: the length of
  // both compressed together gives the secret away.
  bool plain = false;

  // An answer whose body is not there yet: events as they come, a long download. Called on the
  // worker that ran the handler, right after it; it may keep the channel and return, or stay and
  // push until all is said. Not called for HEAD. `body` is then empty.
  std::function<void(std::shared_ptr<Channel>)> opened;

  // The request asked for a WebSocket and shall have it: what to answer to each message, in the
  // order of the messages; called by a worker. Some programs call their text bytes: it is taken all
  // the same. `status` and `body` then say nothing, and the headers go with the acceptance.
  std::function<std::vector<std::string>(std::string_view message)> converse;
};

// The value of the first header of that name, in whatever case; borrowed.
std::optional<std::string_view> header(const std::vector<Header>& headers, std::string_view name);

// Puts the value in the place of all headers of that name.
void set_header(std::vector<Header>& headers, std::string_view name, std::string value);

Response answer(unsigned status, std::string_view content_type, std::string body);

}  // namespace letopis::http
