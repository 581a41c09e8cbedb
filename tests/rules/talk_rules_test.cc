#include "rules/talk_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/addressees.h"
#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

using testing::ElementsAre;

events::MessageSent message(std::vector<events::PersonNumber> participants,
                            std::optional<events::MessageNumber> about = {}) {
  events::MessageSent sent;
  for (const auto person : participants) sent.letters.push_back({person, {}});
  sent.about = about;
  return sent;
}

events::NewsPosted news(std::optional<events::ClassNumber> school_class,
                        events::NewsSection section = events::NewsSection::kSchool) {
  events::NewsPosted posted;
  posted.section = section;
  posted.school_class = school_class;
  return posted;
}

events::NewsPosted staffroom() { return news({}, events::NewsSection::kStaffroom); }

events::EventPlanned event(std::optional<events::ClassNumber> school_class,
                           std::string_view iso_day = "2025-09-20") {
  events::EventPlanned planned;
  planned.school_class = school_class;
  planned.day = day(iso_day);
  return planned;
}

// Each with each, both ways.
TEST(TalkRules, PeopleWriteToThoseTheyHaveToDoWithAndToNobodyElse) {
  RecordProperty("requirement", "COM-01");
  RulesSchool school;
  const auto may = [&](events::PersonNumber from, events::PersonNumber to) {
    return school.say(from, {message({from, to})}).empty();
  };
  const std::pair<events::PersonNumber, events::PersonNumber> acquainted[] = {
      {kDirector, kMother},    {kDeputy, kAnna},       {kAdministrator, kFather},
      {kDirector, kInspector}, {kMaths, kForeign},     {kSecretary, kPsychologist},
      {kMaths, kAnna},         {kMaths, kMother},      {kMaths, kVera},
      {kGuide, kAnna},         {kGuide, kMother},      {kForeign, kBoris},
      {kForeign, kFather},     {kPsychologist, kAnna}, {kHead, kSite}};
  const std::pair<events::PersonNumber, events::PersonNumber> strangers[] = {
      {kMaths, kBoris},  {kMaths, kFather},    {kForeign, kAnna},      {kForeign, kMother},
      {kGuide, kFather}, {kAnna, kBoris},      {kMother, kFather},     {kAnna, kMother},
      {kMother, kBoris}, {kSecretary, kAnna},  {kInspector, kMaths},   {kInspector, kMother},
      {kHead, kMother},  {kDirector, kNobody}, {kPsychologist, kVera}, {kMaths, kNobody}};
  for (const auto& [one, other] : acquainted) {
    EXPECT_TRUE(may(one, other)) << one.value << " to " << other.value;
    EXPECT_TRUE(may(other, one)) << other.value << " to " << one.value;
  }
  for (const auto& [one, other] : strangers) {
    EXPECT_FALSE(may(one, other)) << one.value << " to " << other.value;
    EXPECT_FALSE(may(other, one)) << other.value << " to " << one.value;
  }
  EXPECT_EQ(school.say(kMother, {message({kMother, kFather})}), "message.stranger");
  EXPECT_EQ(school.say(kNobody, {message({kNobody, kDirector})}), "access.no_role");
  EXPECT_EQ(school.say(kFounder, {message({kDirector, kMother})}), "access.no_role");
}

TEST(TalkRules, AddresseesAreThoseWhomAMessageWouldReach) {
  RecordProperty("requirement", "COM-01");
  RulesSchool school;
  const auto may_write_to = [&](events::PersonNumber writer) {
    const SchoolNow now(school.views(), school.now());
    return Addressees(writer, now).all();
  };
  EXPECT_THAT(may_write_to(kAnna),
              ElementsAre(kDirector, kDeputy, kAdministrator, kMaths, kPsychologist, kGuide));
  EXPECT_THAT(may_write_to(kFather), ElementsAre(kDirector, kDeputy, kAdministrator, kForeign));
  EXPECT_THAT(may_write_to(kInspector), ElementsAre(kDirector, kDeputy, kAdministrator));
  EXPECT_EQ(may_write_to(kDirector).size(), 16U) << "everybody but oneself and who is nobody";
  for (std::uint32_t writer = 1; writer < kNext.value; ++writer) {
    const SchoolNow now(school.views(), school.now());
    const Addressees addressees({writer}, now);
    std::vector<events::PersonNumber> included;
    for (std::uint32_t other = 1; other < kNext.value; ++other) {
      if (addressees.include({other})) included.push_back({other});
    }
    EXPECT_EQ(addressees.all(), included) << writer;
  }
}

TEST(TalkRules, ASubstituteWritesToTheClassOnTheDaysOfTheSubstitution) {
  RecordProperty("requirement", "COM-01");
  RulesSchool school;
  EXPECT_EQ(school.say(kForeign, {message({kForeign, kAnna})}), "message.stranger");
  events::SubstitutionOrdered order;
  order.substitution = {1};
  order.load = kMathsOfA;
  order.substitute = kForeign;
  order.first_day = day("2025-09-03");
  order.last_day = day("2025-09-04");
  school.given(kDeputy, order);
  school.clock("2025-09-02", 23, 59);
  EXPECT_EQ(school.say(kForeign, {message({kForeign, kAnna})}), "message.stranger");
  school.clock("2025-09-03", 0);
  EXPECT_EQ(school.say(kForeign, {message({kForeign, kAnna})}), "");
  school.clock("2025-09-05", 0);
  EXPECT_EQ(school.say(kForeign, {message({kForeign, kAnna})}), "message.stranger");
}

TEST(TalkRules, AMessageNamesEachParticipantOnceAndItsAuthorAmongThem) {
  RecordProperty("requirement", "COM-01");
  RulesSchool school;
  EXPECT_EQ(school.say(kMaths, {message({})}), "message.nobody");
  EXPECT_EQ(school.say(kMaths, {message({kMaths})}), "message.nobody");
  EXPECT_EQ(school.say(kMaths, {message({kAnna, kMother})}), "message.no_own_copy");
  EXPECT_EQ(school.say(kMaths, {message({kMaths, kAnna, kAnna})}), "message.twice");
  EXPECT_EQ(school.say(kMaths, {message({kMaths, kMaths})}), "message.twice");
  EXPECT_EQ(school.say(kMaths, {message({kMaths, kNext})}), "subject.missing");
  std::vector<events::PersonNumber> crowd(kMostLetters, kMaths);
  EXPECT_EQ(school.say(kMaths, {message(crowd)}), "message.twice") << "so many may be";
  crowd.push_back(kAnna);
  EXPECT_EQ(school.say(kMaths, {message(crowd)}), "message.too_many");
}

TEST(TalkRules, OneAnswersWhatOneGot) {
  RecordProperty("requirement", "COM-01");
  RulesSchool school;
  const events::MessageNumber first{1};
  EXPECT_EQ(school.say(kMother, {message({kMother, kMaths}, first)}), "message.not_yours")
      << "a message answers not itself";
  EXPECT_EQ(school.say(kMother, {message({kMother, kMaths}, events::MessageNumber{2})}),
            "subject.missing");
  EXPECT_EQ(school.say(kMaths, {message({kMaths, kMother})}), "");
  EXPECT_EQ(school.say(kMother, {message({kMother, kMaths}, first)}), "");
  EXPECT_EQ(school.say(kMaths, {message({kMaths, kMother}, first)}), "") << "one's own, too";
  EXPECT_EQ(school.say(kAnna, {message({kAnna, kMaths}, first)}), "message.not_yours");
}

TEST(TalkRules, AClosedAccountGetsNothing) {
  RecordProperty("requirement", "COM-01");
  RulesSchool school;
  school.given(kAdministrator, events::AccountOpened{kMother});
  EXPECT_EQ(school.say(kMaths, {message({kMaths, kMother})}), "");
  school.given(kAdministrator, events::AccountClosed{kMother, {}});
  EXPECT_EQ(school.say(kMaths, {message({kMaths, kMother})}), "message.beyond_reach");
  const SchoolNow now(school.views(), school.now());
  EXPECT_THAT(Addressees(kMaths, now).all(), testing::Not(testing::Contains(kMother)));
}

TEST(TalkRules, NewsOfTheSchoolAreTheAdministrationsAndThoseOfAClassItsTeachers) {
  RecordProperty("requirement", "COM-02");
  RulesSchool school;
  for (const auto person : {kDirector, kDeputy, kAdministrator}) {
    EXPECT_EQ(school.say(person, {news({})}), "") << person.value;
    EXPECT_EQ(school.say(person, {news(kFifthB)}), "") << person.value;
  }
  EXPECT_EQ(school.say(kGuide, {news(kFifthA)}), "");
  EXPECT_EQ(school.say(kGuide, {news(kFifthB)}), "news.not_yours");
  EXPECT_EQ(school.say(kGuide, {news({})}), "news.not_yours");
  EXPECT_EQ(school.say(kMaths, {news(kFifthA)}), "news.not_yours");
  EXPECT_EQ(school.say(kHead, {news({})}), "news.not_yours");
  EXPECT_EQ(school.say(kMother, {news(kFifthA)}), "access.no_role");
  EXPECT_EQ(school.say(kInspector, {staffroom()}), "access.no_role");
  EXPECT_EQ(school.say(kSecretary, {staffroom()}), "");
  EXPECT_EQ(school.say(kSecretary, {news(kFifthA, events::NewsSection::kStaffroom)}),
            "news.staffroom_class");
}

TEST(TalkRules, ARegulationMayNameWhoKeepsTheNews) {
  RecordProperty("requirement", "COM-02");
  RulesSchool school(Rules{{"news.by", "deputy,head_of_association"}});
  EXPECT_EQ(school.say(kHead, {news({})}), "");
  EXPECT_EQ(school.say(kGuide, {news({})}), "news.not_yours");
  EXPECT_EQ(school.refusal().clause, "§");
}

TEST(TalkRules, NewsAreOfUseUntilADayThatIsNotPast) {
  RecordProperty("requirement", "COM-02");
  RulesSchool school;
  auto posted = news({});
  posted.until = day("2025-09-02");
  EXPECT_EQ(school.say(kDirector, {posted}), "") << "today";
  school.clock("2025-09-03", 0);
  EXPECT_EQ(school.say(kDirector, {posted}), "news.past");
}

TEST(TalkRules, NewsAreWithdrawnOnceByTheirAuthorOrWhoMayPostThem) {
  RecordProperty("requirement", "COM-02");
  RulesSchool school;
  const events::NewsWithdrawn first{{1}};
  EXPECT_EQ(school.say(kDirector, {first}), "subject.missing");
  EXPECT_EQ(school.say(kGuide, {news(kFifthA)}), "");
  EXPECT_EQ(school.say(kMaths, {first}), "news.not_yours");
  EXPECT_EQ(school.say(kForeign, {first}), "news.not_yours");
  EXPECT_EQ(school.say(kGuide, {first}), "");
  EXPECT_EQ(school.say(kDirector, {first}), "news.withdrawn");
  EXPECT_EQ(school.say(kSecretary, {staffroom()}), "");
  EXPECT_EQ(school.say(kMaths, {events::NewsWithdrawn{{2}}}), "news.not_yours");
  EXPECT_EQ(school.say(kDirector, {events::NewsWithdrawn{{2}}}), "");
}

TEST(TalkRules, WhoHasReadNewsThatAreForThemMaySaySo) {
  RecordProperty("requirement", "COM-02");
  RulesSchool school;
  using Subject = events::AcquaintanceSubject;
  const auto reads = [&](events::PersonNumber person, std::uint32_t post) {
    return school.say(person, {events::AcquaintanceSigned{person, Subject::kNews, post}});
  };
  EXPECT_EQ(reads(kAnna, 1), "acquaintance.none");
  EXPECT_EQ(school.say(kDirector, {news({})}), "");
  EXPECT_EQ(school.say(kGuide, {news(kFifthA)}), "");
  EXPECT_EQ(school.say(kSecretary, {staffroom()}), "");
  for (const auto person : {kAnna, kMother, kMaths, kFather}) EXPECT_EQ(reads(person, 1), "");
  EXPECT_EQ(reads(kAnna, 1), "acquaintance.twice");
  for (const auto person : {kAnna, kMother, kMaths, kGuide, kDeputy}) {
    EXPECT_EQ(reads(person, 2), "") << person.value;
  }
  for (const auto person : {kBoris, kFather, kSecretary, kVera}) {
    EXPECT_EQ(reads(person, 2), "acquaintance.none") << person.value;
  }
  EXPECT_EQ(reads(kMaths, 3), "");
  for (const auto person : {kAnna, kMother, kInspector}) {
    EXPECT_EQ(reads(person, 3), "acquaintance.none") << person.value;
  }
  EXPECT_EQ(school.say(kDirector, {events::NewsWithdrawn{{1}}}), "");
  EXPECT_EQ(reads(kVera, 1), "acquaintance.none") << "taken back";
}

TEST(TalkRules, EventsOfAClassArePlannedByItsTeacherAndOfTheSchoolByTheAdministration) {
  RecordProperty("requirement", "COM-03");
  RulesSchool school;
  EXPECT_EQ(school.say(kGuide, {event(kFifthA)}), "");
  EXPECT_EQ(school.say(kGuide, {event(kFifthB)}), "access.out_of_reach");
  EXPECT_EQ(school.say(kGuide, {event({})}), "event.not_yours");
  EXPECT_EQ(school.say(kMaths, {event(kFifthA)}), "access.no_role");
  EXPECT_EQ(school.say(kDeputy, {event({})}), "");
  EXPECT_EQ(school.say(kDeputy, {event(kFifthB)}), "");
  EXPECT_EQ(school.say(kGuide, {events::EventCancelled{{2}}}), "event.not_yours");
  EXPECT_EQ(school.say(kGuide, {events::EventCancelled{{3}}}), "access.out_of_reach");
  EXPECT_EQ(school.say(kGuide, {events::EventCancelled{{1}}}), "");
  EXPECT_EQ(school.say(kDirector, {events::EventCancelled{{1}}}), "event.cancelled");
  EXPECT_EQ(school.say(kDirector, {events::EventCancelled{{2}}}), "");
}

TEST(TalkRules, AnEventHasADayWithinReachAndATimeWithinTheDay) {
  RecordProperty("requirement", "COM-03");
  RulesSchool school;
  const auto at = [](std::uint16_t start, std::uint16_t end) {
    auto planned = event({});
    planned.time = events::TimeSpan{start, end};
    return planned;
  };
  EXPECT_EQ(school.say(kDeputy, {at(0, 1440)}), "");
  EXPECT_EQ(school.say(kDeputy, {at(600, 600)}), "event.time");
  EXPECT_EQ(school.say(kDeputy, {at(601, 600)}), "event.time");
  EXPECT_EQ(school.say(kDeputy, {at(0, 1441)}), "event.time");
  EXPECT_EQ(school.say(kDeputy, {event({}, "2026-10-07")}), "") << "400 days ahead";
  EXPECT_EQ(school.say(kDeputy, {event({}, "2026-10-08")}), "event.day");
  EXPECT_EQ(school.say(kDeputy, {event({}, "2025-09-01")}), "") << "what has been may be noted";
}

// The message and what it says of itself are one command.
TEST(TalkRules, HelpIsAskedOfWhoConsults) {
  RecordProperty("requirement", "COM-08");
  RulesSchool school;
  using events::HelpMatter;
  const auto ask = [&](events::PersonNumber from, std::vector<events::PersonNumber> to,
                       std::uint32_t number) {
    to.insert(to.begin(), from);
    auto sent = message(std::move(to));
    sent.message = {number};
    return school.say(from, {sent, events::HelpAsked{{number}, HelpMatter::kUse}});
  };
  EXPECT_EQ(ask(kMaths, {kAdministrator}, 1), "");
  EXPECT_EQ(ask(kMother, {kMaths, kDirector}, 2), "") << "one who consults is enough";
  EXPECT_EQ(ask(kMaths, {kForeign}, 3), "help.nobody_consults");
  EXPECT_EQ(ask(kMother, {kMaths}, 3), "help.nobody_consults");
  EXPECT_EQ(school.say(kAdministrator, {events::HelpAsked{{1}, HelpMatter::kFault}}),
            "help.not_yours");
  EXPECT_EQ(school.say(kMaths, {events::HelpAsked{{1}, HelpMatter::kFault}}), "help.twice");
  EXPECT_EQ(school.say(kMaths, {events::HelpAsked{{9}, HelpMatter::kFault}}), "subject.missing");
}

TEST(TalkRules, TheRegulationSaysWhoConsults) {
  RecordProperty("requirement", "COM-08");
  RulesSchool school;
  const auto consults_now = [&](events::PersonNumber person, events::PersonNumber asker) {
    return consults(person, asker, SchoolNow(school.views(), school.now()));
  };
  EXPECT_TRUE(consults_now(kGuide, kMother)) << "a class teacher, where the regulation is silent";
  EXPECT_FALSE(consults_now(kGuide, kMaths));
  EXPECT_FALSE(consults_now(kSecretary, kMaths));
  school.given(kDirector, events::RegulationAdopted{"Положение",
                                                    kOrder,
                                                    day("2025-09-01"),
                                                    {{"consultation", "on_request", "3.4.10"},
                                                     {"consultation.by", "secretary", "3.4.10"}}});
  EXPECT_TRUE(consults_now(kSecretary, kMaths));
}

}  // namespace
}  // namespace letopis::rules::founded
