#include "http/message.h"

#include <boost/beast/core/string.hpp>

namespace letopis::http {

std::optional<std::string_view> header(const std::vector<Header>& headers, std::string_view name) {
  for (const Header& one : headers) {
    if (boost::beast::iequals(one.name, name)) return one.value;
  }
  return std::nullopt;
}

void set_header(std::vector<Header>& headers, std::string_view name, std::string value) {
  std::erase_if(headers, [&](const Header& one) { return boost::beast::iequals(one.name, name); });
  headers.push_back({std::string(name), std::move(value)});
}

Response answer(unsigned status, std::string_view content_type, std::string body) {
  Response response;
  response.status = status;
  response.headers.push_back({"Content-Type", std::string(content_type)});
  response.body = std::move(body);
  return response;
}

}  // namespace letopis::http
