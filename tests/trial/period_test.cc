// Periods: their marks, and that nothing is entered once they are closed.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "trial/class_book.h"
#include "trial/dates.h"
#include "trial/lived_year.h"

namespace letopis::trial {
namespace {

class Periods : public testing::TestWithParam<unsigned> {
 protected:
  const LivedYear& year() const { return year_of(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(Trial, Periods, testing::Values(1U, 20U, 60U, 300U));

TEST_P(Periods, PeriodMarksComeWithinThreeDaysAndGradeOneHasNone) {
  RecordProperty("requirement", "JRN-13");
  std::map<std::uint32_t, events::PeriodDeclared> periods;
  std::map<std::uint32_t, unsigned> grades;
  Rolls rolls;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, events::ResultKind>> given;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      rolls.apply(fact);
      if (const auto* one = std::get_if<events::PeriodDeclared>(&fact)) {
        periods[one->period.value] = *one;
      } else if (const auto* opened = std::get_if<events::ClassOpened>(&fact)) {
        grades[opened->school_class.value] = opened->grade;
      } else if (const auto* mark = std::get_if<events::PeriodMarkGiven>(&fact)) {
        const events::PeriodDeclared& period = periods.at(mark->period.value);
        const unsigned grade = grades.at(mark->school_class.value);
        EXPECT_GE(grade, 2U);
        EXPECT_GE(grade, period.first_grade);
        EXPECT_LE(grade, period.last_grade);
        EXPECT_TRUE(rolls.in_class(mark->pupil.value, mark->school_class.value, period.last_day));
        EXPECT_TRUE(
            given.emplace(mark->pupil.value, mark->subject.value, mark->period.value, mark->kind)
                .second);
        EXPECT_GT(day_at(command.at), period.last_day);
        if (mark->kind == events::ResultKind::kPeriod || mark->kind == events::ResultKind::kYear) {
          EXPECT_LE(day_at(command.at), period.last_day + 3);
        } else {
          EXPECT_TRUE(mark->order.has_value());
        }
      } else if (const auto* change = std::get_if<events::PeriodMarkCorrected>(&fact)) {
        EXPECT_TRUE(given.contains(
            {change->pupil.value, change->subject.value, change->period.value, change->kind}));
      }
    }
  }
}

// Which periods are closed for which classes, and to which period a lesson's marks belong.
struct Closing {
  Book book;
  std::map<std::uint32_t, events::PeriodDeclared> periods;
  std::map<std::uint32_t, unsigned> grades;
  std::set<std::pair<std::uint32_t, std::uint32_t>> closed;  // class, period

  void apply(const events::Fact& fact) {
    book.apply(fact);
    if (const auto* period = std::get_if<events::PeriodDeclared>(&fact)) {
      periods[period->period.value] = *period;
    } else if (const auto* opened = std::get_if<events::ClassOpened>(&fact)) {
      grades[opened->school_class.value] = opened->grade;
    } else if (const auto* shut = std::get_if<events::PeriodClosed>(&fact)) {
      EXPECT_TRUE(closed.emplace(shut->school_class.value, shut->period.value).second);
    } else if (const auto* again = std::get_if<events::PeriodReopened>(&fact)) {
      EXPECT_EQ(closed.erase({again->school_class.value, again->period.value}), 1U);
    }
  }
  bool is_closed(events::LessonNumber lesson) const {
    const events::LessonHeld& held = book.lessons.at(lesson.value);
    const std::uint32_t where = book.loads.at(held.load.value).school_class->value;
    for (const auto& [number, period] : periods) {
      if (period.first_day <= held.day && held.day <= period.last_day &&
          period.first_grade <= grades.at(where) && grades.at(where) <= period.last_grade &&
          closed.contains({where, number})) {
        return true;
      }
    }
    return false;
  }
};

TEST_P(Periods, NothingIsEnteredOnceTheyAreClosed) {
  RecordProperty("requirement", "JRN-08");
  Closing closing;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      closing.apply(fact);
      if (const auto* held = std::get_if<events::LessonHeld>(&fact)) {
        EXPECT_FALSE(closing.is_closed(held->lesson));
      } else if (const auto* absence = std::get_if<events::AbsenceNoted>(&fact)) {
        EXPECT_FALSE(closing.is_closed(absence->lesson));
      } else if (const auto* mark = std::get_if<events::MarkGiven>(&fact)) {
        EXPECT_FALSE(closing.is_closed(mark->lesson));
      } else if (const auto* change = std::get_if<events::MarkCorrected>(&fact)) {
        EXPECT_FALSE(closing.is_closed(change->lesson));
      } else if (const auto* wrong = std::get_if<events::MarkWithdrawn>(&fact)) {
        EXPECT_FALSE(closing.is_closed(wrong->lesson));
      } else if (const auto* given = std::get_if<events::PeriodMarkGiven>(&fact)) {
        const bool closed =
            closing.closed.contains({given->school_class.value, given->period.value});
        EXPECT_EQ(closed, given->order.has_value());  // examinations come after the year's marks
      } else if (const auto* again = std::get_if<events::PeriodMarkCorrected>(&fact)) {
        EXPECT_FALSE(closing.closed.contains({again->school_class.value, again->period.value}));
      }
    }
  }
  // Each class is closed for each of its periods and the year.
  std::map<std::uint32_t, unsigned> periods;
  for (const auto& [where, period] : closing.closed) ++periods[where];
  for (const auto& [where, grade] : closing.grades) {
    EXPECT_EQ(periods[where], grade < 10 ? 5U : 3U);
  }
}

}  // namespace
}  // namespace letopis::trial
