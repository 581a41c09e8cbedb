#include "reports/due_words.h"

#include <fmt/format.h>

#include <array>

#include "regulations/civil_day.h"
#include "regulations/known_keys.h"
#include "regulations/setup_duties.h"
#include "terminal/enumeration_words.h"

namespace letopis::reports {

using namespace terminal;

namespace {

using projections::DueKind;

constexpr std::array<Text, projections::kDueKinds> kPhrases{{
    {"записать урок", "record the lesson"},
    {"вписать тему урока", "enter the topic"},
    {"вписать домашнее задание", "enter the homework"},
    {"оценить контрольную работу", "mark the control work"},
    {"подписать замену", "sign for the substitution"},
    {"выставить отметки за период", "give the period's marks"},
    {"составить прогноз отметок", "forecast the marks"},
    {"внести план уроков (КТП)", "enter the lesson plan"},
    {"сверить посещаемость", "go through the attendance"},
    {"проверить данные людей", "check people's data"},
    {"просмотреть журнал класса", "review the class journal"},
    {"отчитаться об успеваемости", "report on progress"},
    {"сообщить родителям об учёбе", "write to the parents"},
    {"рассказать семьям о сервисах", "tell families of the services"},
    {"внести события класса", "enter the class's events"},
    {"напечатать дневник семье", "print the diary for the family"},
    {"сдать отчёт за период", "hand in the period's report"},
    {"заверить сводную ведомость", "certify the summary sheet"},
    {"сделать анализ за неделю", "analyse the week"},
    {"сделать анализ за месяц", "analyse the month"},
    {"отчитаться о работе учителей", "report on teachers' work"},
    {"проверить журналы (справка)", "control the journals (note)"},
    {"проверить журналы (директор)", "control the journals (director)"},
    {"отчитаться об активности", "report on activity"},
    {"вести новости и объявления", "keep news and announcements"},
    {"устранить замечание", "settle the remark"},
    {"ответить на спор об отметке", "answer the dispute"},
    {"напечатать копию журнала", "print a copy of the journal"},
    {"отметки за период на бумаге", "the period's marks on paper"},
    {"сдать копию журнала в архив", "archive a copy of the journal"},
    {"запечатать том архива", "seal a volume"},
    {"сделать резервную копию", "make a backup"},
    {"выдать доступ", "issue credentials"},
    {"войти в систему первый раз", "activate the account"},
    {"выдать доступ снова", "issue credentials again"},
    {"ответить на просьбу о помощи", "answer the request for help"},
    {"получить согласие", "collect the consent"},
    {"назначить приказом", "appoint by order"},
    {"иметь документ", "have the document"},
    {"внести замену в расписание", "enter the change of timetable"},
    {"подготовить год", "prepare the year"},
}};
static_assert(!kPhrases.back().ru.empty());

// The regulation in force has the duty, or none would be due.
std::string setup_phrase(const projections::Directory& directory, const regulations::TimeZone& zone,
                         Language language, const projections::DueItem& item) {
  const auto history = directory.parameters();
  for (const events::Day day : {zone.day_of(item.opens), item.about.day.value_or(events::Day{})}) {
    for (const auto& one : regulations::setup_duties(history.on(day))) {
      if (one.name == item.about.setup) return std::string(Text{one.ru, one.en}.in(language));
    }
  }
  return item.about.setup;
}

std::string document_phrase(Language language, std::string_view word) {
  for (const auto& one : regulations::known_key("documents_required")->words) {
    if (one.word == word) return std::string(Text{one.ru, one.en}.in(language));
  }
  return std::string(word);
}

std::string role_phrase(Language language, std::string_view word) {
  for (std::size_t i = 0; i < std::size(events::Words<events::Role>::all); ++i) {
    if (events::Words<events::Role>::all[i] == word) {
      return word_of(language, static_cast<events::Role>(i));
    }
  }
  return std::string(word);
}

std::string period_phrase(const projections::Directory& directory, Language language,
                          events::PeriodNumber number) {
  const auto period = directory.declared<events::PeriodDeclared>(number);
  if (!period) return {};
  const auto ordinal = period->fact.ordinal;
  switch (period->fact.kind) {
    case events::PeriodKind::kQuarter:
      return fill(language, {"{} четверть", "quarter {}"}, ordinal);
    case events::PeriodKind::kHalfYear:
      return fill(language, {"{} полугодие", "half-year {}"}, ordinal);
    case events::PeriodKind::kYear: return std::string(Text{"год", "the year"}.in(language));
  }
  INVARIANT(false);
}

}  // namespace

std::string duty_phrase(const projections::Directory& directory, const regulations::TimeZone& zone,
                        Language language, const projections::DueItem& item) {
  const auto phrase = std::string(kPhrases[static_cast<std::size_t>(item.kind)].in(language));
  if (item.kind == DueKind::kSetup) return setup_phrase(directory, zone, language, item);
  if (item.kind == DueKind::kDocument) {
    return fmt::format("{}: {}", phrase, document_phrase(language, item.about.setup));
  }
  if (item.kind != DueKind::kAppointment) return phrase;
  return fmt::format("{}: {}", phrase, role_phrase(language, item.about.setup));
}

std::string kind_phrase(Language language, DueKind kind) {
  return std::string(kPhrases[static_cast<std::size_t>(kind)].in(language));
}

std::string roles_phrase(Language language, const std::vector<events::Role>& roles) {
  std::string phrase;
  for (const events::Role role : roles) {
    if (!phrase.empty()) phrase += ", ";
    phrase += word_of(language, role);
  }
  return phrase;
}

std::string about_phrase(const projections::Directory& directory, Language language,
                         const projections::DueAbout& about, events::Day today) {
  std::string phrase;
  const auto add = [&phrase](std::string_view part) {
    if (part.empty()) return;
    if (!phrase.empty()) phrase += ", ";
    phrase += part;
  };
  if (about.school_class) {
    const auto info = directory.class_info(*about.school_class, about.day.value_or(today));
    if (info) add(info->name());
  }
  if (about.subject) {
    const auto subject = directory.declared<events::SubjectRegistered>(*about.subject);
    if (subject) add(subject->fact.short_name);
  }
  if (about.period) add(period_phrase(directory, language, *about.period));
  return phrase;
}

}  // namespace letopis::reports
