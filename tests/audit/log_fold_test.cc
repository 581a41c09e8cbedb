#include "audit/log_fold.h"

#include <gtest/gtest.h>

#include <set>

#include "archive/memory_log.h"
#include "events/codec.h"
#include "events/facts_accounts.h"

namespace letopis::audit {
namespace {

using archive::MemoryLog;

constexpr std::uint64_t kEntries = 300;

// The first days of a trial school; its last command is whole.
const MemoryLog& honest_log() {
  static const MemoryLog log = [] {
    trial::Settings settings;
    settings.pupils = 20;
    MemoryLog made(settings);
    trial::Year year(settings);
    year.live([&](const trial::Command& command) {
      if (command.in_vain) return;
      if (made.size() < kEntries) made.record(command);
    });
    return made;
  }();
  return log;
}

// A log followed as a verifier does it, signatures included.
struct Followed {
  Findings findings;
  LogFold fold{findings};
  std::vector<signing::TileHash> completed;
  std::uint64_t signatures = 0;

  void follow(const std::string& entry) {
    fold.hash(signing::leaf_hash(bytes_of(entry)), completed);
    const auto parts = events::cut_entry(bytes_of(entry));
    const auto event = parts ? events::decode(parts->event) : parts.refusal();
    if (!event) return fold.lose(event.refusal());
    const auto key = fold.take(*parts, *event);
    if (key && events::verify_event(parts->event, *key, parts->signature)) ++signatures;
  }
  void follow(const MemoryLog& log) {
    for (const auto& entry : log.entries) follow(entry);
  }
  // "code@position" of each finding.
  std::string told() {
    std::string out;
    for (const auto& one : findings.take()) {
      out += one.what.code + "@" +
             (one.position ? std::to_string(one.position->value) : std::string("end")) + " ";
    }
    return out;
  }
};

std::string told_of(const MemoryLog& log) {
  Followed followed;
  followed.follow(log);
  followed.fold.finish();
  return followed.told();
}

void erase(MemoryLog& log, std::uint64_t position) {
  log.entries.erase(log.entries.begin() + static_cast<std::ptrdiff_t>(position));
}

void say(MemoryLog& log, const signing::PrivateKey& key) {
  const auto event = log.next_event(events::AccountOpened{{3}}, MemoryLog::kDirector);
  log.append(event, key, event.stated);
}

TEST(LogFold, HonestLogIsFollowedWithoutFindings) {
  const auto& log = honest_log();
  Followed followed;
  followed.follow(log);
  followed.fold.finish();
  EXPECT_EQ(followed.told(), "");
  EXPECT_EQ(followed.signatures, log.size());
  EXPECT_EQ(followed.fold.size(), log.size());
  EXPECT_TRUE(followed.fold.trial());
  EXPECT_TRUE(followed.fold.readable());
  EXPECT_FALSE(followed.fold.lost());
  EXPECT_EQ(followed.fold.origin().name(), log.origin());
  EXPECT_EQ(followed.fold.keys(), log.keys());
  std::set<events::Stream> streams;
  std::set<events::CommandId> commands;
  for (std::uint64_t i = 0; i < log.size(); ++i) {
    streams.insert(log.event(i).stream);
    commands.insert(log.event(i).command);
  }
  EXPECT_EQ(followed.fold.streams(), streams.size());
  EXPECT_EQ(followed.fold.commands(), commands.size());
}

TEST(LogFold, RootsAreRememberedWhereSomebodyWatches) {
  const auto& log = honest_log();
  Followed followed;
  for (const std::uint64_t size : {0u, 1u, 255u, 256u, 257u, 100'000u}) followed.fold.watch(size);
  followed.follow(log);
  signing::MerkleFrontier frontier;
  EXPECT_EQ(followed.fold.root_at(0), signing::empty_root());
  for (std::uint64_t size = 1; size <= log.size(); ++size) {
    frontier.append(signing::leaf_hash(bytes_of(log.entries[size - 1])));
    const bool watched = size == 1 || (size >= 255 && size <= 257);
    EXPECT_EQ(followed.fold.root_at(size), watched ? std::optional(frontier.root()) : std::nullopt);
  }
  EXPECT_FALSE(followed.fold.root_at(100'000)) << "not reached";
  followed.fold.watch(log.size());
  EXPECT_EQ(followed.fold.root_at(log.size()), frontier.root()) << "where it stands just now";
  EXPECT_EQ(followed.completed.size(), log.size() + 1) << "leaves, and one hash of level 1";
}

TEST(LogFold, LostEntryIsOneFindingAndWhatFollowsIsStillHashed) {
  auto log = honest_log();
  const auto root = [](const MemoryLog& one) {
    Followed followed;
    followed.follow(one);
    return followed.fold.frontier().root();
  };
  log.entries[150] = "no entry";
  Followed followed;
  followed.follow(log);
  followed.fold.finish();
  EXPECT_TRUE(followed.fold.lost());
  EXPECT_FALSE(followed.fold.readable());
  const auto told = followed.told();
  EXPECT_TRUE(told.starts_with("entry.size@150 ")) << told;
  EXPECT_EQ(told.find("entry.command_torn"), std::string::npos) << told;
  EXPECT_NE(root(log), root(honest_log()));
  EXPECT_EQ(followed.fold.size(), log.size());
}

TEST(LogFold, FactOfALaterSchemaStillHasItsAuthorAndItsPlace) {
  const auto& log = honest_log();
  Followed followed;
  for (std::uint64_t i = 0; i + 1 < log.size(); ++i) followed.follow(log.entries[i]);
  const auto& last = log.entries.back();
  followed.fold.hash(signing::leaf_hash(bytes_of(last)), followed.completed);
  const auto parts = *events::cut_entry(bytes_of(last));
  const auto key = followed.fold.take_unknown(parts, *events::decode_envelope(parts.event),
                                              {events::kFactUnknown, {"", ""}});
  followed.fold.finish();
  ASSERT_TRUE(key);
  EXPECT_TRUE(events::verify_event(parts.event, *key, parts.signature));
  EXPECT_EQ(followed.findings.in_all(Fault::kIncomplete), 1u);
  EXPECT_EQ(followed.findings.in_all(), 1u);
  EXPECT_FALSE(followed.fold.readable());
}

TEST(LogFold, BreakInTheOrderIsOneFinding) {
  auto log = honest_log();
  std::uint64_t inside = 0;  // an event in the middle of a command, alone in its stream
  for (std::uint64_t i = 0; i < log.size() && inside == 0; ++i) {
    if (log.event(i).index == 1 && log.event(i).count > 3) inside = i;
  }
  erase(log, inside);
  const auto told = told_of(log);
  const auto torn = "entry.command_torn@" + std::to_string(inside) + " ";
  ASSERT_NE(told.find(torn), std::string::npos) << told;
  EXPECT_EQ(told.find("entry.command_torn", told.find(torn) + torn.size()), std::string::npos)
      << told;
}

TEST(LogFold, LogThatEndsInTheMiddleOfACommandIsIncomplete) {
  auto log = honest_log();
  while (log.event(log.size() - 1).count == 1) log.entries.pop_back();
  if (log.event(log.size() - 1).index + 1 == log.event(log.size() - 1).count) {
    log.entries.pop_back();
  }
  Followed followed;
  followed.follow(log);
  followed.fold.finish();
  EXPECT_EQ(followed.findings.in_all(Fault::kIncomplete), 1u);
  EXPECT_EQ(followed.told(), "entry.command_torn@end ");
}

TEST(LogFold, CommandThatStandsTwiceIsFoundHoweverFarApart) {
  auto log = honest_log();
  say(log, log.key_of(MemoryLog::kDirector));
  const auto id = log.event(log.size() - 1).command;
  log.state({events::AccountOpened{{4}}});
  auto again = log.next_event(events::AccountOpened{{5}}, MemoryLog::kDirector);
  again.command = id;
  log.append(again, log.key_of(MemoryLog::kDirector), again.stated);
  EXPECT_EQ(told_of(log), "entry.command_twice@" + std::to_string(log.size() - 1) + " ");
}

TEST(LogFold, OtherAuthorsMayHaveTheSameCommandId) {
  auto log = honest_log();
  say(log, log.key_of(MemoryLog::kDirector));
  auto other = log.next_event(events::AccountOpened{{4}}, {2});
  other.command = log.event(log.size() - 1).command;
  log.append(other, log.key_of({2}), other.stated);
  EXPECT_EQ(told_of(log), "");
}

TEST(LogFold, GapAndRepetitionInAStreamAreFoundOnceEach) {
  auto log = honest_log();
  const auto version = [&](std::uint32_t plus) {
    auto event = log.next_event(events::AccountOpened{{3}}, MemoryLog::kDirector);
    event.version += plus;
    log.append(event, log.key_of(MemoryLog::kDirector), event.stated);
    return std::to_string(log.size() - 1);
  };
  const auto gap = version(2);
  say(log, log.key_of(MemoryLog::kDirector));
  const auto repeated = version(~std::uint32_t{0});
  EXPECT_EQ(told_of(log), "stream.version@" + gap + " stream.version@" + repeated + " ");
}

TEST(LogFold, KeysThatMayNotSignHereGiveNoKeyToCheckBy) {
  const signing::PrivateKey stranger(signing::Secret32::derive(bytes_of("stranger"), "author"));
  auto log = honest_log();
  say(log, stranger);
  say(log, log.key_of({2}));
  log.state(
      {events::KeyEnded{MemoryLog::kDirector, log.key_of(MemoryLog::kDirector).key_id(), {}}});
  say(log, log.key_of(MemoryLog::kDirector));
  Followed followed;
  followed.follow(log);
  EXPECT_EQ(followed.signatures, log.size() - 3);
  const auto end = honest_log().size();
  EXPECT_EQ(followed.told(), "key.unknown@" + std::to_string(end) + " key.of_another@" +
                                 std::to_string(end + 1) + " key.ended@" + std::to_string(end + 3) +
                                 " ");
}

TEST(LogFold, TimeThatGoesBackIsFound) {
  auto log = honest_log();
  auto event = log.next_event(events::AccountOpened{{3}}, MemoryLog::kDirector);
  event.stated = {log.last_recorded().milliseconds - 1};
  log.append(event, log.key_of(MemoryLog::kDirector), event.stated);
  EXPECT_EQ(told_of(log), "entry.time_back@" + std::to_string(log.size() - 1) + " ");
}

}  // namespace
}  // namespace letopis::audit
