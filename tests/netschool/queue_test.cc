#include "netschool/queue.h"

#include <gmock/gmock.h>

namespace letopis::netschool {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

bool nothing_waits(std::uint64_t) { return false; }
bool seven_waits(std::uint64_t task) { return task == 7; }

TEST(ReportQueue, AnswersTheHandshake) {
  EXPECT_THAT(converse("{\"protocol\":\"json\",\"version\":1}\x1e", nothing_waits),
              ElementsAre("{}\x1e"));
}

TEST(ReportQueue, TellsThatAReportIsThereAndHowItIsCalled) {
  const auto said = converse(
      "{\"arguments\":[7,\"report-v2\"],\"invocationId\":\"0\",\"target\":\"startTask\",\"type\":1}"
      "\x1e",
      seven_waits);
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(said[0], "{\"type\":3,\"invocationId\":\"0\",\"result\":null}\x1e");
  EXPECT_EQ(said[1],
            "{\"type\":1,\"target\":\"complete\",\"arguments\":[{\"taskId\":7,\"data\":\"7\","
            "\"componentId\":\"report-v2\"}]}\x1e");
}

TEST(ReportQueue, AReportThatNobodyAskedForIsAnError) {
  const auto said =
      converse("{\"arguments\":[8],\"target\":\"startTask\",\"type\":1}\x1e", seven_waits);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_THAT(said[0], HasSubstr("\"error\""));
}

TEST(ReportQueue, SeveralRecordsOfOneMessageAreAnsweredInTurn) {
  const auto said =
      converse("{\"protocol\":\"json\",\"version\":1}\x1e{\"type\":6}\x1e", nothing_waits);
  EXPECT_THAT(said, ElementsAre("{}\x1e", "{\"type\":6}\x1e"));
}

TEST(ReportQueue, WhatIsNotUnderstoodIsPassedOver) {
  for (const std::string_view message :
       {"", "\x1e", "\x1e\x1e\x1e", "[]\x1e", "{", "{\"type\":\"1\"}\x1e", "{\"type\":1}\x1e",
        "{\"type\":1,\"target\":\"startTask\",\"arguments\":[]}\x1e",
        "{\"type\":1,\"target\":\"startTask\",\"arguments\":[-1]}\x1e",
        "{\"type\":1,\"target\":\"startTask\",\"arguments\":{\"0\":7}}\x1e",
        "{\"type\":1,\"target\":\"other\",\"arguments\":[7]}\x1e"}) {
    EXPECT_THAT(converse(message, seven_waits), IsEmpty()) << message;
  }
  EXPECT_THAT(converse(std::string(10'000, '['), seven_waits), IsEmpty());
}

TEST(ReportQueue, NoMoreRecordsThanTheLimitAreAnswered) {
  std::string pings;
  for (std::size_t i = 0; i <= kMostRecords; ++i) pings += "{\"type\":6}\x1e";
  EXPECT_EQ(converse(pings, nothing_waits).size(), kMostRecords);
}

}  // namespace
}  // namespace letopis::netschool
