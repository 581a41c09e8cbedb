#include "regulations/parameters.h"

#include <gtest/gtest.h>

#include "regulations/civil_day.h"

namespace letopis::regulations {
namespace {

events::Day day(const char* text) { return *parse_iso(text); }

events::RegulationAdopted adopted(const char* from, std::vector<events::Parameter> parameters) {
  return {"Положение", std::nullopt, day(from), std::move(parameters)};
}

events::ParameterChanged changed(const char* from, events::Parameter parameter) {
  return {std::move(parameter), {"12", day(from)}, day(from)};
}

std::string value_on(const ParameterHistory& history, const char* on, std::string_view key) {
  const Parameters parameters = history.on(day(on));
  const events::Parameter* found = parameters.find(key);
  return found == nullptr ? "silent" : found->value;
}

TEST(Parameters, WhatIsNotSaidIsSilent) {
  ParameterHistory history;
  EXPECT_EQ(value_on(history, "2025-09-01", kMarkDue), "silent");
  history.apply(adopted("2025-09-01", {{"entry.mark.due", "lesson_day", "3.2 (1)"}}));
  EXPECT_EQ(value_on(history, "2025-08-31", kMarkDue), "silent");
  EXPECT_EQ(value_on(history, "2025-09-01", kMarkDue), "lesson_day");
  EXPECT_EQ(value_on(history, "2025-09-01", kEditWindow), "silent");
  EXPECT_EQ(history.on(day("2025-09-01")).find(kMarkDue)->clause, "3.2 (1)");
}

TEST(Parameters, AnOldEntryIsJudgedByTheRuleOfItsDay) {
  ParameterHistory history;
  history.apply(adopted("2025-09-01", {{"entry.mark.due", "lesson_day", "1"}}));
  history.apply(changed("2025-11-01", {"entry.mark.due", "7d", "2"}));
  EXPECT_EQ(value_on(history, "2025-10-31", kMarkDue), "lesson_day");
  EXPECT_EQ(value_on(history, "2025-11-01", kMarkDue), "7d");
}

TEST(Parameters, ANewRegulationReplacesAllOfTheOldOne) {
  ParameterHistory history;
  history.apply(
      adopted("2025-09-01", {{"entry.mark.due", "lesson_day", "1"}, {"edit.window", "none", "2"}}));
  history.apply(changed("2025-10-01", {"edit.window", "1w", "2"}));
  history.apply(adopted("2026-01-12", {{"entry.mark.due", "17:00", "3"}}));
  EXPECT_EQ(value_on(history, "2026-01-11", kEditWindow), "1w");
  EXPECT_EQ(value_on(history, "2026-01-12", kEditWindow), "silent");
  EXPECT_EQ(value_on(history, "2026-01-12", kMarkDue), "17:00");
}

TEST(Parameters, OfOneDayTheLaterInTheLogCounts) {
  ParameterHistory history;
  history.apply(adopted("2025-09-01", {}));
  history.apply(changed("2025-10-01", {"edit.window", "1w", "2"}));
  history.apply(changed("2025-10-01", {"edit.window", "2w", "2"}));
  history.apply(changed("2025-09-15", {"edit.window", "3w", "2"}));  // recorded last, earlier day
  EXPECT_EQ(value_on(history, "2025-10-01", kEditWindow), "2w");
  EXPECT_EQ(value_on(history, "2025-09-20", kEditWindow), "3w");
}

TEST(Parameters, AValueThatAKnownKeyCannotHaveIsRefused) {
  const auto refused = check_parameter({"entry.mark.due", "soon", "3.2"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "parameter.unreadable");
  EXPECT_EQ(refused.refusal().clause, "3.2");
  EXPECT_FALSE(check_parameter({"entry.mark.late", "sometimes", ""}));
  EXPECT_FALSE(check_parameter({"edit.window", "5w", ""}));
  EXPECT_TRUE(check_parameter({"edit.window", "year_end", "3.6"}));
  EXPECT_TRUE(check_parameter({"entry.mark.late", "refuse", ""}));
  EXPECT_TRUE(check_parameter({"entry.homework.due", "lesson_day,3h", "A5 №11"}));
  EXPECT_FALSE(check_parameter({"entry.mark.due", "norms", ""})) << "written works have norms";
  EXPECT_TRUE(check_parameter({"entry.written_work.due", "norms", ""}));
  EXPECT_FALSE(check_parameter({"archive.media", "0", ""}));
  EXPECT_FALSE(check_parameter({"archive.media", "10", ""}));
  EXPECT_FALSE(check_parameter({"system", "", ""}));
  EXPECT_FALSE(check_parameter({"system", "a\nb", ""}));
  EXPECT_TRUE(check_parameter({"system", std::string(1000, 'a'), ""}));
  EXPECT_FALSE(check_parameter({"system", std::string(1001, 'a'), ""}));
}

TEST(Parameters, AnUnknownKeyIsRefusedAndNearOnesAreNamed) {
  const auto refused = check_parameter({"edit.windw", "1w", "3.6"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().code, "parameter.unknown");
  EXPECT_EQ(refused.refusal().clause, "3.6");
  EXPECT_EQ(refused.refusal().allowed.en, "similar ones: edit.window");
  const auto far = check_parameter({"school.motto", "anything", ""});
  ASSERT_FALSE(far);
  EXPECT_EQ(far.refusal().allowed, Sentence{}) << "nothing is like it";
  EXPECT_FALSE(check_parameter({std::string(100'000, 'a'), "", ""}));
}

}  // namespace
}  // namespace letopis::regulations
