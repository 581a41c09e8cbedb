#include "regulations/contradictions.h"

#include <gtest/gtest.h>

#include "regulations/regulation_text.h"

namespace letopis::regulations {
namespace {

using Said = std::vector<std::pair<std::string, std::string>>;

// The pairs of keys that cannot hold together, as "key/other".
std::vector<std::string> found_in(const Said& said) {
  Parameters parameters;
  for (const auto& [key, value] : said) {
    const events::Parameter parameter{key, value, "1"};
    EXPECT_TRUE(check_parameter(parameter)) << key << " = " << value;
    parameters.set(parameter);
  }
  std::vector<std::string> pairs;
  for (const Contradiction& one : contradictions(parameters)) {
    EXPECT_NE(one.says.ru.find(one.key), std::string::npos);
    EXPECT_NE(one.says.en.find(one.other), std::string::npos);
    pairs.push_back(one.key + "/" + one.other);
  }
  return pairs;
}

std::vector<std::string> only(const char* pair) { return {pair}; }
const std::vector<std::string> kNone;

TEST(Contradictions, ADetailNeedsWhatItIsADetailOf) {
  EXPECT_EQ(found_in({{"entry.mark.late", "refuse"}}), only("entry.mark.late/entry.mark.due"));
  EXPECT_EQ(found_in({{"edit.window", "1w"}}), only("edit.window/entry.mark.due"));
  EXPECT_EQ(found_in({{"optout.print.cadence", "monthly"}}),
            only("optout.print.cadence/diary.form_choice"));
  EXPECT_EQ(found_in({{"compromise.void_from", "notice"}}),
            only("compromise.void_from/compromise.notice"));
  EXPECT_EQ(
      found_in({{"optout.print.cadence", "monthly"}, {"diary.form_choice", "parent_chooses"}}),
      kNone);
}

TEST(Contradictions, NothingIsRefusedPastATermOfNone) {
  EXPECT_EQ(found_in({{"entry.topic.due", "none"}, {"entry.topic.late", "refuse"}}),
            only("entry.topic.late/entry.topic.due"));
  EXPECT_EQ(found_in({{"entry.topic.due", "none"}, {"entry.topic.late", "flag"}}), kNone);
}

TEST(Contradictions, WrittenWorksByNormsAndNormsGoTogether) {
  EXPECT_EQ(found_in({{"entry.written_work.due", "norms"}}),
            only("entry.written_work.due/written_work.norms"));
  EXPECT_EQ(found_in({{"entry.written_work.due", "7d"}, {"written_work.norms", "essay 5-9 7d"}}),
            only("written_work.norms/entry.written_work.due"));
  EXPECT_EQ(found_in({{"entry.written_work.due", "norms"}, {"written_work.norms", "none"}}), kNone);
}

TEST(Contradictions, AWindowIsOneOfThoseAllowed) {
  const auto window = [](const char* value) {
    return found_in(
        {{"entry.mark.due", "7d"}, {"edit.window", value}, {"edit.window.choices", "1w,2w"}});
  };
  EXPECT_EQ(window("2w"), kNone);
  EXPECT_EQ(window("3w"), only("edit.window/edit.window.choices"));
}

TEST(Contradictions, TheSameDayMattersOnlyWithoutAWindow) {
  EXPECT_EQ(found_in({{"entry.mark.due", "7d"}, {"edit.window", "1w"}, {"edit.same_day", "yes"}}),
            only("edit.same_day/edit.window"));
  EXPECT_EQ(found_in({{"entry.mark.due", "7d"}, {"edit.window", "none"}, {"edit.same_day", "no"}}),
            kNone);
}

TEST(Contradictions, ACadenceCountsOnlyPeriodsThatThereAre) {
  EXPECT_EQ(found_in({{"periods", "quarter,year"}, {"backup.cadence", "half_year"}}),
            only("backup.cadence/periods"));
  EXPECT_EQ(found_in({{"periods", "quarter,year"}, {"backup.cadence", "quarter,year"}}), kNone);
  EXPECT_EQ(found_in({{"periods", "half_year"}, {"control.director", "quarter"}}),
            only("control.director/periods"));
  EXPECT_EQ(found_in({{"periods", "year"}, {"activity", "each_period"}}), only("activity/periods"));
  EXPECT_EQ(found_in({{"periods", "quarter"}, {"activity", "each_period"}}), kNone);
  EXPECT_EQ(found_in({{"periods", "year"}, {"setup.plans.yearly", "7d before each_period"}}),
            only("setup.plans.yearly/periods"));
  EXPECT_EQ(found_in({{"periods", "quarter"}, {"period_mark.least_marks.half_year", "5"}}),
            only("period_mark.least_marks.half_year/periods"));
  EXPECT_EQ(found_in({{"backup.cadence", "half_year"}}), kNone) << "periods are not ruled";
}

TEST(Contradictions, WherePresenceAloneIsKeptThereIsNothingElse) {
  EXPECT_EQ(found_in({{"grades_attendance_only", "1,2"}, {"grades_without_marks", "1"}}),
            only("grades_attendance_only/grades_without_marks"));
  EXPECT_EQ(found_in({{"grades_attendance_only", "1"}, {"grades_without_homework", "none"}}),
            only("grades_attendance_only/grades_without_homework"));
  EXPECT_EQ(found_in({{"grades_attendance_only", "1"}, {"grades_without_marks", "1,2"}}), kNone);
}

TEST(Contradictions, PlansMediaControlAndConsultationsHoldTogether) {
  EXPECT_EQ(found_in({{"plan.required", "no"}, {"plan.due", "7d"}}),
            only("plan.due/plan.required"));
  EXPECT_EQ(
      found_in(
          {{"archive.cadence", "weekly"}, {"archive.media", "1"}, {"archive.media.apart", "yes"}}),
      only("archive.media.apart/archive.media"));
  EXPECT_EQ(found_in({{"control.result", "note"}}), only("control.result/control.deputy"));
  EXPECT_EQ(found_in({{"control.result", "note"}, {"control.director", "daily"}}), kNone);
  EXPECT_EQ(found_in({{"consultation", "timely"}, {"consultation.due", "7cd"}}),
            only("consultation.due/consultation"));
  EXPECT_EQ(found_in({{"setup.software.by", "administrator"}}),
            only("setup.software.by/setup.software.yearly"));
}

TEST(Contradictions, ALoadedFileIsToldBothKeysAndTheirLines) {
  const auto loaded = load_regulation(
      "title = \"Положение\"\n"
      "school = \"Школа\"\n"
      "[adoption]\n"
      "\"system\" = { value = \"ЭЖ\", clause = \"1.1\" }\n"
      "[entries]\n"
      "\"periods\" = { value = [\"quarter\"], clause = \"5.2\" }\n"
      "[paper]\n"
      "\"backup.cadence\" = { value = \"half_year\", clause = \"3.4.6\" }\n",
      "school.toml");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.refusal().code, "regulation.contradiction");
  EXPECT_EQ(loaded.refusal().clause, "3.4.6");
  EXPECT_EQ(loaded.refusal().says.en,
            "school.toml, line 8, column 1: backup.cadence and periods: the reporting periods have "
            "no such: half_year (periods is in line 6)");
}

}  // namespace
}  // namespace letopis::regulations
