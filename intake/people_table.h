// Staff, pupils and parents from one table, as schools keep them (SET-06).
//
// Whom a row is about says «Роль» («Должность»): several, with ; between. Without that column every
// row is a pupil. Headings may be written in any case, with or without signs between the words:
//
//   a person       Фамилия, Имя, Отчество (or ФИО in one), Дата рождения, Пол, Телефон,
//                  Эл. почта, Логин
//   a pupil        Класс, and of each parent the same as of a person: «Родитель: Фамилия»,
//                  «Родитель 2: …», «Мать: …», «Отец: …», «Опекун: …», or «Телефон матери»;
//                  «Родитель: Степень родства»
//   staff          Классное руководство (or «классный руководитель 5А» as role), Предмет
//   a parent       Ребёнок (full names with ; between), Класс of the child where names are not
//                  enough, Степень родства; a child is looked for in the table, then among the
//                  pupils whom the journal has
#pragma once

#include <span>

#include "intake/people.h"
#include "intake/table.h"

namespace letopis::intake {

// Ages and birth dates are judged on `today`. Either everything is right, or every fault is listed,
// by row and column: those of columns.h, person_cells.h, people_checks.h and families.h, and
// people.role (unknown, missing, or a pupil who is something else), people.class (missing, or no
// class), people.relation, people.child (a parent without a child, or of one who is neither in the
// table nor known, or of several of that name). Remarks: people.age, people.namesake, people.unread
// (a column nobody knows).
Reading<PeopleImport> read_people(const Table& table, events::Day today,
                                  std::span<const KnownPupil> known = {});

}  // namespace letopis::intake
