// A weekly timetable from a table (SET-08): a row for each lesson. Columns: День, Урок, Класс,
// Предмет, Учитель; Кабинет, Группа and Неделя (чётная, нечётная) where there are any.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "events/words_journal.h"
#include "intake/class_name.h"
#include "intake/table.h"

namespace letopis::intake {

inline constexpr std::uint16_t kLastBell = 20;

// One weekly lesson by the names that people wrote; whose they are is looked up elsewhere.
struct NamedSlot {
  std::uint16_t weekday = 1;  // 1 is Monday
  std::uint16_t bell = 1;     // counts from 1
  ClassName school_class;
  std::string subject;
  std::string teacher;
  std::optional<std::string> room = {};
  std::optional<std::string> group = {};
  events::DayParity parity = events::DayParity::kEvery;
  std::size_t row = 0;
  bool operator==(const NamedSlot&) const = default;
};

// Faults: columns.h, timetable.weekday, timetable.bell, timetable.class, timetable.missing (no
// subject, no teacher), timetable.week, timetable.class_busy (a class twice at one bell, unless in
// two groups of different names), timetable.teacher_busy (a teacher twice at one bell, unless of
// one group and subject across classes).
Reading<std::vector<NamedSlot>> read_timetable(const Table& table);

}  // namespace letopis::intake
