// The bytes of a connection made into requests, one after another, within the limits; knows no
// network.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstdint>
#include <optional>
#include <span>

#include "http/complaint.h"
#include "http/settings.h"

namespace letopis::http {

// One thread at a time.
class RequestReader {
 public:
  // Borrows the settings.
  explicit RequestReader(const ServerSettings& settings);

  enum class Stage { kHead, kBody, kWhole, kRefused };

  // Forgets the last request and begins the next with the bytes that came behind it. Requires:
  // kWhole, or nothing read yet.
  void next();
  // Where the next bytes go, at least one; then how many came. Requires: kHead or kBody.
  std::span<char> room();
  void received(std::size_t bytes);

  Stage stage() const { return stage_; }
  bool untouched() const { return stage_ == Stage::kHead && buffer_.size() == 0; }
  // Once for a request: its client waits for "100 Continue" before it sends the body.
  bool wants_to_be_asked_on();
  std::uint64_t body_bytes_received() const { return body_received_; }

  // Requires: kWhole; `peer` and `secure` are left to the caller. Once.
  Request take();
  unsigned version() const { return version_; }
  bool keep_alive() const { return keep_alive_; }
  // For what speaks another protocol from here on: the bytes that came behind the request.
  std::string rest() const;

  // Requires: kRefused; nothing more is read then.
  const Complaint& complaint() const { return *complaint_; }

 private:
  void read_head();
  void read_body();
  void refuse(Complaint complaint);

  const ServerSettings& settings_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
  Stage stage_ = Stage::kHead;
  Request request_;
  std::optional<Complaint> complaint_;
  std::size_t looked_through_ = 0;  // of the buffer, for the end of the head
  std::uint64_t body_received_ = 0;
  unsigned version_ = 11;
  bool keep_alive_ = false;
  bool asks_on_ = false;
};

}  // namespace letopis::http
