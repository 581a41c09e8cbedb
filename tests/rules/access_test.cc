// The table of access walked whole: every role, every fact, on one's own and on another's class,
// pupil, load and lesson. What is expected stands here by hand, from the requirements ACC-01 to
// ACC-08, and is not derived from the table it tests.
#include "rules/access.h"

#include <gtest/gtest.h>

#include <set>

#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

// Who may state a fact where no regulation says otherwise:
//   D director   Z deputy   A administrator   H head of an association   K control group
//   Y secretary  S site administrator   I inspector
//   T teacher, P psychologist: in the own lessons   C class teacher: in the own class
//   R parent: of the own child   p pupil: of oneself   O whoever it is about
//   f the founder, with this fact alone   W whoever works at the school   + anybody with a role
struct Expected {
  std::string_view fact;
  std::string_view who;
};

constexpr Expected kExpected[] = {
    {"log_started", "f"},
    {"school_described", "D"},
    {"regulation_adopted", "D"},
    {"parameter_changed", "D"},
    {"year_opened", "DA"},
    {"year_closed", "DA"},
    {"period_declared", "DZA"},
    {"calendar_day_declared", "DZA"},
    {"bell_schedule_declared", "DZA"},
    {"bell_schedule_applied", "DZA"},
    {"room_registered", "DZA"},
    {"subject_registered", "DZA"},
    {"subject_linked", "DZA"},
    {"class_opened", "DA"},
    {"class_promoted", "DA"},
    {"class_closed", "DA"},
    {"group_formed", "AC"},
    {"group_closed", "AC"},
    {"group_joined", "AC"},
    {"group_left", "AC"},
    {"curriculum_approved", "D"},
    {"load_assigned", "ZA"},
    {"load_ended", "ZA"},
    {"loads_approved", "D"},
    {"plan_adopted", "ZTP"},
    {"timetable_entered", "ZA"},
    {"timetable_approved", "D"},
    {"timetable_changed", "ZA"},
    {"substitution_ordered", "ZA"},
    {"substitution_signed", "TP"},
    {"document_recorded", "DZAY"},
    {"section_filled", "DZA"},
    {"point_listed", "ZA"},
    {"point_withdrawn", "ZA"},
    {"outage_declared", "D"},
    {"clock_confirmed", "DA"},
    {"person_registered", "DA"},
    {"person_changed", "DACO"},
    {"person_checked", "AC"},
    {"person_erased", "D"},
    {"role_given", "DAf"},
    {"role_ended", "DA"},
    {"guardian_linked", "AC"},
    {"guardian_unlinked", "AC"},
    {"consent_recorded", "DACR"},
    {"diary_form_chosen", "ACR"},
    {"notices_chosen", "ACR"},
    {"pupil_enrolled", "A"},
    {"pupil_moved", "A"},
    {"pupil_left", "A"},
    {"pupil_promoted", "A"},
    {"pupil_graduated", "A"},
    {"study_form_set", "ZA"},
    {"exemption_given", "ZAC"},
    {"account_opened", "DAC"},
    {"account_closed", "DAC"},
    {"credential_issued", "DAC"},
    {"key_enrolled", "DACO"},
    {"key_ended", "DACO"},
    {"key_compromised", "DACO"},
    {"lesson_held", "TP"},
    {"lesson_cancelled", "ZA"},
    {"lesson_withdrawn", "TP"},
    {"topic_set", "TP"},
    {"work_set", "TP"},
    {"homework_set", "TP"},
    {"individual_homework_set", "TP"},
    {"homework_none", "TP"},
    {"safety_briefed", "TP"},
    {"absence_noted", "TPC"},
    {"absence_withdrawn", "TPC"},
    {"absence_explained", "C"},
    {"attendance_reviewed", "C"},
    {"mark_given", "TP"},
    {"mark_corrected", "TP"},
    {"mark_withdrawn", "TP"},
    {"period_mark_given", "T"},
    {"period_mark_corrected", "T"},
    {"period_mark_withdrawn", "T"},
    {"period_closed", "ZA"},
    {"period_reopened", "D"},
    {"dispute_raised", "Rp"},
    {"dispute_answered", "TP"},
    {"permission_given", "DZ"},
    {"permission_ended", "DZ"},
    {"pupil_noted", "ZTPC"},
    {"family_told", "ZATPC"},
    {"remark_made", "DZA"},
    {"remark_settled", "O"},
    {"remark_confirmed", "DZA"},
    {"control_note_issued", "DZHK"},
    {"acquaintance_signed", "O"},
    {"report_handed_in", "ZATPC"},
    {"copy_printed", "ZAC"},
    {"copy_certified", "Z"},
    {"copy_registered", "ZAY"},
    {"copy_handed_over", "ZACY"},
    {"medium_registered", "DA"},
    {"medium_retired", "DA"},
    {"volume_sealed", "DA"},
    {"volume_checked", "DA"},
    {"volume_repaired", "DA"},
    {"volume_destroyed", "D"},
    {"backup_made", "DA"},
    {"log_continued", "Df"},
    {"witness_appointed", "D"},
    {"witness_ended", "D"},
    {"workplace_taken", "O"},
    {"certificate_taken", "DA"},
    {"certificate_ended", "DA"},
    {"submission_made", "DA"},
    {"message_sent", "+"},
    {"news_posted", "W"},
    {"news_withdrawn", "W"},
    {"event_planned", "DZAC"},
    {"event_cancelled", "DZAC"},
    {"help_asked", "+"},
};

// What a fact is about.
struct Aim {
  events::PersonNumber person;
  events::ClassNumber school_class;
  events::SubjectNumber subject;
  events::LoadNumber load;
  events::LessonNumber lesson;
  events::GroupNumber group;
  events::DisputeNumber dispute;
  events::RemarkNumber remark;
  events::CopyNumber copy;
  events::PostNumber post = {};
  events::SchoolEventNumber event = {};
};

const Aim kOwn{kAnna, kFifthA, kMathematics, kMathsOfA, {1}, {1}, {1}, {1}, {1}, {1}, {1}};
const Aim kOwnTalks{kAnna, kFifthA, kTalks, kTalksOfA, {3}, {1}, {3}, {1}, {1}, {1}, {1}};
const Aim kOthers{kBoris, kFifthB, kEnglish, kEnglishOfB, {2}, {2}, {2}, {2}, {2}, {2}, {2}};

Aim about(events::PersonNumber person) {
  Aim aim = kOthers;
  aim.person = person;
  return aim;
}

// Fills the fields of one fact that say what it is about.
struct Filling {
  const Aim& aim;

  void operator()(std::string_view, events::PersonNumber& to) const { to = aim.person; }
  void operator()(std::string_view, events::ClassNumber& to) const { to = aim.school_class; }
  void operator()(std::string_view, events::SubjectNumber& to) const { to = aim.subject; }
  void operator()(std::string_view, events::LoadNumber& to) const { to = aim.load; }
  void operator()(std::string_view, events::LessonNumber& to) const { to = aim.lesson; }
  void operator()(std::string_view, events::GroupNumber& to) const { to = aim.group; }
  void operator()(std::string_view, events::DisputeNumber& to) const { to = aim.dispute; }
  void operator()(std::string_view, events::RemarkNumber& to) const { to = aim.remark; }
  void operator()(std::string_view, events::CopyNumber& to) const { to = aim.copy; }
  void operator()(std::string_view, events::PostNumber& to) const { to = aim.post; }
  void operator()(std::string_view, events::SchoolEventNumber& to) const { to = aim.event; }
  void operator()(std::string_view, std::optional<events::ClassNumber>& to) const {
    to = aim.school_class;
  }
  void operator()(std::string_view, std::optional<events::SubjectNumber>& to) const {
    to = aim.subject;
  }
  void operator()(std::string_view, std::optional<events::LessonNumber>& to) const {
    to = aim.lesson;
  }
  void operator()(std::string_view, events::Day& to) const { to = day("2025-09-08"); }
  void operator()(std::string_view, events::Declared<events::PersonNumber> to) const {
    to.number = kNext;
  }
  template <class Other>
  void operator()(std::string_view, Other&&) const {}
};

template <std::size_t kIndex = 0>
void add_facts(const Aim& aim, std::vector<events::Fact>& facts) {
  if constexpr (kIndex < events::kFacts) {
    std::variant_alternative_t<kIndex, events::AnyFact> fact;
    const Filling filling{aim};
    fact.visit_fields(fact, filling);
    facts.emplace_back(std::move(fact));
    add_facts<kIndex + 1>(aim, facts);
  }
}

// Two lessons, disputes, remarks and copies, one of them the own one's.
void furnish(RulesSchool& school) {
  school.clock("2025-09-08", 12);
  school.given(kAdministrator,
               events::GroupFormed{{2}, kFifthB, kEnglish, {}, "5б", day("2025-09-01")});
  const events::LoadNumber loads[] = {kMathsOfA, kEnglishOfB, kTalksOfA};
  const events::PersonNumber pupils[] = {kAnna, kBoris, kAnna};
  for (std::uint32_t i = 0; i < 3; ++i) {
    const auto lesson = school.lesson(loads[i], "2025-09-08", static_cast<std::uint16_t>(i + 1));
    school.given(kMother,
                 events::DisputeRaised{{i + 1}, pupils[i], lesson, 1, day("2025-09-08"), {}});
  }
  const auto remark = [](events::PersonNumber teacher) {
    return events::RemarkMade{{}, teacher, {}, {}, {}, day("2025-09-15"), {}};
  };
  auto first = remark(kMaths), second = remark(kForeign);
  first.remark = {1};
  second.remark = {2};
  school.given(kDeputy, first);
  school.given(kDeputy, second);
  school.given(kDeputy, events::CopyPrinted{{1}, {}, kFifthA, kMathematics, {}, {}, 1, {1}, {}});
  school.given(kDeputy, events::CopyPrinted{{2}, {}, kFifthB, kEnglish, {}, {}, 1, {1}, {}});
  school.given(kDeputy, events::EventPlanned{{1}, kFifthA, day("2025-09-20"), {}, {}, {}});
  school.given(kDeputy, events::EventPlanned{{2}, kFifthB, day("2025-09-20"), {}, {}, {}});
}

struct Actor {
  char letter;  // 0: no role at all
  events::PersonNumber person;
  bool whole_school = false;
  Aim own = kOwn;
};

const Actor kActors[] = {{'D', kDirector, true},
                         {'Z', kDeputy, true},
                         {'A', kAdministrator, true},
                         {'H', kHead, true},
                         {'K', kControl, true},
                         {'Y', kSecretary, true},
                         {'S', kSite, true},
                         {'I', kInspector, true},
                         {'T', kMaths, false},
                         {'P', kPsychologist, false, kOwnTalks},
                         {'C', kGuide, false},
                         {'R', kMother, false},
                         {'p', kAnna, false},
                         {'f', kFounder, true},
                         {'\0', kNobody, false, about(kNobody)}};

// Whatever the fact is about.
bool is_granted_as_such(std::string_view who, char letter) {
  const std::string_view outside = "IRp";
  const bool has_role = letter != 0 && letter != 'f';
  if (who.find('+') != std::string_view::npos) return has_role;
  return who.find('W') != std::string_view::npos && has_role &&
         outside.find(letter) == std::string_view::npos;
}

bool is_about(const events::Fact& fact, const Aim& aim, events::PersonNumber person) {
  if (std::holds_alternative<events::RemarkSettled>(fact)) {
    return person == (aim.remark.value == 1 ? kMaths : kForeign);
  }
  return aim.person == person;
}

class AccessTest : public testing::Test {
 protected:
  AccessTest() { furnish(school_); }

  bool allows(const Actor& actor, const events::Fact& fact) {
    const SchoolNow now(school_.views(), school_.now());
    const events::Fact* const command[] = {&fact};
    const Act act{actor.person, school_.now(), command, 0, std::nullopt};
    return check_access(act, now).has_value();
  }

  RulesSchool school_;
};

TEST_F(AccessTest, EachRoleStatesItsOwnFactsAboutItsOwnAndNothingElse) {
  RecordProperty("requirement", "ACC-01");
  RecordProperty("requirement", "ACC-04");
  RecordProperty("requirement", "ACC-05");
  RecordProperty("requirement", "ACC-06");
  RecordProperty("requirement", "ACC-07");
  static_assert(std::size(kExpected) == events::kFacts);
  for (const Actor& actor : kActors) {
    for (const bool own : {true, false}) {
      const Aim& aim = own ? actor.own : kOthers;
      std::vector<events::Fact> facts;
      add_facts(aim, facts);
      for (std::size_t i = 0; i < facts.size(); ++i) {
        ASSERT_EQ(events::name_of(facts[i]), kExpected[i].fact);
        const auto& who = kExpected[i].who;
        const bool in_role = actor.letter != 0 && who.find(actor.letter) != std::string_view::npos;
        const bool oneself =
            who.find('O') != std::string_view::npos && is_about(facts[i], aim, actor.person);
        const bool as_such = is_granted_as_such(who, actor.letter);
        const bool expected = oneself || as_such || (in_role && (own || actor.whole_school));
        EXPECT_EQ(allows(actor, facts[i]), expected)
            << kExpected[i].fact << " by " << actor.letter << (own ? ", own" : ", another's");
      }
    }
  }
}

TEST_F(AccessTest, AParentSpeaksForThemselvesToo) {
  RecordProperty("requirement", "ACC-04");
  std::vector<events::Fact> facts;
  add_facts(about(kMother), facts);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto& who = kExpected[i].who;
    const bool expected =
        who.find_first_of("RO+") != std::string_view::npos && kExpected[i].fact != "remark_settled";
    EXPECT_EQ(allows({'R', kMother}, facts[i]), expected) << kExpected[i].fact;
  }
}

TEST_F(AccessTest, AClassTeacherRegistersANewPersonOnlyAsTheFamilyOfAPupilOfTheClass) {
  RecordProperty("requirement", "ACC-06");
  const auto with_child = [this](events::PersonNumber child) {
    return school_.say(kGuide, {events::PersonRegistered{kNext, {}},
                                events::GuardianLinked{child, kNext, events::Relation::kFather}});
  };
  EXPECT_EQ(school_.say(kGuide, {events::PersonRegistered{kNext, {}}}), "access.out_of_reach");
  EXPECT_EQ(with_child(kBoris), "access.out_of_reach");
  EXPECT_EQ(with_child(kAnna), "");
}

TEST_F(AccessTest, TheFounderMakesADirectorAndNothingMore) {
  RecordProperty("requirement", "ACC-14");
  EXPECT_EQ(school_.say(kFounder, {events::PersonRegistered{kNext, {}}}), "access.founder");
  EXPECT_EQ(school_.say(kFounder,
                        {events::PersonRegistered{kNext, {}},
                         events::RoleGiven{
                             kNext, events::Role::kDirector, {}, {}, day("2025-09-08"), kOrder}}),
            "");
}

TEST_F(AccessTest, AnAppointmentCountsOnItsDaysOnly) {
  RecordProperty("requirement", "ACC-01");
  const events::SectionFilled section{"О школе", day("2025-09-01")};
  events::RoleGiven given{kNobody, events::Role::kDeputy, {}, {}, day("2025-09-09"), kOrder};
  EXPECT_EQ(school_.say(kDirector, {given}), "");
  EXPECT_EQ(school_.say(kNobody, {section}), "access.no_role");
  school_.clock("2025-09-09", 0);
  EXPECT_EQ(school_.say(kNobody, {section}), "");
  EXPECT_EQ(school_.say(kDirector,
                        {events::RoleEnded{
                            kNobody, events::Role::kDeputy, {}, {}, day("2025-09-10"), kOrder}}),
            "");
  school_.clock("2025-09-10", 23, 59);
  EXPECT_EQ(school_.say(kNobody, {section}), "");
  school_.clock("2025-09-11", 0);
  EXPECT_EQ(school_.say(kNobody, {section}), "access.no_role");
}

}  // namespace
}  // namespace letopis::rules::founded
