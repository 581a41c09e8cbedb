#include "netschool/assignments.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include <boost/json/object.hpp>

#include "reports/names.h"
#include "terminal/enumeration_words.h"
#include "wishes/answer_parts.h"

namespace letopis::netschool {
namespace {

namespace json = boost::json;

struct TypeWords {
  const char* name;
  const char* abbreviation;
};

// In the order of events::WorkKind.
constexpr TypeWords kTypes[] = {
    {"Ответ на уроке", "О"},
    {"Самостоятельная работа", "С"},
    {"Контрольная работа", "К"},
    {"Диктант", "Д"},
    {"Изложение", "И"},
    {"Сочинение", "Ч"},
    {"Лабораторная работа", "Л"},
    {"Практическая работа", "П"},
    {"Проект", "Р"},
    {"Тестирование", "Т"},
    {"Домашнее задание", "ДЗ"},
};
static_assert(std::size(kTypes) == events::word_count<events::WorkKind>());

unsigned type_of(events::WorkKind kind) { return static_cast<unsigned>(kind) + 1; }

std::optional<Assignment> homework(const projections::DiaryLesson& lesson,
                                   events::PersonNumber pupil, const wishes::Sight& sight) {
  std::string text;
  events::Day due = lesson.record.day;
  if (lesson.record.homework) {
    text = lesson.record.homework->value.text;
    due = lesson.record.homework->value.due.value_or(due);
  }
  for (const auto& own : lesson.homework) {
    const auto words = sight.texts.find(pupil, own.fact.text);
    if (words) text += (text.empty() ? "" : "; ") + *words;
  }
  const auto number = print_number({lesson.record.lesson, 0});
  if (text.empty() || !number) return std::nullopt;
  Assignment made;
  made.number = *number;
  made.type = type_of(events::WorkKind::kHomework);
  made.due = due;
  made.name = std::move(text);
  return made;
}

std::optional<Assignment> marked(const projections::Mark& mark,
                                 const projections::DiaryLesson& lesson, events::PersonNumber pupil,
                                 const wishes::Sight& sight) {
  const auto number = print_number({lesson.record.lesson, mark.ordinal});
  if (!number || mark.ordinal == 0) return std::nullopt;
  const auto* work = lesson.record.work(mark.work);
  Assignment made;
  made.number = *number;
  made.type = type_of(work ? work->kind : events::WorkKind::kAnswer);
  made.due = lesson.record.day;
  if (work) made.name = work->title;
  if (made.name.empty() && lesson.record.topic) made.name = lesson.record.topic->value;
  if (made.name.empty()) made.name = type_name(made.type);
  made.weight = lesson.record.weight_of(mark.work) / 100.0;
  made.withdrawn = !mark.value;
  if (mark.value) made.mark = projections::grade_of(*mark.value);
  if (mark.value && !made.mark) made.words = terminal::token_of(*mark.value);
  if (mark.comment) {
    if (auto comment = sight.texts.find(pupil, *mark.comment)) {
      made.words = made.words ? *made.words + ": " + *comment : *comment;
    }
  }
  return made;
}

Refusal no_assignment() {
  return {"netschool.no_assignment", {"такого задания нет", "there is no such assignment"}};
}

}  // namespace

std::optional<std::uint64_t> print_number(const AssignmentNumber& number) {
  if (number.part >= kPartsOfLesson) return std::nullopt;
  return number.lesson.value * kPartsOfLesson + number.part;
}

std::optional<AssignmentNumber> parse_number(std::uint64_t number) {
  const auto lesson = number / kPartsOfLesson;
  if (lesson == 0 || lesson > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return AssignmentNumber{{static_cast<std::uint32_t>(lesson)},
                          static_cast<std::uint16_t>(number % kPartsOfLesson)};
}

std::vector<Assignment> assignments_of(const projections::DiaryLesson& lesson,
                                       events::PersonNumber pupil, const wishes::Sight& sight) {
  std::vector<Assignment> all;
  if (auto set = homework(lesson, pupil, sight)) all.push_back(*std::move(set));
  for (const auto& mark : lesson.marks) {
    if (auto one = marked(mark, lesson, pupil, sight)) all.push_back(*std::move(one));
  }
  return all;
}

json::array types_json() {
  json::array types;
  for (const auto& type : kTypes) {
    const auto number = types.size() + 1;
    types.push_back(json::object{
        {"id", number}, {"name", type.name}, {"abbr", type.abbreviation}, {"order", number}});
  }
  return types;
}

std::string type_name(unsigned type) {
  return type >= 1 && type <= std::size(kTypes) ? kTypes[type - 1].name : "";
}

Result<json::object> assignment_json(std::uint64_t number, const Child& child,
                                     const wishes::Sight& sight) {
  const auto wanted = parse_number(number);
  const auto info = wanted ? sight.directory().lesson(wanted->lesson) : std::nullopt;
  if (!info) return no_assignment();
  const auto day = info->held.fact.day;
  for (const auto& page : projections::diary_days(sight.views(), {child.person, day, day})) {
    for (const auto& lesson : page.lessons) {
      if (lesson.record.lesson != wanted->lesson) continue;
      const auto all = assignments_of(lesson, child.person, sight);
      const auto one = std::find_if(all.begin(), all.end(),
                                    [&](const Assignment& each) { return each.number == number; });
      if (one == all.end()) return no_assignment();
      const reports::NameBook names(sight.directory(), sight.texts, terminal::Language::kRussian);
      json::object teacher{{"id", lesson.record.teacher.value},
                           {"name", names.full(lesson.record.teacher)}};
      return json::object{
          {"id", one->number},
          {"date", day_text(one->due)},
          {"weight", one->weight},
          {"teachers", json::array{std::move(teacher)}},
          {"isDeleted", one->withdrawn},
          {"description", one->words.value_or("")},
          {"subjectGroup",
           {{"id", lesson.subject.value}, {"name", wishes::subject_name(lesson.subject, sight)}}},
          {"assignmentName", one->name}};
    }
  }
  return no_assignment();
}

}  // namespace letopis::netschool
