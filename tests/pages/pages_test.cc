#include "pages/pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/temporary_directory.h"
#include "pages/folder.h"

namespace letopis::pages {
namespace {

using archive::put_file;
using archive::TemporaryDirectory;
using terminal::Language;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;

class PagesFolder : public ::testing::Test {
 protected:
  PagesFolder() {
    std::filesystem::create_directory(directory_.path() / "assets");
    put_file(directory_.path() / "index.html", "<!doctype html><title>page</title>");
    put_file(directory_.path() / "assets/main-1a2b.js", "export {};");
  }

  http::Response get(const Pages& pages, std::string target, std::string base = "",
                     std::vector<http::Header> headers = {}) {
    const http::Request request{.method = "GET", .target = base + target, .headers = headers};
    return pages.answer(request, target, Language::kRussian);
  }

  TemporaryDirectory directory_;
};

TEST_F(PagesFolder, FilesAreServedByTheirKindsUnderAStrictPolicy) {
  const auto pages = Pages::read(directory_.path());
  ASSERT_TRUE(pages);
  const auto index = get(*pages, "/");
  EXPECT_EQ(index.status, 200u);
  EXPECT_EQ(http::header(index.headers, "Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(http::header(index.headers, "Cache-Control"), "no-cache");
  EXPECT_THAT(std::string(*http::header(index.headers, "Content-Security-Policy")),
              ::testing::AllOf(HasSubstr("default-src 'none'"), HasSubstr("frame-ancestors 'none'"),
                               HasSubstr("script-src 'self' 'wasm-unsafe-eval';"),
                               ::testing::Not(ContainsRegex("unsafe.*unsafe"))));
  const auto script = get(*pages, "/assets/main-1a2b.js");
  EXPECT_EQ(http::header(script.headers, "Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_THAT(std::string(*http::header(script.headers, "Cache-Control")), HasSubstr("immutable"));
}

TEST_F(PagesFolder, WhatIsKnownIsNotSentAgain) {
  const auto pages = Pages::read(directory_.path());
  ASSERT_TRUE(pages);
  const auto tag = std::string(*http::header(get(*pages, "/").headers, "ETag"));
  EXPECT_EQ(get(*pages, "/", "", {{"If-None-Match", tag}}).status, 304u);
  EXPECT_EQ(get(*pages, "/", "", {{"If-None-Match", "\"other\""}}).status, 200u);
}

TEST_F(PagesFolder, OnlyFilesThatAreThereAreAskedHere) {
  const auto pages = Pages::read(directory_.path());
  ASSERT_TRUE(pages);
  EXPECT_TRUE(pages->is_asked("GET", "/?lang=en"));
  EXPECT_TRUE(pages->is_asked("HEAD", "/assets/main-1a2b.js"));
  EXPECT_FALSE(pages->is_asked("POST", "/"));
  for (const auto* foreign : {"/api/v1/school", "/assets/", "/assets/../index.html", "//index.html",
                              "/%69ndex.html", "/../../etc/passwd", ""}) {
    EXPECT_FALSE(pages->is_asked("GET", foreign)) << foreign;
  }
}

TEST_F(PagesFolder, ASchoolWithoutItsSlashIsSentToIt) {
  const auto pages = Pages::read(directory_.path());
  ASSERT_TRUE(pages);
  const http::Request request{.method = "GET", .target = "/nn125?x=1"};
  const auto sent = pages->answer(request, "/", Language::kRussian);
  EXPECT_EQ(sent.status, 308u);
  EXPECT_EQ(http::header(sent.headers, "Location"), "./nn125/");
  EXPECT_EQ(get(*pages, "/", "/nn125").status, 200u);
}

TEST_F(PagesFolder, WhatHasNoPlaceThereIsRefused) {
  const auto code = [this] {
    const auto pages = Pages::read(directory_.path());
    return pages ? std::string() : pages.refusal().code;
  };
  put_file(directory_.path() / "assets/notes.sh", "#!/bin/sh");
  EXPECT_EQ(code(), "pages.kind");
  std::filesystem::remove(directory_.path() / "assets/notes.sh");
  std::filesystem::create_symlink("/etc/passwd", directory_.path() / "assets/passwd.json");
  EXPECT_EQ(code(), "pages.kind");
  std::filesystem::remove(directory_.path() / "assets/passwd.json");
  put_file(directory_.path() / "assets/large.js", std::string(kMostBytes, ' '));
  EXPECT_EQ(code(), "pages.too_large");
  std::filesystem::remove(directory_.path() / "assets/large.js");
  EXPECT_EQ(code(), "");
  std::filesystem::remove(directory_.path() / "index.html");
  EXPECT_EQ(code(), "pages.none");
}

TEST(Pages, WherePagesAreNotBuiltPeopleAreToldSo) {
  const auto pages = Pages::none();
  EXPECT_TRUE(pages.is_asked("GET", "/"));
  EXPECT_FALSE(pages.is_asked("GET", "/index.html"));
  const auto told = pages.answer({.method = "GET", .target = "/"}, "/", Language::kRussian);
  EXPECT_EQ(told.status, 404u);
  EXPECT_THAT(told.body, HasSubstr("scripts/page"));
}

}  // namespace
}  // namespace letopis::pages
