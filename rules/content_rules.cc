#include "rules/content_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/journal_terms.h"
#include "rules/journal_words.h"
#include "rules/lesson_rules.h"
#include "rules/locks.h"
#include "rules/text_rules.h"

namespace letopis::rules {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

// What every entry of a lesson needs.
Outcome check_entry(const LessonNow& lesson, std::optional<events::PersonNumber> pupil,
                    const Act& act, const SchoolNow& school) {
  if (auto stands = check_stands(lesson); !stands) return stands;
  return check_open({lesson.record.day, lesson.place, pupil}, kLookedFor, act, school);
}

bool needs_topic(const LessonNow& lesson, events::LessonKind kind, const SchoolNow& school) {
  return regulations::kinds_with_mandatory_topics(school.parameters(lesson.record.day))
      .contains(kind);
}

// A control, laboratory or practical work has a topic as such a lesson has.
bool needs_topic(const LessonNow& lesson, events::WorkKind kind, const SchoolNow& school) {
  switch (kind) {
    case events::WorkKind::kControl:
      return needs_topic(lesson, events::LessonKind::kControl, school);
    case events::WorkKind::kLaboratory:
      return needs_topic(lesson, events::LessonKind::kLaboratory, school);
    case events::WorkKind::kPractical:
      return needs_topic(lesson, events::LessonKind::kPractical, school);
    case events::WorkKind::kAnswer:
    case events::WorkKind::kIndependent:
    case events::WorkKind::kDictation:
    case events::WorkKind::kExposition:
    case events::WorkKind::kEssay:
    case events::WorkKind::kProject:
    case events::WorkKind::kTest:
    case events::WorkKind::kHomework: return false;
  }
  INVARIANT(false);
}

Refusal no_topic(Sentence says, events::Day day, const SchoolNow& school) {
  return {"topic.empty",
          std::move(says),
          school.parameter("topics_mandatory", day)->clause,
          {"впишите тему", "write the topic"}};
}

Outcome check_plan(const events::TopicSet& fact, const LessonNow& lesson, const SchoolNow& school) {
  if (!fact.plan) return Done{};
  const auto plan = school.directory().declared<events::PlanAdopted>(*fact.plan);
  const bool fits = plan && !plan->is_void && plan->fact.load == lesson.record.load &&
                    fact.plan_line <= plan->fact.topics.size();
  if (fits) return Done{};
  return Refusal{
      "topic.another_plan",
      {fmt::format("в плане № {} нет строки {} для этой нагрузки", fact.plan->value,
                   fact.plan_line),
       fmt::format("plan {} has no line {} for this load", fact.plan->value, fact.plan_line)},
      {},
      {"назовите строку плана (КТП) этой нагрузки или не называйте плана",
       "name a line of this load's plan, or no plan"}};
}

Outcome check_homework(const Spot& spot, std::optional<events::Day> due, const SchoolNow& school) {
  const events::Day day = spot.day;
  const projections::Place place = with_class(spot, school).place;
  const auto grade = school.grade_of(place, day);
  const auto rules =
      grade ? regulations::grade_rules(school.parameters(day), *grade) : regulations::GradeRules{};
  if (!rules.homework) {
    const std::string name = name_of(*place.school_class, day, school);
    return Refusal{"homework.not_in_grade",
                   {fmt::format("классу {} домашних заданий не задают", name),
                    fmt::format("class {} is given no homework", name)},
                   rules.homework_clause,
                   {"можно отметить, что задания нет", "that none is set may be stated"}};
  }
  if (!due || day <= *due) return Done{};
  const Sentence until = word_of(*due);
  const Sentence held = word_of(day);
  return Refusal{
      "homework.due",
      {fmt::format("задание к {}, а урок — {}", until.ru, held.ru),
       fmt::format("the homework is due on {}, the lesson was on {}", until.en, held.en)},
      {},
      {"задание сдают в день урока или позже", "it is due on the lesson's day or later"}};
}

Outcome check_weight(const events::WorkSet& fact) {
  if (1 <= fact.weight && fact.weight <= kHeaviestWork) return Done{};
  return Refusal{"work.weight",
                 {fmt::format("веса {:.2f} у работы не бывает", fact.weight / 100.0),
                  fmt::format("a weight of {:.2f} cannot be", fact.weight / 100.0)},
                 {},
                 {fmt::format("от 0,01 до {}", kHeaviestWork / 100),
                  fmt::format("from 0.01 to {}", kHeaviestWork / 100)}};
}

}  // namespace

Outcome check(const events::TopicSet& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  if (auto entry = check_entry(lesson, std::nullopt, act, school); !entry) return entry;
  if (is_blank(fact.topic) && needs_topic(lesson, lesson.record.kind, school)) {
    return no_topic({"тема этого урока обязательна", "the topic of this lesson is mandatory"},
                    fact.day, school);
  }
  for (const auto& text : {fact.topic, fact.tasks}) {
    if (auto language = check_language(text, fact.day, school); !language) return language;
  }
  return check_plan(fact, lesson, school);
}

Outcome check(const events::WorkSet& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  if (auto entry = check_entry(lesson, std::nullopt, act, school); !entry) return entry;
  if (auto weight = check_weight(fact); !weight) return weight;
  if (is_blank(fact.title) && needs_topic(lesson, fact.kind, school)) {
    return no_topic({"тема этой работы обязательна", "the topic of this work is mandatory"},
                    fact.day, school);
  }
  if (auto language = check_language(fact.title, fact.day, school); !language) return language;
  const std::size_t next = lesson.record.works.size() + 1;
  if (fact.work < 1 || fact.work > next) {
    return Refusal{"work.not_next",
                   {fmt::format("следующая работа этого урока — {}-я, а не {}-я", next, fact.work),
                    fmt::format("the next work of this lesson is {}, not {}", next, fact.work)}};
  }
  if (fact.work == next) return Done{};
  const std::size_t marks = marks_in(lesson, fact.work, school);
  if (marks == 0) return Done{};
  return Refusal{"work.marked",
                 {fmt::format("за {}-ю работу уже стоят отметки ({})", fact.work, marks),
                  fmt::format("marks stand for work {} already ({})", fact.work, marks)},
                 {},
                 {"опишите другую работу: вид и вес той, что отмечена, не меняются",
                  "describe another work: kind and weight of a marked one do not change"}};
}

Outcome check(const events::HomeworkSet& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  if (auto entry = check_entry(lesson, std::nullopt, act, school); !entry) return entry;
  const Spot spot{lesson.record.day, lesson.place, std::nullopt};
  if (auto fits = check_homework(spot, fact.due, school); !fits) return fits;
  if (!is_blank(fact.text)) return check_language(fact.text, fact.day, school);
  return Refusal{"homework.empty",
                 {"в задании ничего не написано", "the homework says nothing"},
                 {},
                 {"напишите задание или отметьте, что его нет",
                  "write what it is, or state that none is set"}};
}

Outcome check(const events::IndividualHomeworkSet& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  if (auto entry = check_entry(lesson, fact.pupil, act, school); !entry) return entry;
  if (auto there = check_there(fact.pupil, lesson, school); !there) return there;
  const Spot spot{lesson.record.day, lesson.place, fact.pupil};
  if (auto fits = check_homework(spot, fact.due, school); !fits) return fits;
  return check_language(fact.text, fact.pupil, fact.day, act, school);
}

Outcome check(const events::HomeworkNone& fact, const Act& act, const SchoolNow& school) {
  return check_entry(*school.lesson(fact.lesson), std::nullopt, act, school);
}

Outcome check(const events::SafetyBriefed& fact, const Act& act, const SchoolNow& school) {
  const LessonNow& lesson = *school.lesson(fact.lesson);
  if (auto entry = check_entry(lesson, std::nullopt, act, school); !entry) return entry;
  return check_language(fact.title, fact.day, school);
}

Outcome check_there(events::PersonNumber pupil, const LessonNow& lesson, const SchoolNow& school) {
  const events::Day day = lesson.record.day;
  if (school.is_there(pupil, lesson.place, day)) return Done{};
  const Sentence on = word_of(day);
  const auto elsewhere = school.class_of(pupil, day);
  const std::string name = elsewhere ? name_of(*elsewhere, day, school) : "";
  const Sentence where = !elsewhere ? Sentence{"в школе не числился", "not in the school"}
                         : lesson.place.group
                             ? Sentence{"в этой группе не состоял", "not in this group"}
                             : Sentence{"был в классе " + name, "in class " + name};
  return Refusal{
      "pupil.not_there",
      {fmt::format("у ученика № {} этого урока не было: {} он {}", pupil.value, on.ru, where.ru),
       fmt::format("this lesson was not pupil {}'s: on {} the pupil was {}", pupil.value, on.en,
                   where.en)},
      {},
      {"запись делают тем, кто в этот день был в классе или группе",
       "entries are about those who were in the class or group on that day"}};
}

}  // namespace letopis::rules
