// What the year's lessons, marks and absences must be like for a journal to make sense.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "regulations/calendar.h"
#include "trial/class_book.h"
#include "trial/dates.h"
#include "trial/lived_year.h"

namespace letopis::trial {
namespace {

using Cell = std::pair<std::uint32_t, std::uint32_t>;  // lesson, pupil

class Journal : public testing::TestWithParam<unsigned> {
 protected:
  const LivedYear& year() const { return year_of(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(Trial, Journal, testing::Values(1U, 20U, 60U, 300U));

TEST_P(Journal, MarksAndAbsencesAreOfPupilsOfTheClassOrGroupOnThatDay) {
  Book book;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      book.apply(fact);
      if (const auto* mark = std::get_if<events::MarkGiven>(&fact)) {
        ASSERT_TRUE(book.belongs(mark->pupil, mark->lesson));
        ASSERT_EQ(book.lessons.at(mark->lesson.value).day, mark->day);
      } else if (const auto* absence = std::get_if<events::AbsenceNoted>(&fact)) {
        ASSERT_TRUE(book.belongs(absence->pupil, absence->lesson));
        ASSERT_EQ(book.lessons.at(absence->lesson.value).day, absence->day);
      }
    }
  }
}

TEST_P(Journal, WhoIsAbsentHasNoMarkUnlessTheWorkIsMadeUpLater) {
  std::set<Cell> absent;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      if (const auto* noted = std::get_if<events::AbsenceNoted>(&fact)) {
        if (noted->kind == events::AbsenceKind::kAbsent) {
          EXPECT_EQ(noted->minutes, 0U);
          absent.emplace(noted->lesson.value, noted->pupil.value);
        } else {
          EXPECT_GE(noted->minutes, 1U);
        }
      } else if (const auto* wrong = std::get_if<events::AbsenceWithdrawn>(&fact)) {
        ASSERT_EQ(absent.erase({wrong->lesson.value, wrong->pupil.value}), 1U);
      } else if (const auto* mark = std::get_if<events::MarkGiven>(&fact)) {
        if (absent.contains({mark->lesson.value, mark->pupil.value})) {
          EXPECT_TRUE(mark->comment.has_value());
          EXPECT_GE(day_at(command.at), mark->day + 2);
        }
      }
    }
  }
}

TEST_P(Journal, EveryChangeIsOfAMarkThatStands) {
  RecordProperty("requirement", "JRN-06");
  std::map<Cell, std::uint16_t> count;
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint16_t>> withdrawn;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      if (const auto* mark = std::get_if<events::MarkGiven>(&fact)) {
        ASSERT_EQ(mark->ordinal, ++count[Cell(mark->lesson.value, mark->pupil.value)]);
      } else if (const auto* change = std::get_if<events::MarkCorrected>(&fact)) {
        const Cell cell(change->lesson.value, change->pupil.value);
        ASSERT_GE(change->ordinal, 1U);
        ASSERT_LE(change->ordinal, count[cell]);
        ASSERT_FALSE(withdrawn.contains({cell.first, cell.second, change->ordinal}));
      } else if (const auto* wrong = std::get_if<events::MarkWithdrawn>(&fact)) {
        ASSERT_LE(wrong->ordinal, count[Cell(wrong->lesson.value, wrong->pupil.value)]);
        ASSERT_TRUE(
            withdrawn.emplace(wrong->lesson.value, wrong->pupil.value, wrong->ordinal).second);
      } else if (const auto* raised = std::get_if<events::DisputeRaised>(&fact)) {
        ASSERT_LE(raised->ordinal, count[Cell(raised->lesson.value, raised->pupil.value)]);
      }
    }
  }
}

TEST_P(Journal, MarksAreChangedInTheWindowOrByAPermission) {
  std::map<std::uint32_t, std::pair<events::PermissionGiven, events::Instant>> permissions;
  for_each<events::PermissionGiven>(
      year(), [&](const Command& command, const events::PermissionGiven& given) {
        permissions[given.permission.value] = {given, command.at};
      });
  for_each<events::MarkCorrected>(
      year(), [&](const Command& command, const events::MarkCorrected& change) {
        if (!change.permission) {
          EXPECT_LE(day_at(command.at), change.day + 14);
          return;
        }
        const auto& [given, since] = permissions.at(change.permission->value);
        EXPECT_EQ(given.teacher, command.author);
        EXPECT_LT(since, command.at);
        EXPECT_LT(command.at, given.until);
        EXPECT_LE(given.first_day, change.day);
        EXPECT_LE(change.day, given.last_day);
        EXPECT_GT(day_at(command.at), change.day + 21);
      });
}

TEST_P(Journal, DisputesAreAnsweredOnceAndByTheTeacherOfTheLesson) {
  RecordProperty("requirement", "JRN-17");
  std::map<std::uint32_t, events::PersonNumber> teachers;  // by lesson
  std::map<std::uint32_t, events::LessonNumber> open;      // by dispute
  std::set<std::uint32_t> corrected;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      if (const auto* held = std::get_if<events::LessonHeld>(&fact)) {
        teachers[held->lesson.value] = held->teacher;
      } else if (const auto* raised = std::get_if<events::DisputeRaised>(&fact)) {
        open[raised->dispute.value] = raised->lesson;
        EXPECT_LE(day_at(command.at) - 3, raised->found);
      } else if (const auto* change = std::get_if<events::MarkCorrected>(&fact)) {
        if (change->dispute) {
          EXPECT_EQ(change->type, events::ChangeType::kAdjustment);
          corrected.insert(change->dispute->value);
        }
      } else if (const auto* answer = std::get_if<events::DisputeAnswered>(&fact)) {
        ASSERT_TRUE(open.contains(answer->dispute.value));
        EXPECT_EQ(command.author, teachers.at(open.at(answer->dispute.value).value));
        const bool upheld = answer->outcome == events::DisputeOutcome::kCorrected;
        EXPECT_EQ(upheld, corrected.contains(answer->dispute.value));
        EXPECT_EQ(upheld, !answer->text.has_value());
        open.erase(answer->dispute.value);
      }
    }
  }
  EXPECT_TRUE(open.empty());
}

TEST_P(Journal, NobodyHoldsOrHearsTwoLessonsAtOneBell) {
  Book book;
  std::set<std::tuple<std::uint32_t, events::Day, unsigned>> teachers;
  std::set<std::tuple<std::uint32_t, events::Day, unsigned>> rooms;
  std::map<std::tuple<std::uint32_t, events::Day, unsigned>, std::set<std::uint32_t>> classes;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      book.apply(fact);
      const auto* held = std::get_if<events::LessonHeld>(&fact);
      if (held == nullptr) continue;
      EXPECT_EQ(command.author, held->teacher);
      EXPECT_TRUE(teachers.emplace(held->teacher.value, held->day, held->bell).second);
      if (held->room) {
        EXPECT_TRUE(rooms.emplace(held->room->value, held->day, held->bell).second);
      }
      const events::LoadAssigned& load = book.loads.at(held->load.value);
      // At home a pupil learns while the class does.
      if (held->kind != events::LessonKind::kHomeSchooling) {
        auto& groups = classes[{load.school_class->value, held->day, held->bell}];
        EXPECT_TRUE(groups.insert(load.group ? load.group->value : 0).second);
        EXPECT_TRUE(groups.size() == 1 || !groups.contains(0));
      }
      // Only a substitute holds another's lesson, and signs for it.
      EXPECT_EQ(held->substitution.has_value(), held->teacher != load.teacher);
      const bool has_signature =
          std::any_of(command.facts.begin(), command.facts.end(), [](const events::Fact& other) {
            return std::holds_alternative<events::SubstitutionSigned>(other);
          });
      EXPECT_EQ(held->substitution.has_value(), has_signature);
    }
  }
}

TEST_P(Journal, LessonsStandInTheTimetableOfASchoolDay) {
  regulations::Calendar calendar;
  std::set<std::tuple<std::uint32_t, unsigned, unsigned>> slots;  // load, weekday, bell
  std::set<std::tuple<std::uint32_t, events::Day, unsigned>> replaced;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      if (const auto* school = std::get_if<events::SchoolDescribed>(&fact)) calendar.apply(*school);
      if (const auto* day = std::get_if<events::CalendarDayDeclared>(&fact)) calendar.apply(*day);
      if (const auto* period = std::get_if<events::PeriodDeclared>(&fact)) {
        if (period->kind == events::PeriodKind::kQuarter) calendar.apply(*period);
      }
      if (const auto* timetable = std::get_if<events::TimetableEntered>(&fact)) {
        for (const auto& slot : timetable->slots) {
          slots.emplace(slot.load.value, slot.weekday, slot.bell);
        }
      }
      if (const auto* change = std::get_if<events::TimetableChanged>(&fact)) {
        if (change->replaced_by) {
          replaced.emplace(change->replaced_by->value, change->day, change->bell);
        }
      }
      if (const auto* held = std::get_if<events::LessonHeld>(&fact)) {
        EXPECT_TRUE(calendar.is_school_day(held->day, 5));
        const auto weekday = static_cast<unsigned>((held->day.value + 3) % 7 + 1);
        if (!is_of_timetable(held->kind)) continue;
        EXPECT_TRUE(slots.contains({held->load.value, weekday, held->bell}) ||
                    replaced.contains({held->load.value, held->day, held->bell}));
      }
    }
  }
}

TEST_P(Journal, AfterAControlWorkEveryonePresentHasAMark) {
  RecordProperty("requirement", "JRN-03");
  Book book;
  std::map<std::uint32_t, std::set<std::uint32_t>> marked;  // by lesson: pupils
  std::map<std::uint32_t, std::set<std::uint32_t>> away;
  std::set<std::uint32_t> control;
  std::set<std::uint32_t> pupils;
  for (const Command& command : year().commands) {
    for (const events::Fact& fact : command.facts) {
      book.apply(fact);
      if (const auto* one = std::get_if<events::PupilEnrolled>(&fact)) {
        pupils.insert(one->pupil.value);
      }
      if (const auto* one = std::get_if<events::MarkGiven>(&fact)) {
        marked[one->lesson.value].insert(one->pupil.value);
      }
      if (const auto* one = std::get_if<events::AbsenceNoted>(&fact)) {
        if (one->kind == events::AbsenceKind::kAbsent) {
          away[one->lesson.value].insert(one->pupil.value);
        }
      }
      if (const auto* one = std::get_if<events::WorkSet>(&fact)) {
        if (one->kind == events::WorkKind::kControl) control.insert(one->lesson.value);
      }
    }
  }
  EXPECT_FALSE(control.empty());
  for (const std::uint32_t lesson : control) {
    for (const std::uint32_t pupil : pupils) {
      if (!book.belongs({pupil}, {lesson}) || away[lesson].contains(pupil)) continue;
      if (book.at_home.contains(pupil)) continue;
      EXPECT_TRUE(marked[lesson].contains(pupil)) << "lesson " << lesson << " pupil " << pupil;
    }
  }
}

}  // namespace
}  // namespace letopis::trial
