// Reading a child's data leaves a trace, one an hour, which the child's family sees.
#include "api/readings.h"

#include <gtest/gtest.h>

#include <set>

#include <boost/json/parse.hpp>

#include "api/served_school.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

class Readings : public testing::Test {
 protected:
  Readings() : leader_(served_, "klassruk"), child_(Guest(served_, "uchenik").person()) {}

  std::string of_child(const std::string& target) const {
    return target + std::to_string(child_.value);
  }
  std::vector<json::object> readings(const std::string& more = "") {
    const Guest parent(served_, "roditel");
    const auto told = parent.get(of_child("/api/v1/readings?child=") + more);
    EXPECT_EQ(told.status(), 200u) << told.answer.body;
    std::vector<json::object> out;
    const auto listed = told.json();
    for (const auto& one : listed.at("readings").as_array()) out.push_back(one.as_object());
    return out;
  }

  ServedSchool served_;
  Guest leader_;
  events::PersonNumber child_;
};

TEST_F(Readings, OneByStaffLeavesOneTraceAnHourForTheFamilyToSee) {
  RecordProperty("requirement", "ACC-12");
  EXPECT_TRUE(readings().empty());
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(leader_.get(of_child("/api/v1/views/diary?pupil=")).status(), 200u);
  }
  const auto told = readings();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told.front().at("reader"), leader_.person().value);
  EXPECT_EQ(told.front().at("view"), "diary");
  EXPECT_FALSE(told.front().at("name").as_string().empty());
  EXPECT_TRUE(told.front().at("at").as_string().starts_with("2026-03-11T12:3"));
  // Another view of the same child is another trace; so is the next hour.
  leader_.get("/api/v1/views/attendance?class=1");
  EXPECT_EQ(readings().size(), 2u);
  served_.restart("2026-03-11T13:31:00+03:00");
  const Guest again(served_, "klassruk");
  again.get(of_child("/api/v1/views/diary?pupil="));
  EXPECT_EQ(readings().size(), 3u);
  EXPECT_EQ(readings("&from=2026-03-11T13:00:00%2B03:00").size(), 1u);
  EXPECT_EQ(readings("&to=2026-03-11T13:00:00%2B03:00").size(), 2u);
}

TEST_F(Readings, OfOnesOwnAndOfOnesChildLeaveNone) {
  Guest(served_, "roditel").get(of_child("/api/v1/views/diary?pupil="));
  Guest(served_, "uchenik").get(of_child("/api/v1/views/diary?pupil="));
  EXPECT_TRUE(readings().empty());
}

TEST_F(Readings, EachFormEachListAndEachReportLeavesOne) {
  RecordProperty("requirement", "ACC-12");
  const auto views = [&] {
    std::multiset<std::string> out;
    for (const auto& one : readings()) out.emplace(one.at("view").as_string());
    return out;
  };
  leader_.get(of_child("/api/v1/views/diary.pdf?from=2026-03-02&to=2026-03-08&pupil="));
  EXPECT_EQ(views(), (std::multiset<std::string>{"diary"}));
  leader_.get("/api/v1/views/journal?class=1&subject=1");
  leader_.get("/api/v1/views/people?class=1");
  leader_.get("/api/v1/reports/summary_sheet?class=1");
  EXPECT_EQ(views(), (std::multiset<std::string>{"diary", "journal", "personal_data", "totals"}));
}

TEST_F(Readings, AMessageIsUnreadUntilItsAddresseeOpensTheConversation) {
  RecordProperty("requirement", "COM-01");
  const Guest parent(served_, "roditel");
  const auto unread = [](const Guest& guest) {
    return guest.get("/api/v1/sessions/current").json().at("unread").to_number<int>();
  };
  const auto before = unread(parent);
  const auto before_leader = unread(leader_);
  const auto sent = leader_.command({{"do", "send_message"},
                                     {"to", json::array{parent.person().value}},
                                     {"text", "Завтра музей"}});
  ASSERT_EQ(sent.status(), 201u) << sent.answer.body;
  EXPECT_EQ(unread(parent), before + 1);
  EXPECT_EQ(unread(leader_), before_leader) << "one's own is read";
  const auto listed = [&] {
    return parent.get("/api/v1/views/messages").json().at("conversations").at(0);
  };
  EXPECT_TRUE(listed().at("unread").as_bool());
  EXPECT_EQ(unread(parent), before + 1) << "a list is not yet the message";
  const auto number = std::to_string(listed().at("conversation").to_number<int>());
  EXPECT_EQ(parent.get("/api/v1/views/thread?message=" + number).status(), 200u);
  EXPECT_FALSE(listed().at("unread").as_bool());
  served_.restart();
  EXPECT_EQ(unread(Guest(served_, "roditel")), before);
}

TEST_F(Readings, OfEntriesByAnInspectorLeaveOneOfTheLog) {
  RecordProperty("requirement", "ACC-08 ACC-12");
  const auto position = [&] {
    const auto log = served_.school().ledger().snapshot();
    for (std::uint64_t at = log->size() / 256 * 256; at-- > 0;) {  // of whole tiles
      const auto entry = log->event({at});
      const auto* mark = std::get_if<events::MarkGiven>(&entry->event.fact);
      if (mark != nullptr && mark->pupil == child_) return at;
    }
    return std::uint64_t{0};
  }();
  ASSERT_NE(position, 0u);
  const Guest inspector(served_, "inspector");
  EXPECT_EQ(inspector.get("/api/v1/entries/" + std::to_string(position)).status(), 200u);
  ASSERT_EQ(readings().size(), 1u);
  EXPECT_EQ(readings().front().at("view"), "log");
  served_.restart("2026-03-11T13:31:00+03:00");
  const auto tile = std::to_string(1'000 + position / 256).substr(1);
  const Guest later(served_, "inspector");
  EXPECT_EQ(later.get("/log/tile/entries/" + tile).status(), 200u);
  EXPECT_EQ(readings().size(), 2u);
}

TEST_F(Readings, ARefusalIsNotedOnceAndAWrongWordIsNot) {
  const auto size = served_.school().access_log().size();
  const Guest pupil(served_, "uchenik");
  const auto after = served_.school().access_log().size();
  EXPECT_EQ(after, size + 2) << "the sign-in, from a browser that was not known";
  for (int i = 0; i < 3; ++i) pupil.get("/api/v1/views/journal?class=1&subject=1");
  EXPECT_EQ(served_.school().access_log().size(), after + 1);
  pupil.get("/api/v1/views/journal?class=1");
  EXPECT_EQ(served_.school().access_log().size(), after + 1);
  events::PersonNumber other{child_.value + 1};
  const hosting::Visit visit(served_.school(), child_);
  while (visit.now().classes_of(other).empty()) ++other.value;
  pupil.get("/api/v1/views/diary?pupil=" + std::to_string(other.value));
  const auto& access = served_.school().access_log();
  ASSERT_EQ(access.size(), after + 2);
  const auto last = trace::parse_entry(bytes_of(*access.entry(after + 1)));
  EXPECT_EQ(std::get<trace::Refused>(last->what).child, other) << "whose diary was asked for";
  pupil.get("/api/v1/views/diary?pupil=4000000000");
  EXPECT_EQ(access.size(), after + 2) << "there is nobody of that number";
  EXPECT_TRUE(served_.school().access_log().verify());
}

TEST_F(Readings, OfAForeignChildAreRefusedInTheirOwnWords) {
  const Guest stranger(served_, "teacher");
  const auto told = stranger.get(of_child("/api/v1/readings?child="));
  EXPECT_EQ(told.status(), 403u);
  EXPECT_EQ(told.code(), "reading.readings");
}

TEST_F(Readings, WhatIsAskedForWronglyIsNamed) {
  const Guest parent(served_, "roditel");
  for (const char* child : {"", "0", "one", "99999999999", "-1"}) {
    EXPECT_EQ(parent.get("/api/v1/readings?child=" + std::string(child)).status(), 400u) << child;
  }
  EXPECT_EQ(parent.get("/api/v1/readings").code(), "query.number");
  EXPECT_EQ(parent.get(of_child("/api/v1/readings?from=yesterday&child=")).status(), 400u);
}

TEST(PupilsIn, AreAllNumbersUnderPupilAndPersonsBesideAClass) {
  const auto answer = json::parse(R"({"pupil": 9, "rows": [{"pupil": 3}, {"pupil": 9},
      {"about": {"class": "5а", "person": 4}}, {"person": 5}], "teacher": 6})");
  EXPECT_EQ(pupils_in(answer.as_object()), (std::vector<events::PersonNumber>{{3}, {4}, {9}}));
}

}  // namespace
}  // namespace letopis::api
