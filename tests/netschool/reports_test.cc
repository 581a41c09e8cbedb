#include "netschool/reports.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "netschool/at_home.h"
#include "netschool/context.h"
#include "netschool/html.h"

namespace letopis::netschool {
namespace {

namespace json = boost::json;
using projections::kAnna;
using projections::kMathsOfA;
using testing::HasSubstr;
using testing::Not;

json::object chosen(std::string_view filters) {
  return json::parse(R"({"selectedData": [)" + std::string(filters) + "]}").as_object();
}

class ForeignReports : public testing::Test {
 protected:
  ForeignReports() {
    school_.set_clock("2025-09-01", 10);
    const auto first = school_.hold(kMathsOfA, "2025-09-01", 2);
    school_.mark(first, kAnna, events::MarkValue::kFive);
    school_.mark(first, kAnna, events::MarkValue::kNotPassed, 2);
    school_.set_clock("2025-09-02", 9);
    const auto second = school_.hold(kMathsOfA, "2025-09-02", 1);
    school_.mark(second, kAnna, events::MarkValue::kFour);
    const auto third = school_.hold(kMathsOfA, "2025-09-05", 1);
    school_.absent(third, kAnna);
    school_.set_clock("2025-09-05", 12);
  }
  std::string code(std::string_view filters) {
    const AtHome at(school_, kMother);
    const auto read = read_choice(chosen(filters), children_of(at.sight()), at.sight());
    return read ? "" : read.refusal().code;
  }

  HomeSchool school_;
};

constexpr const char* kAnnas = R"({"filterId": "SID", "filterValue": "4"})";

TEST_F(ForeignReports, TotalsHaveMarksAbsencesAndAveragesByDay) {
  RecordProperty("requirement", "DRY-03");
  const AtHome at(school_, kMother);
  const auto choice = read_choice(chosen(kAnnas), children_of(at.sight()), at.sight());
  ASSERT_TRUE(choice.has_value());
  const auto page = totals_page(*choice, at.sight());
  EXPECT_THAT(page, HasSubstr("<th colspan=\"3\">Сентябрь</th>"));
  EXPECT_THAT(page, HasSubstr("<tr><th>1</th><th>2</th><th>5</th></tr>"));
  EXPECT_THAT(page, HasSubstr("<td class=\"cell-text\">Математика</td><td>5</td><td>4</td>"
                              "<td>НП</td><td class=\"cell-num-2\">4,50</td>"));
  EXPECT_THAT(page, Not(HasSubstr("незач"))) << "a program would take it for an absence";
  EXPECT_THAT(page, HasSubstr("С 01.09.25 по 26.05.26"));
  EXPECT_THAT(page, HasSubstr("Итоговая оценка, 2 четверть"));
}

TEST_F(ForeignReports, TermsAreThoseThatTheDaysMeetWhicheverWasNamed) {
  const AtHome at(school_, kMother);
  const auto page = [&](const std::string& filters) {
    const auto choice = read_choice(chosen(kAnnas + filters), children_of(at.sight()), at.sight());
    return choice ? totals_page(*choice, at.sight()) : choice.refusal().code;
  };
  const std::string first = R"(, {"filterId": "TERMID", "filterValue": "1"})";
  EXPECT_THAT(page(first), HasSubstr("Период: 1 четверть"));
  EXPECT_THAT(page(first), Not(HasSubstr("2 четверть")));
  const auto whole = page(
      first + R"(, {"filterId": "period", "filterValue": "2025-09-01T00:00 - 2026-05-26T00:00"})");
  EXPECT_THAT(whole, HasSubstr("Период: учебный год"));
  EXPECT_THAT(whole, HasSubstr("Итоговая оценка, 2 четверть"));
  const auto days = page(
      first + R"(, {"filterId": "period", "filterValue": "2025-09-01T00:00 - 2025-09-02T00:00"})");
  EXPECT_THAT(days, HasSubstr("Период: выбранные дни"));
}

TEST_F(ForeignReports, GradesAreOfOneSubject) {
  const AtHome at(school_, kAnna);
  const auto children = children_of(at.sight());
  const auto maths =
      read_choice(chosen(std::string(kAnnas) + R"(, {"filterId": "SGID", "filterValue": "1"})"),
                  children, at.sight());
  const auto page = grades_page(*maths, at.sight());
  ASSERT_TRUE(page.has_value());
  EXPECT_THAT(*page, HasSubstr("<td>01.09.25</td><td>01.09.25</td><td>5</td>"));
  EXPECT_THAT(*page, HasSubstr("Средний балл: 4,50"));
  const auto none =
      read_choice(chosen(std::string(kAnnas) + R"(, {"filterId": "SGID", "filterValue": "77"})"),
                  children, at.sight());
  EXPECT_EQ(grades_page(*none, at.sight()).refusal().code, "netschool.no_subject");
}

TEST_F(ForeignReports, WhatIsChosenIsOnesOwnAndOfThisYear) {
  RecordProperty("requirement", "ACC-04");
  const std::string annas = kAnnas;
  EXPECT_EQ(code(annas), "");
  EXPECT_EQ(code(R"({"filterId": "SID", "filterValue": "5"})"), "netschool.no_pupil");
  EXPECT_EQ(code(""), "netschool.no_pupil");
  EXPECT_EQ(code(annas + R"(, {"filterId": "TERMID", "filterValue": "2"})"), "");
  EXPECT_EQ(code(annas + R"(, {"filterId": "TERMID", "filterValue": "3"})"), "netschool.no_term");
  const auto period = [&](const char* days) {
    return code(annas + R"(, {"filterId": "period", "filterValue": ")" + days + "\"}");
  };
  EXPECT_EQ(period("2025-09-01T00:00 - 2025-09-30T00:00"), "");
  EXPECT_EQ(period("2020-09-01T00:00 - 2030-09-30T00:00"), "") << "cut to the year";
  EXPECT_EQ(period("2020-09-01T00:00 - 2020-09-30T00:00"), "netschool.span");
  EXPECT_EQ(period("2025-09-30T00:00 - 2025-09-01T00:00"), "netschool.span");
  EXPECT_EQ(period("2025-09-01"), "netschool.span");
  EXPECT_EQ(period(""), "netschool.span");
}

TEST_F(ForeignReports, FiltersOfferWhatTheFamilyHas) {
  const AtHome at(school_, kMother);
  const auto children = children_of(at.sight());
  const auto filters = filters_json(children, at.sight());
  ASSERT_TRUE(filters.has_value());
  const auto& sources = filters->at("filterSources").as_array();
  ASSERT_EQ(sources.size(), 4U);
  EXPECT_EQ(sources[0].at("defaultValue").as_string(), "4");
  EXPECT_EQ(sources[1].at("items").at(0).at("title").as_string(), "5а");
  EXPECT_EQ(sources[3].at("defaultValue").as_string(), "1");
  EXPECT_EQ(sources[3].at("items").as_array().size(), 2U);
  const auto range = term_range_json(chosen(R"({"filterId": "TERMID", "filterValue": "1"})"),
                                     children, at.sight());
  ASSERT_TRUE(range.has_value());
  EXPECT_EQ(range->at(0).at("range").at("end").as_string(), "2025-10-24T00:00:00");
  EXPECT_EQ(term_range_json(chosen(""), children, at.sight()).refusal().code, "netschool.no_term");
}

TEST_F(ForeignReports, ATooLongListOfFiltersChoosesNothing) {
  std::string filters = kAnnas;
  for (std::size_t i = 0; i < kMostFilters; ++i) filters += R"(, {"filterId": "X"})";
  EXPECT_EQ(code(filters), "netschool.no_pupil");
}

TEST(ForeignPages, TextIsNoMarkup) {
  EXPECT_EQ(escaped("<b title=\"x\">A & B</b>"),
            "&lt;b title=&quot;x&quot;&gt;A &amp; B&lt;/b&gt;");
}

}  // namespace
}  // namespace letopis::netschool
