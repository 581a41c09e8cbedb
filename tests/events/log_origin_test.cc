#include "events/log_origin.h"

#include <gtest/gtest.h>

#include "events/trial_events.h"

namespace letopis::events {
namespace {

constexpr const char* kFirst = "letopis.example/nn125";
constexpr const char* kSecond = "letopis.example/nn125-2";

signing::MerkleFrontier tree_of(std::uint64_t size) {
  signing::MerkleFrontier tree;
  while (tree.size() < size) tree.append(signing::leaf_hash(bytes_of("entry")));
  return tree;
}

Event started() {
  return trial_event(LogStarted{kFirst, false, trial_key("founder").public_key()});
}

Event continued(const std::string& origin, const signing::MerkleFrontier& before) {
  Event event = trial_event(LogContinued{origin, {before.size()}, before.root(), {}, {}, {}});
  event.index = 0;
  return event;
}

LogOrigin with_start() {
  LogOrigin origin;
  EXPECT_EQ(code_of(origin.next(started(), {})), "");
  return origin;
}

TEST(LogOrigin, EntryZeroNamesTheLog) {
  EXPECT_FALSE(LogOrigin().started());
  const LogOrigin origin = with_start();
  EXPECT_TRUE(origin.started());
  EXPECT_EQ(origin.name(), kFirst);
  EXPECT_FALSE(origin.stood_under(kFirst));
}

TEST(LogOrigin, OnlyEntryZeroStartsALog) {
  LogOrigin none;
  EXPECT_EQ(code_of(none.next(trial_event(plain_mark()), {})), "log.start");
  EXPECT_EQ(code_of(none.next(started(), tree_of(3))), "log.start");
  EXPECT_EQ(code_of(none.next(continued(kSecond, tree_of(3)), tree_of(3))), "log.start");
  EXPECT_FALSE(none.started());
  LogOrigin origin = with_start();
  EXPECT_EQ(code_of(origin.next(started(), tree_of(1))), "log.start");
  EXPECT_EQ(code_of(origin.next(trial_event(plain_mark()), tree_of(1))), "");
  EXPECT_EQ(origin.name(), kFirst);
}

TEST(LogOrigin, EachContinuationNamesItAnew) {
  RecordProperty("requirement", "ARC-04");
  LogOrigin origin = with_start();
  ASSERT_EQ(code_of(origin.next(continued(kSecond, tree_of(7)), tree_of(7))), "");
  EXPECT_EQ(origin.name(), kSecond);
  EXPECT_TRUE(origin.stood_under(kFirst));
  EXPECT_FALSE(origin.stood_under("letopis.example/third"));
  EXPECT_EQ(code_of(origin.next(continued("third", tree_of(9)), tree_of(9))), "");
  EXPECT_TRUE(origin.stood_under(kSecond));
}

TEST(LogOrigin, AWrongContinuationIsRefusedAndChangesNothing) {
  LogOrigin origin = with_start();
  const auto refused = [&](const Event& event, const signing::MerkleFrontier& before) {
    return code_of(origin.next(event, before));
  };
  EXPECT_EQ(refused(continued(kFirst, tree_of(7)), tree_of(7)), "log.continued_wrongly");
  EXPECT_EQ(refused(continued(kSecond, tree_of(6)), tree_of(7)), "log.continued_wrongly");
  Event other_root = continued(kSecond, tree_of(7));
  std::get<LogContinued>(other_root.fact).old_root = tree_of(6).root();
  EXPECT_EQ(refused(other_root, tree_of(7)), "log.continued_wrongly");
  Event inside = continued(kSecond, tree_of(7));
  inside.index = 1;
  EXPECT_EQ(refused(inside, tree_of(7)), "log.continued_wrongly");
  EXPECT_EQ(origin.name(), kFirst);
}

// Two checkpoints of one name could else disagree, each with a signature under it.
TEST(LogOrigin, NoNameIsTakenUpAgain) {
  LogOrigin origin = with_start();
  ASSERT_EQ(code_of(origin.next(continued(kSecond, tree_of(7)), tree_of(7))), "");
  EXPECT_EQ(code_of(origin.next(continued(kFirst, tree_of(9)), tree_of(9))),
            "log.continued_wrongly");
}

}  // namespace
}  // namespace letopis::events
