// Who is taught apart from the class, under each regulation; what its papers and signatures are.
#include "trial/apart.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "trial/class_book.h"
#include "trial/documents.h"
#include "trial/lived_year.h"

namespace letopis::trial {
namespace {

using events::GroupKind;
using events::LessonKind;

const LivedYear& year_under(const std::string& name) {
  static std::map<std::string, LivedYear> kept;
  const auto found = kept.find(name);
  if (found != kept.end()) return found->second;
  Settings settings;
  settings.pupils = 40;
  settings.regulation = bundled_regulation(name).value();
  return kept.emplace(name, live(std::move(settings))).first->second;
}

// Groups with journals of their own, and what was done in them.
struct Kept {
  std::map<events::GroupNumber, GroupKind> groups;
  std::map<events::LoadNumber, events::LoadAssigned> loads;
  std::map<LessonKind, unsigned> lessons;
  std::set<events::LessonNumber> at_home;
  std::optional<events::PersonNumber> pupil;
  std::map<events::SubjectNumber, unsigned> home_subjects;  // lessons of each
  std::set<events::SubjectNumber> marked_at_home;

  explicit Kept(const LivedYear& year) {
    for_each<events::StudyFormSet>(year, [&](const Command&, const auto& one) {
      if (one.form == events::StudyForm::kHomeSchooling) pupil = one.pupil;
    });
    for_each<events::GroupFormed>(
        year, [&](const Command&, const auto& one) { groups[one.group] = one.kind; });
    for_each<events::LoadAssigned>(year,
                                   [&](const Command&, const auto& one) { loads[one.load] = one; });
    for_each<events::LessonHeld>(year, [&](const Command&, const auto& one) {
      ++lessons[one.kind];
      if (one.kind != LessonKind::kHomeSchooling) return;
      at_home.insert(one.lesson);
      ++home_subjects[loads.at(one.load).subject];
    });
  }
  std::optional<GroupKind> kind_of(const events::LessonHeld& lesson) const {
    const auto& group = loads.at(lesson.load).group;
    if (!group) return std::nullopt;
    return groups.at(*group);
  }
};

class ApartUnder : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Trial, ApartUnder,
                         testing::Values("saniba", "nikihita", "nn125", "school4", "lipetsk"));

TEST_P(ApartUnder, HasItsLessonsAllTheYear) {
  RecordProperty("requirement", "SET-12 JRN-19");
  const Kept kept(year_under(GetParam()));
  const std::pair<LessonKind, unsigned> least[] = {{LessonKind::kHomeSchooling, 60},
                                                   {LessonKind::kIndividual, 10},
                                                   {LessonKind::kElective, 20},
                                                   {LessonKind::kExtracurricular, 10},
                                                   {LessonKind::kPsychologist, 12}};
  for (const auto& [kind, count] : least) {
    const auto found = kept.lessons.find(kind);
    ASSERT_NE(found, kept.lessons.end()) << events::word_of(kind);
    EXPECT_GE(found->second, count) << events::word_of(kind);
  }
}

TEST_P(ApartUnder, EachSessionStandsInAJournalOfItsKind) {
  RecordProperty("requirement", "JRN-19");
  const LivedYear& year = year_under(GetParam());
  const Kept kept(year);
  for_each<events::LessonHeld>(year, [&](const Command&, const auto& lesson) {
    const auto kind = kept.kind_of(lesson);
    EXPECT_EQ(lesson.kind == LessonKind::kPsychologist, kind == GroupKind::kPsychologist);
    EXPECT_EQ(lesson.kind == LessonKind::kExtracurricular, kind == GroupKind::kExtracurricular);
    EXPECT_EQ(lesson.kind == LessonKind::kHomeSchooling, kind == GroupKind::kHomeSchooling);
  });
  EXPECT_GE(year.summary.in_vain.at("lesson.another_journal"), 1U);
  EXPECT_EQ(year.summary.in_vain.at("group.not_at_home"), 1U);
}

TEST_P(ApartUnder, WhoIsTaughtAtHomeHasMarksOfThoseLessonsAloneAndResultsInEachSubject) {
  RecordProperty("requirement", "JRN-14 SET-12");
  const LivedYear& year = year_under(GetParam());
  Kept kept(year);
  ASSERT_TRUE(kept.pupil);
  std::map<events::LessonNumber, events::SubjectNumber> subjects;
  for_each<events::LessonHeld>(year, [&](const Command&, const auto& lesson) {
    subjects[lesson.lesson] = kept.loads.at(lesson.load).subject;
  });
  for_each<events::MarkGiven>(year, [&](const Command&, const auto& mark) {
    EXPECT_EQ(mark.pupil == *kept.pupil, kept.at_home.contains(mark.lesson));
    if (mark.pupil == *kept.pupil) kept.marked_at_home.insert(subjects.at(mark.lesson));
  });
  EXPECT_GE(kept.marked_at_home.size(), 6U);
  std::map<events::SubjectNumber, unsigned> results;
  for_each<events::PeriodMarkGiven>(year, [&](const Command&, const auto& mark) {
    if (mark.pupil == *kept.pupil && mark.kind == events::ResultKind::kPeriod) {
      ++results[mark.subject];
    }
  });
  for (const auto& [subject, lessons] : kept.home_subjects) {
    EXPECT_GE(results[subject], 2U) << subject.value;
  }
}

TEST_P(ApartUnder, NobodyHoldsTwoLessonsAtOnce) {
  const LivedYear& year = year_under(GetParam());
  std::set<std::tuple<events::PersonNumber, events::Day, std::uint16_t>> taken;
  for_each<events::LessonHeld>(year, [&](const Command&, const auto& lesson) {
    EXPECT_TRUE(taken.emplace(lesson.teacher, lesson.day, lesson.bell).second)
        << lesson.lesson.value;
  });
}

TEST(Apart, ASchoolWithoutAFittingClassHasNobodyApart) {
  EXPECT_FALSE(year_of(5).summary.facts.contains("study_form_set"));
}

TEST(Documents, AreThoseThatTheRegulationAsksFor) {
  RecordProperty("requirement", "SET-15");
  const auto papers = [](const char* name) {
    const Regulation regulation = bundled_regulation(name).value();
    std::map<events::DocumentKind, unsigned> counts;
    for (const Paper& paper : papers_of(regulation, Customs(regulation))) ++counts[paper.kind];
    return counts;
  };
  using enum events::DocumentKind;
  EXPECT_EQ(papers("saniba"), (std::map<events::DocumentKind, unsigned>{{kRegulation, 1}}));
  EXPECT_EQ(
      papers("nn125"),
      (std::map<events::DocumentKind, unsigned>{
          {kRegulation, 1}, {kAdministratorOrder, 1}, {kCuratorOrder, 1}, {kConsentForm, 1}}));
  EXPECT_EQ(papers("nikihita"), (std::map<events::DocumentKind, unsigned>{{kRegulation, 2},
                                                                          {kIntroductionOrder, 1},
                                                                          {kAdministratorOrder, 1},
                                                                          {kInstructions, 3},
                                                                          {kConsentForm, 1},
                                                                          {kPointsOrder, 1},
                                                                          {kOther, 3}}));
}

TEST(Documents, AreSignedWhereTheRegulationWantsAList) {
  RecordProperty("requirement", "SET-13 ACC-19");
  using Subjects = std::vector<events::AcquaintanceSubject>;
  using enum events::AcquaintanceSubject;
  const auto signs = [](const char* name) {
    return subjects_to_sign(Customs(bundled_regulation(name).value()));
  };
  EXPECT_EQ(signs("lipetsk"), (Subjects{kRegulation, kCredentialRules}));
  EXPECT_EQ(signs("nn125"), (Subjects{kRegulation, kCredentialRules})) << "brought to all";
  EXPECT_EQ(signs("school4"), Subjects{kCredentialRules});
  EXPECT_EQ(subjects_to_sign(Customs(Regulation{})), Subjects{});
}

TEST(Forecasts, AreHandedInBeforeThePeriodEndsWhereTheRegulationAsks) {
  RecordProperty("requirement", "JRN-16");
  const auto forecasts = [](const LivedYear& year) {
    unsigned count = 0;
    for_each<events::ReportHandedIn>(year, [&](const Command& command, const auto& report) {
      if (report.kind != events::ReportKind::kSubjectTeacherPeriod) return;
      ++count;
      EXPECT_LT(day_at(command.at), report.last_day);
    });
    return count;
  };
  EXPECT_GE(forecasts(year_of(60)), 20U) << "the trial's own regulation asks for them";
  EXPECT_GE(forecasts(year_under("nn125")), 4U);
  EXPECT_EQ(forecasts(year_under("saniba")), 0U);
}

}  // namespace
}  // namespace letopis::trial
