// Where the regulation says why something is refused, the refusal cites it; and it calls people as
// the regulation does.
#include <gtest/gtest.h>

#include "rules/reading.h"
#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

const std::vector<events::Parameter> kRegulation{
    {"office.administrator", "администратор АСУ", "3.5"},
    {"pupil.journal", "forbidden", "2.1"},
    {"family.may_write", "messages,dispute", "1.4"},
    {"leaders.read_all_edit_nothing", "director,deputy", "2.2"},
    {"rights.basis", "teaching_load", "3.4.2"},
    {"attendance.correction.by", "class_teacher", "3.3"},
    {"issue.staff.by", "administrator", "2.3"},
    {"issue.administrator.by", "director", "2.4"},
    {"issue.parents.by", "class_teacher", "2.5"},
    {"reissue", "5cd", "2.6"},
    {"paper.certified_by", "deputy", "5.9"},
    {"paper.stitched_registered", "registered", "5.10"},
    {"analysis.weekly", "administrator", "5.1"},
    {"remark.settle", "deputy 1m", "3.2"},
    {"year.close.by", "administrator", "4.1"},
    {"credentials.sharing", "holder_answers", "2.7"},
    {"archive.media", "2", "3.6"},
    {"plan.required", "yes", "3.8"},
    {"diary.form_choice", "parent_chooses", "4.2"},
};

class Clauses : public testing::Test {
 protected:
  Clauses() {
    school_.given(kDirector,
                  events::RegulationAdopted{"Положение", kOrder, day("2025-09-01"), kRegulation});
    school_.clock("2025-09-08", 12);
    lesson_ = school_.lesson(kMathsOfA, "2025-09-08");
  }

  // "code clause" of the refusal; empty iff it was allowed.
  std::string says(events::PersonNumber author, std::vector<events::Fact> facts) {
    const std::string code = school_.say(author, std::move(facts));
    return code.empty() ? code : code + " " + school_.refusal().clause;
  }
  events::MarkGiven mark(events::PersonNumber pupil = kAnna) const {
    return {lesson_, pupil, day("2025-09-08"), 1, events::MarkValue::kFour, 0, {}, {}};
  }
  Refusal read(View view, events::PersonNumber reader, const Concern& concern) {
    const SchoolNow now(school_.views(), school_.now());
    const auto may = may_read(view, reader, concern, now);
    return may ? Refusal{} : may.refusal();
  }

  RulesSchool school_;
  events::LessonNumber lesson_;
};

TEST_F(Clauses, OfWhoMayNotWrite) {
  RecordProperty("requirement", "ACC-04");
  RecordProperty("requirement", "ACC-05");
  RecordProperty("requirement", "ACC-07");
  EXPECT_EQ(says(kAnna, {mark()}), "access.no_role 2.1");
  EXPECT_EQ(says(kMother, {mark()}), "access.no_role 1.4");
  EXPECT_EQ(says(kDirector, {mark()}), "access.no_role 2.2");
  EXPECT_EQ(says(kForeign, {mark()}), "access.out_of_reach 3.4.2");
  EXPECT_EQ(says(kInspector, {mark()}), "access.no_role ") << "no clause speaks of them";
  const events::AbsenceNoted absent{lesson_, kAnna, day("2025-09-08"), {}, 0};
  EXPECT_EQ(says(kInspector, {absent}), "access.no_role 3.3") << "who corrects attendance";
  EXPECT_EQ(says(kAdministrator, {events::PeriodReopened{kFifthA, kFirstQuarter, kOrder}}),
            "access.no_role ")
      << "what is no teacher's entry, leaders may well make";
}

TEST_F(Clauses, OfWhoIssuesCredentials) {
  RecordProperty("requirement", "ACC-02");
  const auto code = [](events::PersonNumber person, bool again = false) {
    return events::CredentialIssued{person, events::SlipMedium::kPaper, again};
  };
  EXPECT_EQ(says(kDirector, {events::AccountOpened{kMaths}, events::AccountOpened{kAnna}}),
            "key.issuer ")
      << "of pupils the regulation says nothing";
  EXPECT_EQ(says(kAdministrator, {events::AccountOpened{kMother}}), "key.issuer 2.5");
  EXPECT_EQ(says(kGuide, {events::AccountOpened{kMaths}}), "access.out_of_reach 2.5")
      << "they issue to the own class";
  school_.given(
      kDirector,
      events::RoleGiven{kNobody, events::Role::kAdministrator, {}, {}, day("2025-09-01"), kOrder});
  EXPECT_EQ(says(kAdministrator, {events::AccountOpened{kNobody}}), "key.issuer 2.4");
  EXPECT_EQ(says(kAdministrator, {code(kAdministrator, true)}), "key.own 2.4");
  EXPECT_EQ(says(kDirector, {code(kDeputy)}), "code.again 2.6");
  ASSERT_EQ(says(kAdministrator, {events::AccountOpened{kMaths}}), "");
  EXPECT_EQ(says(kAdministrator, {code(kMaths, true)}), "code.again 2.3");
  EXPECT_EQ(says(kAdministrator, {enrolled(kMaths)}), "code.none 2.3");
}

TEST_F(Clauses, OfCopiesReportsRemarksAndMedia) {
  RecordProperty("requirement", "PAP-02");
  RecordProperty("requirement", "REP-06");
  const events::CopyPrinted copy{
      {}, events::CopyKind::kJournal, kFifthA, kMathematics, {}, {}, 1, {100}, {}};
  ASSERT_EQ(says(kDeputy, {copy}), "");
  EXPECT_EQ(says(kSecretary, {events::CopyRegistered{{1}, 1, 1, "Архив"}}),
            "copy.not_certified 5.9");
  const events::CopyCertified certified{{1}, day("2025-09-08")};
  ASSERT_EQ(says(kDeputy, {certified}), "");
  EXPECT_EQ(says(kDeputy, {certified}), "copy.certified 5.9");
  events::ReportHandedIn report;
  report.kind = events::ReportKind::kWeeklyAnalysis;
  report.first_day = report.last_day = day("2025-09-05");
  EXPECT_EQ(says(kMaths, {report}), "access.no_role 5.1");
  EXPECT_EQ(school_.refusal().allowed.ru, "его сдаёт: администратор АСУ");
  events::RemarkMade remark;
  remark.teacher = kMaths;
  remark.level = events::RemarkLevel::kAdministrator;
  remark.due = day("2025-09-15");
  EXPECT_EQ(says(kDeputy, {remark}), "remark.level 3.2");
  EXPECT_EQ(school_.refusal().says.ru,
            "такое замечание делает администратор АСУ, а у вас этой должности нет");
  ASSERT_EQ(says(kDirector, {events::MediumRegistered{{}, "A", "ext4", "Сейф", {}, {}}}), "");
  events::VolumeSealed sealed;
  sealed.first_medium = sealed.second_medium = {1};
  EXPECT_EQ(says(kDirector, {sealed}), "volume.one_medium 3.6");
}

TEST_F(Clauses, OfAClosedYearAPlanAndAChoice) {
  RecordProperty("requirement", "SET-11");
  EXPECT_EQ(says(kMaths, {events::PlanAdopted{{}, kMathsOfA, "План", {}}}), "plan.empty 3.8");
  EXPECT_EQ(says(kAdministrator, {events::DiaryFormChosen{kAnna, kFather, {}, day("2025-09-08")}}),
            "choice.by 4.2");
  EXPECT_EQ(says(kAdministrator, {events::YearClosed{kYear, kOrder}}), "year.not_over 4.1");
  school_.clock("2026-06-01", 12);
  school_.given(kDirector, events::YearClosed{kYear, kOrder});
  EXPECT_EQ(says(kMaths, {mark()}), "year.closed 4.1");
  EXPECT_EQ(says(kDeputy, {events::CalendarDayDeclared{day("2026-05-26"),
                                                       events::CalendarDayKind::kOff, "День"}}),
            "year.closed 4.1");
}

TEST_F(Clauses, OfWhoMayNotRead) {
  RecordProperty("requirement", "ACC-03");
  Concern journal;
  journal.school_class = kFifthA;
  journal.subject = kMathematics;
  const Refusal pupils = read(View::kJournal, kAnna, journal);
  EXPECT_EQ(pupils.code + " " + pupils.clause, "reading.no_role 2.1");
  const Refusal others = read(View::kJournal, kForeign, journal);
  EXPECT_EQ(others.code + " " + others.clause, "reading.out_of_reach 3.4.2");
  EXPECT_EQ(others.says.ru, "это не ваш класс, урок или ученик: журнал");
  Concern attendance;
  attendance.school_class = kFifthA;
  const Refusal officers = read(View::kAttendance, kSecretary, attendance);
  EXPECT_EQ(officers.code + " " + officers.clause, "reading.no_role ");
  EXPECT_NE(officers.allowed.ru.find("администратор АСУ"), std::string::npos);
}

TEST_F(Clauses, PeopleAreCalledAsTheRegulationCallsThem) {
  RecordProperty("requirement", "ACC-21");
  EXPECT_EQ(says(kSecretary, {events::PupilEnrolled{kNobody, kFifthA, day("2025-09-08"), kOrder}}),
            "access.no_role ");
  EXPECT_EQ(school_.refusal().allowed.ru, "такую запись делает: администратор АСУ");
  EXPECT_EQ(school_.refusal().allowed.en, "who may: administrator");
  const events::AcquaintanceSigned of_another{kMaths, events::AcquaintanceSubject::kRegulation, 1};
  EXPECT_EQ(says(kSecretary, {of_another}), "access.no_role ");
  EXPECT_EQ(school_.refusal().allowed.ru, "такую запись делает: сам этот человек");
  EXPECT_EQ(school_.refusal().allowed.en, "who may: the person themself");
}

TEST_F(Clauses, WhereTheRegulationIsSilentNothingIsCited) {
  RulesSchool silent;
  silent.clock("2025-09-08", 12);
  const auto lesson = silent.lesson(kMathsOfA, "2025-09-08");
  auto given = mark();
  given.lesson = lesson;
  for (const auto author : {kAnna, kMother, kDirector, kForeign}) {
    EXPECT_NE(silent.say(author, {given}), "");
    EXPECT_EQ(silent.refusal().clause, "") << author.value;
  }
  EXPECT_EQ(
      silent.say(kSecretary, {events::PupilEnrolled{kNobody, kFifthA, day("2025-09-08"), kOrder}}),
      "access.no_role");
  EXPECT_EQ(silent.refusal().allowed.ru, "такую запись делает: администратор журнала");
}

}  // namespace
}  // namespace letopis::rules::founded
