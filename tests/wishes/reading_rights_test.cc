// Who reads what, the whole table: each view asked by each person of a small school, about what is
// their own and what is not.
#include <gtest/gtest.h>

#include "projections/small_school.h"
#include "rules/reading.h"

namespace letopis::rules {
namespace {

using events::Role;
using projections::kAnna;
using projections::kBoris;
using projections::kDirector;
using projections::kEnglish;
using projections::kFifthA;
using projections::kFifthB;
using projections::kMathematics;
using projections::kMaths;

constexpr events::PersonNumber kMother{7};       // of Anna
constexpr events::PersonNumber kFirstHolder{8};  // of roles that reach the whole school
constexpr Role kWholeSchool[] = {
    Role::kDeputy,        Role::kAdministrator,     Role::kHeadOfAssociation,
    Role::kControlMember, Role::kSiteAdministrator, Role::kSecretary,
    Role::kInspector};

class Rights : public testing::Test {
 protected:
  Rights() {
    const events::Order order{"1", projections::day("2025-08-25")};
    std::uint32_t number = kMother.value;
    school_.add(kDirector, events::PersonRegistered{{number}, {}});
    school_.add(kDirector, events::GuardianLinked{kAnna, kMother, events::Relation::kMother});
    for (const Role role : kWholeSchool) {
      school_.add(kDirector, events::PersonRegistered{{++number}, {}});
      school_.add(
          kDirector,
          events::RoleGiven{
              {number}, role, std::nullopt, std::nullopt, projections::day("2025-08-25"), order});
    }
  }
  static events::PersonNumber holder(Role role) {
    std::uint32_t number = kFirstHolder.value;
    for (const Role one : kWholeSchool) {
      if (one == role) return {number};
      ++number;
    }
    return kDirector;
  }
  std::string code(View view, events::PersonNumber reader, const Concern& concern) {
    const SchoolNow now(school_.views(), school_.now());
    const auto may = may_read(view, reader, concern, now);
    return may ? std::string() : may.refusal().code;
  }
  bool may(View view, events::PersonNumber reader, const Concern& concern) {
    return code(view, reader, concern).empty();
  }

  projections::SmallSchool school_;
};

Concern journal_of(events::ClassNumber school_class, events::SubjectNumber subject) {
  Concern concern;
  concern.school_class = school_class;
  concern.subject = subject;
  return concern;
}

Concern of_class(events::ClassNumber school_class) {
  Concern concern;
  concern.school_class = school_class;
  return concern;
}

Concern of_person(events::PersonNumber person) {
  Concern concern;
  concern.person = person;
  return concern;
}

constexpr View kOfClassAndSubject[] = {View::kJournal, View::kChanges, View::kPeriodProposals,
                                       View::kProgramme};

TEST_F(Rights, APupilNeverReachesAJournal) {
  RecordProperty("requirement", "ACC-03");
  for (const View view : kOfClassAndSubject) {
    EXPECT_EQ(code(view, kAnna, journal_of(kFifthA, kMathematics)), "reading.no_role");
  }
  EXPECT_EQ(code(View::kAttendance, kAnna, of_class(kFifthA)), "reading.no_role");
}

TEST_F(Rights, PupilsAndParentsReadTheirOwnDiariesOnly) {
  RecordProperty("requirement", "ACC-04");
  for (const auto reader : {kAnna, kMother}) {
    EXPECT_TRUE(may(View::kDiary, reader, of_person(kAnna)));
    EXPECT_EQ(code(View::kDiary, reader, of_person(kBoris)), "reading.out_of_reach");
    EXPECT_TRUE(may(View::kPerson, reader, of_person(kAnna)));
    EXPECT_EQ(code(View::kPerson, reader, of_person(kBoris)), "reading.out_of_reach");
    EXPECT_EQ(code(View::kJournal, reader, journal_of(kFifthA, kMathematics)), "reading.no_role");
    for (const View view :
         {View::kRegulation, View::kSubstitutions, View::kTimetable, View::kClasses}) {
      EXPECT_TRUE(may(view, reader, {}));
    }
    EXPECT_TRUE(may(View::kTimetable, reader, of_person(kAnna)));
    EXPECT_EQ(code(View::kTimetable, reader, of_person(kBoris)), "reading.out_of_reach");
  }
  EXPECT_EQ(code(View::kPerson, kAnna, of_person(kMother)), "reading.out_of_reach");
}

TEST_F(Rights, HowTheSchoolIsArrangedIsForStaffAndWhoHasComeInForThoseWhoIssueCodes) {
  RecordProperty("requirement", "ACC-12");
  for (const auto reader : {kAnna, kMother}) {
    EXPECT_EQ(code(View::kArrangement, reader, {}), "reading.no_role");
    EXPECT_EQ(code(View::kAccounts, reader, of_person(reader)), "reading.no_role");
  }
  EXPECT_TRUE(may(View::kArrangement, kEnglish, {}));
  EXPECT_EQ(code(View::kAccounts, kEnglish, of_person(kAnna)), "reading.no_role");
  EXPECT_TRUE(may(View::kAccounts, kMaths, of_person(kAnna)));  // the class teacher
  EXPECT_EQ(code(View::kAccounts, kMaths, of_person(kDirector)), "reading.out_of_reach");
  EXPECT_TRUE(may(View::kAccounts, kDirector, of_person(kMaths)));
}

TEST_F(Rights, ATeacherReadsTheJournalsOfOwnLoadsAndSubstitutions) {
  RecordProperty("requirement", "ACC-05");
  for (const View view : kOfClassAndSubject) {
    EXPECT_TRUE(may(view, kMaths, journal_of(kFifthB, kMathematics)));
    EXPECT_EQ(code(view, kEnglish, journal_of(kFifthB, kMathematics)), "reading.out_of_reach");
    EXPECT_EQ(code(view, kEnglish, of_class(kFifthA)), "reading.out_of_reach");
    EXPECT_EQ(code(view, kEnglish, {}), "reading.out_of_reach");
  }
  EXPECT_EQ(code(View::kDiary, kEnglish, of_person(kAnna)), "reading.no_role");
  EXPECT_EQ(code(View::kAttendance, kEnglish, of_class(kFifthA)), "reading.no_role");
  school_.add(kDirector, events::SubstitutionOrdered{{1},
                                                     projections::kMathsOfB,
                                                     kEnglish,
                                                     projections::day("2025-09-01"),
                                                     projections::day("2025-09-05"),
                                                     events::SubstitutionGround::kIllness,
                                                     std::nullopt});
  EXPECT_TRUE(may(View::kJournal, kEnglish, journal_of(kFifthB, kMathematics)));
  EXPECT_FALSE(may(View::kJournal, kEnglish, journal_of(kFifthA, kMathematics)));
}

TEST_F(Rights, AClassTeacherReadsTheOwnClassInEverySubject) {
  RecordProperty("requirement", "ACC-06");
  for (const View view : kOfClassAndSubject) {
    EXPECT_TRUE(may(view, kMaths, journal_of(kFifthA, projections::kForeign)));
    EXPECT_EQ(code(view, kMaths, journal_of(kFifthB, projections::kForeign)),
              "reading.out_of_reach");
    EXPECT_EQ(code(view, kMaths, {}), "reading.out_of_reach");
  }
  EXPECT_TRUE(may(View::kChanges, kMaths, of_class(kFifthA)));
  EXPECT_TRUE(may(View::kAttendance, kMaths, of_class(kFifthA)));
  EXPECT_FALSE(may(View::kAttendance, kMaths, of_class(kFifthB)));
  EXPECT_TRUE(may(View::kDiary, kMaths, of_person(kBoris)));
  EXPECT_TRUE(may(View::kPerson, kMaths, of_person(kMother)));
}

TEST_F(Rights, LeadersAndInspectorsReadEveryJournalAndDiary) {
  RecordProperty("requirement", "ACC-07");
  for (const Role role : {Role::kDirector, Role::kDeputy, Role::kAdministrator, Role::kInspector}) {
    const auto reader = holder(role);
    for (const View view : kOfClassAndSubject) {
      EXPECT_TRUE(may(view, reader, journal_of(kFifthB, kMathematics)));
      EXPECT_TRUE(may(view, reader, {}));
    }
    EXPECT_TRUE(may(View::kDiary, reader, of_person(kBoris)));
    EXPECT_TRUE(may(View::kAttendance, reader, of_class(kFifthB)));
  }
}

TEST_F(Rights, OthersReadWhatTheirOfficeIsFor) {
  RecordProperty("requirement", "ACC-08");
  struct Office {
    Role role;
    bool journal, diary, attendance, person;
  };
  for (const auto& office : {Office{Role::kInspector, true, true, true, false},
                             Office{Role::kHeadOfAssociation, true, false, false, false},
                             Office{Role::kControlMember, true, false, true, false},
                             Office{Role::kSiteAdministrator, false, false, false, false},
                             Office{Role::kSecretary, false, false, false, true}}) {
    const auto reader = holder(office.role);
    const auto word = events::word_of(office.role);
    EXPECT_EQ(may(View::kJournal, reader, journal_of(kFifthB, kMathematics)), office.journal)
        << word;
    EXPECT_EQ(may(View::kDiary, reader, of_person(kBoris)), office.diary) << word;
    EXPECT_EQ(may(View::kAttendance, reader, of_class(kFifthB)), office.attendance) << word;
    EXPECT_EQ(may(View::kPerson, reader, of_person(kBoris)), office.person) << word;
    EXPECT_TRUE(may(View::kRegulation, reader, {})) << word;
  }
}

TEST_F(Rights, ThePsychologistsJournalIsConfidential) {
  RecordProperty("requirement", "JRN-19 ACC-12");
  const events::PersonNumber psychologist{kFirstHolder.value + std::size(kWholeSchool)};
  const events::PersonNumber other{psychologist.value + 1};
  const events::GroupNumber group{3};
  const auto day = projections::day("2025-08-25");
  const events::Order order{"2", day};
  for (const auto person : {psychologist, other}) {
    school_.add(kDirector, events::PersonRegistered{person, {}});
    school_.add(kDirector, events::RoleGiven{person, Role::kPsychologist, {}, {}, day, order});
  }
  school_.add(kDirector, events::RoleGiven{kMaths, Role::kClassTeacher, kFifthA, {}, day, order});
  school_.add(kDirector, events::GroupFormed{group, kFifthA, std::nullopt,
                                             events::GroupKind::kPsychologist, "психолог", day});
  school_.add(kDirector, events::LoadAssigned{{5},
                                              psychologist,
                                              kMathematics,
                                              kFifthA,
                                              group,
                                              50,
                                              projections::day("2025-09-01"),
                                              projections::day("2026-05-26")});
  const SchoolNow now(school_.views(), school_.now());
  const View view = journal_view(group, now.directory());
  ASSERT_EQ(view, View::kPsychologistJournal);
  EXPECT_EQ(journal_view(projections::kFirstGroup, now.directory()), View::kJournal);
  EXPECT_EQ(journal_view(std::nullopt, now.directory()), View::kJournal);
  Concern concern = journal_of(kFifthA, kMathematics);
  concern.group = group;
  EXPECT_TRUE(may(view, psychologist, concern));
  EXPECT_EQ(code(view, other, concern), "reading.out_of_reach") << "of another's group";
  EXPECT_EQ(code(View::kJournal, psychologist, journal_of(kFifthA, kMathematics)),
            "reading.out_of_reach")
      << "the journal of the class is not the psychologist's";
  EXPECT_TRUE(may(View::kJournal, kMaths, journal_of(kFifthA, kMathematics)));
  for (const auto reader : {kMaths, kEnglish, kAnna, kMother, holder(Role::kHeadOfAssociation),
                            holder(Role::kControlMember), holder(Role::kSecretary)}) {
    EXPECT_EQ(code(view, reader, concern), "reading.no_role") << reader.value;
  }
  for (const auto reader :
       {kDirector, holder(Role::kDeputy), holder(Role::kAdministrator), holder(Role::kInspector)}) {
    EXPECT_TRUE(may(view, reader, concern)) << reader.value;
  }
}

TEST_F(Rights, WhoHasNoRoleReadsNothing) {
  const events::PersonNumber stranger{kFirstHolder.value + std::size(kWholeSchool)};
  school_.add(kDirector, events::PersonRegistered{stranger, {}});
  for (const auto reader : {stranger, events::PersonNumber{0}}) {
    for (const auto& row : reading_table()) {
      EXPECT_EQ(code(row.view, reader, of_person(reader)), "reading.no_role") << row.name;
    }
  }
}

TEST_F(Rights, ARoleThatEndedReadsNoMore) {
  const auto inspector = holder(Role::kInspector);
  school_.add(kDirector, events::RoleEnded{inspector, Role::kInspector, std::nullopt, std::nullopt,
                                           projections::day("2025-09-01"), std::nullopt});
  EXPECT_TRUE(may(View::kJournal, inspector, {}));  // to the end of its last day
  school_.set_clock("2025-09-02", 0);
  EXPECT_EQ(code(View::kJournal, inspector, {}), "reading.no_role");
}

}  // namespace
}  // namespace letopis::rules
