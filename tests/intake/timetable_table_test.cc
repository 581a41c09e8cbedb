#include "intake/timetable_table.h"

#include <gtest/gtest.h>

#include "intake/fault_lines.h"

namespace letopis::intake {
namespace {

using Lines = std::vector<std::string>;
using events::DayParity;

constexpr std::string_view kHeading = "День недели;Урок;Класс;Предмет;Учитель;Каб.;Группа;Неделя\n";

Reading<std::vector<NamedSlot>> read(const std::string& rows) {
  return read_timetable(table_from(std::string(kHeading) + rows));
}

TEST(TimetableTable, RowsBecomeSlotsByTheNamesThatPeopleWrote) {
  RecordProperty("requirement", "SET-08");
  const auto slots = read(
      "Понедельник;1;5а;Русский язык;Орлова А. И.;12;;\n"
      "пн;2;5А;Английский язык;Белов Л.;;1 гр.;чётная\n"
      "7;20;11;Физика;Цой Р.;;;\n");
  ASSERT_TRUE(slots) << lines_of(slots).front();
  NamedSlot whole_class;
  whole_class.weekday = 1;
  whole_class.bell = 1;
  whole_class.school_class = *class_named("5А");
  whole_class.subject = "Русский язык";
  whole_class.teacher = "Орлова А. И.";
  whole_class.room = "12";
  whole_class.row = 2;
  EXPECT_EQ((*slots)[0], whole_class);
  const NamedSlot& group = (*slots)[1];
  EXPECT_EQ(group.weekday, 1U);
  EXPECT_EQ(group.group, "1 гр.");
  EXPECT_EQ(group.parity, DayParity::kEven);
  EXPECT_FALSE(group.room);
  EXPECT_EQ((*slots)[2].weekday, 7U);
  EXPECT_EQ((*slots)[2].bell, 20U);
  EXPECT_EQ((*slots)[2].school_class.text(), "11");
}

TEST(TimetableTable, EveryFaultIsNamedByRowAndColumn) {
  RecordProperty("requirement", "SET-08");
  EXPECT_EQ(
      lines_of(read("пнд;1;5А;Физика;Цой;;;\n"
                    ";первый;5А;Физика;Цой;;;\n"
                    "вт;0;5А;Физика;Цой;;;\n"
                    "вт;21;5Ъ;Физика;Цой;;;\n"
                    "вт;2;;;;;;третья\n")),
      (Lines{"timetable.weekday R2 C1 пнд", "timetable.weekday R3 C1",
             "timetable.bell R3 C2 первый", "timetable.bell R4 C2 0", "timetable.bell R5 C2 21",
             "timetable.class R5 C3 5Ъ", "timetable.class R6 C3", "timetable.missing R6 C4",
             "timetable.missing R6 C5", "timetable.week R6 C8 третья"}));
  EXPECT_EQ(lines_of(read_timetable(table_from("День;Класс\nпн;5А\n"))),
            (Lines{"columns.missing R1", "columns.missing R1", "columns.missing R1"}));
}

TEST(TimetableTable, AClassHasOneLessonAtATimeUnlessItIsParted) {
  RecordProperty("requirement", "SET-08");
  const std::string first = "ср;3;5А;Английский язык;Орлова;;1;\n";
  EXPECT_TRUE(read(first + "ср;3;5А;Английский язык;Белов;;2;\n"));
  EXPECT_EQ(lines_of(read(first + "ср;3;5А;Английский язык;Белов;;;\n")),
            (Lines{"timetable.class_busy R3 C3 5А"}));
  EXPECT_EQ(lines_of(read(first + "ср;3;5а;Физика;Белов;;1;\n")),
            (Lines{"timetable.class_busy R3 C3 5а"}));
  EXPECT_TRUE(read(first + "ср;4;5А;Физика;Белов;;;\n"));
  EXPECT_TRUE(read(first + "чт;3;5А;Физика;Белов;;;\n"));
}

TEST(TimetableTable, ATeacherIsInOnePlaceAtATimeUnlessClassesShareAGroup) {
  RecordProperty("requirement", "SET-08");
  const std::string first = "ср;3;5А;Физкультура;Орлова А.;зал;юноши;\n";
  EXPECT_EQ(lines_of(read(first + "ср;3;5Б;Физкультура;орлова а;;девушки;\n")),
            (Lines{"timetable.teacher_busy R3 C5 орлова а"}));
  EXPECT_TRUE(read(first + "ср;3;5Б;Физкультура;Орлова А.;зал;юноши;\n"));
  EXPECT_EQ(lines_of(read(first + "ср;3;5Б;Физика;Орлова А.;зал;юноши;\n")),
            (Lines{"timetable.teacher_busy R3 C5 Орлова А."}));
}

TEST(TimetableTable, OddAndEvenWeeksDoNotMeet) {
  const std::string odd = "ср;3;5А;Химия;Орлова;;;нечётная\n";
  EXPECT_TRUE(read(odd + "ср;3;5А;Физика;Орлова;;;чётная\n"));
  EXPECT_EQ(lines_of(read(odd + "ср;3;5А;Физика;Орлова;;;каждая\n")),
            (Lines{"timetable.class_busy R3 C3 5А", "timetable.teacher_busy R3 C5 Орлова"}));
}

}  // namespace
}  // namespace letopis::intake
