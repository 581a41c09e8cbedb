#include "intake/people_table.h"

#include <gtest/gtest.h>

#include "intake/fault_lines.h"
#include "intake/people_checks.h"
#include "regulations/civil_day.h"

namespace letopis::intake {
namespace {

using events::Relation;
using events::Role;
using Lines = std::vector<std::string>;

events::Day day(std::string_view iso) { return *regulations::parse_iso(iso); }
events::Day today() { return day("2025-09-01"); }

Reading<PeopleImport> read(std::string_view csv) { return read_people(table_from(csv), today()); }

TEST(PeopleTable, PupilsComeWithTheirClassesAndParents) {
  RecordProperty("requirement", "SET-06");
  const auto people = read(
      "Фамилия;Имя;Отчество;Дата рождения;Пол;Класс;Логин;Мать: Фамилия;Мать: Имя;Телефон матери;"
      "Родитель 2: ФИО;Родитель 2: Степень родства;Родитель 2: Эл. почта\n"
      "Ёлкин;Пётр;;04.03.2014;м;5 «а»;elkin;Ёлкина;Анна;+7 912 123-45-67;;;\n"
      "Ёлкина;Вера;Львовна;2017-05-06;Ж;2Б;;Ёлкина;Анна;8 (912) 1234567;Ёлкин Лев Ильич;опекун;"
      "lev@example.org\n");
  ASSERT_TRUE(people) << lines_of(people).front();
  EXPECT_TRUE(people->staff.empty());
  EXPECT_EQ(lines_of(people->remarks), Lines{});
  ASSERT_EQ(people->pupils.size(), 2U);
  const Pupil& first = people->pupils[0];
  EXPECT_EQ(first.school_class.text(), "5А");
  EXPECT_EQ(first.data.birth_date, day("2014-03-04"));
  EXPECT_EQ(first.data.sex, "мужской");
  EXPECT_EQ(first.data.login, "elkin");
  EXPECT_FALSE(first.data.patronymic);
  EXPECT_EQ(full_name(people->pupils[1].data), "Ёлкина Вера Львовна");

  ASSERT_EQ(people->parents.size(), 2U) << "the mother of both is one person";
  EXPECT_EQ(people->parents[0].children,
            (std::vector<Child>{{0, Relation::kMother}, {1, Relation::kMother}}));
  EXPECT_EQ(people->parents[1].children, (std::vector<Child>{{1, Relation::kGuardian}}));
  EXPECT_EQ(people->parents[1].data.patronymic, "Ильич");
  EXPECT_EQ(people->parents[1].data.email, "lev@example.org");
}

TEST(PeopleTable, TextsOfAPersonAreFieldsOfTheLog) {
  const auto people = read("ФИО;Дата рождения;Класс;Телефон\nЁлкин Пётр;04.03.2014;5А;2-34-56\n");
  ASSERT_TRUE(people);
  using events::PersonField;
  EXPECT_EQ(texts_of(people->pupils[0].data),
            (std::vector<PersonText>{{PersonField::kFamilyName, "Ёлкин"},
                                     {PersonField::kGivenName, "Пётр"},
                                     {PersonField::kBirthDate, "2014-03-04"},
                                     {PersonField::kPhone, "2-34-56"}}));
}

TEST(PeopleTable, StaffHaveRolesClassesAndSubjects) {
  RecordProperty("requirement", "SET-06");
  const auto people = read(
      "фамилия,имя,ДОЛЖНОСТЬ,Классное  руководство,Предмет\n"
      "Орлова,Анна,Директор,,\n"
      "Белов,Лев,\"Учитель физики; руководитель МО\",\"7Б, 8В\",\"Физика; Астрономия\"\n"
      "Серова,Ия,классный руководитель 5а,,\n"
      "Цой,Рита,Социальный педагог,,\n");
  ASSERT_TRUE(people) << lines_of(people).front();
  ASSERT_EQ(people->staff.size(), 4U);
  EXPECT_EQ(people->staff[0].roles, (std::vector<StaffRole>{{Role::kDirector, {}, {}}}));
  EXPECT_EQ(people->staff[1].roles,
            (std::vector<StaffRole>{{Role::kTeacher, {}, "Физика"},
                                    {Role::kTeacher, {}, "Астрономия"},
                                    {Role::kHeadOfAssociation, {}, {}},
                                    {Role::kClassTeacher, ClassName{7, "Б"}, {}},
                                    {Role::kClassTeacher, ClassName{8, "В"}, {}}}));
  EXPECT_EQ(people->staff[2].roles,
            (std::vector<StaffRole>{{Role::kClassTeacher, ClassName{5, "А"}, {}}}));
  EXPECT_EQ(people->staff[3].roles.front().role, Role::kPsychologist);
}

TEST(PeopleTable, ParentsOfTheirOwnRowsFindTheirChildrenAboveAndBelow) {
  RecordProperty("requirement", "SET-06");
  const auto people = read(
      "ФИО;Роль;Класс;Ребёнок;Степень родства\n"
      "Ёлкина Анна;родитель;;Ёлкин Пётр, Ёлкин Иван;мать\n"
      "Ёлкин Пётр;ученик;5А;;\n"
      "Ёлкин Иван;ученик;2Б;;\n"
      "Ёлкин Лев;родитель;2б;ЁЛКИН ИВАН;\n");
  ASSERT_TRUE(people) << lines_of(people).front();
  ASSERT_EQ(people->parents.size(), 2U);
  EXPECT_EQ(people->parents[0].children,
            (std::vector<Child>{{0, Relation::kMother}, {1, Relation::kMother}}));
  EXPECT_EQ(people->parents[1].children, (std::vector<Child>{{1, Relation::kOther}}));
}

TEST(PeopleTable, AChildWithANamesakeIsFoundByItsClass) {
  const std::string pupils =
      "ФИО;Роль;Класс;Ребёнок\nЁлкин Иван;ученик;2Б;\nЁлкин Иван;ученик;9Б;\n";
  EXPECT_EQ(lines_of(read(pupils + "Ёлкин Лев;родитель;;Ёлкин Иван\n")),
            (Lines{"people.child R4 C4 Ёлкин Иван"}));
  EXPECT_EQ(lines_of(read(pupils + "Ёлкин Лев;родитель;5Б;Ёлкин Иван\n")),
            (Lines{"people.child R4 C4 Ёлкин Иван"}));
  const auto people = read(pupils + "Ёлкин Лев;родитель;9б;Ёлкин Иван\n");
  ASSERT_TRUE(people) << lines_of(people).front();
  EXPECT_EQ(people->parents.front().children.front().pupil, 1U);
  EXPECT_EQ(lines_of(people->remarks), (Lines{"people.namesake R3 Ёлкин Иван"}));
}

TEST(PeopleTable, ParentsAloneFindChildrenWhomTheJournalHas) {
  RecordProperty("requirement", "SET-06");
  const std::vector<KnownPupil> known = {{{7}, "Ёлкин Иван", class_named("2Б")},
                                         {{8}, "Ёлкин Иван", class_named("9Б")},
                                         {{9}, "Чижова Анна Львовна", class_named("9Б")}};
  const std::string heading = "ФИО;Роль;Класс;Ребёнок;Степень родства\n";
  const auto read_knowing = [&](const std::string& rows) {
    return read_people(table_from(heading + rows), today(), known);
  };
  const auto people = read_knowing(
      "Ёлкина Анна;родитель;9б;Ёлкин Иван;мать\n"
      "Чижов Лев;родитель;;чижова анна львовна;отец\n");
  ASSERT_TRUE(people) << lines_of(people).front();
  ASSERT_EQ(people->parents.size(), 2U);
  EXPECT_TRUE(people->parents[0].children.empty());
  EXPECT_EQ(people->parents[0].known, (std::vector<KnownChild>{{{8}, Relation::kMother}}));
  EXPECT_EQ(people->parents[1].known, (std::vector<KnownChild>{{{9}, Relation::kFather}}));
  EXPECT_EQ(lines_of(read_knowing("Ёлкина Анна;родитель;;Ёлкин Иван;мать\n")),
            (Lines{"people.child R2 C4 Ёлкин Иван"}))
      << "which of two is not said";
  EXPECT_EQ(lines_of(read_knowing("Ёлкина Анна;родитель;9Б;Ёлкин Иван;мать\n"
                                  "Ёлкина Анна;родитель;9Б;Ёлкин Иван;мать\n"))
                .size(),
            0U)
      << "namesakes without a telephone are two people";
  const auto in_file =
      read_knowing("Ёлкин Иван;ученик;9Б;;\nЁлкина Анна;родитель;9Б;Ёлкин Иван;мать\n");
  ASSERT_TRUE(in_file) << lines_of(in_file).front();
  EXPECT_EQ(in_file->parents.front().children, (std::vector<Child>{{0, Relation::kMother}}));
  EXPECT_TRUE(in_file->parents.front().known.empty()) << "the file goes before the journal";
}

TEST(PeopleTable, AParentIsNamedOnceForAChildOfTheJournal) {
  const std::vector<KnownPupil> known = {{{7}, "Ёлкин Иван", class_named("2Б")}};
  const std::string row = "Ёлкина Анна;родитель;;Ёлкин Иван;мать;+7 912 123-45-67\n";
  EXPECT_EQ(lines_of(read_people(
                table_from("ФИО;Роль;Класс;Ребёнок;Степень родства;Телефон\n" + row + row), today(),
                known)),
            (Lines{"people.parent_twice R3 Ёлкина Анна"}));
}

TEST(PeopleTable, TheSamePupilTwiceIsAFaultAndNamesakesAreNone) {
  RecordProperty("requirement", "SET-06");
  const std::string first = "ФИО;Класс;Дата рождения;Логин\nЁлкин Иван;2Б;01.02.2017;\n";
  EXPECT_EQ(lines_of(read(first + "ёлкин  Иван;2Б;;\n")), (Lines{"people.twice R3 ёлкин Иван"}));
  EXPECT_EQ(lines_of(read(first + "Елкин Иван;9Б;2017-02-01;\n")),
            (Lines{"people.twice R3 Елкин Иван"}));
  EXPECT_TRUE(read(first + "Ёлкин Иван;2Б;02.02.2017;\n"));
}

TEST(PeopleTable, AMemberOfStaffMayBeAParentToo) {
  const auto people = read(
      "ФИО;Роль;Класс;Ребёнок;Логин;Мать: ФИО;Мать: Логин\n"
      "Орлова Анна;учитель;;;orlova;;\n"
      "Белов Лев;учитель, родитель;5А;Орлов Глеб;belov;;\n"
      "Орлов Глеб;ученик;5А;;;Орлова Анна;Orlova\n");
  ASSERT_TRUE(people) << lines_of(people).front();
  ASSERT_EQ(people->staff.size(), 2U);
  ASSERT_EQ(people->parents.size(), 2U);
  EXPECT_EQ(people->parents[0].staff, 0U);
  EXPECT_EQ(people->parents[1].staff, 1U);
}

TEST(PeopleTable, EveryFaultIsNamedByRowAndColumn) {
  RecordProperty("requirement", "SET-06");
  const auto people = read(
      "Фамилия;Имя;Дата рождения;Роль;Класс;Логин;Телефон;Эл. почта;Ребёнок;Пол\n"
      ";Анна;;ученик;5А;;;;;\n"                 // 2: no family name
      "Иванов;;;ученик;5А;;;;;\n"               // 3: no given name
      "Иванов;Пётр2;;ученик;5А;;;;;\n"          // 4: no name
      "Кротов;Лев;30.02.2014;ученик;5А;;;;;\n"  // 5: no such day
      "Котова;Ия;02.09.2025;ученик;5А;;;;;\n"   // 6: tomorrow
      "Рогов;Ян;31.08.1904;ученик;5А;;;;;\n"    // 7: 121 years ago
      "Лось;Ян;;ученик;5Ъ;;;;;\n"               // 8: no class
      "Лис;Ян;;ученик;;;;;;\n"                  // 9: class missing
      "Волк;Ян;;волшебник;;;;;;\n"              // 10: unknown role
      "Барс;Ян;;;;;;;;\n"                       // 11: role missing
      "Рысь;Ян;;родитель;;;;;;\n"               // 12: parent without a child
      "Сом;Ян;;родитель;;;;;Нет Такого;\n"      // 13: child not there
      "Сыч;Ян;;учитель;;sova;;;;\n"             // 14
      "Сова;Ян;;учитель;;SOVA;;;;\n"            // 15: login taken
      "Сыч;Ян;;учитель;;sova;;;;\n"             // 16: the same person again
      "Чиж;Ян;;учитель;;чиж;12;чиж@;;?\n"       // 17: login, telephone, mail, sex
      "Ёж;Ян;;классный руководитель;;;;;;\n"    // 18: of which class
      "Уж;Ян;;ученик, учитель;5А;;;;;\n");      // 19: a pupil who teaches
  EXPECT_EQ(lines_of(people), (Lines{"people.name R2 C1",
                                     "people.name R3 C2",
                                     "people.name R4 C2 Пётр2",
                                     "people.birth_date R5 C3 30.02.2014",
                                     "people.birth_date R6 C3 02.09.2025",
                                     "people.birth_date R7 C3 31.08.1904",
                                     "people.class R8 C5 5Ъ",
                                     "people.class R9 C5",
                                     "people.role R10 C4 волшебник",
                                     "people.role R11 C4",
                                     "people.sex R17 C10 ?",
                                     "people.phone R17 C7 12",
                                     "people.email R17 C8 чиж@",
                                     "people.login R17 C6 чиж",
                                     "people.class R18",
                                     "people.role R19 C4 ученик, учитель",
                                     "people.child R12 C9",
                                     "people.child R13 C9 Нет Такого",
                                     "people.twice R16 Сыч Ян",
                                     "people.login_twice R15 C6 sova",
                                     "people.login_twice R16 C6 sova"}));
  const Fault& first = people.faults().listed().front();
  EXPECT_EQ(said(first.place).ru, "строка 2, столбец A «Фамилия»");
  EXPECT_EQ(first.says.ru, "нет фамилии");
}

TEST(PeopleTable, BirthDatesAreJudgedOnTheDayGiven) {
  EXPECT_FALSE(read("ФИО;Дата рождения;Класс\nА Б;02.09.2025;1А\n"));
  const auto born_today = read("ФИО;Дата рождения;Класс\nА Б;01.09.2025;1А\n");
  ASSERT_TRUE(born_today);
  EXPECT_EQ(lines_of(born_today->remarks), (Lines{"people.age R2 C2 А Б"}));
  EXPECT_TRUE(read("ФИО;Дата рождения;Роль\nА Б;02.09.1904;учитель\n"));
  EXPECT_FALSE(read("ФИО;Дата рождения;Роль\nА Б;01.09.1904;учитель\n"));
}

TEST(PeopleTable, AnUnusualAgeIsARemarkAndStopsNothing) {
  const auto people = read(
      "ФИО;Дата рождения;Класс\n"
      "А А;01.09.2019;1А\n"    // 6, the youngest usual
      "Б Б;02.09.2019;1А\n"    // 5
      "В В;02.09.2014;1А\n"    // 10, the oldest usual
      "Г Г;01.09.2014;1А\n"    // 11
      "Д Д;01.09.2007;9А\n");  // 18, usual for the ninth
  ASSERT_TRUE(people) << lines_of(people).front();
  EXPECT_EQ(people->pupils.size(), 5U);
  EXPECT_EQ(lines_of(people->remarks), (Lines{"people.age R3 C2 Б Б", "people.age R5 C2 Г Г"}));
}

TEST(PeopleTable, AColumnNobodyKnowsIsARemark) {
  const auto people = read("ФИО;Класс;Лоигн\nА Б;1А;ab\n");
  ASSERT_TRUE(people);
  EXPECT_EQ(lines_of(people->remarks), (Lines{"people.unread R1 C3"}));
  EXPECT_EQ(people->remarks.front().place.heading, "Лоигн");
}

TEST(PeopleTable, TheHeadingMustSayWhoAndWhat) {
  RecordProperty("requirement", "SET-06");
  EXPECT_EQ(lines_of(read("Имя;Отчество\nА;Б\n")),
            (Lines{"columns.missing R1", "columns.missing R1"}));
  EXPECT_EQ(lines_of(read("ФИО\nА Б\n")), (Lines{"columns.missing R1"}));
  EXPECT_EQ(lines_of(read("ФИО;Класс;класс\nА Б;1А;2А\n")), (Lines{"columns.twice R1 C3 класс"}));
  EXPECT_EQ(lines_of(read("Имя;Фамилия;Роль;Должность\nА;Б;учитель;учитель\n")),
            (Lines{"columns.twice R1 C4 Должность"}));
}

TEST(PeopleTable, GuardedFormulasAreTextsAndUnguardedOnesNoNames) {
  EXPECT_EQ(lines_of(read("Фамилия;Имя;Класс;Телефон\n=HYPERLINK(1);Ия;5А;'+7 912 000 00 00\n")),
            (Lines{"people.name R2 C1 =HYPERLINK(1)"}));
  const auto people = read("Фамилия;Имя;Класс;Телефон\nЛис;Ия;5А;'+7 912 000 00 00\n");
  ASSERT_TRUE(people);
  EXPECT_EQ(people->pupils.front().data.phone, "+7 912 000 00 00");
}

TEST(PeopleTable, OneParentTwiceForOneChildIsAFault) {
  EXPECT_EQ(lines_of(read("ФИО;Класс;Мать: ФИО;Мать: Телефон;Родитель: ФИО;Родитель: Телефон\n"
                          "А Б;1А;В Г;89120000000;В Г;+7 912 000-00-00\n")),
            (Lines{"people.parent_twice R2 В Г"}));
}

TEST(PeopleTable, ParentsOfOneNameWithoutACommonSignStayApart) {
  const auto people =
      read("ФИО;Класс;Мать: ФИО;Мать: Телефон\nА Б;1А;В Г;10001\nД Е;1А;В Г;10002\n");
  ASSERT_TRUE(people);
  EXPECT_EQ(people->parents.size(), 2U);
}

TEST(PeopleTable, NamesakesWithoutEndAreAFaultAndTakeNoTime) {
  std::string csv = "ФИО;Класс;Логин\n";
  for (std::size_t i = 0; i + 1 < kMaxRows; ++i) csv += "А Б;1А;l" + std::to_string(i) + "\n";
  const auto people = read(csv);
  ASSERT_FALSE(people);
  EXPECT_EQ(people.faults().count(), kMaxRows - 1 - kMaxNamesakes);
  EXPECT_EQ(people.faults().listed().front().code, "people.namesakes");
}

}  // namespace
}  // namespace letopis::intake
