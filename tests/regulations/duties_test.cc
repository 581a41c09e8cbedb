#include "regulations/duties.h"

#include <gtest/gtest.h>

#include "regulations/bundled.h"
#include "regulations/known_keys.h"
#include "regulations/setup_duties.h"

namespace letopis::regulations {
namespace {

using enum events::Role;
using Roles = std::vector<events::Role>;

TEST(Duties, EveryDutyHasAKnownKeyOfRolesAndSomebodyByDefault) {
  for (const DutyRow& row : duty_table()) {
    EXPECT_EQ(&row - duty_table().data(), static_cast<std::ptrdiff_t>(row.duty));
    const KnownKey* key = known_key(row.key);
    ASSERT_NE(key, nullptr) << row.key;
    EXPECT_EQ(key->kind, ValueKind::kRoles) << row.key;
    EXPECT_FALSE(row.by_default.empty()) << row.key;
    EXPECT_FALSE(is_named({}, row.duty));
    EXPECT_FALSE(duty_holders({}, row.duty).empty());
  }
  EXPECT_EQ(duty_table().size(), static_cast<std::size_t>(Duty::kConsultFamilies) + 1);
}

TEST(Duties, TheChainsOfIssueAreThoseOfTheRegulation) {
  RecordProperty("requirement", "ACC-02");
  const auto to = [](const char* school, Duty duty) {
    return duty_holders(parameters_of(school), duty);
  };
  EXPECT_EQ(to("nn125", Duty::kIssueToStaff), Roles{kDeputy});
  EXPECT_EQ(to("school4", Duty::kIssueToStaff), Roles{kAdministrator});
  EXPECT_EQ(to("saniba", Duty::kIssueToParents), Roles{kClassTeacher});
  EXPECT_EQ(to("nikihita", Duty::kIssueToParents), (Roles{kClassTeacher, kAdministrator}));
  EXPECT_EQ(to("nikihita", Duty::kIssueToAdministrator), Roles{kDirector});
  EXPECT_EQ(to("lipetsk", Duty::kIssueToPupils), (Roles{kClassTeacher, kAdministrator}));
  EXPECT_EQ(to("saniba", Duty::kIssueToPupils), Roles{kClassTeacher}) << "silent: by default";
}

TEST(Duties, WhoOwesWhatDiffersBetweenSchools) {
  RecordProperty("requirement", "ACC-21");
  const auto of = [](const char* school, Duty duty) {
    return duty_holders(parameters_of(school), duty);
  };
  EXPECT_EQ(of("nn125", Duty::kCloseYear), Roles{kDeputy});
  EXPECT_EQ(of("school4", Duty::kCloseYear), Roles{kAdministrator});
  EXPECT_FALSE(is_named(parameters_of("lipetsk"), Duty::kCloseYear));
  EXPECT_EQ(of("school4", Duty::kTimetableChanges), Roles{kDeputy});
  EXPECT_EQ(of("school4", Duty::kPrintJournal), Roles{kAdministrator});
  EXPECT_EQ(of("nn125", Duty::kBackup), Roles{kDeputy});
  EXPECT_EQ(of("nn125", Duty::kArchivePaper), Roles{kSecretary}) << "the clause names nobody";
  EXPECT_FALSE(is_named(parameters_of("nn125"), Duty::kArchivePaper));
}

TEST(SetupDuties, OnlyOneSchoolGivesTerms) {
  RecordProperty("requirement", "SET-16");
  EXPECT_TRUE(setup_duties(parameters_of("saniba")).empty());
  const auto duties = setup_duties(parameters_of("nikihita"));
  EXPECT_EQ(duties.size(), 19U);
  const auto named = [&](std::string_view name) {
    return *std::find_if(duties.begin(), duties.end(),
                         [&](const SetupDuty& duty) { return duty.name == name; });
  };
  const SetupDuty timetable = named("timetable_entered");
  EXPECT_EQ(timetable.holders, Roles{kAdministrator});
  EXPECT_EQ(timetable.first_start, (FirstStart{FirstStartKind::kDays, 15}));
  EXPECT_EQ(timetable.yearly, *parse_yearly("7d before each_period"));
  EXPECT_EQ(timetable.otherwise, std::vector{SetupOccasion::kOnDay});
  EXPECT_EQ(timetable.clause, "прил. 1 №18");
  EXPECT_EQ(named("subgroups").first_start, std::nullopt);
  EXPECT_EQ(named("subgroups").holders, (Roles{kTeacher, kClassTeacher}));
}

TEST(SetupDuties, EveryKeyOfTheChapterBelongsToADuty) {
  for (const KeyChapter& chapter : key_chapters()) {
    if (chapter.name != "setup") continue;
    for (const KnownKey& key : chapter.keys) {
      if (!key.key.ends_with(".yearly")) continue;
      Parameters parameters;
      parameters.set({std::string(key.key), "through_year", "1"});
      ASSERT_EQ(setup_duties(parameters).size(), 1U) << key.key;
      EXPECT_EQ("setup." + std::string(setup_duties(parameters)[0].name) + ".yearly", key.key);
    }
  }
}

}  // namespace
}  // namespace letopis::regulations
