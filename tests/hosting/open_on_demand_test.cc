// Many schools in one process: each on its own, none at the cost of another.
#include "hosting/open_on_demand.h"

#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "events/codec.h"
#include "ledger/tiny_school.h"

namespace letopis::hosting {
namespace {

using namespace ledger;
using Schools = OpenOnDemand<Ledger>;

// Three schools founded and closed, to be opened on demand.
class Town : public testing::Test {
 protected:
  void SetUp() override {
    for (auto* school : {&first_, &second_, &third_}) {
      school->found();
      school->close();
    }
  }

  Result<std::unique_ptr<Ledger>> open(const std::string& name) {
    ++opened_[name];
    if (name == "first") return open(first_);
    if (name == "second") return open(second_);
    if (name == "third") return open(third_);
    return Refusal{"school.unknown", {"нет такой школы", "there is no such school"}};
  }
  static Result<std::unique_ptr<Ledger>> open(TinySchool& school) {
    return Ledger::open(school.settings, school.parts, school.resources, school.clock,
                        school.log_key());
  }

  TinySchool first_, second_, third_;
  std::map<std::string, int> opened_;
};

TEST_F(Town, SchoolIsOpenedOnceAndOnlyWhenAskedFor) {
  Schools schools([this](const std::string& name) { return open(name); }, 3);
  EXPECT_EQ(schools.open_now(), 0u);
  const auto ledger = schools.at("first");
  ASSERT_TRUE(ledger);
  EXPECT_EQ(schools.at("first")->get(), ledger->get());
  EXPECT_EQ(opened_, (std::map<std::string, int>{{"first", 1}}));
  EXPECT_EQ(schools.open_now(), 1u);
}

TEST_F(Town, WhatOneSchoolRecordsNoOtherSees) {
  Schools schools([this](const std::string& name) { return open(name); }, 3);
  const auto first = schools.at("first"), second = schools.at("second");
  ASSERT_TRUE(first && second);
  const auto before = (*second)->snapshot()->root();
  Command command;
  {
    events::Event event;
    event.log = first_.id;
    event.fact = mark(1, 10);
    event.stream = events::stream_of(event.fact);
    event.version = 1;
    event.command = {7, 7};
    event.count = 1;
    event.author = first_.teacher.number;
    event.stated = first_.clock.now();
    command.events.push_back(events::sign_event(events::encode(event), first_.teacher.key));
  }
  EXPECT_EQ(code_of((*first)->append(command)), "");
  EXPECT_EQ((*first)->snapshot()->size(), 5u);
  EXPECT_EQ((*second)->snapshot()->root(), before);
}

TEST_F(Town, LongestUnusedIsClosedButNoneInUse) {
  Schools schools([this](const std::string& name) { return open(name); }, 1);
  {
    const auto in_use = schools.at("first");
    ASSERT_TRUE(in_use);
    ASSERT_TRUE(schools.at("second"));
    ASSERT_TRUE(schools.at("third"));  // the second goes, the first stays
    EXPECT_EQ(schools.at("first")->get(), in_use->get());
    EXPECT_EQ(opened_["first"], 1);
    ASSERT_TRUE(schools.at("second"));
    EXPECT_EQ(opened_["second"], 2);
  }
  ASSERT_TRUE(schools.at("third"));
  ASSERT_TRUE(schools.at("first"));
  EXPECT_LE(schools.open_now(), 2u);
}

TEST_F(Town, WhatWasOpenedForAWhileIsGivenBackUnlessSomebodyElseAskedForIt) {
  Schools schools([this](const std::string& name) { return open(name); }, 3);
  auto alone = *schools.at("first");
  EXPECT_TRUE(schools.is_open("first"));
  schools.give_back("first", std::move(alone));
  EXPECT_FALSE(schools.is_open("first"));
  auto shared = *schools.at("second");
  ASSERT_TRUE(schools.at("second"));
  schools.give_back("second", std::move(shared));
  EXPECT_TRUE(schools.is_open("second"));
  EXPECT_FALSE(schools.is_open("third"));
}

TEST_F(Town, SchoolThatDoesNotOpenIsRefusedAloneAndAskedAgain) {
  Schools schools([this](const std::string& name) { return open(name); }, 3);
  EXPECT_EQ(code_of(schools.at("nowhere")), "school.unknown");
  EXPECT_EQ(code_of(schools.at("nowhere")), "school.unknown");
  EXPECT_EQ(opened_["nowhere"], 2);
  EXPECT_TRUE(schools.at("first"));
  EXPECT_EQ(schools.open_now(), 1u);
}

TEST_F(Town, SlowSchoolKeepsNobodyElseWaiting) {
  std::latch begun(1), may_end(1);
  Schools schools(
      [&](const std::string& name) {
        if (name == "first") {
          begun.count_down();
          may_end.wait();
          return open(first_);
        }
        return open(second_);
      },
      3);
  std::thread slow([&] { EXPECT_TRUE(schools.at("first")); });
  begun.wait();
  EXPECT_TRUE(schools.at("second"));  // while the first still opens
  may_end.count_down();
  slow.join();
  EXPECT_EQ(schools.open_now(), 2u);
}

TEST_F(Town, ManyCallersAtOnceOpenEachSchoolOneAtATime) {
  const std::vector<std::string> names{"first", "second", "third"};
  std::mutex mutex;
  Schools schools(
      [&](const std::string& name) {
        auto& school = name == "first" ? first_ : name == "second" ? second_ : third_;
        const std::lock_guard lock(mutex);
        return open(school);
      },
      1);
  std::vector<std::thread> callers;
  for (unsigned i = 0; i < 6; ++i) {
    callers.emplace_back([&, i] {
      for (unsigned n = 0; n < 20; ++n) {
        const auto ledger = schools.at(names[(i + n) % 3]);
        ASSERT_EQ(code_of(ledger), "");
        EXPECT_EQ((*ledger)->snapshot()->size(), 4u);
      }
    });
  }
  for (auto& caller : callers) caller.join();
}

}  // namespace
}  // namespace letopis::hosting
