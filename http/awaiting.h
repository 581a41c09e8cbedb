// How this room's coroutines wait: what fails is told through an error code.
#pragma once

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace letopis::http {

inline auto told(boost::system::error_code& failed) {
  return boost::asio::redirect_error(boost::asio::use_awaitable, failed);
}

}  // namespace letopis::http
