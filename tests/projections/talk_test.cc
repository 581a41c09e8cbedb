#include "projections/talk_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/small_school.h"

namespace letopis::projections {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Talking : public testing::Test {
 protected:
  events::Position send(std::uint32_t number, std::vector<events::PersonNumber> participants,
                        std::optional<std::uint32_t> about = {}) {
    events::MessageSent sent;
    sent.message = {number};
    for (const auto person : participants) sent.letters.push_back({person, {}});
    if (about) sent.about = events::MessageNumber{*about};
    return school_.add(participants.front(), sent);
  }
  events::Position post(std::uint32_t number,
                        events::NewsSection section = events::NewsSection::kSchool) {
    events::NewsPosted posted;
    posted.post = {number};
    posted.section = section;
    return school_.add(kDirector, posted);
  }
  events::Position plan(std::uint32_t number, const char* iso_day) {
    return school_.add(kDirector, events::EventPlanned{{number}, {}, day(iso_day), {}, {}, {}});
  }

  template <class Read>
  auto read(const Read& read, events::Position as_of = kWholeLog) const {
    const Directory directory(school_.views(), as_of);
    return read(Talk(school_.views(), directory));
  }
  static std::vector<std::uint32_t> numbers(const std::vector<TalkMessage>& messages) {
    std::vector<std::uint32_t> found;
    for (const auto& one : messages) found.push_back(one.sent.fact.message.value);
    return found;
  }
  std::vector<std::uint32_t> messages_of(events::PersonNumber person, const Newest& which,
                                         events::Position as_of = kWholeLog) const {
    return read([&](const Talk& talk) { return numbers(talk.messages_of(person, which)); }, as_of);
  }
  std::vector<std::uint32_t> conversations_of(events::PersonNumber person,
                                              const Newest& which) const {
    return read([&](const Talk& talk) { return numbers(talk.conversations_of(person, which)); });
  }
  std::vector<std::uint32_t> conversation(std::uint32_t begun, events::PersonNumber person,
                                          events::Position as_of = kWholeLog) const {
    return read([&](const Talk& talk) { return numbers(talk.conversation({begun}, person)); },
                as_of);
  }
  std::vector<std::uint32_t> news(const Newest& which,
                                  events::NewsSection section = events::NewsSection::kSchool,
                                  events::Position as_of = kWholeLog) const {
    std::vector<std::uint32_t> found;
    const Directory directory(school_.views(), as_of);
    const auto all = [](const auto&) { return true; };
    for (const auto& one : Talk(school_.views(), directory).news(section, which, all)) {
      found.push_back(one.fact.post.value);
    }
    return found;
  }
  std::vector<std::uint32_t> events_in(const char* first, const char* last) const {
    std::vector<std::uint32_t> found;
    const Directory directory(school_.views());
    for (const auto& one : Talk(school_.views(), directory).events_in({day(first), day(last)})) {
      found.push_back(one.fact.event.value);
    }
    return found;
  }

  SmallSchool school_;
};

TEST_F(Talking, APersonsMessagesAreTheNewestFirstAndGoOnBeforeAPosition) {
  RecordProperty("requirement", "COM-01");
  EXPECT_THAT(messages_of(kMaths, {10}), IsEmpty());
  send(1, {kMaths, kAnna});
  const auto second = send(2, {kAnna, kMaths});
  send(3, {kEnglish, kBoris});
  const auto fourth = send(4, {kMaths, kBoris});
  EXPECT_THAT(messages_of(kMaths, {10}), ElementsAre(4, 2, 1));
  EXPECT_THAT(messages_of(kMaths, {2}), ElementsAre(4, 2));
  EXPECT_THAT(messages_of(kMaths, {0}), IsEmpty());
  EXPECT_THAT(messages_of(kMaths, {10, fourth}), ElementsAre(2, 1));
  EXPECT_THAT(messages_of(kMaths, {10, second}), ElementsAre(1));
  EXPECT_THAT(messages_of(kMaths, {10, {0}}), IsEmpty());
  EXPECT_THAT(messages_of(kMaths, {10}, fourth), ElementsAre(2, 1)) << "as of a size";
  EXPECT_THAT(messages_of(kBoris, {10}), ElementsAre(4, 3));
  EXPECT_THAT(messages_of(kVera, {10}), IsEmpty());
}

TEST_F(Talking, AnAnswerToAnAnswerBelongsToTheConversationThatBeganIt) {
  RecordProperty("requirement", "COM-01");
  send(1, {kMaths, kAnna});
  send(2, {kAnna, kMaths}, 1);
  send(3, {kMaths, kBoris});
  const auto last = send(4, {kMaths, kAnna}, 2);
  EXPECT_THAT(conversation(1, kAnna), ElementsAre(1, 2, 4));
  EXPECT_THAT(conversation(1, kAnna, last), ElementsAre(1, 2));
  EXPECT_THAT(conversation(3, kBoris), ElementsAre(3));
  EXPECT_EQ(read([](const Talk& talk) { return talk.conversation_of({4}); }),
            events::MessageNumber{1});
  EXPECT_EQ(read([](const Talk& talk) { return talk.conversation_of({5}); }), std::nullopt);
  EXPECT_THAT(conversations_of(kMaths, {10}), ElementsAre(4, 3)) << "each by its last message";
  EXPECT_THAT(conversations_of(kMaths, {10, last}), ElementsAre(3)) << "told already";
}

TEST_F(Talking, OfAConversationOneSeesOnlyWhatOneTookPartIn) {
  RecordProperty("requirement", "COM-01");
  send(1, {kMaths, kAnna});
  send(2, {kMaths, kEnglish}, 1);
  EXPECT_THAT(conversation(1, kAnna), ElementsAre(1));
  EXPECT_THAT(conversation(1, kEnglish), ElementsAre(2));
  EXPECT_THAT(conversation(1, kBoris), IsEmpty());
  EXPECT_THAT(conversations_of(kAnna, {10}), ElementsAre(1));
}

TEST_F(Talking, WhatAStolenKeyWroteIsNotShown) {
  send(1, {kMaths, kAnna});
  plan(1, "2025-09-10");
  post(1);
  school_.compromise(kMaths, moscow("2025-01-01", 8));
  school_.compromise(kDirector, moscow("2025-01-01", 8));
  EXPECT_THAT(messages_of(kAnna, {10}), IsEmpty());
  EXPECT_THAT(conversation(1, kAnna), IsEmpty());
  EXPECT_THAT(news({10}), IsEmpty());
  EXPECT_THAT(events_in("2025-09-01", "2025-09-30"), IsEmpty());
}

TEST_F(Talking, NewsAreTheNewestFirstEachSectionForItself) {
  RecordProperty("requirement", "COM-02");
  post(1);
  post(2, events::NewsSection::kStaffroom);
  const auto third = post(3);
  EXPECT_THAT(news({10}), ElementsAre(3, 1));
  EXPECT_THAT(news({1}), ElementsAre(3));
  EXPECT_THAT(news({10, third}), ElementsAre(1));
  EXPECT_THAT(news({10}, events::NewsSection::kStaffroom), ElementsAre(2));
  const auto size = school_.size();
  school_.add(kDirector, events::NewsWithdrawn{{3}});
  EXPECT_THAT(news({10}), ElementsAre(1));
  EXPECT_THAT(news({10}, events::NewsSection::kSchool, size), ElementsAre(3, 1)) << "as known then";
}

TEST_F(Talking, WhoHasReadNewsIsToldInOrder) {
  RecordProperty("requirement", "COM-02");
  post(1);
  using Subject = events::AcquaintanceSubject;
  school_.add(kEnglish, events::AcquaintanceSigned{kEnglish, Subject::kNews, 1});
  school_.add(kMaths, events::AcquaintanceSigned{kMaths, Subject::kNews, 2});
  school_.add(kMaths, events::AcquaintanceSigned{kMaths, Subject::kTimetable, 1});
  school_.add(kAnna, events::AcquaintanceSigned{kAnna, Subject::kNews, 1});
  const auto readers = read([](const Talk& talk) { return talk.readers_of({1}); });
  ASSERT_EQ(readers.size(), 2U);
  EXPECT_EQ(readers[0].fact.person, kEnglish);
  EXPECT_EQ(readers[1].fact.person, kAnna);
}

TEST_F(Talking, EventsAreByDayWithoutThoseThatWereCancelled) {
  RecordProperty("requirement", "COM-03");
  plan(1, "2025-09-12");
  plan(2, "2025-09-10");
  plan(3, "2025-09-10");
  plan(4, "2025-09-14");
  EXPECT_THAT(events_in("2025-09-10", "2025-09-14"), ElementsAre(2, 3, 1, 4));
  EXPECT_THAT(events_in("2025-09-11", "2025-09-13"), ElementsAre(1));
  school_.add(kDirector, events::EventCancelled{{1}});
  EXPECT_THAT(events_in("2025-09-11", "2025-09-13"), IsEmpty());
}

}  // namespace
}  // namespace letopis::projections
