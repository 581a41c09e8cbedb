#include "projections/directory_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/number_search.h"
#include "projections/small_school.h"

namespace letopis::projections {
namespace {

using events::NumberKind;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Directory, NumbersExistFromTheirDeclarationOn) {
  SmallSchool school;
  const events::Position before = school.size();
  const auto lesson = school.hold(kMathsOfA, "2025-09-02", 1);
  const Directory now(school.views());
  EXPECT_TRUE(now.exists(NumberKind::kLesson, lesson.value));
  EXPECT_FALSE(now.exists(NumberKind::kLesson, lesson.value + 1));
  EXPECT_FALSE(now.exists(NumberKind::kLesson, 0));
  EXPECT_FALSE(Directory(school.views(), before).exists(NumberKind::kLesson, lesson.value));
  EXPECT_EQ(now.last_number(NumberKind::kLesson), 1U);
  EXPECT_EQ(now.last_number(NumberKind::kPerson), 6U);
  EXPECT_EQ(now.last_number(NumberKind::kVolume), 0U);
  EXPECT_EQ(Directory(school.views(), before).last_number(NumberKind::kLesson), 0U);
}

TEST(Directory, CountingByAskingFindsEveryCount) {
  for (std::uint32_t count = 0; count < 300; ++count) {
    std::uint32_t asked = 0;
    EXPECT_EQ(count_of([&](std::uint32_t number) {
                ++asked;
                return number < count;
              }),
              count);
    EXPECT_LE(asked, 20U);
  }
}

TEST(Directory, ALessonBelongsToTheClassAndGroupOfItsLoad) {
  SmallSchool school;
  const auto lesson = school.hold(kEnglishSecond, "2025-09-02", 3);
  const auto info = Directory(school.views()).lesson(lesson);
  EXPECT_EQ(info->place, (Place{kFifthA, kForeign, kSecondGroup}))
      << "the class of a subgroup, though the load names none";
  EXPECT_EQ(info->held.fact.bell, 3);
  EXPECT_FALSE(info->withdrawn);
  EXPECT_EQ(Directory(school.views()).lesson(events::LessonNumber{9}), std::nullopt);
}

TEST(Directory, LoadsAreFoundByClassAndTeacherAndEnd) {
  SmallSchool school;
  school.add(kDirector, events::LoadEnded{kMathsOfA, day("2025-10-01"), std::nullopt});
  const Directory directory(school.views());
  std::vector<events::LoadNumber> of_class;
  for (const LoadInfo& load : directory.loads_of(kFifthA)) {
    of_class.push_back(load.assigned.fact.load);
  }
  EXPECT_THAT(of_class, ElementsAre(kMathsOfA, kEnglishFirst, kEnglishSecond));
  EXPECT_EQ(directory.loads_of(kMaths).size(), 2U);
  EXPECT_EQ(directory.load(kMathsOfA)->days.last, day("2025-10-01"));
  EXPECT_EQ(directory.load(kMathsOfB)->days.last, day("2026-05-26"));
}

TEST(Directory, AClassIsFoundByItsNameOfTheDay) {
  SmallSchool school;
  school.add(kDirector,
             events::YearOpened{{2}, 2026, day("2026-09-01"), day("2027-05-25"), std::nullopt});
  school.add(kDirector, events::ClassPromoted{kFifthA, {2}, 6, {}});
  school.add(kDirector, events::ClassClosed{kFifthB, day("2026-06-30"), std::nullopt});
  const Directory directory(school.views());
  EXPECT_EQ(directory.class_named("5а", day("2026-05-01"))->number, kFifthA);
  EXPECT_EQ(directory.class_named("5а", day("2026-09-01")), std::nullopt);
  EXPECT_EQ(directory.class_named("6а", day("2026-09-01"))->number, kFifthA);
  EXPECT_EQ(directory.classes(day("2026-05-01")).size(), 2U);
  EXPECT_EQ(directory.classes(day("2026-09-01")).size(), 1U);
  EXPECT_EQ(directory.class_named("5в", day("2025-09-01")), std::nullopt);
}

TEST(Directory, AClassOfTheNextYearHasNotBegun) {
  SmallSchool school;
  school.add(kDirector,
             events::YearOpened{{2}, 2026, day("2026-09-01"), day("2027-05-25"), std::nullopt});
  school.add(kDirector, events::ClassOpened{{3}, {2}, 5, "а"});
  const Directory directory(school.views());
  EXPECT_EQ(directory.classes(day("2026-05-26")).size(), 3U);
  EXPECT_EQ(directory.classes_begun(day("2026-05-26")).size(), 2U);
  EXPECT_EQ(directory.classes_begun(day("2026-09-01")).size(), 3U);
}

TEST(Directory, WhoComesBackHasTwoStays) {
  RecordProperty("requirement", "SET-07");
  SmallSchool school;
  school.add(
      kDirector,
      events::PupilLeft{kAnna, kFifthA, day("2025-09-30"), events::LeaveGround::kOtherSchool, {}});
  school.add(kDirector, events::PupilEnrolled{kAnna, kFifthA, day("2026-01-12"), {}});
  school.add(kDirector, events::PupilGraduated{kAnna, kFifthA, day("2026-05-26"), {}});
  const Directory directory(school.views());
  const auto stays = directory.classes_of(kAnna);
  ASSERT_EQ(stays.size(), 1U);
  EXPECT_THAT(stays[0].days, ElementsAre(Interval{day("2025-09-01"), day("2025-09-30")},
                                         Interval{day("2026-01-12"), day("2026-05-26")}));
  EXPECT_EQ(directory.class_of(kAnna, day("2025-12-01")), std::nullopt);
  EXPECT_EQ(directory.class_of(kAnna, day("2026-02-01")), kFifthA);
  EXPECT_EQ(directory.pupils_of(kFifthA, day("2025-10-01"), day("2025-12-31")).size(), 2U);
  EXPECT_EQ(directory.pupils_of(kFifthA, day("2025-09-30"), day("2025-12-31")).size(), 3U);
}

TEST(Directory, PromotionIntoAnotherClassMovesAtTheYearsStart) {
  RecordProperty("requirement", "SET-07");
  SmallSchool school;
  school.add(kDirector,
             events::YearOpened{{2}, 2026, day("2026-09-01"), day("2027-05-25"), std::nullopt});
  school.add(kDirector, events::PupilPromoted{kAnna, kFifthA, kFifthB, {2}, {}});
  school.add(kDirector, events::PupilPromoted{kBoris, kFifthA, kFifthA, {2}, {}});
  const Directory directory(school.views());
  EXPECT_EQ(directory.class_of(kAnna, day("2026-08-31")), kFifthA);
  EXPECT_EQ(directory.class_of(kAnna, day("2026-09-01")), kFifthB);
  EXPECT_EQ(directory.class_of(kBoris, day("2026-09-01")), kFifthA);
}

TEST(Directory, AGroupIsLeftByItsPupilsOrClosedForAll) {
  SmallSchool school;
  school.add(kDirector, events::GroupLeft{kFirstGroup, kAnna, day("2025-09-10")});
  school.add(kDirector, events::GroupClosed{kFirstGroup, day("2025-12-30")});
  const Directory directory(school.views());
  const auto members = directory.pupils_of(kFirstGroup, day("2025-09-01"), day("2026-05-26"));
  ASSERT_EQ(members.size(), 2U);
  EXPECT_THAT(members[0].days, ElementsAre(Interval{day("2025-09-01"), day("2025-09-10")}));
  EXPECT_THAT(members[1].days, ElementsAre(Interval{day("2025-09-01"), day("2025-12-30")}));
  EXPECT_EQ(directory.groups_of(kBoris)[0].days[0].last, day("2025-12-30"));
}

TEST(Directory, KeysAreCountedAsTheLogLearnedThem) {
  SmallSchool school;
  const events::Position before = school.size();
  school.compromise(kMaths, moscow("2025-09-01", 7));
  school.add(kDirector, events::KeyEnded{kEnglish, signing::key_id_of(key_of_number(3)),
                                         events::KeyEndGround::kLost});
  const Directory directory(school.views());
  EXPECT_EQ(directory.key({0})->person, events::PersonNumber{0});
  EXPECT_EQ(directory.key({0})->public_key, key_of_number(0));
  EXPECT_EQ(directory.key({2})->person, kMaths);
  EXPECT_EQ(directory.key({2})->ended, before);
  EXPECT_EQ(directory.key({2})->void_from, moscow("2025-09-01", 7));
  EXPECT_TRUE(directory.key({3})->ended.has_value());
  EXPECT_EQ(directory.key({3})->void_from, std::nullopt);
  EXPECT_EQ(directory.key({7}), std::nullopt);
  EXPECT_EQ(directory.key_number(signing::key_id_of(key_of_number(5))), events::KeyNumber{5});
  EXPECT_EQ(directory.key_number(signing::key_id_of(key_of_number(50))), std::nullopt);
  EXPECT_EQ(directory.keys_of(kMaths).size(), 1U);
  EXPECT_EQ(Directory(school.views(), before).key({2})->void_from, std::nullopt);
}

TEST(Directory, ALaterNoticeOfAnEarlierTheftVoidsMoreAndNeverLess) {
  RecordProperty("requirement", "ACC-09");
  SmallSchool school;
  school.compromise(kMaths, moscow("2025-09-05", 7));
  school.compromise(kMaths, moscow("2025-09-03", 7));
  school.compromise(kMaths, moscow("2025-09-04", 7));
  EXPECT_EQ(Directory(school.views()).key({2})->void_from, moscow("2025-09-03", 7));
}

TEST(Directory, OneParameterIsFoundAsInTheWholeRegulation) {
  SmallSchool school;
  const auto adopt = [&school](const char* from, std::vector<events::Parameter> parameters) {
    school.add(kDirector,
               events::RegulationAdopted{"П", std::nullopt, day(from), std::move(parameters)});
  };
  const auto change = [&school](const char* from, events::Parameter parameter) {
    school.add(kDirector, events::ParameterChanged{std::move(parameter), {}, day(from)});
  };
  adopt("2025-09-01", {{"a", "1", ""}, {"b", "1", ""}});
  change("2025-10-01", {"a", "2", ""});
  change("2025-11-15", {"b", "3", ""});
  adopt("2025-11-01", {{"b", "2", ""}});
  change("2025-09-15", {"a", "4", ""});
  const Directory directory(school.views());
  const regulations::ParameterHistory history = directory.parameters();
  for (events::Day on = day("2025-08-25"); on <= day("2025-12-01"); ++on.value) {
    const regulations::Parameters whole = history.on(on);
    for (const char* key : {"a", "b", "aa"}) {
      const events::Parameter* found = whole.find(key);
      const auto one = directory.parameter(key, on);
      ASSERT_EQ(one.has_value(), found != nullptr) << key << regulations::iso(on);
      if (found != nullptr) {
        ASSERT_EQ(*one, *found) << regulations::iso(on);
      }
    }
  }
  EXPECT_EQ(directory.parameter("a", day("2025-09-20"))->value, "4");
  EXPECT_EQ(directory.parameter("a", day("2025-11-01")), std::nullopt);
}

TEST(Directory, PeriodsCloseAndOpenAgain) {
  SmallSchool school;
  EXPECT_EQ(Directory(school.views()).period_closed(kFifthA, kFirstQuarter), std::nullopt);
  const auto closed = school.add(kMaths, events::PeriodClosed{kFifthA, kFirstQuarter});
  EXPECT_EQ(Directory(school.views()).period_closed(kFifthA, kFirstQuarter)->position, closed);
  EXPECT_EQ(Directory(school.views()).period_closed(kFifthB, kFirstQuarter), std::nullopt);
  school.add(kDirector, events::PeriodReopened{kFifthA, kFirstQuarter, {}});
  EXPECT_EQ(Directory(school.views()).period_closed(kFifthA, kFirstQuarter), std::nullopt);
}

TEST(Directory, RolesGuardiansAndFieldsAreThoseOfNow) {
  SmallSchool school;
  school.add(kDirector, events::RoleEnded{kMaths, events::Role::kClassTeacher, kFifthA,
                                          std::nullopt, day("2025-09-30"), std::nullopt});
  school.add(kDirector, events::GuardianLinked{kAnna, kEnglish, events::Relation::kMother});
  school.add(kDirector, events::GuardianLinked{kBoris, kEnglish, events::Relation::kMother});
  school.add(kDirector, events::GuardianUnlinked{kBoris, kEnglish, std::nullopt});
  events::Commitment married;
  married.digest.bytes[9] = std::byte{1};
  school.add(kDirector,
             events::PersonChanged{kEnglish, {{events::PersonField::kFamilyName, married}}});
  const Directory directory(school.views());
  const auto roles = directory.roles_of(kMaths);
  ASSERT_EQ(roles.size(), 2U);
  EXPECT_EQ(roles[0].days.last, kNoEnd);
  EXPECT_EQ(roles[1].days.last, day("2025-09-30"));
  EXPECT_EQ(directory.roles_in(kFifthA).size(), 1U);
  EXPECT_EQ(directory.holders_of(events::Role::kTeacher).size(), 2U);
  EXPECT_EQ(directory.children_of(kEnglish).size(), 1U);
  EXPECT_EQ(directory.guardians_of(kAnna)[0].guardian, kEnglish);
  EXPECT_THAT(directory.guardians_of(kBoris), IsEmpty());
  EXPECT_THAT(directory.person_fields(kEnglish),
              ElementsAre(events::PrivateField{events::PersonField::kFamilyName, married}));
}

TEST(Directory, ABellRingsByTheScheduleOfTheDayAndClass) {
  RecordProperty("requirement", "SET-03");
  SmallSchool school;
  school.add(kDirector, events::BellScheduleDeclared{{1}, "основное", {{1, 510, 550}}});
  school.add(kDirector, events::BellScheduleDeclared{{2}, "сокращённое", {{1, 510, 540}}});
  school.add(kDirector,
             events::BellScheduleApplied{{1}, day("2025-09-01"), day("2026-05-26"), std::nullopt});
  school.add(kDirector,
             events::BellScheduleApplied{{2}, day("2025-12-30"), day("2025-12-30"), kFifthA});
  const Directory directory(school.views());
  EXPECT_EQ(directory.bell(day("2025-12-29"), 1, kFifthA)->end_minute, 550);
  EXPECT_EQ(directory.bell(day("2025-12-30"), 1, kFifthA)->end_minute, 540);
  EXPECT_EQ(directory.bell(day("2025-12-30"), 1, kFifthB)->end_minute, 550);
  EXPECT_EQ(directory.bell(day("2025-12-30"), 2, kFifthB), std::nullopt);
  EXPECT_EQ(directory.bell(day("2026-06-01"), 1, kFifthA), std::nullopt);
}

TEST(Directory, PermissionsAreTheTeachersUntilTheyEnd) {
  SmallSchool school;
  school.add(kDirector, events::PermissionGiven{{1},
                                                kMaths,
                                                kFifthA,
                                                kMathematics,
                                                day("2025-09-01"),
                                                day("2025-09-05"),
                                                moscow("2025-09-10", 0),
                                                {"3", {}}});
  EXPECT_EQ(Directory(school.views()).permissions_of(kMaths).size(), 1U);
  EXPECT_FALSE(Directory(school.views()).permission_ended({1}));
  school.add(kDirector, events::PermissionEnded{{1}});
  EXPECT_TRUE(Directory(school.views()).permission_ended({1}));
  EXPECT_TRUE(Directory(school.views()).permissions_of(kEnglish).empty());
}

}  // namespace
}  // namespace letopis::projections
