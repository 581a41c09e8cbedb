#include "office/signing_desk.h"

#include <gtest/gtest.h>

#include "events/codec.h"

namespace letopis::office {
namespace {

trial::Command two_topics(std::uint64_t id) {
  trial::Command command;
  command.author = {5};
  command.id = {1, id};
  command.stated = {1'000};
  events::TopicSet topic;
  topic.lesson = {9};
  topic.topic = "Дроби";
  command.facts = {topic, topic};
  return command;
}

events::Event event_of(const ledger::OwnCommand& command, std::size_t at) {
  return *events::decode(bytes_of(command.signed_events()[at].bytes));
}

TEST(SigningDesk, CountsVersionsOfEachStream) {
  const auto key = signing::PrivateKey::generate();
  unsigned asked = 0;
  SigningDesk desk(
      {}, [](auto, auto) { return signing::PrivateKey::generate(); },
      [&](const events::Stream&) {
        ++asked;
        return 4U;
      });
  const auto first = desk.sign(two_topics(1));
  const auto second = desk.sign(two_topics(2));
  EXPECT_EQ(event_of(first, 0).version, 5U);
  EXPECT_EQ(event_of(first, 1).version, 6U);
  EXPECT_EQ(event_of(second, 0).version, 7U);
  EXPECT_EQ(asked, 1U);
}

TEST(SigningDesk, SignsEachEventWithItsAuthorsKey) {
  const signing::PrivateKey key(signing::Secret32::derive(bytes_of("x"), "test"));
  SigningDesk desk({signing::sha256(bytes_of("log"))}, [](auto, auto) {
    return signing::PrivateKey(signing::Secret32::derive(bytes_of("x"), "test"));
  });
  const auto command = desk.sign(two_topics(1));
  const auto checked = signing::CheckedKey::admit(key.public_key());
  ASSERT_TRUE(checked);
  ASSERT_EQ(command.events().size(), 2U);
  for (const auto& one : command.signed_events()) {
    EXPECT_EQ(one.key, key.key_id());
    EXPECT_TRUE(events::verify_event(bytes_of(one.bytes), *checked, one.signature));
  }
  const auto event = event_of(command, 1);
  EXPECT_EQ(event.index, 1);
  EXPECT_EQ(event.count, 2);
  EXPECT_EQ(event.author.value, 5U);
  EXPECT_EQ(event.log.bytes, signing::sha256(bytes_of("log")));
}

}  // namespace
}  // namespace letopis::office
