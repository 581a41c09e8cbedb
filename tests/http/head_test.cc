#include "http/head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace letopis::http {
namespace {

using namespace std::string_literals;

constexpr const char* kFirst = "GET / HTTP/1.1\r\n";

bool taken(const std::string& head) { return parse_head(head).has_value(); }

TEST(HttpHead, SaysWhatWasAskedOfWhom) {
  const std::string text = "PUT /a/b?c=d&e=%20 HTTP/1.1\r\nHost: x\r\nA: 1\r\nA:\t2 \r\nB:\r\n\r\n";
  const auto head = parse_head(text);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->method, "PUT");
  EXPECT_EQ(head->target, "/a/b?c=d&e=%20");
  EXPECT_EQ(head->authority, std::nullopt);
  EXPECT_EQ(head->headers, 4u);
}

TEST(HttpHead, AnAbsoluteTargetIsAPathAndAHost) {
  const std::string text = "GET HTTP://school.ru:80/x?y HTTP/1.1\r\nHost: other\r\n\r\n";
  const auto head = parse_head(text);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->target, "/x?y");
  EXPECT_EQ(head->authority, "school.ru:80");
  const std::string bare = "GET https://school.ru HTTP/1.1\r\nHost: other\r\n\r\n";
  EXPECT_EQ(parse_head(bare)->target, "/");
  EXPECT_TRUE(taken("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"));
}

TEST(HttpHead, RefusesAFirstLineThatIsNone) {
  for (const char* first : {"",
                            " ",
                            "GET",
                            "GET /",
                            "GET / ",
                            "GET  / HTTP/1.1",
                            "GET / HTTP/1.1 ",
                            " GET / HTTP/1.1",
                            "GET /a b HTTP/1.1",
                            "GET\t/ HTTP/1.1",
                            "GET / http/1.1",
                            "GET / HTTP/1.2",
                            "GET / HTTP/2.0",
                            "GET / HTTP/0.9",
                            "GET / HTTP/1.10",
                            "G@T / HTTP/1.1",
                            "GET a HTTP/1.1",
                            "GET * HTTP/1.1",
                            "GET /a#b HTTP/1.1",
                            "GET /\x7f HTTP/1.1",
                            "GET /\xd1\x8f HTTP/1.1",
                            "GET http:///a HTTP/1.1",
                            "GET ftp://x/ HTTP/1.1",
                            "GET http://x?a HTTP/1.1",
                            "CONNECT school.ru:443 HTTP/1.1",
                            "PRI * HTTP/2.0"}) {
    EXPECT_FALSE(taken(std::string(first) + "\r\nHost: x\r\n\r\n")) << first;
  }
}

TEST(HttpHead, RefusesLinesThatTwoProgramsCouldPartInTwoWays) {
  for (const auto& lines :
       {"A: 1\n\r\n"s, "A: 1\nB: 2\r\n"s, "A: 1\rB: 2\r\n"s, "A: 1\r\r\n"s, "A: 1\r\n B: 2\r\n"s,
        "A: 1\r\n\t2\r\n"s, " A: 1\r\n"s, "A : 1\r\n"s, ": 1\r\n"s, "A\r\n"s, "A\t: 1\r\n"s,
        "A: \0\r\n"s, "A: \x01\r\n"s, "A: \x7f\r\n"s, "\xd1\x8f: 1\r\n"s, "(A): 1\r\n"s}) {
    EXPECT_FALSE(taken(kFirst + "Host: x\r\n"s + lines + "\r\n")) << lines;
  }
  EXPECT_FALSE(taken("GET / HTTP/1.1\nHost: x\r\n\r\n"));
  EXPECT_TRUE(taken(kFirst + "Host: x\r\nA: \xd1\x8f \t\r\n\r\n"s));
}

TEST(HttpHead, AsksForOneHost) {
  EXPECT_FALSE(taken("GET / HTTP/1.1\r\n\r\n"));
  EXPECT_FALSE(taken("GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n"));
  EXPECT_FALSE(taken("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n"));
  EXPECT_TRUE(taken("GET / HTTP/1.0\r\n\r\n"));
}

TEST(HttpHead, TakesOneLengthOrOneCodingAndNeverBoth) {
  const auto with = [](const std::string& lines) {
    return taken(kFirst + "Host: x\r\n"s + lines + "\r\n");
  };
  EXPECT_TRUE(with("Content-Length: 0\r\n"));
  EXPECT_TRUE(with("content-length: \t007 \r\n"));
  EXPECT_TRUE(with("Transfer-Encoding: Chunked\r\n"));
  for (const char* lines : {"Content-Length: 5\r\nContent-Length: 5\r\n",
                            "Content-Length: 5\r\nContent-Length: 6\r\n",
                            "Content-Length: 5, 5\r\n",
                            "Content-Length: +5\r\n",
                            "Content-Length: -5\r\n",
                            "Content-Length: 5 5\r\n",
                            "Content-Length: 0x5\r\n",
                            "Content-Length:\r\n",
                            "Content-Length: 18446744073709551621\r\n",
                            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                            "Transfer-Encoding: chunked, chunked\r\n",
                            "Transfer-Encoding: gzip, chunked\r\n",
                            "Transfer-Encoding: gzip\r\n",
                            "Transfer-Encoding: identity\r\n",
                            "Transfer-Encoding: xchunked\r\n",
                            "Transfer-Encoding: \"chunked\"\r\n",
                            "Transfer-Encoding:\r\n",
                            "Transfer-Encoding: chunked\x0b\r\n"}) {
    EXPECT_FALSE(with(lines)) << lines;
  }
  EXPECT_FALSE(taken("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"));
}

}  // namespace
}  // namespace letopis::http
