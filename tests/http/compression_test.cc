#include "http/compression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "http/entity_tag.h"

namespace letopis::http {
namespace {

std::string unpacked(const std::string& packed) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string text(1'000'000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

Request asking(const std::string& accepted) {
  return {.method = "GET", .target = "/", .headers = {{"Accept-Encoding", accepted}}};
}

Response long_text() { return answer(200, "text/html; charset=utf-8", std::string(5'000, 'a')); }

bool compressed(const Request& request, Response response) {
  compress_where_it_pays(request, response);
  return header(response.headers, "Content-Encoding") == "gzip";
}

TEST(HttpCompression, MakesALongTextShorterAndSaysSo) {
  Response response = long_text();
  compress_where_it_pays(asking("br, gzip;q=0.5"), response);
  EXPECT_EQ(header(response.headers, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(response.headers, "Vary"), "Accept-Encoding");
  EXPECT_LT(response.body.size(), 200u);
  EXPECT_EQ(unpacked(response.body), std::string(5'000, 'a'));
}

TEST(HttpCompression, SaysThatTheFormVariesAlsoToWhoTakesNone) {
  Response response = long_text();
  response.headers.push_back({"Vary", "Cookie"});
  compress_where_it_pays({.method = "GET", .target = "/"}, response);
  EXPECT_EQ(response.body.size(), 5'000u);
  EXPECT_EQ(header(response.headers, "Vary"), "Cookie, Accept-Encoding");
}

TEST(HttpCompression, LeavesAloneWhereItDoesNotPay) {
  EXPECT_TRUE(compressed(asking("gzip"), long_text()));
  EXPECT_TRUE(compressed(asking("gzip"), answer(200, "text/plain", std::string(1'024, 'a'))));
  EXPECT_FALSE(compressed(asking("gzip"), answer(200, "text/plain", std::string(1'023, 'a'))));
  EXPECT_FALSE(compressed(asking("gzip"), answer(206, "text/plain", std::string(5'000, 'a'))));
  EXPECT_FALSE(compressed(asking("gzip"), answer(200, "application/pdf", std::string(5'000, 'a'))));
  Response plain = long_text();
  plain.plain = true;
  EXPECT_FALSE(compressed(asking("gzip"), plain));
  Response coded = long_text();
  coded.headers.push_back({"Content-Encoding", "br"});
  EXPECT_FALSE(compressed(asking("gzip"), coded));
}

TEST(HttpCompression, KnowsWhatShrinks) {
  for (const char* type : {"text/css", "TEXT/HTML;charset=utf-8", "application/json",
                           "application/problem+json", "image/svg+xml", "application/xml"}) {
    EXPECT_TRUE(shrinks(type)) << type;
  }
  for (const char* type : {"", "text", "text/", "image/png", "text/event-stream", "application/zip",
                           "application/octet-stream", "font/woff2"}) {
    EXPECT_FALSE(shrinks(type)) << type;
  }
}

TEST(HttpCompression, ReadsWhatAClientAccepts) {
  for (const char* value : {"gzip", "GZIP", "x-gzip", "*", "br, gzip", "gzip;q=1", "gzip; q=0.001",
                            "gzip;q=1.000", "*;q=0, gzip", "identity;q=0, gzip ;q=0.1"}) {
    EXPECT_TRUE(accepts_gzip(value)) << value;
  }
  for (const char* value :
       {"", "br", "identity", "gzip;q=0", "gzip;q=0.000", "*;q=0", "*, gzip;q=0",
        "gzip;q=", "gzip;q=x", "gzip;level=9", "gzipped", ",,;"}) {
    EXPECT_FALSE(accepts_gzip(value)) << value;
  }
}

TEST(HttpEntityTag, SparesWhoHasTheBytesAlready) {
  const Request first{.method = "GET", .target = "/"};
  const Response response = with_etag(first, answer(200, "text/plain", "text"));
  const auto tag = header(response.headers, "ETag");
  ASSERT_TRUE(tag);
  EXPECT_EQ(*tag, "\"982d9e3eb996f559e633f4d194def376\"");  // sha256sum of "text", half of it
  EXPECT_EQ(response.status, 200u);
  for (const std::string& known : {std::string(*tag), "W/" + std::string(*tag), std::string("*"),
                                   "\"x\", " + std::string(*tag)}) {
    const Request again{.method = "GET", .target = "/", .headers = {{"If-None-Match", known}}};
    const Response spared = with_etag(again, answer(200, "text/plain", "text"));
    EXPECT_EQ(spared.status, 304u) << known;
    EXPECT_EQ(spared.body, "");
    EXPECT_EQ(header(spared.headers, "Content-Type"), std::nullopt);
    EXPECT_EQ(with_etag(again, answer(404, "text/plain", "text")).status, 404u);
  }
  for (const std::string& known : {std::string("\"x\""), std::string(tag->substr(1)), std::string(),
                                   std::string("x, *"), std::string("\"")}) {
    const Request again{.method = "GET", .target = "/", .headers = {{"If-None-Match", known}}};
    EXPECT_EQ(with_etag(again, answer(200, "text/plain", "text")).status, 200u) << known;
  }
  const Request post{.method = "POST", .target = "/", .headers = {{"If-None-Match", "*"}}};
  EXPECT_EQ(with_etag(post, answer(200, "text/plain", "text")).status, 200u);
}

TEST(HttpEntityTag, TheCompressedFormHasItsOwnAndIsSparedToo) {
  Response response = with_etag(asking("gzip"), long_text());
  const std::string plain(*header(response.headers, "ETag"));
  compress_where_it_pays(asking("gzip"), response);
  const std::string packed(*header(response.headers, "ETag"));
  EXPECT_NE(plain, packed);
  EXPECT_EQ(packed, compressed_tag(plain));
  Request again = asking("gzip");
  again.headers.push_back({"If-None-Match", packed});
  const Response spared = with_etag(again, long_text());
  EXPECT_EQ(spared.status, 304u);
  EXPECT_EQ(header(spared.headers, "ETag"), packed);
  EXPECT_EQ(header(spared.headers, "Vary"), "Accept-Encoding");
}

}  // namespace
}  // namespace letopis::http
