#include "netschool/diary.h"

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "netschool/assignments.h"
#include "netschool/at_home.h"

namespace letopis::netschool {
namespace {

namespace json = boost::json;
using projections::day;
using projections::kAnna;
using projections::kBoris;
using projections::kMaths;
using projections::kMathsOfA;

class ForeignDiary : public testing::Test {
 protected:
  ForeignDiary() {
    school_.set_clock("2025-09-01", 10);
    first_ = school_.hold(kMathsOfA, "2025-09-01", 2);
    mark_ = school_.mark(first_, kAnna, events::MarkValue::kFive);
    school_.mark(first_, kAnna, events::MarkValue::kPassed, 2);
    school_.mark(first_, kBoris, events::MarkValue::kTwo);
    school_.add(kMaths,
                events::HomeworkSet{first_, day("2025-09-01"), {}, "№ 12", day("2025-09-02")});
    school_.set_clock("2025-09-02", 9);
    second_ = school_.hold(kMathsOfA, "2025-09-02", 1);
    school_.set_clock("2025-09-05", 12);
  }
  // "01: 2 Математика [5|зач], 3 Иностранный язык": what stands in brackets are assignments.
  std::string told(events::PersonNumber reader, const char* first, const char* last) {
    const AtHome at(school_, reader);
    const auto children = children_of(at.sight());
    if (children.empty()) return "nobody";
    const auto diary = diary_json(children.front(), day(first), day(last), at.sight());
    if (!diary) return diary.refusal().code;
    std::string out;
    for (const auto& one : diary->at("weekDays").as_array()) {
      out += (out.empty() ? "" : "; ") + std::string(one.at("date").as_string().subview(8, 2));
      for (const auto& lesson : one.at("lessons").as_array()) out += " " + told(lesson);
    }
    return out;
  }
  static std::string told(const json::value& lesson) {
    std::string out = std::to_string(lesson.at("number").to_number<int>());
    for (const auto& one : lesson.at("assignments").as_array()) {
      const auto* mark = one.as_object().if_contains("mark");
      out += mark == nullptr ? "[" + std::string(one.at("assignmentName").as_string()) + "]"
                             : "[" + json::serialize(mark->at("mark")) + "]";
    }
    return out;
  }

  HomeSchool school_;
  events::LessonNumber first_;
  events::LessonNumber second_;
  events::Position mark_;
};

TEST_F(ForeignDiary, HasLessonsHeldAndPlannedWithMarksAndHomeworkWhereItIsDue) {
  RecordProperty("requirement", "DRY-01 DRY-02 DRY-03");
  EXPECT_EQ(told(kAnna, "2025-09-01", "2025-09-09"), "01 2[5][null] 3; 02 1[№ 12]; 08 2 3; 09 1");
  EXPECT_EQ(told(kMother, "2025-09-02", "2025-09-02"), "02 1[№ 12]") << "though set before";
  EXPECT_EQ(told(kBoris, "2025-09-01", "2025-09-01"), "01 2[№ 12][2] 3")
      << "where it is due is not asked for";
}

TEST_F(ForeignDiary, IsForTheFamilyAlone) {
  RecordProperty("requirement", "ACC-04");
  EXPECT_EQ(told(kStranger, "2025-09-01", "2025-09-09"), "nobody");
  EXPECT_EQ(told(kMaths, "2025-09-01", "2025-09-09"), "nobody");
  const AtHome at(school_, kMother);
  const auto children = children_of(at.sight());
  ASSERT_EQ(children.size(), 1U);
  EXPECT_EQ(children[0].person, kAnna);
  EXPECT_TRUE(child_named(children, kAnna.value).has_value());
  EXPECT_EQ(child_named(children, kBoris.value).refusal().code, "netschool.no_pupil");
}

TEST_F(ForeignDiary, SpansAreBounded) {
  EXPECT_EQ(told(kAnna, "2025-09-02", "2025-09-01"), "netschool.span");
  EXPECT_EQ(told(kAnna, "2025-09-01", "2026-10-06"), "netschool.span");
  EXPECT_NE(told(kAnna, "2025-09-01", "2026-10-05"), "netschool.span");
}

TEST_F(ForeignDiary, LessonsHaveTimesAsTheProtocolWritesThem) {
  const AtHome at(school_, kAnna);
  const auto diary =
      diary_json(children_of(at.sight()).front(), day("2025-09-01"), day("2025-09-08"), at.sight());
  ASSERT_TRUE(diary.has_value());
  for (const auto& one : diary->at("weekDays").as_array()) {
    for (const auto& lesson : one.at("lessons").as_array()) {
      if (lesson.at("number").to_number<int>() != 2) continue;
      EXPECT_EQ(lesson.at("startTime").as_string(), "09:30");
      EXPECT_EQ(lesson.at("endTime").as_string(), "10:15");
      EXPECT_TRUE(lesson.at("day").as_string().ends_with("T00:00:00"));
    }
  }
  EXPECT_EQ(diary->at("termName").as_string(), "1 четверть");
  EXPECT_EQ(diary->at("className").as_string(), "5а");
}

TEST_F(ForeignDiary, TheWeekBeginsOnMonday) {
  EXPECT_EQ(diary_start_json(day("2025-09-01")).at("weekStart").as_string(), "2025-09-01T00:00:00");
  EXPECT_EQ(diary_start_json(day("2025-09-07")).at("weekStart").as_string(), "2025-09-01T00:00:00");
  EXPECT_EQ(diary_start_json(day("2025-09-08")).at("weekStart").as_string(), "2025-09-08T00:00:00");
}

TEST_F(ForeignDiary, AMarkIsFoundByItsNumberAndStaysFoundWhenWithdrawn) {
  const auto number = *print_number({first_, 1});
  const auto found = [&](events::PersonNumber reader, std::uint64_t asked) {
    const AtHome at(school_, reader);
    return assignment_json(asked, children_of(at.sight()).front(), at.sight());
  };
  const auto given = found(kAnna, number);
  ASSERT_TRUE(given.has_value());
  EXPECT_FALSE(given->at("isDeleted").as_bool());
  EXPECT_EQ(given->at("subjectGroup").at("name").as_string(), "Математика");
  EXPECT_EQ(given->at("date").as_string(), "2025-09-01T00:00:00");
  EXPECT_EQ(found(kBoris, *print_number({first_, 2})).refusal().code, "netschool.no_assignment")
      << "Anna's second mark is not his";
  EXPECT_EQ(found(kAnna, *print_number({second_, 1})).refusal().code, "netschool.no_assignment");
  EXPECT_EQ(found(kAnna, 0).refusal().code, "netschool.no_assignment");
  EXPECT_EQ(found(kAnna, ~0ULL).refusal().code, "netschool.no_assignment");
  school_.withdraw(first_, kAnna);
  const auto withdrawn = found(kAnna, number);
  ASSERT_TRUE(withdrawn.has_value());
  EXPECT_TRUE(withdrawn->at("isDeleted").as_bool());
  EXPECT_EQ(told(kAnna, "2025-09-01", "2025-09-01"), "01 2[№ 12][null] 3");
}

TEST(AssignmentNumbers, LeadBackToLessonAndPart) {
  for (const AssignmentNumber one : {AssignmentNumber{{1}, 0}, AssignmentNumber{{1}, 999},
                                     AssignmentNumber{{0xffff'ffffU}, 1}}) {
    const auto number = print_number(one);
    ASSERT_TRUE(number.has_value());
    EXPECT_LT(*number, 1ULL << 53U);
    EXPECT_EQ(parse_number(*number), one);
  }
  EXPECT_FALSE(print_number({{1}, 1'000}));
  EXPECT_FALSE(parse_number(999));
  EXPECT_FALSE(parse_number(4'294'967'296'000));
}

}  // namespace
}  // namespace letopis::netschool
