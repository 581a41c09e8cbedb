// The small store beside the log, on the machine's own disk.
#include "shelf/shelf.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "shelf/row.h"
#include "shelf/temporary_directory.h"

namespace letopis::shelf {
namespace {

class ShelfTest : public ::testing::Test {
 protected:
  std::unique_ptr<Shelf> open(const Resources& resources = {}) {
    auto opened = Shelf::open(directory_.path() / "shelf", resources);
    EXPECT_TRUE(opened);
    return std::move(opened).value();
  }
  static std::vector<std::string> keys(const Shelf& shelf, std::string_view from,
                                       std::string_view to) {
    std::vector<std::string> keys;
    shelf.scan(from, to, [&keys](std::string_view key, std::string_view) {
      keys.emplace_back(key);
      return true;
    });
    return keys;
  }
  TemporaryDirectory directory_;
};

TEST_F(ShelfTest, WhatWasWrittenIsThereAndAfterReopeningToo) {
  {
    const auto shelf = open();
    EXPECT_FALSE(shelf->get("a"));
    shelf->write(std::vector<Change>{{"a", "1"}, {"b", ""}});
    EXPECT_EQ(shelf->get("a"), "1");
    EXPECT_EQ(shelf->get("b"), "");
  }
  const auto shelf = open();
  EXPECT_EQ(shelf->get("a"), "1");
  EXPECT_EQ(shelf->get("b"), "");
  shelf->write(std::vector<Change>{{"a", std::nullopt}});
  EXPECT_FALSE(shelf->get("a"));
}

TEST_F(ShelfTest, TheLastOfSeveralChangesOfOneKeyCounts) {
  const auto shelf = open();
  shelf->write(std::vector<Change>{{"a", "1"}, {"a", std::nullopt}, {"a", "2"}});
  EXPECT_EQ(shelf->get("a"), "2");
  EXPECT_NO_THROW(shelf->write({}));
}

TEST_F(ShelfTest, AScanGoesFromTheFirstKeyToBeforeTheLastAndStopsWhenTold) {
  const auto shelf = open();
  shelf->write(std::vector<Change>{{"b", ""}, {"a", ""}, {"c", ""}, {"a\xff", ""}, {"ab", ""}});
  EXPECT_EQ(keys(*shelf, "a", "c"), (std::vector<std::string>{"a", "ab", "a\xff", "b"}));
  EXPECT_EQ(keys(*shelf, "a", after_prefix("a")), (std::vector<std::string>{"a", "ab", "a\xff"}));
  EXPECT_TRUE(keys(*shelf, "c", "c").empty());
  int seen = 0;
  shelf->scan("a", "z", [&seen](std::string_view, std::string_view) { return ++seen < 2; });
  EXPECT_EQ(seen, 2);
}

TEST_F(ShelfTest, ARowMayBeReadWhileOthersAreScanned) {
  const auto shelf = open();
  shelf->write(std::vector<Change>{{"a", "b"}, {"b", "c"}});
  std::vector<std::optional<std::string>> read;
  shelf->scan("a", "z", [&](std::string_view, std::string_view value) {
    read.push_back(shelf->get(value));
    return true;
  });
  EXPECT_EQ(read, (std::vector<std::optional<std::string>>{"c", std::nullopt}));
}

TEST_F(ShelfTest, ASecondOpeningOfTheSameShelfIsRefused) {
  const auto shelf = open();
  const auto second = Shelf::open(directory_.path() / "shelf");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.refusal().code, "shelf.in_use");
}

TEST_F(ShelfTest, ManyWritersEachFindTheirOwnRowsWhole) {
  constexpr int kThreads = 8, kWrites = 40;
  {
    const auto shelf = open();
    std::vector<std::thread> threads;
    threads.reserve(kThreads);
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([&shelf, t] {
        for (int i = 0; i < kWrites; ++i) {
          const auto name = std::to_string(t) + "/" + std::to_string(i);
          shelf->write(std::vector<Change>{{"left/" + name, name}, {"right/" + name, name}});
          EXPECT_EQ(shelf->get("right/" + name), name);
        }
      });
    }
    for (auto& thread : threads) thread.join();
  }
  const auto shelf = open();
  EXPECT_EQ(keys(*shelf, "left/", after_prefix("left/")).size(), 1u * kThreads * kWrites);
  EXPECT_EQ(keys(*shelf, "right/", after_prefix("right/")).size(), 1u * kThreads * kWrites);
}

TEST_F(ShelfTest, ManyShelvesShareOneCacheAndKeepApart) {
  const auto resources = make_resources();
  std::vector<std::unique_ptr<Shelf>> shelves;
  for (int i = 0; i < 25; ++i) {
    auto opened = Shelf::open(directory_.path() / std::to_string(i), resources);
    ASSERT_TRUE(opened);
    shelves.push_back(std::move(opened).value());
    shelves.back()->write(std::vector<Change>{{"who", std::to_string(i)}});
  }
  for (int i = 0; i < 25; ++i) {
    EXPECT_EQ(shelves[static_cast<std::size_t>(i)]->get("who"), std::to_string(i));
  }
}

}  // namespace
}  // namespace letopis::shelf
