// What talk says is private: the rules hear it only where the texts come along.
#include <gtest/gtest.h>

#include "rules/journal_school.h"
#include "rules/talk_rules.h"

namespace letopis::rules {
namespace {

events::PrivateText private_text(events::PersonNumber about, std::string text,
                                 std::uint8_t salted) {
  events::PrivateText made;
  made.about = about;
  made.salt[0] = std::byte{salted};
  made.text = std::move(text);
  return made;
}

std::string send(JournalSchool& school, const std::string& own, const std::string& mothers) {
  const std::vector texts{private_text(kMaths, own, 1), private_text(kMother, mothers, 2)};
  events::MessageSent sent;
  for (const auto& text : texts) sent.letters.push_back({text.about, events::commit(text)});
  return school.say(kMaths, {sent}, texts);
}

TEST(TalkTexts, EverybodyGetsTheSameText) {
  RecordProperty("requirement", "COM-01");
  JournalSchool school;
  EXPECT_EQ(send(school, "Зайдите, пожалуйста", "Зайдите, пожалуйста"), "");
  EXPECT_EQ(send(school, "Зайдите, пожалуйста", "Зайдите немедленно"), "message.another_text");
}

TEST(TalkTexts, ACopyThatDoesNotComeAlongIsAnotherText) {
  RecordProperty("requirement", "COM-01");
  JournalSchool school;
  const std::vector texts{private_text(kMaths, "Зайдите", 1)};
  const events::MessageSent sent{
      {}, {{kMaths, events::commit(texts[0])}, {kMother, {}}}, std::nullopt};
  EXPECT_EQ(school.say(kMaths, {sent}, texts), "message.another_text");
}

TEST(TalkTexts, AMessageSaysSomethingAndNotTooMuch) {
  RecordProperty("requirement", "COM-01");
  JournalSchool school;
  EXPECT_EQ(send(school, " \n", " \n"), "text.empty");
  const std::string longest(kMostTalkBytes, 'x');
  EXPECT_EQ(send(school, longest, longest), "");
  EXPECT_EQ(send(school, longest + "x", longest + "x"), "text.too_long");
}

std::string post(JournalSchool& school, const std::string& title, const std::string& text) {
  const std::vector texts{private_text(kDirector, title, 1), private_text(kDirector, text, 2)};
  events::NewsPosted posted;
  posted.title = events::commit(texts[0]);
  posted.text = events::commit(texts[1]);
  return school.say(kDirector, {posted}, texts);
}

TEST(TalkTexts, NewsHaveATitleAndAText) {
  RecordProperty("requirement", "COM-02");
  JournalSchool school;
  EXPECT_EQ(post(school, "Каникулы", "С 27 октября"), "");
  EXPECT_EQ(post(school, " ", "С 27 октября"), "text.empty");
  EXPECT_EQ(post(school, "Каникулы", "\n"), "text.empty");
  EXPECT_EQ(post(school, std::string(kMostTitleBytes, 'x'), "x"), "");
  EXPECT_EQ(post(school, std::string(kMostTitleBytes + 1, 'x'), "x"), "text.too_long");
  EXPECT_EQ(post(school, "x", std::string(kMostTalkBytes + 1, 'x')), "text.too_long");
}

std::string plan(JournalSchool& school, const std::string& title, const std::string& text) {
  const std::vector texts{private_text(kDirector, title, 1), private_text(kDirector, text, 2)};
  events::EventPlanned planned;
  planned.day = day("2025-09-20");
  planned.title = events::commit(texts[0]);
  planned.text = events::commit(texts[1]);
  return school.say(kDirector, {planned}, texts);
}

TEST(TalkTexts, AnEventHasATitle) {
  RecordProperty("requirement", "COM-03");
  JournalSchool school;
  EXPECT_EQ(plan(school, "Поход", "Сбор у школы"), "");
  EXPECT_EQ(plan(school, "\n", "Сбор у школы"), "text.empty");
  EXPECT_EQ(plan(school, "Поход", std::string(kMostTalkBytes + 1, 'x')), "text.too_long");
}

}  // namespace
}  // namespace letopis::rules
