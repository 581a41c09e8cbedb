#include "mail/topics.h"

#include <gtest/gtest.h>

#include "shelf/temporary_directory.h"

namespace letopis::mail {
namespace {

constexpr events::PersonNumber kMother{7};

TEST(TopicsTest, WhatWasChosenOutlivesARestartAndOthersHaveTheUsual) {
  RecordProperty("requirement", "DRY-06");
  shelf::TemporaryDirectory folder;
  const Topics chosen{Topic::kCorrections, Topic::kDay};
  {
    auto shelf = shelf::Shelf::open(folder.path() / "shelf");
    ASSERT_TRUE(shelf);
    EXPECT_EQ(topics_of(kMother, **shelf), kUsualTopics);
    choose_topics(kMother, chosen, **shelf);
  }
  auto shelf = shelf::Shelf::open(folder.path() / "shelf");
  ASSERT_TRUE(shelf);
  EXPECT_EQ(topics_of(kMother, **shelf), chosen);
  EXPECT_EQ(topics_of({8}, **shelf), kUsualTopics);
  choose_topics(kMother, {}, **shelf);
  EXPECT_EQ(topics_of(kMother, **shelf), Topics()) << "none is a choice, too";
}

TEST(TopicsTest, EachHasItsNameAndItsNumberForEver) {
  EXPECT_EQ(topic_named("messages"), Topic::kMessages);
  EXPECT_EQ(topic_named("day"), Topic::kDay);
  EXPECT_EQ(topic_named("weeks"), std::nullopt);
  EXPECT_EQ(kUsualTopics.bits(), 0b0101111);
  EXPECT_EQ(Topics({Topic::kCorrections, Topic::kDay}).bits(), 0b1010000);
}

TEST(TopicsTest, ServicesAreToldWhateverWasChosen) {
  EXPECT_EQ(topic_of(NoticeKind::kServices), std::nullopt);
  EXPECT_EQ(topic_of(NoticeKind::kCancelled), Topic::kEvents);
  EXPECT_EQ(topic_of(NoticeKind::kCorrection), Topic::kCorrections);
}

}  // namespace
}  // namespace letopis::mail
