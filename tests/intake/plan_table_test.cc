#include "intake/plan_table.h"

#include <gtest/gtest.h>

#include "intake/fault_lines.h"

namespace letopis::intake {
namespace {

using Lines = std::vector<std::string>;
using events::PlanTopic;

Reading<PlanImport> read(std::string_view csv) { return read_plan(table_from(csv)); }

TEST(PlanTable, LinesBecomeTopicsInTheirOrder) {
  RecordProperty("requirement", "SET-10");
  const auto plan = read(
      "№ п/п;Тема урока;Кол-во часов;Вид;Домашнее задание\n"
      ";Раздел I. Числа;;;\n"
      "1;Натуральные числа;1;урок;§ 1\n"
      "2–3;Дроби;2;;\n"
      "4.;Дроби;1;Контрольная работа № 1;\n");
  ASSERT_TRUE(plan) << lines_of(plan).front();
  ASSERT_EQ(plan->lines.size(), 3U);
  EXPECT_EQ(plan->lines[0].topic, (PlanTopic{1, "Натуральные числа", false}));
  EXPECT_EQ(plan->lines[0].homework, "§ 1");
  EXPECT_EQ(plan->lines[0].row, 3U);
  EXPECT_EQ(plan->lines[1].topic, (PlanTopic{2, "Дроби", false}));
  EXPECT_EQ(plan->lines[2].topic, (PlanTopic{1, "Дроби", true}));
  EXPECT_EQ(lines_of(plan->remarks), (Lines{"plan.section R2 C2"}));
}

TEST(PlanTable, LinesMayBeNumberedByLinesOrByHours) {
  EXPECT_TRUE(read("№;Тема;Часы\n1;А;2\n2;Б;1\n3;В;1\n"));
  EXPECT_TRUE(read("№;Тема;Часы\n1;А;2\n3;Б;1\n4;В;1\n"));
  EXPECT_TRUE(read("Тема;Часы\nА;2\nБ;1\n"));
}

TEST(PlanTable, ControlWorksAreMarkedInEitherWay) {
  const auto plan = read(
      "Тема;Часы;Контрольная работа;Вид работы\n"
      "А;1;+;\nБ;1;да;\nВ;1;-;\nГ;1;нет;\nД;1;;к/р № 2\nЕ;1;;кроссворд\nЖ;1;ЛОЖЬ;\nЗ;1;1;\n");
  ASSERT_TRUE(plan);
  std::string marked;
  for (const PlanLine& line : plan->lines) marked += line.topic.control_work ? '1' : '0';
  EXPECT_EQ(marked, "11001001");
}

TEST(PlanTable, EveryFaultIsNamedByRowAndColumn) {
  RecordProperty("requirement", "SET-10");
  const auto plan = read(
      "№;Тема;Часы\n"
      "1;;1\n"         // 2
      "2;А;0\n"        // 3
      "3;Б;полтора\n"  // 4
      "5;В;1\n"        // 5: 4 is left out
      "6;Г;100\n"      // 6
      "6;Д;1\n"        // 7: told twice
      "x;Е;1\n"        // 8
      "7-9;Ж;2\n"      // 9: three numbers, two hours
      ";З;1\n");       // 10
  EXPECT_EQ(lines_of(plan),
            (Lines{"plan.topic R2 C2", "plan.hours R3 C3 0", "plan.hours R4 C3 полтора",
                   "plan.number R5 C1 5", "plan.hours R6 C3 100", "plan.number R7 C1 6",
                   "plan.number R8 C1 x", "plan.number R9 C1 7-9", "plan.number R10 C1"}));
  EXPECT_EQ(lines_of(read("Тема\nА\n")), (Lines{"columns.missing R1"}));
}

TEST(PlanTable, APlanThatDoesNotFitOneEventIsRefused) {
  RecordProperty("requirement", "SET-10");
  const std::string topic(1'000 - 32, 'x');
  std::string csv = "Тема;Часы\n";
  for (int i = 0; i < 60; ++i) csv += topic + ";1\n";
  EXPECT_TRUE(read(csv));
  EXPECT_EQ(lines_of(read(csv + "y;1\n")), (Lines{"plan.size"}));
  EXPECT_EQ(lines_of(read("Тема;Часы\n" + std::string(4'001, 'x') + ";1\n")).size(), 1U);
}

}  // namespace
}  // namespace letopis::intake
