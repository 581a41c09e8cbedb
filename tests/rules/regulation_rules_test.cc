// The adopted regulation, and what orders may change of it.
#include <gtest/gtest.h>

#include "rules/rules_school.h"

namespace letopis::rules::founded {
namespace {

const Rules kTerm{{"entry.mark.due", "lesson_day"}};

TEST(RegulationRules, AParameterOfARegulationIsReadableAndNamedOnce) {
  RecordProperty("requirement", "SET-01");
  RulesSchool school(kTerm);
  events::RegulationAdopted adopted{"Положение", kOrder, day("2025-09-02"), {}};
  adopted.parameters = {{"entry.mark.due", "lesson_day", "3.2"}, {"edit.window", "2w", "3.6"}};
  EXPECT_EQ(school.say(kDirector, {adopted}), "");
  adopted.parameters = {{"entry.mark.due", "lesson_day", "3.2"},
                        {"edit.window", "2w", "3.6"},
                        {"edit.window", "3w", "3.6"}};
  EXPECT_EQ(school.say(kDirector, {adopted}), "parameter.twice");
  adopted.parameters = {{"entry.mark.due", "lesson_day", "3.2"}, {"edit.window", "5w", "3.6"}};
  EXPECT_EQ(school.say(kDirector, {adopted}), "parameter.unreadable");
  EXPECT_EQ(school.refusal().clause, "3.6");
}

TEST(RegulationRules, ARuleMayNotReachIntoAClosedPeriod) {
  RecordProperty("requirement", "SET-01");
  RulesSchool school(kTerm);
  school.clock("2025-11-10", 12);
  const auto change = [](std::string_view from) {
    return events::ParameterChanged{{"edit.window", "3w", "3.6"}, kOrder, day(from)};
  };
  EXPECT_EQ(school.say(kDirector, {change("2025-10-24")}), "");
  school.given(kDeputy, events::PeriodClosed{kFifthA, kFirstQuarter});
  EXPECT_EQ(school.say(kDirector, {change("2025-10-24")}), "rule.closed_period");
  EXPECT_NE(school.refusal().says.ru.find("5а"), std::string::npos) << "whose period it is";
  EXPECT_EQ(school.say(kDirector, {change("2025-10-25")}), "");
  school.given(kDirector, events::PeriodReopened{kFifthA, kFirstQuarter, kOrder});
  EXPECT_EQ(school.say(kDirector, {change("2025-10-24")}), "");
}

TEST(RegulationRules, ARuleMayNotReachIntoAClosedYear) {
  RulesSchool school(kTerm);
  school.clock("2026-07-01", 12);
  school.given(kDirector, events::YearClosed{kYear, kOrder});
  const auto change = [](std::string_view from) {
    return events::ParameterChanged{{"edit.window", "3w", "3.6"}, kOrder, day(from)};
  };
  EXPECT_EQ(school.say(kDirector, {change("2026-05-26")}), "rule.closed_year");
  EXPECT_EQ(school.say(kDirector, {change("2026-05-27")}), "");
}

TEST(RegulationRules, AnOrderHasANumberAndIsNotOfTomorrow) {
  RulesSchool school(kTerm);
  const auto change = [](const events::Order& order) {
    return events::ParameterChanged{{"edit.window", "3w", "3.6"}, order, day("2025-09-02")};
  };
  EXPECT_EQ(school.say(kDirector, {change({" ", day("2025-09-02")})}), "order.no_number");
  EXPECT_EQ(school.say(kDirector, {change({"1", day("2025-09-03")})}), "order.future");
  EXPECT_EQ(school.say(kDirector, {change({"1", day("2025-09-02")})}), "");
  school.clock("2025-09-02", 23, 59);
  EXPECT_EQ(school.say(kDirector, {change({"1", day("2025-09-03")})}), "order.future");
  school.clock("2025-09-03", 0);
  EXPECT_EQ(school.say(kDirector, {change({"1", day("2025-09-03")})}), "");
}

events::ParameterChanged changed(std::string key, std::string value, std::string clause,
                                 std::string_view from = "2025-09-02") {
  return {{std::move(key), std::move(value), std::move(clause)}, kOrder, day(from)};
}

TEST(RegulationRules, ARegulationThatContradictsItselfIsNotAdopted) {
  RecordProperty("requirement", "SET-01");
  RulesSchool school;
  events::RegulationAdopted adopted{"Положение", kOrder, day("2025-09-02"), {}};
  adopted.parameters = {{"archive.cadence", "weekly", "3.1"},
                        {"archive.media", "1", "3.3"},
                        {"archive.media.apart", "yes", "3.4"}};
  EXPECT_EQ(school.say(kDirector, {adopted}), "parameter.contradiction");
  EXPECT_EQ(school.refusal().clause, "3.4; 3.3") << "both clauses";
  for (const auto* named : {"archive.media.apart (3.4)", "archive.media (3.3)"}) {
    EXPECT_NE(school.refusal().says.ru.find(named), std::string::npos) << named;
    EXPECT_NE(school.refusal().says.en.find(named), std::string::npos) << named;
  }
  adopted.parameters[1].value = "2";
  EXPECT_EQ(school.say(kDirector, {adopted}), "");
}

TEST(RegulationRules, AnOrderThatWouldContradictTheRegulationIsRefused) {
  RecordProperty("requirement", "SET-01");
  RulesSchool school(Rules{{"entry.mark.due", "lesson_day"}, {"edit.window", "none"}});
  EXPECT_EQ(school.say(kDirector, {changed("edit.same_day", "yes", "3.2")}), "");
  EXPECT_EQ(school.say(kDirector, {changed("edit.window", "1w", "3.6")}),
            "parameter.contradiction");
  EXPECT_EQ(school.refusal().clause, "3.2; 3.6");
  EXPECT_EQ(school.say(kDirector, {changed("plan.due", "7d", "3.7")}), "")
      << "what it says nothing of";
  EXPECT_EQ(school.say(kDirector, {changed("paper.certified.with", "date", "3.8")}),
            "parameter.contradiction")
      << "a detail of nothing";
  EXPECT_EQ(school.refusal().clause, "3.8");
}

TEST(RegulationRules, TwoValuesThatMustChangeAtOnceComeInOneCommand) {
  RecordProperty("requirement", "SET-01");
  RulesSchool school(Rules{{"entry.written_work.due", "norms"}, {"written_work.norms", "none"}});
  const auto norms = changed("written_work.norms", "dictation 5-9 1d", "3.2");
  const auto due = changed("entry.written_work.due", "3d", "3.2");
  const auto without = changed("written_work.norms", "none", "3.2");
  EXPECT_EQ(school.say(kDirector, {norms}), "");
  EXPECT_EQ(school.say(kDirector, {due}), "parameter.contradiction");
  EXPECT_EQ(school.say(kDirector, {due, without}), "");
}

TEST(RegulationRules, AnOrderIsHeldAgainstWhatComesIntoForceLater) {
  RecordProperty("requirement", "SET-01");
  RulesSchool school(Rules{{"archive.cadence", "weekly"}, {"archive.media", "2"}});
  EXPECT_EQ(school.say(kDirector, {changed("archive.media.apart", "yes", "3.4", "2025-10-01")}),
            "");
  EXPECT_EQ(school.say(kDirector, {changed("archive.media", "1", "3.3")}),
            "parameter.contradiction");
  EXPECT_NE(school.refusal().says.en.find("2025-10-01"), std::string::npos) << "since when";
  events::RegulationAdopted adopted{"Положение", kOrder, day("2025-09-15"), {}};
  adopted.parameters = {{"archive.cadence", "weekly", "3.1"}, {"archive.media", "1", "3.3"}};
  EXPECT_EQ(school.say(kDirector, {adopted}), "parameter.contradiction");
  adopted.in_force_from = day("2025-10-01");
  EXPECT_EQ(school.say(kDirector, {adopted}), "") << "it replaces the order of that day";
}

TEST(RegulationRules, WhatContradictedBeforeDoesNotStandInTheWayOfAnotherChange) {
  RulesSchool school(Rules{{"edit.window", "1w"}});  // a detail of nothing, from older days
  EXPECT_EQ(school.say(kDirector, {changed("plan.required", "yes", "2.1")}), "");
}

}  // namespace
}  // namespace letopis::rules::founded
