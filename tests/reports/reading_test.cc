// Who may have which report printed: the whole list of reports, asked for by everybody.
#include <gmock/gmock.h>

#include "documents/render_csv.h"
#include "reports/written_school.h"

namespace letopis::reports {
namespace {

using events::Role;
using projections::kAnna;
using projections::kBoris;
using projections::kDirector;
using projections::kEnglish;
using projections::kFifthA;
using projections::kFifthB;
using projections::kForeign;
using projections::kMathematics;
using projections::kMaths;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr events::PersonNumber kMother{7};  // of Anna
constexpr events::PersonNumber kDeputy{8};
constexpr events::PersonNumber kInspector{9};
constexpr events::PersonNumber kPsychologist{10};
constexpr events::PersonNumber kSecretary{11};
constexpr events::GroupNumber kTalks{3};  // of 5а, at the psychologist's

class Readers : public testing::Test {
 protected:
  Readers() {
    school_.add_person(7, "Яшина-старшая");
    school_.add(kDirector, events::GuardianLinked{kAnna, kMother, events::Relation::kMother});
    for (const auto& [person, role] :
         {std::pair{kDeputy, Role::kDeputy}, std::pair{kInspector, Role::kInspector},
          std::pair{kPsychologist, Role::kPsychologist}, std::pair{kSecretary, Role::kSecretary}}) {
      school_.give_role(school_.add_person(person.value, "Сотрудник"), role);
    }
    const auto first = projections::day("2025-09-01");
    school_.add(kDirector, events::GroupFormed{kTalks, kFifthA, kForeign,
                                               events::GroupKind::kPsychologist, "беседы", first});
    school_.add(kDirector, events::GroupJoined{kTalks, kAnna, first});
    school_.add(kDirector, events::LoadAssigned{{5},
                                                kPsychologist,
                                                kForeign,
                                                kFifthA,
                                                kTalks,
                                                100,
                                                first,
                                                projections::day("2026-05-26")});
    school_.adopt(
        {{"rights.basis", "teaching_load", "3.4.2"}, {"pupil.journal", "forbidden", "2.1"}});
    school_.add(kPsychologist, events::LessonHeld{{1},
                                                  {5},
                                                  kPsychologist,
                                                  first,
                                                  7,
                                                  std::nullopt,
                                                  events::LessonKind::kPsychologist,
                                                  std::nullopt});
    school_.add(kPsychologist, events::TopicSet{{1}, first, "О ссоре", "", {}, 0});
    school_.hold(projections::kMathsOfA, "2025-09-02", 1);
  }

  // Of 5а, with what the report must be told.
  Request request(const ReportRow& row) const {
    Request request = school_.request(row.report);
    if (row.school_class == Ask::kNo) request.school_class.reset();
    if (row.person == Ask::kMust) request.person = kMaths;
    return request;
  }
  Request of_pupil(Report report, events::PersonNumber pupil) const {
    Request request = school_.request(report);
    request.person = pupil;
    return request;
  }
  Refusal refusal(events::PersonNumber reader, const Request& request) const {
    const auto made = school_.make_report_for(reader, request);
    return made ? Refusal{} : made.refusal();
  }
  bool may(events::PersonNumber reader, const Request& request) const {
    const std::string code = refusal(reader, request).code;
    EXPECT_TRUE(code.empty() || code == "report.empty" || code.starts_with("reading.")) << code;
    return !code.starts_with("reading.");
  }
  // Keys of the reports of 5а that are open to the reader.
  std::vector<std::string_view> open_to(events::PersonNumber reader) const {
    std::vector<std::string_view> keys;
    for (const auto& row : report_table()) {
      if (may(reader, request(row))) keys.push_back(row.key);
    }
    return keys;
  }

  WrittenSchool school_;
};

TEST_F(Readers, WhoLeadsAndWhoInspectsPrintsAllButWhatIsForTheSchoolsOffice) {
  RecordProperty("requirement", "ACC-07");
  EXPECT_EQ(open_to(kDirector).size(), kReports);
  EXPECT_EQ(open_to(kDeputy).size(), kReports);
  EXPECT_EQ(open_to(kInspector).size(), kReports - 1);
  EXPECT_FALSE(may(kInspector, request(row_of(Report::kFamiliesAccess))));
}

TEST_F(Readers, AnInspectorPrintsJournalsAndDiaries) {
  RecordProperty("requirement", "ACC-08");
  EXPECT_TRUE(may(kInspector, school_.request(Report::kJournal)));
  EXPECT_TRUE(may(kInspector, of_pupil(Report::kReportCard, kAnna)));
}

TEST_F(Readers, ParentsPrintTheirOwnChildsCardSheetAndDiaryOnly) {
  RecordProperty("requirement", "ACC-04");
  for (const auto report : {Report::kReportCard, Report::kParentsSheet, Report::kDiaryPages}) {
    EXPECT_TRUE(may(kMother, of_pupil(report, kAnna))) << row_of(report).key;
    EXPECT_EQ(refusal(kMother, of_pupil(report, kBoris)).code, "reading.out_of_reach");
    EXPECT_FALSE(may(kMother, school_.request(report))) << "the whole class";
  }
  EXPECT_THAT(open_to(kMother), ElementsAre()) << "why a teacher was absent is not for families";
}

TEST_F(Readers, NoPupilPrintsTheJournalAndTheRefusalHasTheClause) {
  RecordProperty("requirement", "ACC-03");
  const Refusal refused = refusal(kAnna, school_.request(Report::kJournal));
  EXPECT_EQ(refused.code, "reading.no_role");
  EXPECT_EQ(refused.clause, "2.1");
  EXPECT_THAT(refused.says.ru, HasSubstr("Классный журнал"));
  EXPECT_TRUE(may(kAnna, of_pupil(Report::kReportCard, kAnna)));
  EXPECT_FALSE(may(kAnna, of_pupil(Report::kReportCard, kBoris)));
}

TEST_F(Readers, ATeacherPrintsTheJournalOfTheOwnLoadAndTheOwnReport) {
  RecordProperty("requirement", "ACC-05");
  Request journal = school_.request(Report::kJournal);
  EXPECT_FALSE(may(kEnglish, journal)) << "every subject";
  journal.subject = kForeign;
  EXPECT_TRUE(may(kEnglish, journal));
  journal.subject = kMathematics;
  const Refusal refused = refusal(kEnglish, journal);
  EXPECT_EQ(refused.code, "reading.out_of_reach");
  EXPECT_EQ(refused.clause, "3.4.2");
  Request own = request(row_of(Report::kSubjectTeacher));
  EXPECT_FALSE(may(kEnglish, own)) << "of another teacher";
  own.person = kEnglish;
  EXPECT_TRUE(may(kEnglish, own));
  EXPECT_FALSE(may(kSecretary, own));
}

TEST_F(Readers, AClassTeacherPrintsTheOwnClassAndNoOther) {
  RecordProperty("requirement", "ACC-06");
  for (const auto report :
       {Report::kSummarySheet, Report::kReportCard, Report::kJournal, Report::kClassTeacher,
        Report::kAttendance, Report::kFamiliesAccess, Report::kQuality, Report::kControlNote}) {
    Request request = school_.request(report);
    EXPECT_TRUE(may(kMaths, request)) << row_of(report).key;
    request.school_class = kFifthB;
    EXPECT_FALSE(may(kMaths, request)) << row_of(report).key;
    if (row_of(report).school_class == Ask::kMust || row_of(report).group == Ask::kMay) continue;
    request.school_class.reset();
    EXPECT_FALSE(may(kMaths, request)) << row_of(report).key << " of the school";
  }
}

TEST_F(Readers, ThePsychologistsJournalIsClosedToTheClassAndStandsInNoOther) {
  RecordProperty("requirement", "ACC-12");
  Request talks = school_.request(Report::kJournal);
  talks.group = kTalks;
  EXPECT_TRUE(may(kPsychologist, talks));
  EXPECT_TRUE(may(kDirector, talks));
  for (const auto reader : {kMaths, kEnglish, kMother, kAnna, kSecretary}) {
    EXPECT_FALSE(may(reader, talks)) << reader.value;
  }
  EXPECT_THAT(documents::render_csv(school_.make_report(talks)->document).value(),
              HasSubstr("О ссоре"));
  // Nor is it told by what others print, whoever they are.
  for (const auto& row : report_table()) {
    const auto made = school_.make_report_for(kDirector, request(row));
    if (!made) continue;
    EXPECT_THAT(documents::render_csv(made->document).value(), Not(HasSubstr("О ссоре")))
        << row.key;
  }
}

TEST_F(Readers, TheOwnersPrintAnythingAndTheFounderNothing) {
  RecordProperty("requirement", "ACC-12");
  EXPECT_TRUE(school_.make_report(school_.request(Report::kJournal)));
  for (const auto& row : report_table()) {
    EXPECT_FALSE(may(events::PersonNumber{0}, request(row))) << row.key;
  }
}

TEST_F(Readers, RightsAreThoseOfTheDayOnWhichOneAsks) {
  RecordProperty("requirement", "ACC-12");
  const std::uint64_t before = school_.size().value;
  school_.add(kDirector, events::RoleEnded{kDeputy, Role::kDeputy, std::nullopt, std::nullopt,
                                           projections::day("2025-09-02"), std::nullopt});
  school_.set_clock("2025-09-10", 9);
  EXPECT_FALSE(may(kDeputy, school_.request(Report::kJournal)));
  EXPECT_TRUE(school_.make_report(school_.request(Report::kJournal), before));
}

}  // namespace
}  // namespace letopis::reports
