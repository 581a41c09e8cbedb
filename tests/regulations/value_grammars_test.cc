#include <gtest/gtest.h>

#include "regulations/grade_list.h"
#include "regulations/role_list.h"
#include "regulations/value_list.h"
#include "regulations/written_norms.h"

namespace letopis::regulations {
namespace {

using events::Role;
using events::WorkKind;

TEST(RoleList, IsReadInItsOrder) {
  EXPECT_EQ(*parse_roles("class_teacher, administrator"),
            (std::vector<Role>{Role::kClassTeacher, Role::kAdministrator}));
  EXPECT_TRUE(parse_roles("unnamed")->empty());
  for (const char* text : {"", "boss", "deputy,deputy", "deputy,", "unnamed,deputy"}) {
    const auto read = parse_roles(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.refusal().code, "roles.unreadable");
  }
}

TEST(RoleTerms, AreForEachRoleOrForEverybody) {
  EXPECT_EQ(*parse_role_terms("administrator 1w, deputy 1m"),
            (std::vector<RoleTerm>{{Role::kAdministrator, {TermKind::kCalendarDays, 7}},
                                   {Role::kDeputy, {TermKind::kMonth, 1}}}));
  EXPECT_EQ(*parse_role_terms("1w"),
            (std::vector<RoleTerm>{{std::nullopt, {TermKind::kCalendarDays, 7}}}));
  for (const char* text :
       {"", "boss 1w", "deputy", "deputy 1w,deputy 2w", "1w,2w", "deputy 1w; late 2w"}) {
    const auto read = parse_role_terms(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.refusal().code, "role_terms.unreadable");
  }
}

TEST(GradeList, HoldsGradesAndRangesEachOnce) {
  EXPECT_EQ(*parse_grades("10,1-3"), (std::vector<unsigned>{1, 2, 3, 10}));
  EXPECT_EQ(*parse_grades("12"), std::vector<unsigned>{12});
  EXPECT_TRUE(parse_grades("none")->empty());
  for (const char* text : {"", "0", "13", "3-1", "1-", "-1", "1-2-3", "1,1", "1-3,2", "a", "1,"}) {
    const auto read = parse_grades(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.refusal().code, "grades.unreadable");
  }
}

TEST(WrittenNorms, AreByKindAndGrade) {
  const auto norms = *parse_written_norms("dictation 1-4 1d, dictation 5-9 3d, essay 10 7wd");
  EXPECT_EQ(norm_for(norms, WorkKind::kDictation, 4), (Term{TermKind::kCalendarDays, 1}));
  EXPECT_EQ(norm_for(norms, WorkKind::kDictation, 5), (Term{TermKind::kCalendarDays, 3}));
  EXPECT_EQ(norm_for(norms, WorkKind::kEssay, 10), (Term{TermKind::kWorkingDays, 7}));
  EXPECT_EQ(norm_for(norms, WorkKind::kEssay, 11), std::nullopt);
  EXPECT_EQ(norm_for(norms, WorkKind::kControl, 5), std::nullopt);
  EXPECT_TRUE(parse_written_norms("none")->empty());
}

TEST(WrittenNorms, WhatIsNoWrittenWorkOrSaidTwiceIsRefused) {
  for (const char* text :
       {"", "answer 1-4 1d", "dictation 1-4", "dictation 0 1d", "dictation 1-4 1h",
        "dictation 1-4 1d,dictation 4-9 2d", "dictation  1-4 1d"}) {
    const auto read = parse_written_norms(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.refusal().code, "norms.unreadable");
  }
}

TEST(ValueList, HasALimit) {
  std::string items = "a";
  for (std::size_t i = 1; i < kMostItems; ++i) items += ",a";
  EXPECT_EQ(items_of(items).size(), kMostItems);
  EXPECT_TRUE(items_of(items + ",a").empty());
}

}  // namespace
}  // namespace letopis::regulations
