#include <gtest/gtest.h>

#include <map>
#include <set>

#include "regulations/bundled_regulations.h"
#include "trial/dates.h"
#include "trial/lived_year.h"

namespace letopis::trial {
namespace {

constexpr unsigned kPupils = 40;

const LivedYear& year_under(const std::string& name) {
  static std::map<std::string, LivedYear> kept;
  const auto found = kept.find(name);
  if (found != kept.end()) return found->second;
  Settings settings;
  settings.pupils = kPupils;
  settings.regulation = bundled_regulation(name).value();
  return kept.emplace(name, live(std::move(settings))).first->second;
}

// What the tests ask of lessons, by their numbers.
struct Lessons {
  std::map<events::LessonNumber, events::LessonHeld> held;
  std::map<events::LessonNumber, events::WorkKind> works;
  std::map<events::LoadNumber, events::ClassNumber> classes;
  std::map<events::ClassNumber, unsigned> grades;

  explicit Lessons(const LivedYear& year) {
    for_each<events::LessonHeld>(year,
                                 [&](const Command&, const auto& one) { held[one.lesson] = one; });
    for_each<events::WorkSet>(
        year, [&](const Command&, const auto& one) { works[one.lesson] = one.kind; });
    for_each<events::LoadAssigned>(
        year, [&](const Command&, const auto& one) { classes[one.load] = *one.school_class; });
    for_each<events::ClassOpened>(
        year, [&](const Command&, const auto& one) { grades[one.school_class] = one.grade; });
  }
  unsigned grade_of(events::LessonNumber lesson) const {
    return grades.at(classes.at(held.at(lesson).load));
  }
};

template <class Fact>
std::set<unsigned> grades_with(const LivedYear& year) {
  const Lessons lessons(year);
  std::set<unsigned> grades;
  for_each<Fact>(year, [&](const Command&, const Fact& fact) {
    grades.insert(lessons.grade_of(fact.lesson));
  });
  return grades;
}

class Regulated : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Trial, Regulated,
                         testing::Values("saniba", "nikihita", "nn125", "school4", "lipetsk"));

TEST_P(Regulated, LivesToTheEndTheSameEachTime) {
  const LivedYear& year = year_under(GetParam());
  EXPECT_EQ(year.summary.facts.at("year_closed"), 1U);
  const LivedYear again = live(year.settings);
  EXPECT_EQ(digest_of(again.commands), digest_of(year.commands));
  EXPECT_EQ(digest_of(again.attempts), digest_of(year.attempts));
}

TEST_P(Regulated, AttemptsInVainAreFewOfAKindAndChangeNothing) {
  const LivedYear& year = year_under(GetParam());
  EXPECT_GE(year.attempts.size(), 40U);
  std::map<std::string_view, unsigned> by_code;
  for (const Command& attempt : year.attempts) {
    const unsigned count = ++by_code[*attempt.in_vain];
    EXPECT_LE(count, 25U) << *attempt.in_vain;
  }
  std::uint64_t counted = 0;
  for (const auto& [code, count] : year.summary.in_vain) counted += count;
  EXPECT_EQ(counted, year.attempts.size());
  EXPECT_EQ(year.summary.commands, year.commands.size());
}

TEST(RegulatedYear, NoMarkComesAfterItsDayWithoutAPermissionWhereBackdatingIsForbidden) {
  RecordProperty("requirement", "JRN-09");
  const LivedYear& year = year_under("saniba");
  const Lessons lessons(year);
  unsigned permitted = 0;
  for_each<events::MarkGiven>(year, [&](const Command& command, const auto& mark) {
    const auto work = lessons.works.find(mark.lesson);
    const bool written = mark.work != 0 && work != lessons.works.end() &&
                         work->second != events::WorkKind::kLaboratory &&
                         work->second != events::WorkKind::kPractical &&
                         work->second != events::WorkKind::kProject &&
                         work->second != events::WorkKind::kHomework;
    if (mark.permission) ++permitted;
    if (written || mark.permission) return;
    EXPECT_EQ(day_at(command.at), mark.day) << mark.lesson.value;
  });
  EXPECT_GE(permitted, 1U);
  EXPECT_GE(year.summary.in_vain.at("mark.too_late"), 2U);
}

TEST(RegulatedYear, GradeOneHasAttendanceOnlyWhereTheRegulationSaysSo) {
  RecordProperty("requirement", "JRN-11");
  const LivedYear& year = year_under("lipetsk");
  const std::set<unsigned> all{1, 5, 9, 10};
  const std::set<unsigned> taught{5, 9, 10};
  EXPECT_EQ(grades_with<events::AbsenceNoted>(year), all);
  EXPECT_EQ(grades_with<events::TopicSet>(year), taught);
  EXPECT_EQ(grades_with<events::HomeworkSet>(year), taught);
  EXPECT_EQ(grades_with<events::MarkGiven>(year), taught);
  EXPECT_GE(year.summary.in_vain.at("mark.not_in_grade"), 2U);
  EXPECT_GE(year.summary.in_vain.at("homework.not_in_grade"), 2U);
}

TEST(RegulatedYear, TeachersTakeTheirPointsOnSchoolDaysWhereMarksAreEnteredThere) {
  RecordProperty("requirement", "ACC-18");
  const LivedYear& year = year_under("lipetsk");
  std::map<std::pair<events::PersonNumber, events::Day>, unsigned> taken;
  std::set<events::PersonNumber> at_home;
  for_each<events::WorkplaceTaken>(year, [&](const Command& command, const auto& one) {
    EXPECT_EQ(one.person, command.author);
    if (!one.point) at_home.insert(one.person);
    if (one.point) ++taken[{one.person, day_at(command.stated)}];
  });
  EXPECT_FALSE(taken.empty());
  for (const auto& [who, times] : taken) EXPECT_EQ(times, 1U) << who.first.value;
  EXPECT_EQ(at_home.size(), 1U) << "one teacher writes from home";
  for (const char* school : {"saniba", "nikihita", "nn125", "school4"}) {
    EXPECT_FALSE(year_under(school).summary.facts.contains("workplace_taken")) << school;
  }
}

TEST(RegulatedYear, GradesWithoutMarksHaveAllTheRest) {
  RecordProperty("requirement", "JRN-11");
  Settings settings;
  settings.pupils = 90;  // with a second grade
  settings.regulation = bundled_regulation("school4").value();
  const LivedYear year = live(std::move(settings));
  EXPECT_TRUE(grades_with<events::TopicSet>(year).contains(1));
  EXPECT_TRUE(grades_with<events::TopicSet>(year).contains(2));
  EXPECT_TRUE(grades_with<events::HomeworkSet>(year).contains(2));
  EXPECT_FALSE(grades_with<events::MarkGiven>(year).contains(1));
  EXPECT_FALSE(grades_with<events::MarkGiven>(year).contains(2));
}

TEST(RegulatedYear, PeriodMarksNameTheOrderWhereTheyAwaitOne) {
  RecordProperty("requirement", "JRN-13");
  for_each<events::PeriodMarkGiven>(year_under("nikihita"), [](const Command&, const auto& mark) {
    EXPECT_TRUE(mark.order.has_value());
  });
  EXPECT_GE(year_under("nikihita").summary.in_vain.at("period_mark.no_order"), 4U);
  EXPECT_FALSE(year_under("school4").summary.in_vain.contains("period_mark.no_order"));
}

TEST(RegulatedYear, TheWindowIsChosenOnceWhereTheRegulationLeavesTheChoice) {
  RecordProperty("requirement", "JRN-07");
  std::vector<std::string> windows;
  for_each<events::ParameterChanged>(year_under("nikihita"), [&](const Command&, const auto& fact) {
    windows.push_back(fact.parameter.value);
  });
  EXPECT_EQ(windows, (std::vector<std::string>{"2w", "3w"}));
  EXPECT_FALSE(year_under("saniba").summary.facts.contains("parameter_changed"));
  EXPECT_FALSE(year_under("nn125").summary.in_vain.contains("mark.window"));
}

TEST(RegulatedYear, AttendanceIsReviewedAsOftenAsTheRegulationAsks) {
  RecordProperty("requirement", "JRN-05");
  const auto reviews = [](const char* name) {
    const auto& facts = year_under(name).summary.facts;
    const auto found = facts.find("attendance_reviewed");
    return found == facts.end() ? std::uint64_t{0} : found->second;
  };
  EXPECT_EQ(reviews("nn125"), 0U);  // silent
  EXPECT_GT(reviews("saniba"), 4 * reviews("school4"));
  EXPECT_GT(reviews("school4"), 100U);
}

TEST(RegulatedYear, CopiesAreRegisteredWhereTheyAreStitchedAndOnlyThere) {
  RecordProperty("requirement", "PAP-03");
  const auto& school4 = year_under("school4").summary.facts;
  EXPECT_EQ(school4.at("copy_registered"), school4.at("copy_printed"));
  EXPECT_FALSE(year_under("nn125").summary.facts.contains("copy_registered"));
  EXPECT_FALSE(year_under("lipetsk").summary.facts.contains("copy_printed"));
}

TEST(RegulatedYear, FamiliesOnPaperGetTheirSheetsWhereTheyAreOwed) {
  RecordProperty("requirement", "ACC-11");
  std::map<events::PersonNumber, unsigned> sheets;
  for_each<events::CopyPrinted>(year_under("nn125"), [&](const Command&, const auto& copy) {
    if (copy.pupil) ++sheets[*copy.pupil];
  });
  ASSERT_FALSE(sheets.empty());
  for (const auto& [pupil, count] : sheets) EXPECT_GE(count, 14U);  // two a month, some forgotten
}

TEST(RegulatedYear, AnUnknownRegulationIsRefusedNamingThoseThereAre) {
  const auto unknown = bundled_regulation("sanibo");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.refusal().code, "regulation.not_bundled");
  EXPECT_NE(unknown.refusal().allowed.ru.find("saniba"), std::string::npos);
}

}  // namespace
}  // namespace letopis::trial
