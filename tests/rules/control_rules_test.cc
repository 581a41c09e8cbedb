#include <gtest/gtest.h>

#include "rules/control_rules.h"
#include "rules/paper_rules.h"
#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

events::RemarkMade remark(events::RemarkLevel level) {
  return {{}, kMaths, kFifthA, kMathematics, level, day("2025-09-09"), {}};
}

TEST(ControlRulesTest, ARemarkIsOfItsMakersOffice) {
  RecordProperty("requirement", "REP-06");
  RulesSchool school;
  EXPECT_EQ(school.say(kAdministrator, {remark(events::RemarkLevel::kDeputy)}), "remark.level");
  EXPECT_EQ(school.say(kDeputy, {remark(events::RemarkLevel::kDirector)}), "remark.level");
  EXPECT_EQ(school.say(kDeputy, {remark(events::RemarkLevel::kDeputy)}), "");
  auto late = remark(events::RemarkLevel::kDeputy);
  late.due = day("2025-09-01");
  EXPECT_EQ(school.say(kDeputy, {late}), "remark.due");
  late.due = day("2025-09-02");
  EXPECT_EQ(school.say(kDeputy, {late}), "");
  late.teacher = kAnna;
  EXPECT_EQ(school.say(kDeputy, {late}), "remark.whom");
}

TEST(ControlRulesTest, ARemarkIsSettledByItsTeacherAndConfirmedByItsMakersOffice) {
  RecordProperty("requirement", "REP-06");
  RulesSchool school;
  EXPECT_EQ(school.say(kDeputy, {remark(events::RemarkLevel::kDeputy)}), "");
  const events::RemarkSettled settled{{1}, std::nullopt};
  const events::RemarkConfirmed yes{{1}, true};
  EXPECT_EQ(school.say(kDeputy, {yes}), "remark.not_settled");
  EXPECT_EQ(school.say(kForeign, {settled}), "access.no_role");
  EXPECT_EQ(school.say(kMaths, {settled}), "");
  EXPECT_EQ(school.say(kMaths, {settled}), "remark.settled");
  EXPECT_EQ(school.say(kAdministrator, {yes}), "remark.level");
  EXPECT_EQ(school.say(kDeputy, {events::RemarkConfirmed{{1}, false}}), "");
  EXPECT_EQ(school.say(kDeputy, {yes}), "remark.not_settled") << "it was sent back";
  EXPECT_EQ(school.say(kMaths, {settled}), "");
  EXPECT_EQ(school.say(kDeputy, {yes}), "");
  EXPECT_EQ(school.say(kMaths, {settled}), "remark.settled");
}

TEST(ControlRulesTest, ANoteIsOfDaysThatAreOver) {
  RecordProperty("requirement", "REP-05");
  RulesSchool school;
  events::ControlNoteIssued note;
  note.first_day = day("2025-09-01");
  note.last_day = day("2025-09-02");
  note.due = day("2025-09-02");
  EXPECT_EQ(school.say(kHead, {note}), "");
  note.due = day("2025-09-01");
  EXPECT_EQ(school.say(kHead, {note}), "note.due");
  note.last_day = day("2025-09-03");
  EXPECT_EQ(school.say(kHead, {note}), "day.future");
  note.last_day = day("2025-08-31");
  EXPECT_EQ(school.say(kHead, {note}), "days.reversed");
}

TEST(ControlRulesTest, OneIsAcquaintedOnceAndWithWhatIsThere) {
  RecordProperty("requirement", "SET-13");
  using Subject = events::AcquaintanceSubject;
  RulesSchool school;
  EXPECT_EQ(school.say(kMaths, {events::AcquaintanceSigned{kMaths, Subject::kRegulation, 1}}), "");
  EXPECT_EQ(school.say(kMaths, {events::AcquaintanceSigned{kMaths, Subject::kRegulation, 1}}),
            "acquaintance.twice");
  EXPECT_EQ(school.say(kMaths, {events::AcquaintanceSigned{kMaths, Subject::kRegulation, 2}}), "");
  EXPECT_EQ(school.say(kMaths, {events::AcquaintanceSigned{kMaths, Subject::kControlNote, 1}}),
            "acquaintance.none");
  EXPECT_EQ(school.say(kMaths, {events::AcquaintanceSigned{kMaths, Subject::kTimetable, 1}}), "");
  EXPECT_EQ(school.say(kMaths, {events::AcquaintanceSigned{kForeign, Subject::kTimetable, 1}}),
            "access.no_role")
      << "each for oneself";
}

TEST(ControlRulesTest, AReportIsHandedInOnce) {
  RecordProperty("requirement", "REP-03");
  RulesSchool school;
  events::ReportHandedIn report{events::ReportKind::kClassTeacherPeriod,
                                kFifthA,
                                kFirstQuarter,
                                day("2025-09-01"),
                                day("2025-10-24"),
                                kDeputy};
  EXPECT_EQ(school.say(kGuide, {report}), "");
  EXPECT_EQ(school.say(kGuide, {report}), "report.twice");
  report.period = kSecondQuarter;
  EXPECT_EQ(school.say(kGuide, {report}), "");
  report.first_day = day("2025-12-31");
  EXPECT_EQ(school.say(kGuide, {report}), "days.reversed");
}

TEST(ControlRulesTest, TheSchoolsReportsOfAPeriodAreTheOfficesThatTheRegulationNames) {
  RecordProperty("requirement", "REP-03");
  RulesSchool school(
      {{"period_reports", "quarter"}, {"period_reports.by", "deputy,class_teacher"}});
  events::ReportHandedIn report{events::ReportKind::kProgress,
                                std::nullopt,
                                kFirstQuarter,
                                day("2025-09-01"),
                                day("2025-10-24"),
                                std::nullopt};
  EXPECT_EQ(school.say(kGuide, {report}), "access.no_role") << "of the class only";
  EXPECT_EQ(school.say(kMaths, {report}), "access.no_role");
  EXPECT_EQ(school.say(kDeputy, {report}), "");
  report.school_class = kFifthA;
  EXPECT_EQ(school.say(kDeputy, {report}), "access.out_of_reach");
  EXPECT_EQ(school.say(kGuide, {report}), "");
}

events::CopyPrinted journal_copy() {
  return {{}, events::CopyKind::kJournal, kFifthA, kMathematics, {}, kFirstQuarter, 12, {100}, {}};
}
const events::CopyCertified kCertified{{1}, day("2025-09-02")};
const events::CopyRegistered kRegistered{{1}, 7, 12, "Архив"};
const events::CopyHandedOver kHanded{{1}, kSecretary, "Архив", day("2025-09-02")};

TEST(PaperRulesTest, ACopyIsPrintedCertifiedRegisteredAndHandedOver) {
  RecordProperty("requirement", "PAP-02");
  RecordProperty("requirement", "PAP-03");
  RulesSchool school(Rules{{"paper.stitched_registered", "numbered,stitched,registered"},
                           {"paper.certified_by", "deputy"}});
  EXPECT_EQ(school.say(kDeputy, {journal_copy()}), "");
  EXPECT_EQ(school.say(kSecretary, {kRegistered}), "copy.not_certified");
  EXPECT_EQ(school.say(kSecretary, {kHanded}), "copy.not_certified");
  EXPECT_EQ(school.say(kDeputy, {kCertified}), "");
  EXPECT_EQ(school.say(kDeputy, {kCertified}), "copy.certified");
  EXPECT_EQ(school.say(kSecretary, {kHanded}), "copy.not_registered");
  EXPECT_EQ(school.refusal().clause, "§");
  EXPECT_EQ(school.say(kSecretary, {kRegistered}), "");
  EXPECT_EQ(school.say(kSecretary, {kRegistered}), "copy.registered");
  EXPECT_EQ(school.say(kSecretary, {kHanded}), "");
}

TEST(PaperRulesTest, WhereNoRegisterIsAskedForACertifiedCopyMayBeHandedOver) {
  RecordProperty("requirement", "PAP-02");
  RulesSchool school;
  EXPECT_EQ(school.say(kDeputy, {journal_copy()}), "");
  EXPECT_EQ(school.say(kDeputy, {kCertified}), "");
  EXPECT_EQ(school.say(kSecretary, {kHanded}), "");
}

TEST(PaperRulesTest, AFamilysSheetIsHandedOverAsItIs) {
  RecordProperty("requirement", "ACC-11");
  RulesSchool school;
  events::CopyPrinted sheet{{}, events::CopyKind::kParentsSheet, {}, {}, kAnna, {}, 1, {100}, {}};
  EXPECT_EQ(school.say(kGuide, {sheet}), "");
  EXPECT_EQ(school.say(kForeign, {sheet}), "access.out_of_reach");
  const events::CopyHandedOver handed{{1}, kMother, "Школа", day("2025-09-02")};
  EXPECT_EQ(school.say(kForeign, {handed}), "access.out_of_reach");
  EXPECT_EQ(school.say(kGuide, {handed}), "");
  sheet.pupil.reset();
  EXPECT_EQ(school.say(kDeputy, {sheet}), "copy.of_what");
  sheet.pupil = kAnna;
  sheet.sheets = 0;
  EXPECT_EQ(school.say(kDeputy, {sheet}), "copy.sheets");
}

TEST(PaperRulesTest, ARetiredMediumTakesNoVolume) {
  RecordProperty("requirement", "ARC-03");
  RulesSchool school;
  const auto medium = [](std::string serial) {
    return events::MediumRegistered{{}, std::move(serial), "ext4", "Сейф", {}, {}};
  };
  EXPECT_EQ(school.say(kDirector, {medium("A"), medium("B")}), "");
  events::VolumeSealed sealed;
  sealed.first_medium = {1};
  sealed.second_medium = {1};
  EXPECT_EQ(school.say(kDirector, {sealed}), "volume.one_medium");
  sealed.second_medium = {2};
  EXPECT_EQ(school.say(kDirector, {sealed}), "");
  EXPECT_EQ(school.say(kDirector, {events::MediumRetired{{2}, day("2025-09-02"), "Сломан"}}), "");
  EXPECT_EQ(school.say(kDirector, {events::MediumRetired{{2}, day("2025-09-02"), "Сломан"}}),
            "medium.retired");
  EXPECT_EQ(school.say(kDirector, {sealed}), "medium.retired");
}

TEST(PaperRulesTest, WhereTheRegulationWantsItTheMediaLieInDifferentRooms) {
  RecordProperty("requirement", "ARC-03");
  for (const std::string apart : {"yes", "no"}) {
    RulesSchool school(Rules{{"archive.media.apart", apart}});
    const auto medium = [](std::string serial, std::string room) {
      return events::MediumRegistered{{}, std::move(serial), "ext4", std::move(room), {}, {}};
    };
    EXPECT_EQ(
        school.say(kDirector, {medium("A", "Сейф"), medium("B", " Сейф "), medium("C", "Архив")}),
        "");
    events::VolumeSealed sealed;
    sealed.first_medium = {1};
    sealed.second_medium = {2};
    EXPECT_EQ(school.say(kDirector, {sealed}), apart == "yes" ? "volume.one_room" : "");
    if (apart == "no") continue;
    EXPECT_EQ(school.refusal().clause, "§");
    sealed.second_medium = {3};
    EXPECT_EQ(school.say(kDirector, {sealed}), "");
  }
}

}  // namespace
}  // namespace letopis::rules::founded
