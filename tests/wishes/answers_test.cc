#include <gmock/gmock.h>

#include <boost/json/serialize.hpp>

#include "wishes/queries.h"
#include "wishes/small_desk.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using projections::kAnna;
using projections::kBoris;

// The vault of a test: nobody's texts but names of pupils, by the first byte of the commitment.
class Names : public events::TextSource {
 public:
  std::optional<std::string> find(events::PersonNumber about,
                                  const events::Commitment&) const override {
    if (about == kAnna) return "Смирнова";
    return std::nullopt;
  }
};

class Answers : public testing::Test {
 protected:
  Answers() {
    const auto lesson = school_.hold(projections::kMathsOfA, "2025-09-01", 2);
    school_.mark(lesson, kAnna, events::MarkValue::kFour);
    school_.correct(lesson, kAnna, events::MarkValue::kFive);
    school_.absent(lesson, kBoris);
  }
  Result<json::object> ask(std::string_view query,
                           events::PersonNumber reader = projections::kMaths) {
    const SmallDesk at(school_, reader);
    const std::function<events::Position(events::Instant)> size_at =
        [this](events::Instant moment) {
          std::uint64_t size = 0;
          for (const auto& event : school_.log()) size += event.recorded <= moment ? 1 : 0;
          return events::Position{size};
        };
    return answer_query(json::parse(query).as_object(), "query", {at.desk(), names_, size_at});
  }

  projections::SmallSchool school_;
  const Names names_;
};

TEST_F(Answers, AGroupOfSeveralClassesHasAJournalOfItsOwn) {
  RecordProperty("requirement", "SET-05");
  const events::GroupNumber group{3};
  school_.add(projections::kDirector, events::GroupFormed{group,
                                                          std::nullopt,
                                                          projections::kMathematics,
                                                          {},
                                                          "Факультатив",
                                                          projections::day("2025-09-01")});
  school_.add(projections::kDirector, events::LoadAssigned{{5},
                                                           projections::kMaths,
                                                           projections::kMathematics,
                                                           std::nullopt,
                                                           group,
                                                           100,
                                                           projections::day("2025-09-01"),
                                                           projections::day("2026-05-26")});
  school_.add(projections::kDirector,
              events::GroupJoined{group, kAnna, projections::day("2025-09-01")});
  const auto lesson = school_.hold({5}, "2025-09-01", 7);
  school_.mark(lesson, kAnna, events::MarkValue::kThree);
  const auto* query = R"({"show": "journal", "group": "Факультатив", "subject": "Математика"})";
  const auto page = ask(query);
  ASSERT_TRUE(page.has_value()) << page.refusal().says.en;
  ASSERT_EQ(page->at("lessons").get_array().size(), 1u);
  EXPECT_EQ(page->at("lessons").at(0).at("lesson"), json::value(lesson.value));
  EXPECT_EQ(page->at("pupils").get_array().size(), 1u);
  EXPECT_TRUE(page->at("class").is_null());
  const auto others = ask(query, projections::kEnglish);
  ASSERT_FALSE(others.has_value());
  EXPECT_EQ(others.refusal().code, "reading.out_of_reach");
  EXPECT_FALSE(ask(query, kAnna).has_value());
  const auto nowhere = ask(R"({"show": "journal", "subject": "Математика"})");
  ASSERT_FALSE(nowhere.has_value());
  EXPECT_EQ(nowhere.refusal().code, "wish.missing_field");
  const auto none = ask(R"({"show": "journal", "group": 77, "subject": "Математика"})");
  ASSERT_FALSE(none.has_value());
  EXPECT_EQ(none.refusal().code, "subject.missing");
}

TEST_F(Answers, AJournalShowsMarksAsTheyAreAndWere) {
  const auto page = ask(R"({"show": "journal", "class": "5а", "subject": "Математика"})");
  ASSERT_TRUE(page.has_value());
  const auto& cells = page->at("cells").get_array();
  ASSERT_EQ(cells.size(), 2u);
  EXPECT_EQ(json::serialize(cells[0].at("marks")),
            R"([{"ordinal":1,"value":"five","struck":["four"]}])");
  EXPECT_EQ(json::serialize(cells[1].at("absence")), R"({"kind":"absent"})");
  EXPECT_EQ(page->at("pupils").at(0).at("name"), json::value("Смирнова"));
  EXPECT_EQ(page->at("pupils").at(1).at("name"), json::value(""));  // erased
}

TEST_F(Answers, AsOfAMomentKnowsWhatWasKnownThen) {
  const auto page = ask(R"({"show": "journal", "class": 1, "subject": 1,
                            "as_of": "2025-09-01T08:00:01+03:00"})");
  ASSERT_TRUE(page.has_value());
  ASSERT_EQ(page->at("cells").get_array().size(), 1u);
  EXPECT_EQ(page->at("cells").at(0).at("marks").at(0).at("value"), json::value("four"));
}

TEST_F(Answers, ADiaryShowsTheSameToItsPupil) {
  const auto diary = ask(R"({"show": "diary", "pupil": "me"})", kAnna);
  ASSERT_TRUE(diary.has_value());
  const auto& lesson = diary->at("days").at(0).at("lessons").at(0);
  EXPECT_EQ(lesson.at("marks").at(0).at("value"), json::value("five"));
  EXPECT_EQ(ask(R"({"show": "diary", "pupil": "anna"})", kBoris).refusal().code,
            "reading.out_of_reach");
}

TEST_F(Answers, ADiarySaysWhatAMarkIsFor) {
  const auto lesson = school_.hold(projections::kMathsOfA, "2025-09-02", 1);
  school_.add(projections::kMaths, events::WorkSet{lesson, projections::day("2025-09-02"), 1,
                                                   events::WorkKind::kControl, 200, "Дроби"});
  school_.mark(lesson, kAnna, events::MarkValue::kThree, 1, 1);
  const auto diary = ask(R"({"show": "diary", "pupil": "me", "from": "2025-09-02"})", kAnna);
  ASSERT_TRUE(diary.has_value());
  const auto& shown = diary->at("days").at(0).at("lessons").at(0);
  EXPECT_EQ(shown.at("marks").at(0).at("work"), json::value(1));
  EXPECT_EQ(json::serialize(shown.at("works")),
            R"([{"work":1,"kind":"control","weight":200,"title":"Дроби"}])");
}

TEST_F(Answers, ReportsAreOfTheSameRecord) {
  const auto changes = ask(R"({"show": "changes", "class": "5а"})");
  ASSERT_TRUE(changes.has_value());
  ASSERT_EQ(changes->at("rows").get_array().size(), 1u);
  EXPECT_EQ(changes->at("rows").at(0).at("before"), json::value("four"));
  const auto attendance = ask(R"({"show": "attendance", "class": "5а"})");
  ASSERT_TRUE(attendance.has_value());
  EXPECT_EQ(attendance->at("pupils").at(1).at("sums").at("missed"), json::value(1));
  const auto proposals = ask(R"({"show": "period_proposals", "class": "5а", "subject": 1,
                                 "period": {"kind": "quarter", "ordinal": 1}})");
  ASSERT_TRUE(proposals.has_value());
  EXPECT_EQ(proposals->at("pupils").at(1).at("proposed"), json::value("not_attested"));
  EXPECT_TRUE(proposals->at("pupils").at(0).at("proposed").is_null());  // one mark is too few
}

TEST_F(Answers, PeopleAreThoseInReach) {
  const auto own = ask(R"({"show": "people"})", kAnna);
  ASSERT_TRUE(own.has_value());
  EXPECT_EQ(own->at("people").get_array().size(), 1u);
  const auto all = ask(R"({"show": "people"})", projections::kDirector);
  EXPECT_EQ(all->at("people").get_array().size(), 6u);
  const auto of_class = ask(R"({"show": "people", "class": "5а"})", projections::kDirector);
  EXPECT_EQ(of_class->at("people").get_array().size(), 3u);
}

TEST_F(Answers, DutiesAreOnesOwnUnlessOneLeads) {
  school_.add(projections::kDirector,
              events::RegulationAdopted{"Положение",
                                        std::nullopt,
                                        projections::day("2025-08-25"),
                                        {{"people.check.cadence", "monthly", "3.3.1"},
                                         {"people.check.by", "class_teacher", "3.3.1"}}});
  const auto own = ask(R"({"show": "due"})", projections::kMaths);  // the class teacher of 5а
  ASSERT_TRUE(own.has_value());
  ASSERT_FALSE(own->at("rows").get_array().empty());
  EXPECT_EQ(own->at("rows").at(0).at("kind"), json::value("people_check"));
  EXPECT_EQ(own->at("rows").at(0).at("clause"), json::value("3.3.1"));
  EXPECT_EQ(json::serialize(own->at("rows").at(0).at("who")), "[2]");
  const auto others = ask(R"({"show": "due"})", projections::kEnglish);
  ASSERT_TRUE(others.has_value());
  EXPECT_TRUE(others->at("rows").get_array().empty());
  EXPECT_EQ(ask(R"({"show": "due", "person": "petrova"})", projections::kEnglish).refusal().code,
            "reading.out_of_reach");
  const auto led = ask(R"({"show": "due", "person": "petrova"})", projections::kDirector);
  ASSERT_TRUE(led.has_value());
  EXPECT_EQ(led->at("rows"), own->at("rows"));
  EXPECT_EQ(ask(R"({"show": "due"})", kAnna).refusal().code, "reading.no_role");
}

TEST_F(Answers, ANumberOfNothingIsRefused) {
  for (const auto* query :
       {R"({"show": "journal", "class": 55, "subject": 1})", R"({"show": "diary", "pupil": 4000})",
        R"({"show": "timetable", "group": 77})", R"({"show": "changes", "teacher": 4000})"}) {
    EXPECT_EQ(ask(query, projections::kDirector).refusal().code, "subject.missing") << query;
  }
}

TEST_F(Answers, ASpanOfWhichOneEndIsGivenStaysASpan) {
  const auto beyond = ask(R"({"show": "journal", "class": 1, "subject": 1, "from": "2027-01-01"})");
  ASSERT_TRUE(beyond.has_value());
  EXPECT_EQ(beyond->at("to"), json::value("2027-01-01"));
  const auto before = ask(R"({"show": "journal", "class": 1, "subject": 1, "to": "2025-01-01"})");
  ASSERT_TRUE(before.has_value());
  EXPECT_EQ(before->at("from"), json::value("2025-01-01"));
}

TEST_F(Answers, ASpanThatEndsBeforeItBeginsIsRefused) {
  EXPECT_EQ(ask(R"({"show": "journal", "class": 1, "subject": 1, "from": "2025-09-02",
                    "to": "2025-09-01"})")
                .refusal()
                .code,
            "query.span");
  EXPECT_EQ(ask(R"({"show": "gradebook"})").refusal().code, "wish.unknown_verb");
  EXPECT_EQ(ask("{}").refusal().code, "wish.missing_field");
}

}  // namespace
}  // namespace letopis::wishes
