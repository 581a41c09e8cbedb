// The npm client netschoolapi reads a family's data from the real program, unchanged; what it
// understood is compared with the log itself.
#include <gtest/gtest.h>

#include <map>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "demo/today.h"
#include "foreign/served_school.h"
#include "http/client.h"
#include "office/school.h"
#include "projections/diary_page.h"

namespace letopis::foreign {
namespace {

namespace json = boost::json;

// Numbers given to the pupil this year, by subject.
std::map<std::string, unsigned> marks_in_log(const office::SchoolReader& school,
                                             events::PersonNumber pupil) {
  const auto year = school.year();
  std::map<std::string, unsigned> sums;
  for (const auto& day :
       projections::diary_days(school.log(), {pupil, year->first_day, year->last_day})) {
    for (const auto& lesson : day.lessons) {
      for (const auto& mark : lesson.marks) {
        const auto grade = mark.value ? projections::grade_of(*mark.value) : std::nullopt;
        if (!grade) continue;
        const auto subject = school.directory().declared<events::SubjectRegistered>(lesson.subject);
        sums[subject->fact.name] += *grade;
      }
    }
  }
  return sums;
}

std::map<std::string, unsigned> marks_understood(const json::object& told) {
  std::map<std::string, unsigned> sums;
  for (const auto& one : told.at("subjectMarks").as_array()) {
    unsigned sum = 0;
    for (const auto& mark : one.as_array().at(1).as_array()) sum += mark.to_number<unsigned>();
    if (sum > 0) sums[std::string(one.as_array().at(0).as_string())] = sum;
  }
  return sums;
}

unsigned sum_of(const json::value& marks) {
  unsigned sum = 0;
  for (const auto& mark : marks.as_array()) sum += mark.to_number<unsigned>();
  return sum;
}

void expect_understood(const json::object& told) {
  const auto& school = served_school();
  const auto log = office::SchoolReader::open(school.data, terminal::Language::kRussian);
  ASSERT_TRUE(log.has_value()) << log.refusal().says.en;
  ASSERT_FALSE(told.at("students").as_array().empty());
  const events::PersonNumber pupil{
      told.at("students").as_array().front().to_number<std::uint32_t>()};
  const auto expected = marks_in_log(**log, pupil);
  ASSERT_FALSE(expected.empty());
  EXPECT_EQ(marks_understood(told), expected);
  unsigned all = 0;
  for (const auto& [subject, sum] : expected) all += sum;
  EXPECT_EQ(sum_of(told.at("diaryMarks")), all);
  const auto& grades = told.at("grades").as_object();
  EXPECT_EQ(sum_of(grades.at("marks")), expected.at(std::string(grades.at("subject").as_string())));
  EXPECT_TRUE(grades.at("typesKnown").as_bool());
  EXPECT_FALSE(grades.at("teacher").as_string().empty());
  EXPECT_GE(grades.at("average").to_number<double>(), 1);
  EXPECT_LE(grades.at("average").to_number<double>(), 5);
  EXPECT_EQ(told.at("unknownSubjects").to_number<int>(), 0);
}

void expect_a_school_day(const json::object& told) {
  EXPECT_EQ(told.at("version").as_string(), "5.33.0.0");
  EXPECT_GT(told.at("weekLessons").to_number<int>(), 10);
  for (const auto& length : told.at("weekTimes").as_array()) {
    EXPECT_GT(length.to_number<int>(), 20 * 60'000);  // a lesson, in milliseconds
  }
  EXPECT_GT(told.at("homework").to_number<int>(), 0);
  EXPECT_GT(told.at("missed").to_number<int>(), 0);
  EXPECT_GT(told.at("totals").to_number<int>(), 0);
  EXPECT_GT(told.at("averages").to_number<int>(), 0);
  EXPECT_EQ(told.at("journalFrom").as_string(), "2025-09-01");
  EXPECT_FALSE(told.at("schedule").as_array().empty());
  EXPECT_EQ(told.at("scheduleDays").to_number<int>(), 4) << "the Monday is a holiday";
  EXPECT_FALSE(told.at("assignment").at("isDeleted").as_bool());
  EXPECT_EQ(told.at("assignment").at("text"), told.at("assignment").at("of"));
  EXPECT_FALSE(told.at("lastName").as_string().empty());
  EXPECT_FALSE(told.at("validAfterLogOut").as_bool());
}

TEST(ForeignFamilies, APupilReadsMarksTotalsAndTheTimetable) {
  RecordProperty("requirement", "DRY-01 DRY-02 DRY-03 ACC-04");
  const auto told =
      ran("family.mjs", {served_school().url, "uchenik", served_school().pupil_password});
  ASSERT_TRUE(told.is_object());
  expect_understood(told.get_object());
  expect_a_school_day(told.get_object());
}

TEST(ForeignFamilies, AParentReadsTheChildsToo) {
  RecordProperty("requirement", "DRY-01 DRY-02 DRY-03 ACC-04");
  const auto told =
      ran("family.mjs", {served_school().url, "roditel", served_school().parent_password});
  ASSERT_TRUE(told.is_object());
  expect_understood(told.get_object());
  expect_a_school_day(told.get_object());
}

TEST(ForeignFamilies, NeitherThePersonsPasswordNorStaffComeIn) {
  EXPECT_TRUE(
      ran("family.mjs", {served_school().url, "uchenik", std::string(demo::kTodaysPassword)})
          .is_null());
  EXPECT_TRUE(ran("family.mjs", {served_school().url, "teacher", served_school().teacher_password})
                  .is_null());
  EXPECT_TRUE(ran("family.mjs", {served_school().url, "uchenik", served_school().parent_password})
                  .is_null());
}

}  // namespace
}  // namespace letopis::foreign
