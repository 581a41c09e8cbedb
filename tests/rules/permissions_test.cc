// Permissions to enter late.
#include <gtest/gtest.h>

#include "rules/journal_school.h"

namespace letopis::rules {
namespace {

events::PermissionGiven given(events::PersonNumber teacher, events::Instant until,
                              std::string_view first = "2025-09-01",
                              std::string_view last = "2025-09-02") {
  return {{}, teacher, kFifthA, kMathematics, day(first), day(last), until, kOrder};
}

TEST(Permissions, ItEndsLaterThanNowAndCitesAnOrder) {
  RecordProperty("requirement", "JRN-07");
  JournalSchool school;
  EXPECT_EQ(school.say(kDirector, {given(kMaths, school.now())}), "permission.over");
  auto uncited = given(kMaths, school.at("2025-09-05", 0));
  uncited.order.number = "";
  EXPECT_EQ(school.say(kDirector, {uncited}), "order.no_number");
  EXPECT_EQ(school.say(kDirector, {given(kMaths, {school.now().milliseconds + 1})}), "");
}

TEST(Permissions, ItIsForATeacherWithALoadOrASubstitutionThere) {
  RecordProperty("requirement", "JRN-07");
  JournalSchool school;
  const auto until = school.at("2025-09-05", 0);
  EXPECT_EQ(school.say(kDirector, {given(kEnglish, until)}), "permission.no_load");
  EXPECT_EQ(school.say(kDirector, {given(kColleague, until)}), "permission.no_load");
  school.given(kDeputy,
               events::SubstitutionOrdered{
                   {1}, kMathsOfA, kColleague, day("2025-09-02"), day("2025-09-02"), {}, kOrder});
  EXPECT_EQ(school.say(kDirector, {given(kColleague, until, "2025-09-01", "2025-09-01")}),
            "permission.no_load")
      << "the day before the substitution";
  EXPECT_EQ(school.say(kDirector, {given(kColleague, until)}), "");
}

TEST(Permissions, ItsDaysLieInAnOpenYear) {
  JournalSchool school;
  const auto until = school.at("2025-09-05", 0);
  EXPECT_EQ(school.say(kDirector, {given(kMaths, until, "2025-09-02", "2025-09-01")}),
            "days.order");
  EXPECT_EQ(school.say(kDirector, {given(kMaths, until, "2025-08-31", "2025-09-01")}),
            "day.no_year");
  school.given(kDirector, events::YearClosed{kYear, kOrder});
  EXPECT_EQ(school.say(kDirector, {given(kMaths, until)}), "year.closed");
}

TEST(Permissions, ItIsTakenBackOnce) {
  JournalSchool school;
  ASSERT_EQ(school.say(kDirector, {given(kMaths, school.at("2025-09-05", 0))}), "");
  EXPECT_EQ(school.say(kDeputy, {events::PermissionEnded{{1}}}), "");
  EXPECT_EQ(school.say(kDeputy, {events::PermissionEnded{{1}}}), "permission.ended");
}

TEST(Permissions, OnlyWhomItNamesWhereItSaysMayUseIt) {
  RecordProperty("requirement", "JRN-07");
  JournalSchool school(Rules{{"edit.window", "1w"}});
  const auto maths = school.lesson(kMathsOfA, "2025-09-02");
  const auto of_b = school.lesson(kMathsOfB, "2025-09-02");
  const auto english = school.lesson(kEnglishFirst, "2025-09-02", 2);
  const auto three = events::MarkValue::kThree;
  ASSERT_EQ(school.say(kMaths, {mark(maths, "2025-09-02", kAnna, three)}), "");
  ASSERT_EQ(school.say(kEnglish, {mark(english, "2025-09-02", kAnna, three)}), "");
  school.given(kMaths, mark(of_b, "2025-09-02", kAnna, three));
  school.clock("2025-09-20", 12);
  const auto permission = school.permit(school.at("2025-09-21", 0), "2025-09-02", "2025-09-02");
  const auto changed = [&](events::LessonNumber lesson) {
    auto fact = correction(lesson, "2025-09-02", kAnna, events::MarkValue::kFour);
    fact.permission = permission;
    return fact;
  };
  EXPECT_EQ(school.say(kEnglish, {changed(english)}), "permission.not_covering");
  EXPECT_EQ(school.say(kMaths, {changed(of_b)}), "permission.not_covering") << "another class";
  EXPECT_EQ(school.say(kMaths, {changed(maths)}), "");
}

}  // namespace
}  // namespace letopis::rules
