// What the process signs itself is held to everything but the check of its own signature.
#include <gtest/gtest.h>

#include "events/codec.h"
#include "ledger/tiny_school.h"
#include "ledger/tiny_views.h"

namespace letopis::ledger {
namespace {

// The command as the school would sign it, in the words of this process.
OwnCommand own(TinySchool& school, const Wish& wish) {
  OwnCommand command;
  command.texts = wish.texts;
  for (const auto& one : school.sign(wish).events) {
    command.add(*events::decode(bytes_of(one.bytes)), wish.key ? *wish.key : wish.author->key);
  }
  return command;
}

TEST(OwnCommand, MakesTheEntriesThatAClientWouldHaveMade) {
  TinySchool by_client, by_server;
  by_client.found();
  by_server.found();
  const auto name = text_about(10, "Иванова Анна");
  const Wish wish{&by_client.teacher, {mark(1, 10), mark(1, 11), changed(name)}, {name}, 5};
  ASSERT_EQ(code_of(by_client.append(wish)), "");
  const auto command = own(by_server, wish);
  ASSERT_EQ(code_of(by_server.log().append(command)), "");
  EXPECT_EQ(by_server.log().snapshot()->root(), by_client.log().snapshot()->root());
  EXPECT_TRUE(by_server.log().append(command)->seen_before);
  by_server.close();
  EXPECT_TRUE(by_server.verify().intact());
}

TEST(OwnCommand, IsRefusedLikeAnyOther) {
  TinySchool school;
  school.found();
  const auto stranger = trial_key("stranger");
  const auto refused = [&](Wish wish) {
    const auto root = school.log().snapshot()->root();
    const auto code = code_of(school.log().append(own(school, wish)));
    EXPECT_EQ(school.log().snapshot()->root(), root);
    return code;
  };
  EXPECT_EQ(code_of(school.log().append(OwnCommand{})), "command.empty");
  Wish wish{&school.teacher, {mark(1, 10)}};
  wish.key = &stranger;
  EXPECT_EQ(refused(wish), "key.unknown");
  wish.key = &school.colleague.key;
  EXPECT_EQ(refused(wish), "key.of_another");
  wish.key = nullptr;
  wish.version = 7;
  EXPECT_EQ(refused(wish), "stream.version");
  wish.version.reset();
  wish.texts = {text_about(10, "ничей")};
  EXPECT_EQ(refused(wish), "text.without_event");
  school.admit = [](auto, auto, const auto&, auto) -> Outcome {
    return Refusal{"no", {"нет", "no"}};
  };
  EXPECT_EQ(refused({&school.teacher, {mark(1, 10)}}), "no");
}

// What nobody could read back must not become permanent, whoever signed it.
TEST(OwnCommand, ThatNobodyCouldReadIsRefused) {
  TinySchool school;
  school.found();
  const auto root = school.log().snapshot()->root();
  const auto append = [&](events::Fact fact) {
    auto event = *events::decode(
        bytes_of(school.sign({&school.director, {clock_confirmed()}}).events.front().bytes));
    event.fact = std::move(fact);
    event.stream = events::stream_of(event.fact);
    event.version = 1;
    OwnCommand command;
    command.add(event, school.director.key);
    return code_of(school.log().append(command));
  };
  const auto erased_by = [](std::string number) {
    return events::PersonErased{{10}, {std::move(number), {20'400}}, "152-ФЗ"};
  };
  EXPECT_EQ(append(erased_by(std::string(events::kMaxTextBytes + 1, '1'))), "event.fact");
  EXPECT_EQ(append(erased_by("\x80")), "event.fact");
  EXPECT_EQ(append(erased_by("a\tb")), "event.fact");
  auto zero = mark(1, 10);
  zero.permission = events::PermissionNumber{0};  // written as none at all
  EXPECT_EQ(append(zero), "event.not_canonical");
  EXPECT_EQ(school.log().snapshot()->root(), root);
  EXPECT_EQ(append(erased_by("17")), "");
}

TEST(OwnCommand, IsWholeAndOfOneKey) {
  TinySchool school;
  school.found();
  const auto both = school.sign({&school.teacher, {mark(1, 10), mark(1, 11)}});
  const auto event = [&](std::size_t i) { return *events::decode(bytes_of(both.events[i].bytes)); };
  OwnCommand half;
  half.add(event(0), school.teacher.key);
  EXPECT_EQ(code_of(school.log().append(half)), "command.events");
  OwnCommand two_keys;
  two_keys.add(event(0), school.teacher.key);
  two_keys.add(event(1), school.colleague.key);
  EXPECT_EQ(code_of(school.log().append(two_keys)), "command.events");
}

TEST(OwnCommand, StartsALogOnlyWithTheFoundersKey) {
  TinySchool school;
  ASSERT_TRUE(school.create());
  const auto start = *events::decode(bytes_of(school.started().events.front().bytes));
  OwnCommand foreign;
  foreign.add(start, school.director.key);
  EXPECT_EQ(code_of(school.log().append(foreign)), "key.unknown");
  OwnCommand rightful;
  rightful.add(start, school.founder.key);
  EXPECT_EQ(code_of(school.log().append(rightful)), "");
}

}  // namespace
}  // namespace letopis::ledger
