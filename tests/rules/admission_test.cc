// What admission keeps from one command to the next never changes its answers.
#include <gtest/gtest.h>

#include "projections/random_school.h"
#include "rules/admit.h"
#include "rules/journal_school.h"
#include "rules/kept.h"

namespace letopis::rules {
namespace {

using events::MarkValue;

// Everything that is kept, as one who keeps nothing reads it.
void expect_same(const events::ViewReader& views, Kept& kept, std::size_t step) {
  const projections::Directory directory(views);
  Setting setting;
  Roster roster;
  for (const auto iso : {"2025-09-02", "2025-10-24", "2025-12-01"}) {
    ASSERT_TRUE(kept.remembered().setting->parameters(day(iso), directory) ==
                setting.parameters(day(iso), directory))
        << step;
    for (std::uint32_t number = 1; number <= 2; ++number) {
      ASSERT_TRUE(kept.remembered().setting->class_info({number}, day(iso), directory) ==
                  setting.class_info({number}, day(iso), directory))
          << step;
    }
    ASSERT_EQ(kept.remembered().setting->calendar(directory).is_school_day(day(iso)),
              setting.calendar(directory).is_school_day(day(iso)))
        << step;
  }
  ASSERT_EQ(kept.remembered().setting->voids(views), setting.voids(views)) << step;
  for (std::uint32_t number = 1; number <= 2; ++number) {
    ASSERT_EQ(kept.remembered().setting->period_closed(kFifthA, {number}, directory),
              setting.period_closed(kFifthA, {number}, directory))
        << step;
  }
  Results results;
  for (std::uint32_t number = 1; number <= 2; ++number) {
    const projections::PeriodCell of_class{{}, kFifthA, kMathematics, {number}, {}};
    ASSERT_EQ(kept.remembered().results->has_none(of_class, views),
              results.has_none(of_class, views))
        << step;
  }
  for (std::uint32_t person = 1; person <= 12; ++person) {
    ASSERT_TRUE(kept.remembered().roster->roles_of({person}, directory) ==
                roster.roles_of({person}, directory))
        << step;
    ASSERT_TRUE(kept.remembered().roster->classes_of({person}, directory) ==
                roster.classes_of({person}, directory))
        << step;
    ASSERT_TRUE(kept.remembered().roster->groups_of({person}, directory) ==
                roster.groups_of({person}, directory))
        << step;
  }
}

TEST(Admission, WhatIsKeptIsWhatTheViewsShowAfterEveryFact) {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    const auto school = projections::random_school(seed, 150);
    const auto projections = projections::all();
    projections::MemoryViews views;
    Kept kept;
    for (std::size_t i = 0; i < school.log().size(); ++i) {
      views.fold(projections, school.log()[i]);
      kept.look(views);
      expect_same(views, kept, i);
    }
  }
}

TEST(Admission, ALogThatTookBackItsLastFactsAndWentOnOtherwiseIsReadAnew) {
  JournalSchool school;
  const auto before = school.views();
  Kept kept;
  auto lost = school;
  lost.given(kDirector,
             events::RoleGiven{kEnglish, events::Role::kDeputy, {}, {}, day("2025-09-01"), kOrder});
  kept.look(lost.views());
  const projections::Directory of_lost(lost.views());
  EXPECT_EQ(kept.remembered().roster->roles_of(kEnglish, of_lost).size(), 2U);
  kept.look(before);
  EXPECT_EQ(kept.remembered().roster->roles_of(kEnglish, projections::Directory(before)).size(),
            1U);
  school.clock("2025-09-02", 13);
  school.given(kDirector,
               events::RoleGiven{kMaths, events::Role::kDeputy, {}, {}, day("2025-09-01"), kOrder});
  kept.look(lost.views());
  static_cast<void>(kept.remembered().roster->roles_of(kEnglish, of_lost));
  kept.look(school.views());
  EXPECT_EQ(
      kept.remembered().roster->roles_of(kEnglish, projections::Directory(school.views())).size(),
      1U)
      << "another fact stands at the same place of the log";
}

TEST(Admission, AFactThatClosesTheJournalCountsForTheVeryNextCommand) {
  RecordProperty("requirement", "JRN-08");
  JournalSchool school(Rules{{"lock.after_period_marks", "yes"}});
  school.clock("2025-10-24", 18);
  const auto lesson = school.lesson(kMathsOfA, "2025-10-24");
  Admission admission;
  const auto ask = [&](events::PersonNumber author, const events::Fact& fact) {
    events::Event event;
    event.author = author;
    event.fact = fact;
    event.stream = events::stream_of(fact);
    event.version = 1;
    const auto outcome = admission({&event, 1}, {}, school.views(), school.now());
    return outcome ? std::string() : outcome.refusal().code;
  };
  const auto given = mark(lesson, "2025-10-24", kAnna, MarkValue::kFour);
  EXPECT_EQ(ask(kMaths, given), "");
  school.given(kDeputy, events::PeriodClosed{kFifthA, kFirstQuarter});
  EXPECT_EQ(ask(kMaths, given), "period.closed");
  school.given(kDirector, events::PeriodReopened{kFifthA, kFirstQuarter, kOrder});
  EXPECT_EQ(ask(kMaths, given), "");
  school.given(kMaths, period_mark(kAnna, MarkValue::kFour));
  EXPECT_EQ(ask(kMaths, given), "period.marked");
  school.given(kMaths, events::PeriodMarkWithdrawn{
                           kAnna, kFifthA, kMathematics, kFirstQuarter, {}, {}, {}, {}});
  EXPECT_EQ(ask(kMaths, given), "");
  school.given(kAdministrator, events::PupilLeft{kAnna, kFifthA, day("2025-10-23"), {}, kOrder});
  EXPECT_EQ(ask(kMaths, given), "pupil.not_there");
  school.given(kDirector, events::RoleEnded{
                              kMaths, events::Role::kTeacher, {}, {}, day("2025-10-23"), kOrder});
  EXPECT_EQ(ask(kMaths, given), "access.no_role");
}

TEST(Admission, WhatACommandChangesCountsWithinItAndNotAfterItsRefusal) {
  JournalSchool school;
  school.clock("2025-10-24", 18);
  const auto lesson = school.lesson(kMathsOfA, "2025-10-24");
  const events::RoleGiven appointed{kEnglish, events::Role::kDeputy, {},
                                    {},       day("2025-09-01"),     kOrder};
  EXPECT_EQ(school.say(kDirector, {appointed, mark(lesson, "2025-10-24", kAnna, MarkValue::kFive)}),
            "access.no_role");
  EXPECT_EQ(school.say(kEnglish, {events::PeriodClosed{kFifthA, kFirstQuarter}}), "access.no_role");
}

}  // namespace
}  // namespace letopis::rules
