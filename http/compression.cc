#include "http/compression.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <boost/beast/core/string.hpp>
#include <optional>

#include "outcome/invariant.h"

namespace letopis::http {
namespace {

using boost::beast::iequals;

constexpr int kEffort = 5;  // of 9: most of the gain at half the time
constexpr int kGzipOfLargestWindow = 15 + 16;
constexpr int kMemory = 8;
constexpr std::string_view kAcceptEncoding = "Accept-Encoding";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// What stands before the sign; the rest stays. All, if it does not stand there.
std::string_view cut(std::string_view& rest, char sign) {
  const std::size_t at = std::min(rest.find(sign), rest.size());
  const std::string_view before = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return trimmed(before);
}

// "q=0", "q=0.000" are nought, "q=0.5" and no weight are not; what is no weight counts as nought.
bool has_weight(std::string_view parameters) {
  if (trimmed(parameters).empty()) return true;
  const std::string_view parameter = cut(parameters, ';');
  if (parameter.size() < 3 || !iequals(parameter.substr(0, 2), "q=")) return false;
  const std::string_view weight = parameter.substr(2);
  if (weight.front() != '0' && weight.front() != '1') return false;
  if (weight.size() > 1 && weight[1] != '.') return false;
  return weight.find_first_of("123456789") != std::string_view::npos &&
         weight.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::optional<std::string> gzip(std::string_view text) {
  z_stream stream{};
  if (deflateInit2(&stream, kEffort, Z_DEFLATED, kGzipOfLargestWindow, kMemory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return std::nullopt;
  }
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // it only reads
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int ended = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  INVARIANT(ended == Z_STREAM_END);
  return packed;
}

bool could_be_compressed(const Response& response) {
  const auto type = header(response.headers, "Content-Type");
  return !response.plain && response.status >= 200 && response.status < 300 &&
         response.status != 204 && response.status != 206 && type && shrinks(*type) &&
         response.body.size() >= kLeastCompressed && response.body.size() < UINT32_MAX / 2 &&
         !header(response.headers, "Content-Encoding");
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool any = false;
  std::optional<bool> named;
  while (!accept_encoding.empty()) {
    std::string_view one = cut(accept_encoding, ',');
    const std::string_view coding = cut(one, ';');
    if (coding == "*") any = has_weight(one);
    if (iequals(coding, "gzip") || iequals(coding, "x-gzip")) named = has_weight(one);
  }
  return named.value_or(any);
}

bool shrinks(std::string_view content_type) {
  const std::string_view type = cut(content_type, ';');
  constexpr std::array<std::string_view, 8> types = {"application/json",
                                                     "application/javascript",
                                                     "application/xml",
                                                     "application/xhtml+xml",
                                                     "application/manifest+json",
                                                     "application/wasm",
                                                     "image/svg+xml",
                                                     "font/ttf"};
  if (iequals(type, "text/event-stream")) return false;  // it goes piece by piece
  if (type.size() > 5 && iequals(type.substr(0, 5), "text/")) return true;
  for (const std::string_view suffix : {"+json", "+xml"}) {
    if (type.size() > suffix.size() && iequals(type.substr(type.size() - suffix.size()), suffix)) {
      return true;
    }
  }
  return std::ranges::any_of(types, [&](std::string_view one) { return iequals(one, type); });
}

void compress_where_it_pays(const Request& request, Response& response) {
  if (!could_be_compressed(response)) return;
  tell_that_encoding_varies(response);
  const auto accepted = header(request.headers, kAcceptEncoding);
  if (!accepted || !accepts_gzip(*accepted)) return;
  auto packed = gzip(response.body);
  if (!packed || packed->size() >= response.body.size()) return;
  response.body = std::move(*packed);
  response.headers.push_back({"Content-Encoding", "gzip"});
  if (const auto tag = header(response.headers, "ETag")) {
    set_header(response.headers, "ETag", compressed_tag(*tag));
  }
}

std::string compressed_tag(std::string_view tag) {
  if (tag.size() < 2 || tag.back() != '"') return std::string(tag);
  return std::string(tag.substr(0, tag.size() - 1)) + "-gzip\"";
}

void tell_that_encoding_varies(Response& response) {
  std::string all;
  if (const auto said = header(response.headers, "Vary")) {
    std::string_view rest = *said;
    while (!rest.empty()) {
      const std::string_view one = cut(rest, ',');
      if (one == "*" || iequals(one, kAcceptEncoding)) return;
    }
    all = std::string(*said) + ", ";
  }
  set_header(response.headers, "Vary", all.append(kAcceptEncoding));
}

}  // namespace letopis::http
