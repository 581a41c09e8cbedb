#include "trial/curriculum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "trial/topics.h"

namespace letopis::trial {
namespace {

TEST(Curriculum, KeepsTheWeeklyLimitsOfTheSanitaryRules) {
  const std::array<unsigned, kGrades> limits = {21, 23, 23, 23, 29, 30, 32, 33, 33, 34, 34};
  for (unsigned grade = 1; grade <= kGrades; ++grade) {
    EXPECT_EQ(weekly_limit(grade), limits[grade - 1]);
    EXPECT_LE(weekly_hours(grade), weekly_limit(grade)) << grade;
    EXPECT_GE(weekly_hours(grade) + 2, weekly_limit(grade)) << grade;
  }
}

TEST(Curriculum, HasTheHoursOfARealSchoolInGradesFiveToNine) {
  const auto row = [](Subject subject) {
    std::array<unsigned, 5> hours{};
    for (unsigned grade = 5; grade <= 9; ++grade) hours[grade - 5] = weekly_hours(subject, grade);
    return hours;
  };
  using Row = std::array<unsigned, 5>;
  EXPECT_EQ(row(Subject::kRussian), (Row{5, 6, 4, 3, 3}));
  EXPECT_EQ(row(Subject::kLiterature), (Row{3, 3, 2, 2, 3}));
  EXPECT_EQ(row(Subject::kEnglish), (Row{3, 3, 3, 3, 3}));
  EXPECT_EQ(row(Subject::kMathematics), (Row{5, 5, 0, 0, 0}));
  EXPECT_EQ(row(Subject::kAlgebra), (Row{0, 0, 3, 3, 3}));
  EXPECT_EQ(row(Subject::kGeometry), (Row{0, 0, 2, 2, 2}));
  EXPECT_EQ(row(Subject::kProbability), (Row{0, 0, 1, 1, 1}));
  EXPECT_EQ(row(Subject::kInformatics), (Row{0, 0, 1, 1, 1}));
  EXPECT_EQ(row(Subject::kHistory), (Row{2, 2, 2, 2, 2}));
  EXPECT_EQ(row(Subject::kSocialStudies), (Row{0, 1, 1, 1, 1}));
  EXPECT_EQ(row(Subject::kGeography), (Row{1, 1, 2, 2, 2}));
  EXPECT_EQ(row(Subject::kPhysics), (Row{0, 0, 2, 2, 3}));
  EXPECT_EQ(row(Subject::kChemistry), (Row{0, 0, 0, 2, 2}));
  EXPECT_EQ(row(Subject::kBiology), (Row{1, 1, 1, 2, 2}));
}

TEST(Curriculum, CardsStandInTheOrderOfTheirSubjects) {
  ASSERT_EQ(subjects().size(), kSubjects);
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kSubjects; ++i) {
    EXPECT_EQ(static_cast<std::size_t>(subjects()[i].subject), i);
    EXPECT_TRUE(names.insert(subjects()[i].name).second);
  }
}

TEST(Curriculum, EverySubjectHasAPlanOfExactlyItsHours) {
  constexpr unsigned weeks = 34;
  for (unsigned grade = 1; grade <= kGrades; ++grade) {
    for (const SubjectCard& card : subjects()) {
      const unsigned hours = weekly_hours(card.subject, grade) * weeks;
      if (hours == 0) continue;
      const auto plan = plan_topics(card.subject, grade, hours);
      const unsigned sum = std::accumulate(
          plan.begin(), plan.end(), 0U,
          [](unsigned before, const events::PlanTopic& line) { return before + line.hours; });
      EXPECT_EQ(sum, hours) << card.name << " " << grade;
      const auto controls =
          std::count_if(plan.begin(), plan.end(),
                        [](const events::PlanTopic& line) { return line.control_work; });
      const bool expected =
          grading_of(card.subject, grade) == Grading::kMarks && card.manner != Manner::kPractice;
      EXPECT_EQ(controls > 0, expected) << card.name << " " << grade;
    }
  }
}

TEST(Curriculum, GradeOneIsTaughtWithoutMarks) {
  for (const SubjectCard& card : subjects()) {
    EXPECT_EQ(grading_of(card.subject, 1), Grading::kNone);
  }
  EXPECT_EQ(grading_of(Subject::kRussian, 2), Grading::kMarks);
  EXPECT_EQ(grading_of(Subject::kReligions, 4), Grading::kNone);
  EXPECT_EQ(grading_of(Subject::kProject, 10), Grading::kCredit);
}

}  // namespace
}  // namespace letopis::trial
