#include "http/request_reader.h"

#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/read.hpp>

#include "http/head.h"
#include "outcome/invariant.h"

namespace letopis::http {
namespace {

namespace beast = boost::beast;
using boost::system::error_code;

constexpr std::size_t kHeadRead = 2'048;  // most heads fit, and an idle connection holds no more
constexpr std::size_t kBodyRead = 16'384;
constexpr std::size_t kMostChunkLine = 4'096;  // of a chunk's size and extensions, or the trailers
constexpr std::size_t kShortestRest = 5;       // of a chunked body that has not ended: "0\r\n\r\n"
constexpr std::string_view kEndOfHead = "\r\n\r\n";

}  // namespace

RequestReader::RequestReader(const ServerSettings& settings) : settings_(settings) {}

void RequestReader::next() {
  stage_ = Stage::kHead;
  parser_.reset();
  request_ = {};
  looked_through_ = 0;
  body_received_ = 0;
  asks_on_ = false;
  if (buffer_.size() == 0) {
    if (buffer_.capacity() > kBodyRead) buffer_.shrink_to_fit();
  } else {
    read_head();
  }
}

std::span<char> RequestReader::room() {
  INVARIANT(stage_ == Stage::kHead || stage_ == Stage::kBody);
  const auto space = buffer_.prepare(stage_ == Stage::kHead ? kHeadRead : kBodyRead);
  return {static_cast<char*>(space.data()), space.size()};
}

void RequestReader::received(std::size_t bytes) {
  buffer_.commit(bytes);
  if (stage_ == Stage::kHead) {
    read_head();
  } else {
    body_received_ += bytes;
    read_body();
  }
}

bool RequestReader::wants_to_be_asked_on() {
  return stage_ == Stage::kBody && std::exchange(asks_on_, false);
}

Request RequestReader::take() {
  INVARIANT(stage_ == Stage::kWhole);
  return std::move(request_);
}

std::string RequestReader::rest() const { return beast::buffers_to_string(buffer_.data()); }

void RequestReader::read_head() {
  const auto bytes = buffer_.data();
  const std::string_view seen(static_cast<const char*>(bytes.data()), bytes.size());
  const std::size_t end = seen.find(kEndOfHead, looked_through_);
  const std::size_t size = end == std::string_view::npos ? seen.size() : end + kEndOfHead.size();
  if (size > settings_.limits.header_bytes) {
    return refuse(headers_too_long());
  }
  if (end == std::string_view::npos) {
    looked_through_ = seen.size() < kEndOfHead.size() ? 0 : seen.size() - kEndOfHead.size() + 1;
    return;
  }
  const auto head = parse_head(seen.substr(0, size));
  if (!head) return refuse({400, head.refusal()});
  if (head->headers > settings_.limits.headers) {
    return refuse(too_many_headers());
  }

  parser_.emplace();
  parser_->header_limit(settings_.limits.header_bytes);
  parser_->body_limit(settings_.body_limit ? settings_.body_limit(head->method, head->target)
                                           : settings_.limits.body_bytes);
  request_.method = std::string(head->method);
  request_.target = std::string(head->target);
  const std::optional<std::string> authority =
      head->authority ? std::optional(std::string(*head->authority)) : std::nullopt;
  error_code failed;
  buffer_.consume(parser_->put(beast::net::const_buffer(bytes.data(), size), failed));
  if (failed == beast::http::error::body_limit) {
    return refuse(body_too_long());
  }
  if (failed || !parser_->is_header_done()) {
    return refuse({400, no_request(failed.message(), failed.message())});
  }

  // Now, before trailers of the body could add to them.
  for (const auto& field : parser_->get()) {
    request_.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  }
  if (authority) set_header(request_.headers, "Host", *authority);
  version_ = parser_->get().version();
  keep_alive_ = parser_->get().keep_alive();
  asks_on_ =
      version_ == 11 && beast::iequals(parser_->get()[beast::http::field::expect], "100-continue");
  stage_ = Stage::kBody;
  parser_->eager(true);
  body_received_ = buffer_.size();
  read_body();
}

void RequestReader::read_body() {
  // Beast takes fewer for a bug of ours once it has seen the last chunk's size, and stops the
  // program.
  const std::size_t enough = parser_->chunked() ? kShortestRest : 1;
  error_code failed;
  while (!parser_->is_done() && buffer_.size() >= enough && !failed) {
    buffer_.consume(parser_->put(buffer_.data(), failed));
  }
  if (parser_->is_done()) {
    request_.body = std::move(parser_->get().body());
    stage_ = Stage::kWhole;
  } else if (failed == beast::http::error::body_limit) {
    refuse(body_too_long());
  } else if (failed && failed != beast::http::error::need_more) {
    refuse({400, no_request(failed.message(), failed.message())});
  } else if (buffer_.size() > kMostChunkLine) {
    refuse({400, no_request("строка порции тела", "a line between the chunks of its body")});
  }
}

void RequestReader::refuse(Complaint complaint) {
  complaint_ = std::move(complaint);
  stage_ = Stage::kRefused;
}

}  // namespace letopis::http
