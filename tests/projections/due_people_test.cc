// What is owed to people: answers, remarks settled, credentials, offices.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "projections/due_lists.h"

namespace letopis::projections {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kFirst = "2025-09-01";

TEST(DueToSettle, ARemarkUntilItsDayAndAgainIfItIsNotConfirmed) {
  RecordProperty("requirement", "REP-06");
  TaughtSchool school = school_under({{"remark.settle", "administrator 1w", "3.2 (1)"}});
  school.set_clock("2025-09-08", 12);
  school.add(kDirector, events::RemarkMade{{1},
                                           kMaths,
                                           kFifthA,
                                           kMathematics,
                                           events::RemarkLevel::kAdministrator,
                                           day("2025-09-15"),
                                           {}});
  const events::Instant end = moscow("2025-09-16", 0);
  const auto owed = due(school, DueKind::kRemark, {end.milliseconds - 1});
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].late, std::nullopt);
  EXPECT_EQ(owed[0].clause, "3.2 (1)");
  EXPECT_TRUE(due(school, DueKind::kRemark, end)[0].late);
  school.add(kMaths, events::RemarkSettled{{1}, std::nullopt});
  EXPECT_THAT(due(school, DueKind::kRemark, end), IsEmpty());
  school.add(kDirector, events::RemarkConfirmed{{1}, false});
  EXPECT_THAT(due(school, DueKind::kRemark, end), SizeIs(1));
}

TEST(DueToSettle, ADisputeByTheTeacherOfTheLesson) {
  RecordProperty("requirement", "JRN-17");
  TaughtSchool school = school_under({{"dispute.notice", "3cd", "прил. 6 №1"}});
  const auto lesson = school.hold(kMathsOfA, "2025-09-08", 1);
  school.mark(lesson, kAnna, events::MarkValue::kTwo);
  school.add(kAnna, events::DisputeRaised{{1}, kAnna, lesson, 1, day("2025-09-09"), std::nullopt});
  const events::Instant now = moscow("2025-09-20", 12);
  const auto owed = due(school, DueKind::kDispute, now);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_THAT(owed[0].who, ElementsAre(kMaths));
  EXPECT_EQ(owed[0].deadline, std::nullopt);
  school.add(kMaths,
             events::DisputeAnswered{{1}, kAnna, events::DisputeOutcome::kDeclined, std::nullopt});
  EXPECT_THAT(due(school, DueKind::kDispute, now), IsEmpty());
}

TEST(DueToPeople, CredentialsByTheShorterTermAndLateByTheLonger) {
  RecordProperty("requirement", "ACC-16");
  TaughtSchool school = school_under({{"issue.family.term", "7d; late 7wd", "прил. 4 №1, №7"}});
  constexpr events::PersonNumber newcomer{7};
  school.set_clock("2025-09-15", 12);
  school.add(kDirector, events::PersonRegistered{newcomer, {}});
  school.add(kDirector, events::PupilEnrolled{newcomer, kFifthA, day("2025-09-15"), {}});
  const Span september{"2025-09-20", "2025-09-30"};
  auto owed = due(school, DueKind::kCredential, moscow("2025-09-24", 12), september);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_EQ(owed[0].about.person, newcomer);
  EXPECT_EQ(owed[0].deadline->due, moscow("2025-09-23", 0));
  EXPECT_EQ(owed[0].deadline->at, moscow("2025-09-25", 0));
  EXPECT_EQ(owed[0].late, std::nullopt);
  EXPECT_THAT(owed[0].who, ElementsAre(kMaths)) << "the class teacher";
  EXPECT_TRUE(due(school, DueKind::kCredential, moscow("2025-09-25", 0), september)[0].late);
  school.add(kMaths, events::CredentialIssued{newcomer, events::SlipMedium::kPaper, false});
  EXPECT_THAT(due(school, DueKind::kCredential, moscow("2025-09-25", 0), september), IsEmpty());
}

TEST(DueToPeople, APupilActivatesWithinSevenWorkingDaysOfTheReceipt) {
  RecordProperty("requirement", "ACC-16");
  TaughtSchool school = school_under(
      {{"activate.term", "7wd", "прил. 6 №2"}, {"activate.who", "pupil", "прил. 6 №2"}});
  constexpr events::PersonNumber newcomer{7};
  school.set_clock("2025-09-15", 12);
  school.add(kDirector, events::PersonRegistered{newcomer, {}});
  school.add(kDirector, events::PupilEnrolled{newcomer, kFifthA, day("2025-09-15"), {}});
  const events::Instant now = moscow("2025-10-20", 12);
  EXPECT_THAT(due(school, DueKind::kActivation, now), IsEmpty()) << "nothing was received";
  school.add(kMaths, events::CredentialIssued{newcomer, events::SlipMedium::kPaper, false});
  const auto owed = due(school, DueKind::kActivation, now);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_THAT(owed[0].who, ElementsAre(newcomer));
  EXPECT_EQ(owed[0].deadline->at, moscow("2025-09-25", 0));
}

TEST(DueToPeople, AnOfficeIsHeldByOrder) {
  RecordProperty("requirement", "ACC-17");
  TaughtSchool school = school_under({{"appointed_by_order", "administrator", "3.1.1"}});
  const events::Instant now = moscow("2025-09-10", 12);
  EXPECT_THAT(due(school, DueKind::kAppointment, now), SizeIs(1));
  school.add(kDirector,
             events::RoleGiven{kEnglish, events::Role::kAdministrator, std::nullopt, std::nullopt,
                               day(kFirst), events::Order{"5", day(kFirst)}});
  EXPECT_THAT(due(school, DueKind::kAppointment, now), IsEmpty());
}

TEST(DueToPeople, AnAnswerToWhoAskedForHelpWithinSevenDays) {
  RecordProperty("requirement", "COM-08");
  TaughtSchool school = school_under({{"consultation", "on_request", "прил. 1 №7"},
                                      {"consultation.by", "director", "прил. 1 №7"},
                                      {"consultation.due", "7cd", "прил. 1 №7"}});
  const auto write = [&](events::PersonNumber from, events::PersonNumber to, std::uint32_t number,
                         std::optional<events::MessageNumber> about) {
    school.add(from, events::MessageSent{{number}, {{from, {}}, {to, {}}}, about});
  };
  school.set_clock("2025-09-08", 12);
  write(kMaths, kDirector, 1, {});
  const events::Instant in_time = {moscow("2025-09-16", 0).milliseconds - 1};
  EXPECT_THAT(due(school, DueKind::kConsultation, in_time), IsEmpty()) << "an ordinary message";
  school.add(kMaths, events::HelpAsked{{1}, events::HelpMatter::kUse});
  const auto owed = due(school, DueKind::kConsultation, in_time);
  ASSERT_THAT(owed, SizeIs(1));
  EXPECT_THAT(owed[0].who, ElementsAre(kDirector));
  EXPECT_EQ(owed[0].about.person, kMaths);
  EXPECT_EQ(owed[0].about.message, events::MessageNumber{1});
  EXPECT_EQ(owed[0].clause, "прил. 1 №7");
  EXPECT_EQ(owed[0].deadline->at, moscow("2025-09-16", 0));
  EXPECT_EQ(owed[0].late, std::nullopt);
  EXPECT_TRUE(due(school, DueKind::kConsultation, moscow("2025-09-16", 0))[0].late);
  write(kMaths, kDirector, 2, events::MessageNumber{1});
  EXPECT_THAT(due(school, DueKind::kConsultation, in_time), SizeIs(1)) << "the asker's own words";
  write(kDirector, kMaths, 3, events::MessageNumber{2});
  EXPECT_THAT(due(school, DueKind::kConsultation, in_time), IsEmpty());
}

}  // namespace
}  // namespace letopis::projections
