#include "regulations/journal_terms.h"

#include <gtest/gtest.h>

#include "regulations/bundled.h"
#include "regulations/key_value.h"
#include "regulations/known_keys.h"

namespace letopis::regulations {
namespace {

using events::LessonKind;
using events::PeriodKind;

TEST(JournalTerms, WhatAGradeOwesIsWhatItsRegulationLeaves) {
  RecordProperty("requirement", "JRN-11");
  const Parameters lipetsk = parameters_of("lipetsk");
  EXPECT_EQ(grade_rules(lipetsk, 1), (GradeRules{false, false, false, "1.3", "1.3", "1.3"}));
  EXPECT_EQ(grade_rules(lipetsk, 2), GradeRules{});
  const Parameters school4 = parameters_of("school4");
  EXPECT_EQ(grade_rules(school4, 2), (GradeRules{false, true, true, "4.6", "", ""}));
  EXPECT_EQ(grade_rules(school4, 3), GradeRules{});
  EXPECT_EQ(grade_rules(parameters_of("saniba"), 1), GradeRules{});
}

TEST(JournalTerms, PresenceAloneTakesTheRestAway) {
  Parameters parameters;
  parameters.set({"grades_attendance_only", "1", "7"});
  EXPECT_EQ(grade_rules(parameters, 1), (GradeRules{false, false, false, "7", "7", "7"}));
}

TEST(JournalTerms, SilenceAsksNothing) {
  const Parameters silent;
  EXPECT_FALSE(homework_is_optional(silent));
  EXPECT_FALSE(everyone_present_is_marked(silent));
  EXPECT_FALSE(locks_after_period_marks(silent));
  EXPECT_FALSE(entries_are_in_russian(silent));
  EXPECT_FALSE(has_parallel_paper_journal(silent));
  EXPECT_TRUE(kinds_with_mandatory_topics(silent).empty());
  EXPECT_TRUE(reporting_periods(silent).empty());
  EXPECT_EQ(edit_window_choices(silent).size(), 6U);
  EXPECT_FALSE(refuses_late(EntryKind::kMark, silent));
}

TEST(JournalTerms, AreReadAsTheSchoolsSayThem) {
  RecordProperty("requirement", "JRN-03");
  const Parameters nn125 = parameters_of("nn125");
  EXPECT_TRUE(everyone_present_is_marked(nn125));
  EXPECT_TRUE(entries_are_in_russian(nn125));
  EXPECT_TRUE(kinds_with_mandatory_topics(nn125).contains(LessonKind::kLaboratory));
  EXPECT_TRUE(kinds_with_mandatory_topics(nn125).contains(LessonKind::kOrdinary));
  EXPECT_FALSE(kinds_with_mandatory_topics(nn125).contains(LessonKind::kPsychologist));
  const Parameters nikihita = parameters_of("nikihita");
  EXPECT_TRUE(homework_is_optional(nikihita));
  EXPECT_TRUE(locks_after_period_marks(nikihita));
  EXPECT_FALSE(has_parallel_paper_journal(nikihita));
  EXPECT_EQ(edit_window_choices(nikihita),
            (std::vector<std::string>{"year_end", "1w", "2w", "3w", "1m"}));
  EXPECT_EQ(reporting_periods(nikihita),
            (std::set{PeriodKind::kQuarter, PeriodKind::kHalfYear, PeriodKind::kYear}));
  EXPECT_EQ(reporting_periods(parameters_of("lipetsk")), std::set{PeriodKind::kQuarter});
  EXPECT_TRUE(has_parallel_paper_journal(parameters_of("lipetsk")));
}

TEST(JournalTerms, ResultsOfHomeSchoolingStandInEitherJournalUnlessOneIsNamed) {
  RecordProperty("requirement", "JRN-14");
  EXPECT_EQ(home_schooling_marks({}), (HomeMarks{true, true, ""}));
  EXPECT_EQ(home_schooling_marks(parameters_of("nn125")), (HomeMarks{true, true, "3.2.5"}));
  for (const auto& [value, in_class, in_own] :
       {std::tuple{"class_journal", true, false}, std::tuple{"own_journal", false, true},
        std::tuple{"none", true, true}}) {
    Parameters parameters;
    parameters.set({"home_schooling.marks_in", value, "3"});
    EXPECT_EQ(home_schooling_marks(parameters), (HomeMarks{in_class, in_own, "3"})) << value;
  }
}

TEST(JournalTerms, OnlyAClauseThatForbidsRefuses) {
  RecordProperty("requirement", "JRN-09");
  const Parameters saniba = parameters_of("saniba");
  EXPECT_TRUE(refuses_late(EntryKind::kMark, saniba));
  EXPECT_TRUE(refuses_late(EntryKind::kWrittenWorkMark, saniba));
  EXPECT_FALSE(refuses_late(EntryKind::kTopic, saniba));
  EXPECT_FALSE(refuses_late(EntryKind::kAttendance, saniba));
  EXPECT_FALSE(refuses_late(EntryKind::kHomework, saniba));
  EXPECT_FALSE(refuses_late(EntryKind::kPeriodMark, saniba));
  for (const char* school : {"nikihita", "nn125", "school4", "lipetsk"}) {
    EXPECT_FALSE(refuses_late(EntryKind::kMark, parameters_of(school))) << school;
    EXPECT_TRUE(refuses_late(EntryKind::kMarkChange, parameters_of(school))) << school;
  }
}

TEST(JournalTerms, MarksAreBoundToPointsOnlyWherePointsAreListedForThem) {
  RecordProperty("requirement", "ACC-18");
  EXPECT_EQ(clause_of_marks_at_points(parameters_of("lipetsk")), "3.3");
  for (const char* school : {"saniba", "nikihita", "nn125", "school4"}) {
    EXPECT_EQ(clause_of_marks_at_points(parameters_of(school)), std::nullopt) << school;
  }
  Parameters parameters;
  parameters.set({"points_of_operation", "workplaces,listed", "1"});
  EXPECT_EQ(clause_of_marks_at_points(parameters), std::nullopt) << "listed, but for what?";
  parameters.set({"points_of_operation.entries", "marks", "2"});
  EXPECT_EQ(clause_of_marks_at_points(parameters), "2");
  parameters.set({"points_of_operation", "workplaces", "1"});
  EXPECT_EQ(clause_of_marks_at_points(parameters), std::nullopt) << "no list to keep to";
}

TEST(JournalTerms, TheProductsOwnParametersHaveDefaults) {
  Parameters parameters;
  EXPECT_EQ(rounding_threshold_thousandths(parameters), 500U);
  EXPECT_EQ(least_marks(parameters, PeriodKind::kQuarter), 3U);
  EXPECT_EQ(least_marks(parameters, PeriodKind::kHalfYear), 5U);
  EXPECT_EQ(least_archive_media(parameters), 2U);
  parameters.set({"period_mark.rounding", "0.65", ""});
  parameters.set({"period_mark.least_marks", "4", ""});
  parameters.set({"period_mark.least_marks.half_year", "6", ""});
  parameters.set({"archive.media", "3", ""});
  EXPECT_EQ(rounding_threshold_thousandths(parameters), 650U);
  EXPECT_EQ(least_marks(parameters, PeriodKind::kYear), 4U);
  EXPECT_EQ(least_marks(parameters, PeriodKind::kHalfYear), 6U);
  EXPECT_EQ(least_archive_media(parameters), 3U);
  for (const char* school : {"saniba", "nikihita", "nn125", "school4", "lipetsk"}) {
    EXPECT_EQ(parameters_of(school).find("period_mark.rounding"), nullptr) << school;
  }
}

TEST(KnownKeys, EachHasNamesAndStandsInOneChapter) {
  std::set<std::string_view> seen;
  for (const KeyChapter& chapter : key_chapters()) {
    EXPECT_FALSE(chapter.ru.empty());
    for (const KnownKey& key : chapter.keys) {
      EXPECT_TRUE(seen.insert(key.key).second) << key.key;
      EXPECT_EQ(known_key(key.key), &key);
      EXPECT_EQ(&chapter_of(key.key), &chapter);
      EXPECT_FALSE(key.ru.empty() || key.en.empty()) << key.key;
      EXPECT_FALSE(allowed_values(key).ru.empty()) << key.key;
      const bool chooses = key.kind == ValueKind::kWord || key.kind == ValueKind::kWords;
      EXPECT_EQ(chooses, !key.words.empty()) << key.key;
      for (const ValueWord& word : key.words) {
        EXPECT_TRUE(is_readable(key, word.word)) << key.key << " = " << word.word;
        EXPECT_FALSE(word.ru.empty() || word.en.empty()) << word.word;
      }
      EXPECT_FALSE(is_readable(key, "\x1b[2J")) << key.key;
      EXPECT_FALSE(is_readable(key, "")) << key.key;
    }
  }
}

}  // namespace
}  // namespace letopis::regulations
