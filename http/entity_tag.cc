#include "http/entity_tag.h"

#include <openssl/sha.h>

#include <array>
#include <boost/beast/core/string.hpp>

#include "http/compression.h"

namespace letopis::http {
namespace {

constexpr std::size_t kTagBytes = 16;
constexpr const char* kIfNoneMatch = "If-None-Match";

// Of the headers of an answer, those that a 304 repeats (RFC 9110, 15.4.5) or that guard it.
bool is_about_the_body(std::string_view name) {
  for (const std::string_view one :
       {"Content-Type", "Content-Encoding", "Content-Language", "Content-Disposition"}) {
    if (boost::beast::iequals(one, name)) return true;
  }
  return false;
}

}  // namespace

std::string entity_tag(std::string_view body) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(body.data()), body.size(), digest.data());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string tag = "\"";
  for (std::size_t i = 0; i < kTagBytes; ++i) {
    tag += digits[digest[i] >> 4];
    tag += digits[digest[i] & 15];
  }
  return tag + "\"";
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  const std::string packed = compressed_tag(tag);
  while (!if_none_match.empty()) {
    const auto first = if_none_match.find_first_not_of(" \t,");
    if (first == std::string_view::npos) return false;
    if_none_match.remove_prefix(first);
    if (if_none_match.front() == '*') return true;
    if (if_none_match.starts_with("W/")) if_none_match.remove_prefix(2);  // compared weakly
    if (!if_none_match.starts_with('"')) return false;
    const auto end = if_none_match.find('"', 1);
    if (end == std::string_view::npos) return false;
    const std::string_view one = if_none_match.substr(0, end + 1);
    if (one == tag || one == packed) return true;
    if_none_match.remove_prefix(end + 1);
  }
  return false;
}

Response with_etag(const Request& request, Response response) {
  if (response.status != 200 || response.opened || response.converse) return response;
  const auto own = header(response.headers, "ETag");
  const std::string tag = own ? std::string(*own) : entity_tag(response.body);
  if (!own) response.headers.push_back({"ETag", tag});
  const auto known = header(request.headers, kIfNoneMatch);
  const bool asks = request.method == "GET" || request.method == "HEAD";
  if (!asks || !known || !names_tag(*known, tag)) return response;

  const auto type = header(response.headers, "Content-Type");
  if (!response.plain && type && shrinks(*type) && response.body.size() >= kLeastCompressed) {
    tell_that_encoding_varies(response);
    const auto accepted = header(request.headers, "Accept-Encoding");
    if (accepted && accepts_gzip(*accepted)) {
      set_header(response.headers, "ETag", compressed_tag(tag));
    }
  }
  response.status = 304;
  response.body.clear();
  std::erase_if(response.headers, [](const Header& one) { return is_about_the_body(one.name); });
  return response;
}

}  // namespace letopis::http
