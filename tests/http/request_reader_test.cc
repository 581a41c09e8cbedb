#include "http/request_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

namespace letopis::http {
namespace {

using Stage = RequestReader::Stage;

// Gives the bytes so many at a time, until all are given or the reader has enough; how many it
// took.
std::size_t feed(RequestReader& reader, std::string_view bytes, std::size_t at_once) {
  std::size_t given = 0;
  while (given < bytes.size() && reader.stage() != Stage::kWhole &&
         reader.stage() != Stage::kRefused) {
    const auto room = reader.room();
    const std::size_t some = std::min({at_once, room.size(), bytes.size() - given});
    std::memcpy(room.data(), bytes.data() + given, some);
    reader.received(some);
    given += some;
  }
  return given;
}

unsigned refused(const std::string& bytes, const ServerSettings& settings = {}) {
  RequestReader reader(settings);
  feed(reader, bytes, 1'000);
  return reader.stage() == Stage::kRefused ? reader.complaint().status : 0;
}

TEST(HttpRequestReader, ReadsTheSameHoweverTheBytesAreParted) {
  const ServerSettings settings;
  const std::string bytes =
      "POST /a HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";
  for (const std::size_t at_once : {1u, 2u, 3u, 7u, 1'000u}) {
    RequestReader reader(settings);
    EXPECT_TRUE(reader.untouched());
    EXPECT_EQ(feed(reader, bytes, at_once), bytes.size());
    ASSERT_EQ(reader.stage(), Stage::kWhole) << at_once;
    EXPECT_TRUE(reader.keep_alive());
    const Request request = reader.take();
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.target, "/a");
    EXPECT_EQ(request.body, "hello");
    EXPECT_EQ(header(request.headers, "content-type"), "text/plain");
  }
}

TEST(HttpRequestReader, ReadsChunksHoweverTheBytesAreParted) {
  const ServerSettings settings;
  const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  const std::pair<const char*, const char*> bodies[] = {
      {"0\r\n\r\n", ""},
      {"5\r\nhello\r\n0\r\n\r\n", "hello"},
      {"005;a=b;c=\"d\"\r\nhello\r\n1\r\n!\r\n000\r\nLate: 1\r\n\r\n", "hello!"}};
  for (const auto& [bytes, body] : bodies) {
    for (std::size_t at_once = 1; at_once < 12; ++at_once) {
      RequestReader reader(settings);
      feed(reader, head + bytes, at_once);
      ASSERT_EQ(reader.stage(), Stage::kWhole) << bytes << at_once;
      EXPECT_EQ(reader.take().body, body);
    }
  }
}

TEST(HttpRequestReader, WhatStandsBehindABodyIsNoHeader) {
  const ServerSettings settings;
  RequestReader reader(settings);
  feed(reader,
       "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
       "X-Forwarded-For: 1.1.1.1\r\n\r\n",
       1'000);
  ASSERT_EQ(reader.stage(), Stage::kWhole);
  EXPECT_EQ(header(reader.take().headers, "X-Forwarded-For"), std::nullopt);
}

TEST(HttpRequestReader, RefusesChunksThatTwoProgramsCouldPartInTwoWays) {
  const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (const char* body :
       {"5\nhello\r\n0\r\n\r\n", "5;a\nb\r\nhello\r\n0\r\n\r\n", "5\rhello\r\n0\r\n\r\n",
        "5 \r\nhello\r\n0\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n", "-5\r\nhello\r\n0\r\n\r\n",
        "\r\nhello\r\n0\r\n\r\n", "5\r\nhelloX\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n0\r\n\r\n",
        "ffffffffffffffffff\r\nhello\r\n0\r\n\r\n", "5;\"\r\nhello\r\n0\r\n\r\n",
        "0\r\n A: 1\r\n\r\n", "0\r\nA: 1\nB: 2\r\n\r\n"}) {
    EXPECT_THAT(refused(head + body), testing::AnyOf(400u, 413u)) << body;
  }
}

TEST(HttpRequestReader, OneRequestFollowsAnother) {
  const ServerSettings settings;
  RequestReader reader(settings);
  const std::string bytes =
      "GET /1 HTTP/1.1\r\nHost: x\r\n\r\nPOST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n2"
      "GET /3 HTTP/1.0\r\n\r\nrest";
  EXPECT_EQ(feed(reader, bytes, 1'000), bytes.size());
  EXPECT_EQ(reader.take().target, "/1");
  reader.next();
  ASSERT_EQ(reader.stage(), Stage::kWhole);
  EXPECT_EQ(reader.take().body, "2");
  reader.next();
  ASSERT_EQ(reader.stage(), Stage::kWhole);
  EXPECT_EQ(reader.version(), 10u);
  EXPECT_FALSE(reader.keep_alive());
  EXPECT_EQ(reader.rest(), "rest");
}

TEST(HttpRequestReader, TakesHeadersUpToItsLimitAndNoByteMore) {
  ServerSettings settings;
  settings.limits.header_bytes = 500;
  const std::string begin = "GET / HTTP/1.1\r\nHost: x\r\nA: ";
  const std::string end = "\r\n\r\n";
  const std::string filled(500 - begin.size() - end.size(), 'a');
  EXPECT_EQ(refused(begin + filled + end, settings), 0u);
  EXPECT_EQ(refused(begin + filled + "a" + end, settings), 431u);
  EXPECT_EQ(refused(std::string(501, 'a'), settings), 431u) << "before its end has come";
}

TEST(HttpRequestReader, TakesSoManyHeadersAndNotOneMore) {
  ServerSettings settings;
  settings.limits.headers = 3;
  const std::string three = "GET / HTTP/1.1\r\nHost: x\r\nA: 1\r\nA: 2\r\n";
  EXPECT_EQ(refused(three + "\r\n", settings), 0u);
  EXPECT_EQ(refused(three + "A: 3\r\n\r\n", settings), 431u);
}

TEST(HttpRequestReader, TakesABodyUpToTheLimitOfItsTarget) {
  ServerSettings settings;
  settings.limits.body_bytes = 5;
  settings.body_limit = [](std::string_view method, std::string_view target) {
    return method == "PUT" && target == "/long" ? 10u : 5u;
  };
  const auto sent = [&](const std::string& first, std::size_t size) {
    const std::string head = first + " HTTP/1.1\r\nHost: x\r\n";
    const std::string body(size, 'b');
    const unsigned stated =
        refused(head + "Content-Length: " + std::to_string(size) + "\r\n\r\n" + body, settings);
    char length[20];
    std::snprintf(length, sizeof length, "%zx", size);
    const unsigned in_chunks = refused(
        head + "Transfer-Encoding: chunked\r\n\r\n" + length + "\r\n" + body + "\r\n0\r\n\r\n",
        settings);
    EXPECT_EQ(stated, in_chunks) << first << size;
    return stated;
  };
  EXPECT_EQ(sent("PUT /", 5), 0u);
  EXPECT_EQ(sent("PUT /", 6), 413u);
  EXPECT_EQ(sent("PUT /long", 10), 0u);
  EXPECT_EQ(sent("PUT /long", 11), 413u);
  EXPECT_EQ(sent("PUT http://x/long", 10), 0u) << "the target as the handler sees it";
}

TEST(HttpRequestReader, RefusesALineBetweenChunksWithoutEnd) {
  const std::string head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(refused(head + "5;" + std::string(20'000, 'a')), 400u);
  EXPECT_EQ(refused(head + "0\r\nA: " + std::string(20'000, 'a')), 400u);
}

TEST(HttpRequestReader, AClientThatWaitsIsAskedOnOnce) {
  const ServerSettings settings;
  RequestReader reader(settings);
  feed(reader, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n",
       1'000);
  EXPECT_TRUE(reader.wants_to_be_asked_on());
  EXPECT_FALSE(reader.wants_to_be_asked_on());
  feed(reader, "ab", 1);
  EXPECT_EQ(reader.take().body, "ab");
}

TEST(HttpRequestReader, AnAbsoluteTargetNamesTheHost) {
  const ServerSettings settings;
  RequestReader reader(settings);
  feed(reader, "GET http://school.ru/a HTTP/1.1\r\nHost: evil\r\n\r\n", 1'000);
  const Request request = reader.take();
  EXPECT_EQ(request.target, "/a");
  EXPECT_EQ(header(request.headers, "Host"), "school.ru");
}

}  // namespace
}  // namespace letopis::http
