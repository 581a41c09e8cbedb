// A lesson plan (календарно-тематическое планирование) from a table (SET-10).
//
//   Тема                  what is taught; asked for
//   Часы                  whole hours; asked for
//   №                     the lesson's number, or a span as 3–4 for as many hours
//   Вид                   «контрольная работа», «к/р № 2» mark a control work, all else does not
//   Контрольная работа    да, +, 1 or anything but нет, -, 0
//   Домашнее задание
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/values.h"
#include "intake/table.h"

namespace letopis::intake {

inline constexpr unsigned kMaxTopicHours = 99;
inline constexpr std::size_t kMaxPlanBytes = 60'000;  // all topics must fit one event

struct PlanLine {
  events::PlanTopic topic;
  std::optional<std::string> homework = {};  // private to nobody, yet not part of the plan's fact
  std::size_t row = 0;
  bool operator==(const PlanLine&) const = default;
};

struct PlanImport {
  std::vector<PlanLine> lines;
  std::vector<Fault> remarks;
  bool operator==(const PlanImport&) const = default;
};

// Reads the lines in their order. A row with neither number nor hours heads a section where there
// is a column №: it is passed over with a remark (plan.section). Faults: columns.h, plan.topic
// (missing or too long), plan.hours, plan.number (no number, or a line left out or told twice),
// plan.size (more than fits one event). Remarks also name columns that nobody knows (plan.unread).
Reading<PlanImport> read_plan(const Table& table);

}  // namespace letopis::intake
