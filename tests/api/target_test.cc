#include "api/target.h"

#include <gtest/gtest.h>

#include "api/caller.h"
#include "api/format.h"
#include "api/routes.h"
#include "api/service.h"

namespace letopis::api {
namespace {

TEST(Target, IsDecodedIntoSegmentsAndParameters) {
  const auto target = parse_target("/api/v1/views/journal?class=5%D0%90&subject=a+b&empty=");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->segments, (std::vector<std::string>{"api", "v1", "views", "journal"}));
  EXPECT_EQ(target->parameter("class"), "5А");
  EXPECT_EQ(target->parameter("subject"), "a b");
  EXPECT_EQ(target->parameter("empty"), "");
  EXPECT_EQ(target->parameter("none"), std::nullopt);
}

TEST(Target, AClosingSlashIsNoSegment) {
  EXPECT_EQ(parse_target("/api/v1/")->segments.size(), 2u);
  EXPECT_TRUE(parse_target("/")->segments.empty());
}

TEST(Target, WhatNoPageOfOursSendsIsRefused) {
  for (const char* hostile :
       {"", "api", "//api", "/api//v1", "/../etc/passwd", "/api/%2e%2e/x", "/a/./b", "/%00", "/%ff",
        "/a%0d%0aX:y", "/?a=%00", "/?%ff=1", "http://other.example/", "/%", "/%zz", "/a b"}) {
    const auto target = parse_target(hostile);
    ASSERT_FALSE(target) << hostile;
    EXPECT_EQ(target.refusal().code, "target.unreadable") << hostile;
  }
}

TEST(Target, HasItsLimits) {
  EXPECT_TRUE(parse_target("/" + std::string(kMostTargetBytes - 1, 'a')));
  EXPECT_FALSE(parse_target("/" + std::string(kMostTargetBytes, 'a')));
  std::string segments, parameters = "/?";
  for (std::size_t i = 0; i < kMostSegments; ++i) segments += "/a";
  EXPECT_TRUE(parse_target(segments));
  EXPECT_FALSE(parse_target(segments + "/a"));
  for (std::size_t i = 0; i < kMostParameters; ++i) parameters += "a=1&";
  parameters.pop_back();
  EXPECT_TRUE(parse_target(parameters));
  EXPECT_FALSE(parse_target(parameters + "&a=1"));
}

Result<RouteFound> route(std::string_view method, const std::string& target) {
  return find_route(method, *parse_target(target));
}

TEST(Routes, AreFoundByMethodAndPattern) {
  const auto found = route("GET", "/api/v1/receipts/12.entry");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->route->path, "/api/v1/receipts/{position}");
  EXPECT_EQ(found->parts.at("position"), "12.entry");
  EXPECT_EQ(route("HEAD", "/api/v1")->route->path, "/api/v1");
  EXPECT_EQ(route("GET", "/log/tile/0/x001/067")->route->path, "/log/tile/{tile...}");
}

TEST(Routes, WhatIsNotThereAndWhatIsAskedOtherwiseAreToldApart) {
  EXPECT_EQ(route("GET", "/api/v2").refusal().code, "route.none");
  EXPECT_EQ(route("GET", "/log/tile").refusal().code, "route.none");
  EXPECT_EQ(route("GET", "/api/v1/views/a/b").refusal().code, "route.none");
  const auto other = route("DELETE", "/api/v1/commands");
  EXPECT_EQ(other.refusal().code, "method.other");
  EXPECT_EQ(other.refusal().allowed.en, "its methods: GET, POST");
}

TEST(Routes, EachHasALimitForItsBodyUnderASchoolsNameToo) {
  EXPECT_EQ(most_body("GET", "/api/v1/school"), 0u);
  EXPECT_EQ(most_body("POST", "/api/v1/commands"), most_body("POST", "/nn125/api/v1/commands"));
  EXPECT_GT(most_body("POST", "/api/v1/commands"), most_body("POST", "/api/v1/sessions"));
  EXPECT_GT(most_body("POST", "/no/such/route"), 0u);
}

TEST(Format, ASuffixNamesItAndADotInANameDoesNot) {
  EXPECT_EQ(split_format("journal.pdf").name, "journal");
  EXPECT_EQ(split_format("journal.pdf").format, Format::kPdf);
  EXPECT_EQ(split_format("journal.zip").name, "journal.zip");
  EXPECT_EQ(split_format(".pdf").format, std::nullopt);
}

TEST(Format, OfAnAcceptHeaderTheHeaviestTypeThatThereIsGoes) {
  EXPECT_EQ(*accepted_format(std::nullopt), Format::kJson);
  EXPECT_EQ(*accepted_format("*/*"), Format::kJson);
  EXPECT_EQ(*accepted_format("image/png, application/pdf;q=0.4, text/csv;q=0.9"), Format::kCsv);
  EXPECT_EQ(*accepted_format("text/html;q=0.5, */*;q=0.1"), Format::kHtml);
  EXPECT_EQ(accepted_format("image/png").refusal().code, "format.unknown");
  EXPECT_FALSE(accepted_format("text/csv;q=0"));
}

TEST(Cookies, AreNamedForBrowsersToGuardThem) {
  EXPECT_EQ(session_cookie_name({false, ""}), "letopis-session");
  EXPECT_EQ(session_cookie_name({true, ""}), "__Host-letopis-session");
  EXPECT_EQ(session_cookie_name({true, "/nn125"}), "__Secure-letopis-session");
  const auto header = set_cookie("a", "word", {true, "/nn125"}, 60);
  EXPECT_EQ(header.value, "a=word; Path=/nn125/; HttpOnly; SameSite=Strict; Max-Age=60; Secure");
  EXPECT_EQ(set_cookie("a", std::nullopt, {}, 60).value,
            "a=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
}

TEST(Cookies, AreFoundAmongOthersByTheirWholeName) {
  http::Request request;
  request.headers = {{"Cookie", "xa=0; a=1; b=2=3; a=4"}};
  EXPECT_EQ(cookie_of(request, "a"), "1");
  EXPECT_EQ(cookie_of(request, "b"), "2=3");
  EXPECT_EQ(cookie_of(request, "c"), std::nullopt);
  request.headers = {{"Cookie", "a=1; " + std::string(5'000, 'x')}};
  EXPECT_EQ(cookie_of(request, "a"), std::nullopt);
}

}  // namespace
}  // namespace letopis::api
