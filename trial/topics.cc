#include "trial/topics.h"

#include <fmt/format.h>

#include <string_view>

#include "outcome/invariant.h"
#include "trial/topics_lists.h"

namespace letopis::trial {
namespace {

using events::HomeworkKind;
using events::WorkKind;

constexpr std::size_t kLastPlanLine = 200;  // keeps the fact of a plan within an event's size

std::vector<std::string_view> themes_of(Subject subject, unsigned grade) {
  for (const Themes& themes : kThemes) {
    if (themes.subject != subject || grade < themes.first_grade || grade > themes.last_grade) {
      continue;
    }
    std::vector<std::string_view> names;
    std::string_view rest = themes.names;
    while (!rest.empty()) {
      const std::size_t bar = rest.find('|');
      names.push_back(rest.substr(0, bar));
      rest = bar == std::string_view::npos ? "" : rest.substr(bar + 1);
    }
    return names;
  }
  return {};
}

// What the lessons of one theme are called, in turn; {} is the theme.
std::span<const std::string_view> steps_of(Manner manner) {
  static constexpr std::string_view language[] = {"{}", "{}. Тренировочные упражнения",
                                                  "{}. Развитие речи", "{}. Работа с текстом",
                                                  "{}. Закрепление изученного"};
  static constexpr std::string_view reading[] = {"{}", "{}. Работа с источником",
                                                 "{}. Беседа и обсуждение",
                                                 "{}. Сообщения учащихся", "{}. Итоги темы"};
  static constexpr std::string_view reckoning[] = {"{}", "{}. Решение задач", "{}. Закрепление",
                                                   "{}. Решение задач повышенной сложности",
                                                   "{}. Обобщение"};
  static constexpr std::string_view science[] = {"{}", "{}. Основные понятия", "{}. Практикум",
                                                 "{}. Решение задач", "{}. Обобщение"};
  static constexpr std::string_view practice[] = {
      "{}", "{}. Освоение приёмов", "{}. Практическая работа", "{}. Совершенствование навыков"};
  switch (manner) {
    case Manner::kLanguage: return language;
    case Manner::kReading: return reading;
    case Manner::kReckoning: return reckoning;
    case Manner::kScience: return science;
    case Manner::kPractice: return practice;
  }
  return reading;
}

void add_theme(std::string_view theme, unsigned hours, bool with_control, Manner manner,
               std::vector<events::PlanTopic>& plan) {
  const auto steps = steps_of(manner);
  const unsigned lessons = with_control ? hours - 1 : hours;
  const auto lines = static_cast<unsigned>(std::min<std::size_t>(steps.size(), lessons));
  for (unsigned i = 0; i < lines; ++i) {
    const unsigned length = lessons / lines + (i < lessons % lines ? 1 : 0);
    plan.push_back(
        {static_cast<std::uint16_t>(length), fmt::format(fmt::runtime(steps[i]), theme), false});
  }
  if (with_control) plan.push_back({1, fmt::format("Контрольная работа: {}", theme), true});
}

}  // namespace

std::vector<events::PlanTopic> plan_topics(Subject subject, unsigned grade, unsigned hours) {
  constexpr unsigned least_hours_with_control = 4;
  const SubjectCard& card = card_of(subject);
  const std::vector<std::string_view> themes = themes_of(subject, grade);
  INVARIANT(!themes.empty());
  const auto count = static_cast<unsigned>(themes.size());
  const bool controlled =
      grading_of(subject, grade) == Grading::kMarks && card.manner != Manner::kPractice;
  std::vector<events::PlanTopic> plan;
  for (unsigned i = 0; i < count; ++i) {
    const unsigned share = hours / count + (i < hours % count ? 1 : 0);
    if (share == 0) continue;
    // Where a theme has few lessons, every other one ends in a control work.
    const bool ends_one = share >= 2 * least_hours_with_control || i % 2 == 1;
    add_theme(themes[i], share, controlled && share >= 3 && ends_one, card.manner, plan);
  }
  INVARIANT(plan.size() <= kLastPlanLine);
  return plan;
}

Homework any_homework(Subject subject, const std::string& topic, Random& random) {
  const int page = random.between(1, 120) * 2;
  const int number = random.between(1, 780);
  const std::uint32_t pick = random.below(5);
  switch (card_of(subject).manner) {
    case Manner::kLanguage:
      if (pick == 0)
        return {HomeworkKind::kLearn, fmt::format("Выучить правило и слова, с. {}", page)};
      if (pick == 1) return {HomeworkKind::kRepeat, fmt::format("Повторить: {}", topic)};
      return {HomeworkKind::kWritten, fmt::format("§ {}, упр. {}", page / 4 + 1, number)};
    case Manner::kReading:
      if (pick == 0)
        return {HomeworkKind::kCreative, fmt::format("Подготовить сообщение: {}", topic)};
      if (pick == 1)
        return {HomeworkKind::kLearn, fmt::format("Пересказ, с. {}–{}", page, page + 3)};
      return {HomeworkKind::kRead,
              fmt::format("Читать с. {}–{}, вопросы 1–{}", page, page + 5, pick + 2)};
    case Manner::kReckoning:
      if (pick == 0)
        return {HomeworkKind::kLearn, fmt::format("§ {}, выучить определения", page / 6 + 1)};
      return {HomeworkKind::kWritten, fmt::format("№ {}, {}, {}", number, number + 2, number + 5)};
    case Manner::kScience:
      if (pick == 0) return {HomeworkKind::kPractical, fmt::format("Оформить отчёт: {}", topic)};
      if (pick == 1)
        return {HomeworkKind::kWritten, fmt::format("Задачи {} и {}", number, number + 1)};
      return {HomeworkKind::kRead, fmt::format("§ {}, вопросы 1–{}", page / 5 + 1, pick + 3)};
    case Manner::kPractice:
      if (pick == 0) return {HomeworkKind::kProject, fmt::format("Продолжить работу: {}", topic)};
      return {HomeworkKind::kPractical, fmt::format("Повторить упражнения: {}", topic)};
  }
  return {HomeworkKind::kRepeat, topic};
}

WorkKind any_written_work(Subject subject, unsigned grade, Random& random) {
  static constexpr WorkKind language[] = {WorkKind::kDictation, WorkKind::kTest,
                                          WorkKind::kExposition, WorkKind::kIndependent,
                                          WorkKind::kIndependent};
  static constexpr WorkKind reading[] = {WorkKind::kTest, WorkKind::kEssay, WorkKind::kIndependent,
                                         WorkKind::kHomework};
  static constexpr WorkKind reckoning[] = {WorkKind::kIndependent, WorkKind::kIndependent,
                                           WorkKind::kTest, WorkKind::kHomework};
  static constexpr WorkKind science[] = {WorkKind::kLaboratory, WorkKind::kPractical,
                                         WorkKind::kTest, WorkKind::kIndependent};
  static constexpr WorkKind practice[] = {WorkKind::kPractical, WorkKind::kPractical,
                                          WorkKind::kProject};
  // Small children write no expositions of their own.
  if (grade <= 2) return random.below(2) == 0 ? WorkKind::kIndependent : WorkKind::kTest;
  switch (card_of(subject).manner) {
    case Manner::kLanguage: return random.one_of(std::span<const WorkKind>(language));
    case Manner::kReading: return random.one_of(std::span<const WorkKind>(reading));
    case Manner::kReckoning: return random.one_of(std::span<const WorkKind>(reckoning));
    case Manner::kScience: return random.one_of(std::span<const WorkKind>(science));
    case Manner::kPractice: return random.one_of(std::span<const WorkKind>(practice));
  }
  return WorkKind::kIndependent;
}

std::string_view title_of(WorkKind work) {
  switch (work) {
    case WorkKind::kAnswer: return "Ответ на уроке";
    case WorkKind::kIndependent: return "Самостоятельная работа";
    case WorkKind::kControl: return "Контрольная работа";
    case WorkKind::kDictation: return "Диктант";
    case WorkKind::kExposition: return "Изложение";
    case WorkKind::kEssay: return "Сочинение";
    case WorkKind::kLaboratory: return "Лабораторная работа";
    case WorkKind::kPractical: return "Практическая работа";
    case WorkKind::kProject: return "Проект";
    case WorkKind::kTest: return "Тест";
    case WorkKind::kHomework: return "Домашняя работа";
  }
  return "Работа";
}

std::string_view any_tasks(Subject subject, Random& random) {
  static constexpr std::string_view theory[] = {
      "Беседа, работа с учебником", "Устный опрос, работа у доски", "Объяснение нового материала",
      "Фронтальный опрос, решение заданий", "Работа в парах"};
  static constexpr std::string_view hands[] = {"Разминка, отработка приёмов",
                                               "Показ учителя, самостоятельное выполнение",
                                               "Работа в группах"};
  if (card_of(subject).manner == Manner::kPractice) {
    return random.one_of(std::span<const std::string_view>(hands));
  }
  return random.one_of(std::span<const std::string_view>(theory));
}

}  // namespace letopis::trial
