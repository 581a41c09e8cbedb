#include "audit/findings.h"

#include <gtest/gtest.h>

#include <thread>

namespace letopis::audit {
namespace {

Refusal because(const std::string& code) { return {code, {"", ""}}; }

TEST(Findings, AreAllCountedAndTheFirstKept) {
  Findings findings;
  EXPECT_EQ(findings.in_all(), 0u);
  for (int i = 0; i < 1'000; ++i) {
    findings.add(Fault::kAltered, "entries", because("code" + std::to_string(i)));
  }
  findings.add(Fault::kIncomplete, "files", because("late"));
  EXPECT_EQ(findings.in_all(), 1'001u);
  EXPECT_EQ(findings.in_all(Fault::kAltered), 1'000u);
  EXPECT_EQ(findings.in_all(Fault::kIncomplete), 1u);
  EXPECT_EQ(findings.in_all(Fault::kRolledBack), 0u);
  const auto kept = findings.take();
  ASSERT_EQ(kept.size(), kMaxFindings);
  EXPECT_EQ(kept.front().what.code, "code0");
}

// A thousand consequences of one fault leave room for another fault.
TEST(Findings, OneFaultDoesNotCrowdOutAnother) {
  Findings findings;
  for (int i = 0; i < 1'000; ++i) findings.add(Fault::kAltered, "files", because("missing"));
  findings.add(Fault::kAltered, "files", because("other"));
  findings.add(Fault::kAltered, "tree", because("missing"));
  const auto kept = findings.take();
  ASSERT_EQ(kept.size(), kMaxFindingsAlike + 2);
  EXPECT_EQ(kept[kMaxFindingsAlike].what.code, "other");
  EXPECT_EQ(kept[kMaxFindingsAlike + 1].where, "tree");
}

TEST(Findings, ThoseAboutEntriesComeFirstInTheOrderOfTheLog) {
  Findings findings;
  findings.add(Fault::kAltered, "tree", because("root"));
  findings.add(Fault::kAltered, "entries", because("b"), events::Position{9});
  findings.add(Fault::kAltered, "entries", because("a"), events::Position{4});
  findings.add(Fault::kAltered, "entries", because("c"), events::Position{9});
  findings.add(Fault::kAltered, "files", because("file"));
  std::string order;
  for (const auto& one : findings.take()) order += one.what.code + " ";
  EXPECT_EQ(order, "a b c root file ");
}

TEST(Findings, MayBeAddedByManyThreads) {
  Findings findings;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        for (int k = 0; k < 500; ++k) findings.add(Fault::kAltered, "entries", because("x"));
      });
    }
  }
  EXPECT_EQ(findings.in_all(), 2'000u);
}

}  // namespace
}  // namespace letopis::audit
