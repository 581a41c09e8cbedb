#include "regulations/lateness.h"

#include <gtest/gtest.h>

#include "regulations/civil_day.h"

namespace letopis::regulations {
namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kHour = 60 * 60 * kSecond;

events::Day day(const char* text) { return *parse_iso(text); }
TimeZone zone(const char* name) { return *TimeZone::named(name); }

Parameters one(std::string_view key, const char* value) {
  Parameters parameters;
  parameters.set({std::string(key), value, "3.3"});
  return parameters;
}

Occasion lesson_on(const char* text) { return {day(text), {}, {}, {}}; }

// The last day and minute in time, as the wall shows them.
std::string last_minute(const Deadline& deadline, const TimeZone& in) {
  const events::Instant before{deadline.at.milliseconds - 1};
  const unsigned minute = in.minute_of(before) + 1;
  return iso(in.day_of(before)) + " " + std::to_string(minute / 60) + ":" +
         std::to_string(minute % 60);
}

std::string due(EntryKind kind, const Occasion& occasion, const Parameters& parameters,
                const TimeZone& in, const Calendar* calendar = nullptr) {
  const auto deadline = deadline_of(kind, occasion, parameters, in, calendar);
  return deadline ? last_minute(*deadline, in) : "none";
}

TEST(Lateness, TheDeadlineItselfIsLate) {
  RecordProperty("requirement", "JRN-09");
  for (const char* name : {"Europe/Moscow", "Asia/Kamchatka", "Europe/Kaliningrad"}) {
    const TimeZone in = zone(name);
    const auto deadline =
        deadline_of(EntryKind::kMark, lesson_on("2025-09-03"), one(kMarkDue, "lesson_day"), in);
    ASSERT_TRUE(deadline);
    EXPECT_EQ(deadline->at, in.instant_of(day("2025-09-04"), 0));
    EXPECT_EQ(deadline->clause, "3.3");
    EXPECT_EQ(lateness(*deadline, {deadline->at.milliseconds - 1}, in), std::nullopt);
    EXPECT_EQ(lateness(*deadline, deadline->at, in), (Lateness{0, 1}));
    EXPECT_EQ(lateness(*deadline, {deadline->at.milliseconds + kSecond}, in),
              (Lateness{kSecond, 1}));
  }
}

TEST(Lateness, TheSameMomentIsInTimeInOneZoneAndLateInAnother) {
  const Parameters parameters = one(kMarkDue, "lesson_day");
  const TimeZone moscow = zone("Europe/Moscow");
  const TimeZone kamchatka = zone("Asia/Kamchatka");
  const events::Instant evening = moscow.instant_of(day("2025-09-03"), 20 * 60);
  const Occasion occasion = lesson_on("2025-09-03");
  EXPECT_FALSE(
      lateness(*deadline_of(EntryKind::kMark, occasion, parameters, moscow), evening, moscow));
  EXPECT_EQ(
      lateness(*deadline_of(EntryKind::kMark, occasion, parameters, kamchatka), evening, kamchatka),
      (Lateness{5 * kHour, 1}));
}

TEST(Lateness, DaysLateAreLocalDaysAndAtLeastOne) {
  const TimeZone in = zone("Europe/Moscow");
  const auto by_five =
      deadline_of(EntryKind::kMark, lesson_on("2025-09-03"), one(kMarkDue, "17:00"), in);
  const auto days = [&](const char* text, unsigned minute) {
    return lateness(*by_five, in.instant_of(day(text), minute), in)->days;
  };
  EXPECT_EQ(days("2025-09-03", 17 * 60), 1);
  EXPECT_EQ(days("2025-09-03", 23 * 60 + 59), 1);
  EXPECT_EQ(days("2025-09-04", 0), 1);
  EXPECT_EQ(days("2025-09-05", 0), 2);
  EXPECT_EQ(days("2025-10-03", 12 * 60), 30);
}

TEST(Lateness, SevenDaysEndWithTheSeventhDayAfterTheLesson) {
  const TimeZone in = zone("Europe/Moscow");
  EXPECT_EQ(due(EntryKind::kMark, lesson_on("2025-09-03"), one(kMarkDue, "7d"), in),
            "2025-09-10 24:0");
  EXPECT_EQ(due(EntryKind::kAttendance, lesson_on("2025-09-03"), one(kAttendanceDue, "7d"), in),
            "2025-09-10 24:0");
  EXPECT_EQ(due(EntryKind::kTopic, lesson_on("2025-09-03"), one(kTopicDue, "1w"), in),
            "2025-09-10 24:0");
}

TEST(Lateness, TheDayOfAClockChangeEndsAtItsOwnMidnight) {
  const TimeZone in = zone("Europe/Berlin");
  const auto deadline =
      deadline_of(EntryKind::kMark, lesson_on("2025-10-25"), one(kMarkDue, "1d"), in);
  // Sunday the 26th has 25 hours.
  EXPECT_EQ(deadline->at.milliseconds - in.instant_of(day("2025-10-26"), 0).milliseconds,
            25 * kHour);
}

TEST(Lateness, ALessonThatEndsAfterFiveIsDueOnTheNextSchoolDay) {
  const TimeZone in = zone("Europe/Moscow");
  const Parameters parameters = one(kMarkDue, "17:00");
  Calendar calendar;
  calendar.apply(events::SchoolDescribed{"", "", "Europe/Moscow", 5});
  calendar.apply({day("2025-09-08"), events::CalendarDayKind::kOff, "карантин"});
  calendar.apply({day("2025-09-09"), events::CalendarDayKind::kShortened, "сокращённый"});
  Occasion occasion = lesson_on("2025-09-05");  // a Friday
  occasion.lesson_end_minute = 17 * 60;
  EXPECT_EQ(due(EntryKind::kMark, occasion, parameters, in, &calendar), "2025-09-05 17:0");
  occasion.lesson_end_minute = 17 * 60 + 1;
  EXPECT_EQ(due(EntryKind::kMark, occasion, parameters, in, &calendar), "2025-09-09 17:0")
      << "the week-end and a day off pass, a shortened day does not";
  EXPECT_EQ(due(EntryKind::kMark, occasion, parameters, in), "2025-09-06 17:0");
}

TEST(Lateness, HomeworkIsDueHoursAfterThePupilsLastLesson) {
  RecordProperty("requirement", "JRN-10");
  const TimeZone in = zone("Europe/Moscow");
  const Parameters parameters = one(kHomeworkDue, "lesson_day,3h");
  Occasion occasion = lesson_on("2025-09-05");
  EXPECT_EQ(due(EntryKind::kHomework, occasion, parameters, in), "2025-09-05 24:0");
  occasion.last_lesson_end_minute = 14 * 60 + 10;
  EXPECT_EQ(due(EntryKind::kHomework, occasion, parameters, in), "2025-09-05 17:10");
  // A shortened day ends its lessons earlier, and the term with them.
  occasion.last_lesson_end_minute = 12 * 60;
  EXPECT_EQ(due(EntryKind::kHomework, occasion, parameters, in), "2025-09-05 15:0");
  occasion.last_lesson_end_minute = 22 * 60;
  EXPECT_EQ(due(EntryKind::kHomework, occasion, parameters, in), "2025-09-05 24:0");
}

TEST(Lateness, WrittenWorksHaveATermOfTheirOwnWhereTheRegulationSaysSo) {
  const TimeZone in = zone("Europe/Moscow");
  Parameters parameters = one(kMarkDue, "lesson_day");
  const Occasion occasion = lesson_on("2025-09-05");
  EXPECT_EQ(due(EntryKind::kWrittenWorkMark, occasion, parameters, in), "2025-09-05 24:0");
  parameters.set({std::string(kWrittenWorkDue), "none", "3.2 (1)"});
  EXPECT_EQ(due(EntryKind::kWrittenWorkMark, occasion, parameters, in), "none");
  EXPECT_EQ(due(EntryKind::kMark, occasion, parameters, in), "2025-09-05 24:0");
  EXPECT_TRUE(is_written(events::WorkKind::kDictation));
  EXPECT_FALSE(is_written(events::WorkKind::kAnswer));
}

TEST(Lateness, AChangeIsJudgedByTheEditWindowCountedFromTheLesson) {
  RecordProperty("requirement", "JRN-07");
  const TimeZone in = zone("Europe/Moscow");
  Occasion occasion = lesson_on("2026-01-31");
  occasion.year_last_day = day("2026-05-26");
  const auto window = [&](const char* value) {
    return due(EntryKind::kMarkChange, occasion, one(kEditWindow, value), in);
  };
  EXPECT_EQ(window("none"), "2026-01-31 24:0");
  EXPECT_EQ(window("1w"), "2026-02-07 24:0");
  EXPECT_EQ(window("2w"), "2026-02-14 24:0");
  EXPECT_EQ(window("3w"), "2026-02-21 24:0");
  EXPECT_EQ(window("1m"), "2026-02-28 24:0");
  EXPECT_EQ(window("year_end"), "2026-05-26 24:0");
  EXPECT_EQ(due(EntryKind::kMarkChange, occasion, one(kMarkDue, "lesson_day"), in), "none");
}

TEST(Lateness, PeriodMarksAreDueDaysAfterThePeriodsEnd) {
  RecordProperty("requirement", "JRN-13");
  EXPECT_EQ(due(EntryKind::kPeriodMark, lesson_on("2025-10-24"), one(kPeriodMarksDue, "3d"),
                zone("Europe/Moscow")),
            "2025-10-27 24:0");
}

TEST(Lateness, ASilentRegulationSetsNoTermAndRefusesNothing) {
  const TimeZone in = zone("Europe/Moscow");
  for (const EntryKind kind :
       {EntryKind::kMark, EntryKind::kWrittenWorkMark, EntryKind::kMarkChange,
        EntryKind::kAttendance, EntryKind::kTopic, EntryKind::kHomework, EntryKind::kPeriodMark}) {
    EXPECT_EQ(deadline_of(kind, lesson_on("2025-09-05"), {}, in), std::nullopt);
  }
  EXPECT_FALSE(refuses_late_marks({}));
  EXPECT_FALSE(refuses_late_marks(one(kMarkLate, "flag")));
  EXPECT_TRUE(refuses_late_marks(one(kMarkLate, "refuse")));
}

TEST(Lateness, WhatIsDueByTheShorterTermIsLateOnlyPastTheLonger) {
  RecordProperty("requirement", "JRN-09");
  const TimeZone in = zone("Europe/Moscow");
  const auto deadline = deadline_of(EntryKind::kMark, lesson_on("2025-09-03"),
                                    one(kMarkDue, "lesson_day; late 7d"), in);
  ASSERT_TRUE(deadline);
  EXPECT_EQ(deadline->due, in.instant_of(day("2025-09-04"), 0));
  EXPECT_EQ(deadline->at, in.instant_of(day("2025-09-11"), 0));
  EXPECT_EQ(lateness(*deadline, {deadline->at.milliseconds - 1}, in), std::nullopt);
  EXPECT_EQ(lateness(*deadline, deadline->at, in), (Lateness{0, 1}));
  const auto single =
      deadline_of(EntryKind::kMark, lesson_on("2025-09-03"), one(kMarkDue, "7d"), in);
  EXPECT_EQ(single->due, single->at);
}

TEST(Lateness, WrittenWorksFollowTheNormOfTheirKindAndGrade) {
  const TimeZone in = zone("Europe/Moscow");
  Parameters parameters = one(kWrittenWorkDue, "norms");
  parameters.set({std::string(kWrittenWorkNorms), "dictation 1-4 1d,essay 10-11 7d", "3.2 (1)"});
  Occasion occasion = lesson_on("2025-09-05");
  EXPECT_EQ(due(EntryKind::kWrittenWorkMark, occasion, parameters, in), "none")
      << "of which work and grade is not known";
  occasion.work = events::WorkKind::kDictation;
  occasion.grade = 4;
  EXPECT_EQ(due(EntryKind::kWrittenWorkMark, occasion, parameters, in), "2025-09-06 24:0");
  occasion.grade = 5;
  EXPECT_EQ(due(EntryKind::kWrittenWorkMark, occasion, parameters, in), "none")
      << "no norm, no limit";
  occasion.work = events::WorkKind::kEssay;
  occasion.grade = 11;
  EXPECT_EQ(due(EntryKind::kWrittenWorkMark, occasion, parameters, in), "2025-09-12 24:0");
}

TEST(Lateness, ASlipIsMendedTheSameDayUnlessThatIsTurnedOff) {
  RecordProperty("requirement", "JRN-07");
  const TimeZone in = zone("Europe/Moscow");
  Parameters parameters = one(kEditWindow, "none");
  const Occasion occasion = lesson_on("2025-09-05");
  EXPECT_EQ(due(EntryKind::kMarkChange, occasion, parameters, in), "2025-09-05 24:0");
  parameters.set({std::string(kEditSameDay), "yes", "3.2 (1)"});
  EXPECT_EQ(due(EntryKind::kMarkChange, occasion, parameters, in), "2025-09-05 24:0");
  parameters.set({std::string(kEditSameDay), "no", "3.2 (1)"});
  EXPECT_EQ(due(EntryKind::kMarkChange, occasion, parameters, in), "2025-09-04 24:0")
      << "any change is past it";
}

TEST(Lateness, ASlipMadeDaysAfterTheLessonIsMendedOnTheDayItWasMade) {
  RecordProperty("requirement", "JRN-07");
  const TimeZone in = zone("Europe/Moscow");
  Occasion occasion = lesson_on("2025-10-03");
  occasion.entered = occasion.day;
  occasion.entered->value += 3;
  EXPECT_EQ(due(EntryKind::kMarkChange, occasion, one(kEditWindow, "none"), in), "2025-10-06 24:0");
  EXPECT_EQ(due(EntryKind::kMarkChange, occasion, one(kEditWindow, "1w"), in), "2025-10-10 24:0")
      << "a window counts from the lesson";
  Parameters forbidden = one(kEditWindow, "none");
  forbidden.set({std::string(kEditSameDay), "no", "3.2 (1)"});
  EXPECT_EQ(due(EntryKind::kMarkChange, occasion, forbidden, in), "2025-10-02 24:0");
}

TEST(Lateness, PeriodMarksByAnOrderHaveNoTermOfTheirOwn) {
  EXPECT_EQ(due(EntryKind::kPeriodMark, lesson_on("2025-10-24"), one(kPeriodMarksDue, "by_order"),
                zone("Europe/Moscow")),
            "none");
}

TEST(Lateness, TermsOfKeysCountDaysAndWorkingDays) {
  RecordProperty("requirement", "ACC-16");
  const TimeZone in = zone("Europe/Moscow");
  Calendar calendar;
  calendar.apply(
      events::CalendarDayDeclared{day("2025-11-04"), events::CalendarDayKind::kOff, "праздник"});
  const Parameters parameters = one("issue.staff.term", "7d; late 7wd");
  const auto term =
      deadline_after("issue.staff.term", lesson_on("2025-10-31"), parameters, in, &calendar);
  ASSERT_TRUE(term);  // from a Friday
  EXPECT_EQ(last_minute(*term, in), "2025-11-12 24:0") << "a week-end, a day off, a week-end";
  EXPECT_EQ(last_minute({term->due, ""}, in), "2025-11-07 24:0");
  EXPECT_EQ(term->clause, "3.3");
  EXPECT_FALSE(deadline_after("reissue", lesson_on("2025-10-31"), parameters, in));
  Occasion in_a_year = lesson_on("2025-09-01");
  const Parameters by_year = one("issue.family.term", "year_end");
  EXPECT_FALSE(deadline_after("issue.family.term", in_a_year, by_year, in));
  in_a_year.year_last_day = day("2026-05-26");
  EXPECT_EQ(last_minute(*deadline_after("issue.family.term", in_a_year, by_year, in), in),
            "2026-05-26 24:0");
}

TEST(Lateness, AShorterTermThatEndsAfterTheLongerOneEndsWithIt) {
  const TimeZone in = zone("Europe/Moscow");
  const auto term =
      deadline_after("reissue", lesson_on("2025-09-01"), one("reissue", "8d; late 5wd"), in);
  ASSERT_TRUE(term);
  EXPECT_EQ(last_minute(*term, in), "2025-09-08 24:0");
  EXPECT_EQ(term->due, term->at);
}

TEST(Lateness, PlansAndForecastsAreDueDaysBefore) {
  RecordProperty("requirement", "SET-10");
  const TimeZone in = zone("Europe/Moscow");
  const auto last = [&](std::string_view key, const char* value, const char* from) {
    const auto deadline = deadline_before(key, day(from), one(key, value), in);
    return deadline ? last_minute(*deadline, in) : "none";
  };
  EXPECT_EQ(last("plan.due", "7d", "2025-09-01"), "2025-08-25 24:0");
  EXPECT_EQ(last("forecast.due", "10cd", "2025-10-24"), "2025-10-14 24:0");
  EXPECT_EQ(last("forecast.due", "none", "2025-10-24"), "none");
  EXPECT_FALSE(deadline_before("plan.due", day("2025-09-01"), {}, in));
}

}  // namespace
}  // namespace letopis::regulations
