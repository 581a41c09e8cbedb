#include "http/message.h"

#include <boost/beast/core/string.hpp>

namespace letopis::http {

std::optional<std::string_view> header(const std::vector<Header>& headers, std::string_view name) {
  for (const Header& one : headers) {
    if (boost::beast::iequals(one.name, name)) return one.value;
  }
  return std::nullopt;
}

Response answer(unsigned status, std::string_view content_type, std::string body) {
  return {status, {{"Content-Type", std::string(content_type)}}, std::move(body)};
}

}  // namespace letopis::http
