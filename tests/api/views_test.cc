// Views as they are asked for: parameters, moments, languages.
#include <gmock/gmock.h>

#include <boost/json/serialize.hpp>

#include "api/served_school.h"
#include "wishes/queries.h"

namespace letopis::api {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

constexpr const char* kFifth = "class=5%D0%B0";  // 5а
constexpr const char* kRussian =
    "subject=%D0%A0%D1%83%D1%81%D1%81%D0%BA%D0%B8%D0%B9%20%D1%8F%D0%B7%D1%8B%D0%BA";

class Views : public testing::Test {
 protected:
  Views() : deputy_(served_, "deputy") {}
  std::string why(const std::string& target, unsigned status = 400) {
    const auto told = deputy_.get(target);
    EXPECT_EQ(told.status(), status) << target << " " << told.answer.body.substr(0, 300);
    const auto problem = told.json();
    return std::string(problem.at("code").as_string()) + ": " +
           std::string(problem.at("en").as_string());
  }
  std::string journal(const std::string& more = "") const {
    return std::string("/api/v1/views/journal?") + kFifth + "&" + kRussian + more;
  }

  ServedSchool served_;
  Guest deputy_;
};

TEST_F(Views, AreListedWithTheirParameters) {
  const auto list = deputy_.get("/api/v1/views").json().at("views").as_array();
  ASSERT_EQ(list.size(), wishes::queries().size());
  for (const auto& one : list) EXPECT_EQ(one.at("parameters").at("type"), "object");
}

TEST_F(Views, TakeReferencesByNumberAndByName) {
  const auto by_name = deputy_.get(journal());
  ASSERT_EQ(by_name.status(), 200u) << by_name.answer.body;
  const auto load = Guest(served_, "klassruk").get("/api/v1/views/timetable").json();
  const auto by_number = deputy_.get("/api/v1/views/attendance?class=1");
  ASSERT_EQ(by_number.status(), 200u) << by_number.answer.body;
  EXPECT_EQ(by_number.json().at("class"), "5а");
  EXPECT_EQ(deputy_.get(std::string("/api/v1/views/attendance?") + kFifth).json(),
            by_number.json());
}

TEST_F(Views, AsOfAPastMomentKnowOnlyWhatStoodThen) {
  const Guest teacher(served_, "teacher"), leader(served_, "klassruk");
  const auto before = served_.get("/api/v1/school").json().at("now").as_string();
  const auto taught = taught_today(teacher, leader);
  const auto lesson = record_lesson(teacher, taught);
  ASSERT_NE(lesson, 0u);
  const std::string diary = "/api/v1/views/diary?pupil=me&from=2026-03-11&to=2026-03-11";
  const Guest pupil(served_, "uchenik");
  const auto has_lesson = [&](const std::string& as_of) {
    std::string target = diary;
    if (!as_of.empty()) target += "&as_of=" + as_of;
    const auto told = pupil.get(target);
    EXPECT_EQ(told.status(), 200u) << told.answer.body;
    const auto shown = told.json();
    for (const auto& day : shown.at("days").as_array()) {
      for (const auto& one : day.at("lessons").as_array()) {
        if (one.at("lesson").to_number<std::uint64_t>() == lesson) return true;
      }
    }
    return false;
  };
  EXPECT_TRUE(has_lesson(""));
  std::string then(before);
  then.replace(then.find('+'), 1, "%2B");
  EXPECT_FALSE(has_lesson(then));
}

TEST_F(Views, WhatIsMisreadIsNamed) {
  EXPECT_THAT(why(journal("&colour=red")), HasSubstr("colour"));
  EXPECT_THAT(why(journal("&from=yesterday")), HasSubstr("from"));
  EXPECT_THAT(why(journal("&from=2026-02-30")), HasSubstr("from"));
  EXPECT_THAT(why(journal("&as_of=2026")), HasSubstr("as_of"));
  EXPECT_EQ(why(journal(std::string("&") + kFifth)).substr(0, 11), "query.twice");
  EXPECT_THAT(why("/api/v1/views/changes?limit=many"), HasSubstr("limit"));
  EXPECT_THAT(why("/api/v1/views/changes?only_late=perhaps"), HasSubstr("only_late"));
  EXPECT_THAT(why("/api/v1/views/diary"), HasSubstr("pupil"));
  EXPECT_THAT(why("/api/v1/views/journal"), HasSubstr("subject"));
  EXPECT_THAT(why(journal("&from=2026-03-02&to=2026-03-01")), HasSubstr("later"));
  EXPECT_THAT(why("/api/v1/views/due?kind=nonsense"), HasSubstr("nonsense"));
}

TEST_F(Views, WhatIsNotThereIsToldApartFromWhatIsMisread) {
  EXPECT_THAT(why("/api/v1/views/nothing", 404), HasSubstr("route.no_view"));
  EXPECT_THAT(why("/api/v1/views/diary?pupil=4000000", 404), HasSubstr("subject.missing"));
  EXPECT_THAT(why("/api/v1/views/thread?message=4000000000", 404), HasSubstr("subject.missing"));
}

TEST_F(Views, ProblemsAreInTheReadersLanguageAndInBoth) {
  const auto russian = deputy_.get("/api/v1/views/nothing").json();
  EXPECT_EQ(russian.at("detail"), russian.at("ru"));
  const auto english =
      deputy_.get("/api/v1/views/nothing", {{"Accept-Language", "en-GB,en;q=0.9"}}).json();
  EXPECT_EQ(english.at("detail"), english.at("en"));
  EXPECT_EQ(deputy_.get("/api/v1/views/nothing?lang=en").json().at("detail"), english.at("en"));
  EXPECT_EQ(english.at("type"), "urn:letopis:problem:route.no_view");
}

TEST_F(Views, TheDiaryHasMarksHomeworkAbsencesAndTheTimetableAhead) {
  RecordProperty("requirement", "DRY-01 DRY-02 DRY-03");
  const Guest parent(served_, "roditel");
  const auto pupil = Guest(served_, "uchenik").person().value;
  const auto diary =
      parent.get("/api/v1/views/diary?from=2026-01-12&to=2026-03-20&pupil=" + std::to_string(pupil))
          .json();
  bool homework = false, marks = false, topic = false, absence = false, planned = false;
  for (const auto& day : diary.at("days").as_array()) {
    planned = planned || day.as_object().contains("planned");
    for (const auto& one : day.at("lessons").as_array()) {
      const auto& lesson = one.as_object();
      homework = homework || lesson.contains("homework");
      marks = marks || lesson.contains("marks");
      topic = topic || lesson.contains("topic");
      absence = absence || lesson.contains("absence");
    }
  }
  EXPECT_TRUE(homework && marks && topic && planned);
  EXPECT_FALSE(diary.at("subjects").as_array().empty());
  EXPECT_FALSE(diary.at("period_marks").as_array().empty());
}

}  // namespace
}  // namespace letopis::api
