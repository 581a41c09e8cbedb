// A connection's bytes: whatever comes, a handler sees only sound requests within the limits, the
// same however the bytes are parted, and every answer's head stays one head.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "http/answer_head.h"
#include "http/compression.h"
#include "http/entity_tag.h"
#include "http/head.h"
#include "http/request_reader.h"

using namespace letopis;        // NOLINT(google-build-using-namespace)
using namespace letopis::http;  // NOLINT(google-build-using-namespace)

namespace {

constexpr std::size_t kMostHeadOfAnswer = 1'024;

ServerSettings small_limits() {
  ServerSettings settings;
  settings.limits.header_bytes = 512;
  settings.limits.headers = 8;
  settings.limits.body_bytes = 256;
  return settings;
}

void check_sound(const Request& request, const ServerLimits& limits) {
  INVARIANT(is_token(request.method));
  INVARIANT(request.target.starts_with('/') ||
            (request.target == "*" && request.method == "OPTIONS"));
  INVARIANT(std::ranges::all_of(request.target, [](char one) { return one > ' ' && one < 0x7f; }));
  INVARIANT(request.body.size() <= limits.body_bytes);
  INVARIANT(request.headers.size() <= limits.headers + 1);  // a Host from the target
  std::size_t hosts = 0;
  for (const Header& one : request.headers) {
    INVARIANT(is_token(one.name) && is_value(one.value));
    hosts += header({one}, "Host").has_value() ? 1 : 0;
  }
  INVARIANT(hosts <= 1);
}

void check_answer(const Request& request) {
  Response response = with_etag(request, answer(200, "text/plain", std::string(1'100, 'a')));
  compress_where_it_pays(request, response);
  const auto head = head_of(response, {11, true, response.body.size()});
  INVARIANT(head && head->size() < kMostHeadOfAnswer);
  INVARIANT(head->find("\r\n\r\n") == head->size() - 4);
}

// What a handler would be asked, each as text. A refusal may come a few bytes sooner or later.
std::vector<std::string> asked(std::string_view bytes, std::size_t at_once,
                               const ServerSettings& settings) {
  using Stage = RequestReader::Stage;
  RequestReader reader(settings);
  std::vector<std::string> all;
  while (true) {
    while (!bytes.empty() && reader.stage() != Stage::kWhole && reader.stage() != Stage::kRefused) {
      const auto room = reader.room();
      const std::size_t some = std::min({at_once, room.size(), bytes.size()});
      std::memcpy(room.data(), bytes.data(), some);
      bytes.remove_prefix(some);
      reader.received(some);
    }
    if (reader.stage() == Stage::kRefused) {
      const auto head = head_of(response_to(reader.complaint(), settings), {11, false, 0});
      INVARIANT(head && head->size() < kMostHeadOfAnswer);
      return all;
    }
    if (reader.stage() != Stage::kWhole) return all;
    const Request request = reader.take();
    check_sound(request, settings.limits);
    check_answer(request);
    std::string text = request.method + " " + request.target + " " + request.body;
    for (const Header& one : request.headers) text += "\n" + one.name + ":" + one.value;
    all.push_back(std::move(text));
    reader.next();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ServerSettings settings = small_limits();
  static const std::array<std::string, 4> openings = {
      "", "GET / HTTP/1.1\r\nHost: x\r\n",
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nIf-None-Match: "};
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  for (const std::string& opening : openings) {
    const std::string bytes = opening + std::string(input);
    INVARIANT(asked(bytes, 1, settings) == asked(bytes, bytes.size() + 1, settings));
  }
  return 0;
}
