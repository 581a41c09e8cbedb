#include "regulations/term.h"

#include <gtest/gtest.h>

namespace letopis::regulations {
namespace {

std::vector<Term> read(const char* text) { return *parse_terms(text); }

TEST(Term, EveryFormOfTheGrammarIsRead) {
  EXPECT_EQ(read("none"), (std::vector<Term>{{TermKind::kNone, 0}}));
  EXPECT_EQ(read("lesson_day"), (std::vector<Term>{{TermKind::kLessonDay, 0}}));
  EXPECT_EQ(read("17:00"), (std::vector<Term>{{TermKind::kTimeOfDay, 1020}}));
  EXPECT_EQ(read("8:05"), (std::vector<Term>{{TermKind::kTimeOfDay, 485}}));
  EXPECT_EQ(read("7d"), (std::vector<Term>{{TermKind::kCalendarDays, 7}}));
  EXPECT_EQ(read("7cd"), (std::vector<Term>{{TermKind::kCalendarDays, 7}}));
  EXPECT_EQ(read("7wd"), (std::vector<Term>{{TermKind::kWorkingDays, 7}}));
  EXPECT_EQ(read("3w"), (std::vector<Term>{{TermKind::kCalendarDays, 21}}));
  EXPECT_EQ(read("1m"), (std::vector<Term>{{TermKind::kMonth, 1}}));
  EXPECT_EQ(read("3h"), (std::vector<Term>{{TermKind::kHoursAfterLessons, 3}}));
  EXPECT_EQ(read("year_end"), (std::vector<Term>{{TermKind::kYearEnd, 0}}));
  EXPECT_EQ(read("lesson_day, 3h"),
            (std::vector<Term>{{TermKind::kLessonDay, 0}, {TermKind::kHoursAfterLessons, 3}}));
}

TEST(Term, WhatTheGrammarDoesNotKnowIsRefused) {
  for (const char* text : {"",     ",",     "lesson_day,", "soon", "7",      "d",         "-7d",
                           "7 d",  "24:00", "17:60",       "17:0", "17:000", "17",        ":30",
                           "367d", "53w",   "2m",          "25h",  "99999d", "LESSON_DAY"}) {
    const auto terms = parse_terms(text);
    ASSERT_FALSE(terms) << text;
    EXPECT_EQ(terms.refusal().code, "term.unreadable");
  }
}

TEST(Term, NormsAndOrdersAreTermsToo) {
  EXPECT_EQ(read("norms"), (std::vector<Term>{{TermKind::kNorms, 0}}));
  EXPECT_EQ(read("by_order"), (std::vector<Term>{{TermKind::kByOrder, 0}}));
}

TEST(Term, TwoTermsOfOneClauseAreDueByTheFirstAndLateByTheSecond) {
  EXPECT_EQ(*parse_due("lesson_day; late 7d"),
            (DueTerms{{{TermKind::kLessonDay, 0}}, {{TermKind::kCalendarDays, 7}}}));
  EXPECT_EQ(*parse_due("7d;late 7wd"),
            (DueTerms{{{TermKind::kCalendarDays, 7}}, {{TermKind::kWorkingDays, 7}}}));
  EXPECT_EQ(*parse_due("lesson_day,3h"), (DueTerms{read("lesson_day,3h"), {}}));
}

TEST(Term, ALateTermThatIsNotTheLongerOneIsRefused) {
  for (const char* text : {"7d; late 7d", "7d; late 3d", "1w; late 5d", "7d; 8d", "7d; late",
                           "late 7d", "; late 7d", "7d; late 8d; late 9d", "7d;", "7d late 8d"}) {
    const auto terms = parse_due(text);
    ASSERT_FALSE(terms) << text;
    EXPECT_EQ(terms.refusal().code, "term.unreadable");
  }
}

}  // namespace
}  // namespace letopis::regulations
