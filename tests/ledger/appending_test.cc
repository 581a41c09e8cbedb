// What is appended stands in the log as it was signed, in the order of positions, once.
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "events/codec.h"
#include "ledger/tiny_school.h"
#include "ledger/tiny_views.h"

namespace letopis::ledger {
namespace {

TEST(Appending, EntryIsTheFrameAndTheExactBytesOfTheEvent) {
  RecordProperty("requirement", "ACC-14");
  TinySchool school;
  school.found();
  school.clock.pass(1'000);
  const auto command = school.sign({&school.teacher, {mark(1, 10), mark(1, 11)}});
  const auto accepted = school.log().append(command);
  ASSERT_TRUE(accepted);
  EXPECT_EQ(*accepted, (Accepted{{{4}, 2}, school.clock.now(), false}));
  const auto log = school.log().snapshot();
  for (std::uint64_t i = 0; i < 2; ++i) {
    const auto& event = command.events[i];
    const auto entry = log->entry({4 + i});
    ASSERT_TRUE(entry);
    EXPECT_EQ(*entry, events::make_entry(event, school.clock.now()));
    EXPECT_EQ(entry->substr(events::kEntryFrameBytes), event.bytes);
    const auto parts = events::cut_entry(bytes_of(*entry));
    const auto key = signing::CheckedKey::admit(school.teacher.key.public_key());
    EXPECT_TRUE(events::verify_event(parts->event, *key, parts->signature));
  }
  EXPECT_EQ(log->entry({6}), std::nullopt);
}

TEST(Appending, SnapshotFindsStreamsCommandsAndViews) {
  TinySchool school;
  school.found();
  const auto command = school.sign({&school.teacher, {mark(1, 10), mark(1, 11)}});
  ASSERT_TRUE(school.log().append(command));
  ASSERT_TRUE(school.append({&school.colleague, {mark(1, 10)}}));
  const auto log = school.log().snapshot();
  EXPECT_EQ(log->stream(cell(1, 10)), (std::vector<events::Position>{{4}, {6}}));
  EXPECT_EQ(log->stream(cell(1, 12)), std::vector<events::Position>{});
  const auto first = events::decode(bytes_of(command.events.front().bytes));
  EXPECT_EQ(log->command(school.teacher.number, first->command), (CommandPlace{{4}, 2}));
  EXPECT_EQ(log->command(school.colleague.number, first->command), std::nullopt);
  EXPECT_EQ(tally_of(*log, school.teacher.number), (Tally{2, 0}));
  EXPECT_EQ(tally_of(*log, school.colleague.number), (Tally{1, 1}));
  EXPECT_EQ(log->head(kLatest), (ViewHead{7, log->root()}));
  const auto event = log->event({6});
  ASSERT_TRUE(event);
  EXPECT_EQ(event->position, events::Position{6});
  EXPECT_EQ(event->key, events::KeyNumber{3});
  EXPECT_EQ(event->event.version, 2u);
}

TEST(Appending, SnapshotDoesNotSeeWhatComesLater) {
  TinySchool school;
  school.found();
  const auto before = school.log().snapshot();
  const auto root = before->root();
  ASSERT_TRUE(school.append({&school.teacher, {mark(1, 10)}}));
  EXPECT_EQ(before->size(), 4u);
  EXPECT_EQ(before->root(), root);
  EXPECT_EQ(before->entry({4}), std::nullopt);
  EXPECT_TRUE(before->stream(cell(1, 10)).empty());
  EXPECT_EQ(tally_of(*before, school.teacher.number), Tally{});
  int rows = 0;
  before->scan(kTally, "", "", [&](auto, auto) { return ++rows > 0; });
  EXPECT_EQ(rows, 1);  // the founder's
  EXPECT_EQ(school.size(), 5u);
}

TEST(Appending, RowsAreScannedInOrderBetweenTheirBorders) {
  TinySchool school;
  school.found();
  ASSERT_TRUE(school.append({&school.teacher, {mark(1, 10)}}));
  ASSERT_TRUE(school.append({&school.colleague, {mark(1, 11)}}));
  const auto log = school.log().snapshot();
  const auto keys = [&](std::string_view from, std::string_view to, std::size_t most) {
    std::vector<std::string> found;
    log->scan(kTally, from, to, [&](auto key, auto) {
      found.emplace_back(key);
      return found.size() < most;
    });
    return found;
  };
  const auto founder = tally_key({0}), teacher = tally_key({2}), colleague = tally_key({3});
  EXPECT_EQ(keys("", "", 9), (std::vector{founder, teacher, colleague}));
  EXPECT_EQ(keys("", "", 2), (std::vector{founder, teacher}));
  EXPECT_EQ(keys(teacher, colleague, 9), (std::vector{teacher}));
  EXPECT_EQ(keys(tally_key({1}), "", 9), (std::vector{teacher, colleague}));
}

TEST(Appending, SixtyFourWritersLeaveNoGapsAndNothingTwice) {
  TinySchool school({.background = true});
  school.found();
  constexpr std::uint32_t kWriters = 64, kEach = 20;
  std::vector<std::vector<Command>> commands(kWriters);
  for (std::uint32_t writer = 0; writer < kWriters; ++writer) {
    for (std::uint32_t i = 0; i < kEach; ++i) {
      const auto& author = writer % 2 ? school.teacher : school.colleague;
      commands[writer].push_back(
          school.sign({&author, {mark(writer + 1, i + 1), mark(writer + 1, 1'000 + i)}}));
    }
  }
  std::vector<std::vector<CommandPlace>> places(kWriters);
  std::vector<std::thread> threads;
  for (std::uint32_t writer = 0; writer < kWriters; ++writer) {
    threads.emplace_back([&, writer] {
      for (const auto& command : commands[writer]) {
        const auto accepted = school.log().append(command);
        ASSERT_EQ(code_of(accepted), "");
        ASSERT_FALSE(accepted->seen_before);
        places[writer].push_back(accepted->place);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  ASSERT_TRUE(school.log().publish());
  const auto log = school.log().snapshot();
  ASSERT_EQ(log->size(), 4u + kWriters * kEach * 2);
  std::set<std::uint64_t> taken;
  for (std::uint32_t writer = 0; writer < kWriters; ++writer) {
    for (std::size_t i = 0; i < places[writer].size(); ++i) {
      ASSERT_EQ(places[writer][i].count, 2);
      for (std::uint64_t k = 0; k < 2; ++k) {
        const std::uint64_t at = places[writer][i].first.value + k;
        ASSERT_TRUE(taken.insert(at).second);
        ASSERT_EQ(log->entry({at})->substr(events::kEntryFrameBytes),
                  commands[writer][i].events[k].bytes);
      }
    }
  }
  ASSERT_EQ(taken.size(), kWriters * kEach * 2);
  EXPECT_EQ(*taken.begin(), 4u);
  EXPECT_EQ(*taken.rbegin(), log->size() - 1);
  school.close();
  EXPECT_TRUE(school.verify().intact());
}

TEST(Appending, SameCommandAgainReturnsItsFirstOutcome) {
  TinySchool school;
  school.found();
  const auto command = school.sign({&school.teacher, {mark(1, 10), mark(1, 11)}});
  const auto first = school.log().append(command);
  ASSERT_TRUE(first);
  school.clock.pass(60'000);
  ASSERT_TRUE(school.append({&school.colleague, {mark(1, 10)}}));
  const auto again = school.log().append(command);
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, (Accepted{first->place, first->recorded, true}));
  EXPECT_EQ(school.size(), 7u);
}

TEST(Appending, SameCommandFromManyThreadsIsStoredOnce) {
  TinySchool school;
  school.found();
  const auto command = school.sign({&school.teacher, {mark(1, 10)}});
  std::atomic<int> first = 0, again = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 16; ++i) {
    threads.emplace_back([&] {
      const auto accepted = school.log().append(command);
      ASSERT_TRUE(accepted);
      ASSERT_EQ(accepted->place, (CommandPlace{{4}, 1}));
      ++(accepted->seen_before ? again : first);
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(first, 1);
  EXPECT_EQ(again, 15);
  EXPECT_EQ(school.size(), 5u);
}

TEST(Appending, CommandsBroughtTogetherAreAnsweredEachInTheirOrder) {
  TinySchool school;
  school.found();
  auto bad = school.sign({&school.teacher, {mark(1, 13)}});
  bad.events[0].signature.bytes[0] ^= std::byte{1};
  const auto first = school.sign({&school.teacher, {mark(1, 10)}});
  const std::vector<Command> commands{
      first,
      bad,
      school.sign({&school.colleague, {mark(1, 10)}}),
      first,
      school.sign({&school.colleague, {mark(1, 11), mark(1, 12)}, {}, 1}),
      school.sign({&school.colleague, {mark(1, 14)}, {}, 1}),
      school.sign({&school.director, {erased(10)}}),
  };
  const auto outcomes = school.log().append_all(commands);
  ASSERT_EQ(outcomes.size(), commands.size());
  const auto now = school.clock.now();
  EXPECT_EQ(*outcomes[0], (Accepted{{{4}, 1}, now, false}));
  EXPECT_EQ(code_of(outcomes[1]), "signature.invalid");
  EXPECT_EQ(code_of(outcomes[2]), "stream.version");
  EXPECT_EQ(*outcomes[3], (Accepted{{{4}, 1}, now, true}));
  EXPECT_EQ(*outcomes[4], (Accepted{{{5}, 2}, now, false}));
  EXPECT_EQ(code_of(outcomes[5]), "command.reused");
  EXPECT_EQ(*outcomes[6], (Accepted{{{7}, 1}, now, false}));
  EXPECT_EQ(school.size(), 8u);
  EXPECT_TRUE(school.log().append_all(std::vector<Command>()).empty());
  school.close();
  EXPECT_TRUE(school.verify().intact());
}

TEST(Appending, MoreThanABatchHoldsIsWrittenInSeveral) {
  TinySchool school;
  school.found();
  std::vector<Command> commands;
  for (std::uint32_t lesson = 1; lesson <= 5; ++lesson) {
    std::vector<events::Fact> facts;
    for (std::uint32_t i = 0; i < 5'000; ++i) facts.push_back(mark(lesson, i + 1));
    commands.push_back(school.sign({&school.teacher, facts}));
  }
  std::uint64_t at = 4;
  for (const auto& outcome : school.log().append_all(commands)) {
    ASSERT_EQ(code_of(outcome), "");
    EXPECT_EQ(outcome->place, (CommandPlace{{at}, 5'000}));
    at += 5'000;
  }
}

TEST(Appending, CommandIsRememberedAfterItsKeyEndedAndAfterReopening) {
  TinySchool school;
  school.found();
  const auto command = school.sign({&school.teacher, {mark(1, 10)}});
  const auto first = school.log().append(command);
  ASSERT_TRUE(
      school.append({&school.director,
                     {events::KeyEnded{school.teacher.number, school.teacher.key.key_id(), {}}}}));
  school.close();
  ASSERT_TRUE(school.open());
  const auto again = school.log().append(command);
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, (Accepted{first->place, first->recorded, true}));
}

TEST(Appending, ReopenedLogGoesOn) {
  TinySchool school;
  school.found();
  for (std::uint32_t i = 1; i <= 10; ++i) {
    ASSERT_TRUE(school.append({&school.teacher, {mark(i, 10)}}));
    const auto root = school.log().snapshot()->root();
    const auto note = school.log().checkpoint();
    school.close();
    ASSERT_EQ(code_of(school.open()), "");
    ASSERT_EQ(school.log().snapshot()->root(), root);
    ASSERT_EQ(school.log().checkpoint(), note);
    ASSERT_EQ(school.size(), 4u + i);
  }
  EXPECT_EQ(tally_of(*school.log().snapshot(), school.teacher.number), (Tally{10, 0}));
  school.close();
  EXPECT_TRUE(school.verify().intact());
}

TEST(Appending, SizeAtCountsWhatWasRecordedByThen) {
  TinySchool school;
  school.found();
  const auto start = school.clock.now();
  school.clock.pass(1'000);
  ASSERT_TRUE(school.append({&school.teacher, {mark(1, 10), mark(1, 11)}}));
  school.clock.pass(1'000);
  ASSERT_TRUE(school.append({&school.teacher, {mark(1, 12)}}));
  const auto log = school.log().snapshot();
  const auto at = [&](std::int64_t after) { return log->size_at({start.milliseconds + after}); };
  EXPECT_EQ(at(-1), 0u);
  EXPECT_EQ(at(0), 4u);
  EXPECT_EQ(at(999), 4u);
  EXPECT_EQ(at(1'000), 6u);
  EXPECT_EQ(at(1'999), 6u);
  EXPECT_EQ(at(2'000), 7u);
  EXPECT_EQ(at(1'000'000'000), 7u);
}

}  // namespace
}  // namespace letopis::ledger
