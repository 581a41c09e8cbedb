// Changes as they come: each listener hears what it may see, once, in order.
#include <gtest/gtest.h>

#include <chrono>
#include <sstream>
#include <thread>

#include <boost/json/parse.hpp>

#include "api/served_school.h"
#include "hosting/visit.h"
#include "http/channel.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

constexpr std::size_t kRoom = 1u << 20;

// A client of a stream, which hears until it leaves.
class Listener {
 public:
  Listener(const Guest& guest, const std::string& target, std::vector<http::Header> headers = {})
      : told_(guest.get("/api/v1/changes" + target, std::move(headers))),
        channel_(std::make_shared<http::Channel>(kRoom)) {
    EXPECT_EQ(told_.status(), 200u) << told_.answer.body;
    EXPECT_EQ(told_.header("Content-Type"), "text/event-stream; charset=utf-8");
    if (told_.answer.opened) told_.answer.opened(channel_);
  }
  ~Listener() { channel_->leave(); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  // All entries up to that position, or what came until patience is over.
  std::vector<json::object> hear_until(std::uint64_t position) {
    for (int i = 0; i < 200; ++i) {
      const auto taken = channel_->take();
      text_ += taken.pieces;
      const auto heard = entries();
      if (!heard.empty() && heard.back().at("position") == position) return heard;
      if (taken.end != http::Channel::End::kNone) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return entries();
  }
  // What came by now and is sure not to be followed: the feed is given its time.
  std::vector<json::object> hear_all() {
    std::this_thread::sleep_for(2 * hosting::kFeedRest);
    return hear_until(~std::uint64_t{0} >> 1);
  }
  const std::string& text() const { return text_; }
  bool over() const { return channel_->closed(); }

 private:
  std::vector<json::object> entries() const {
    std::vector<json::object> out;
    std::istringstream lines(text_);
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("data: ")) continue;
      auto told = json::parse(line.substr(6)).as_object();
      if (told.contains("position")) out.push_back(std::move(told));  // not the last words
    }
    return out;
  }

  Told told_;
  std::shared_ptr<http::Channel> channel_;  // shared with the feed
  std::string text_;
};

class Stream : public testing::Test {
 protected:
  Stream()
      : teacher_(served_, "teacher"),
        leader_(served_, "klassruk"),
        parent_(served_, "roditel"),
        child_(Guest(served_, "uchenik").person().value) {}

  std::uint64_t size() { return served_.school().ledger().snapshot()->size(); }

  // A lesson, and a mark in it for each of two pupils, the parent's own child first; where the
  // first mark stands.
  std::uint64_t teach() {
    const auto lesson = record_lesson(teacher_, taught_today(teacher_, leader_));
    std::uint32_t other = 0;
    const hosting::Visit visit(served_.school(), {});
    const auto today = visit.now().today();
    for (const auto& member : visit.directory().pupils_of(events::ClassNumber{1}, today, today)) {
      if (member.pupil.value != child_) other = member.pupil.value;
    }
    const auto told =
        teacher_.command({{"do", "give_marks"},
                          {"lesson", lesson},
                          {"marks", json::array{json::object{{"pupil", child_}, {"value", 5}},
                                                json::object{{"pupil", other}, {"value", 4}}}}});
    EXPECT_EQ(told.status(), 201u) << told.answer.body;
    return told.json().at("first").to_number<std::uint64_t>();
  }

  ServedSchool served_;
  Guest teacher_;
  Guest leader_;
  Guest parent_;
  std::uint32_t child_;
};

TEST_F(Stream, ATeacherHearsTheOwnJournalAndAParentTheOwnChildAlone) {
  RecordProperty("requirement", "ACC-04 ACC-05");
  const auto before = size();
  Listener of_teacher(teacher_, ""), of_parent(parent_, ""),
      of_deputy(Guest(served_, "deputy"), "");
  Listener of_secretary(Guest(served_, "secretary"), "");
  const auto first = teach();
  const auto last = size() - 1;
  EXPECT_EQ(of_teacher.hear_until(last).size(), last + 1 - before);
  EXPECT_EQ(of_deputy.hear_until(last).size(), last + 1 - before);
  const auto heard = of_parent.hear_until(first);
  ASSERT_EQ(heard.size(), 1u);
  EXPECT_EQ(heard.front().at("fact"), "mark_given");
  EXPECT_EQ(heard.front().at("person"), child_);
  EXPECT_EQ(of_parent.hear_all().size(), 1u) << "nothing of the other child";
  EXPECT_TRUE(of_secretary.hear_all().empty());
}

TEST_F(Stream, GoesOnAfterTheLastThatWasHeardWithoutAGapOrADouble) {
  const auto before = size();
  const auto first = teach();
  const auto last = size() - 1;
  const std::string from = "?from=" + std::to_string(before);
  Listener whole(teacher_, from);
  ASSERT_EQ(whole.hear_until(last).size(), last + 1 - before);
  Listener rest(teacher_, "", {{"Last-Event-ID", std::to_string(first)}});
  const auto heard = rest.hear_until(last);
  ASSERT_EQ(heard.size(), last - first);
  EXPECT_EQ(heard.front().at("position"), first + 1);
  // What a browser heard last goes before where the page once began.
  Listener both(teacher_, from, {{"Last-Event-ID", std::to_string(first)}});
  EXPECT_EQ(both.hear_until(last).size(), last - first);
}

TEST_F(Stream, WhoeverHeardNothingYetHasSomethingToGoOnFrom) {
  const auto before = size();
  Listener quiet(teacher_, "");
  EXPECT_TRUE(quiet.hear_all().empty());
  EXPECT_NE(quiet.text().find("id: " + std::to_string(before - 1) + "\n"), std::string::npos);
  teach();
  Listener again(teacher_, "", {{"Last-Event-ID", std::to_string(before - 1)}});
  EXPECT_EQ(again.hear_until(size() - 1).size(), size() - before);
}

TEST_F(Stream, OfOnePupilOneSubjectOrOneClassTellsOnlyThat) {
  const auto before = size();
  teach();
  const auto last = size() - 1;
  const std::string from = "?from=" + std::to_string(before);
  Listener pupil(teacher_, from + "&pupil=" + std::to_string(child_));
  EXPECT_EQ(pupil.hear_until(before + 1).size(), 1u) << pupil.text();
  Listener other_class(Guest(served_, "deputy"), from + "&class=2");
  EXPECT_TRUE(other_class.hear_all().empty());
  Listener own_class(Guest(served_, "deputy"), from + "&class=1");
  EXPECT_FALSE(own_class.hear_until(last).empty());
}

TEST_F(Stream, EndsWithTheSession) {
  Listener listener(teacher_, "");
  const Guest writer(served_, "teacher");
  EXPECT_EQ(teacher_.remove("/api/v1/sessions/current").status(), 204u);
  EXPECT_NE(record_lesson(writer, taught_today(writer, leader_)), 0u);
  EXPECT_TRUE(listener.hear_all().empty());
  EXPECT_NE(listener.text().find("event: over\n"), std::string::npos) << listener.text();
  EXPECT_TRUE(listener.over());
}

TEST_F(Stream, PositionsAreReadStrictly) {
  for (const char* wrong :
       {"?from=one", "?from=-1", "?from=99999999999999999999", "?colour=red", "?from=1&from=2"}) {
    const auto told = teacher_.get("/api/v1/changes" + std::string(wrong));
    EXPECT_EQ(told.status(), 400u) << wrong << " " << told.answer.body;
  }
  EXPECT_EQ(teacher_.get("/api/v1/changes", {{"Last-Event-ID", "x"}}).status(), 400u);
  Listener beyond(teacher_, "", {{"Last-Event-ID", "18446744073709551615"}});
  EXPECT_TRUE(beyond.hear_all().empty());
}

}  // namespace
}  // namespace letopis::api
