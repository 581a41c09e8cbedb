#include "projections/journal_analysis.h"

#include <fmt/format.h>

#include <array>

#include "reports/figures.h"
#include "reports/lists.h"
#include "terminal/enumeration_words.h"

namespace letopis::reports {
namespace {

using documents::Table;
using projections::Finding;
using projections::FindingKind;

constexpr std::array<terminal::Text, projections::kFindingKinds> kTitles{{
    {"День без единой отметки в классе", "A day without a mark in the class"},
    {"Одна-две отметки за урок всего класса", "One or two marks in a lesson of the whole class"},
    {"Отметка и пропуск на одном уроке", "A mark and an absence in one lesson"},
    {"«2» сразу после пропуска", "«2» right after an absence"},
    {"«2» на первом или последнем уроке периода", "«2» in a period's first or last lesson"},
    {"«2» не исправлена за три урока", "«2» not mended within three lessons"},
    {"Итоговая отметка расходится со средним", "A period mark that differs from the average"},
    {"Мало отметок для итоговой", "Too few marks for a period mark"},
    {"Пропущено больше двух третей, но аттестован", "More than two thirds missed, yet attested"},
    {"Нет отметок за контрольную работу", "No marks for a control work"},
    {"Нет темы урока", "No topic"},
    {"Нет домашнего задания", "No homework"},
    {"Тема не из плана (КТП)", "A topic that is not in the plan"},
    {"Нет инструктажа по безопасности", "No safety briefing"},
}};

// What of the finding a reader checks in the journal.
std::string evidence(const Desk& desk, const Finding& finding) {
  const std::string who = finding.pupil ? desk.names().common(*finding.pupil) : std::string();
  const std::string given(terminal::token_of(finding.given));
  switch (finding.kind) {
    case FindingKind::kFewMarks:
      return fmt::format("{}: {}", desk.in("отметок", "marks"), finding.count);
    case FindingKind::kControlWorkUnmarked:
      return fmt::format("{}: {}", desk.in("без отметки", "unmarked"), finding.count);
    case FindingKind::kTooFewMarks:
      return fmt::format("{}: {}, {} {}", who, given, desk.in("отметок", "marks"), finding.count);
    case FindingKind::kAttestedThoughMissed:
      return fmt::format("{}: {}, {} {}", who, given, desk.in("пропущено", "missed"),
                         finding.count);
    case FindingKind::kPeriodMarkDiffers:
      return fmt::format("{}: {}, {} {}", who, given, desk.in("по среднему", "by the average"),
                         terminal::token_of(finding.proposed));
    case FindingKind::kDayWithoutMark:
    case FindingKind::kMarkAndAbsence:
    case FindingKind::kTwoAfterAbsence:
    case FindingKind::kTwoAtPeriodEdge:
    case FindingKind::kTwoNotMended:
    case FindingKind::kNoTopic:
    case FindingKind::kNoHomework:
    case FindingKind::kTopicNotInPlan:
    case FindingKind::kNoSafetyBriefing: return who;
  }
  INVARIANT(false);
}

documents::Row row_of(const Desk& desk, const Finding& finding) {
  std::string subject;
  if (finding.place) {
    subject = desk.subject_name(finding.place->subject);
    if (finding.place->group) subject += ", " + desk.group_name(*finding.place->group);
  }
  return {{day_cell(finding.day), documents::words(subject),
           documents::words(finding.teacher ? desk.names().brief(*finding.teacher) : std::string()),
           documents::words(evidence(desk, finding))}};
}

}  // namespace

Sheets journal_analysis(const Desk& desk) {
  const auto findings = projections::journal_analysis(
      desk.views(), {desk.school_class().number, desk.request().subject, desk.days().first,
                     desk.days().last, desk.as_of()});
  Table table;
  table.columns = {{.least_mm = 21, .names_row = true},
                   {.least_mm = 44, .share = 1},
                   {.least_mm = 34, .share = 1},
                   {.least_mm = 60, .share = 2}};
  table.head = {{{head(desk.in("Дата", "Date")), head(desk.in("Предмет", "Subject")),
                  head(desk.in("Учитель", "Teacher")), head(desk.in("Что видно", "Evidence"))}}};
  for (std::size_t kind = 0; kind < projections::kFindingKinds; ++kind) {
    documents::RowGroup group;
    for (const auto& finding : findings) {
      if (static_cast<std::size_t>(finding.kind) == kind)
        group.rows.push_back(row_of(desk, finding));
    }
    if (group.rows.empty()) continue;
    group.caption = fmt::format("{}: {}", kTitles[kind].in(desk.language()), group.rows.size());
    table.groups.push_back(std::move(group));
  }
  auto sheet = desk.sheet(desk.in("Анализ", "Analysis"),
                          desk.in("Анализ ведения журналов", "Analysis of the journals"));
  if (table.groups.empty()) {
    sheet.blocks.emplace_back(
        documents::Paragraph{{{desk.in("Замечаний нет.", "Nothing was found."), {}}}});
  } else {
    sheet.blocks.emplace_back(std::move(table));
  }
  sheet.signatures = {{desk.signature("Заместитель директора по УВР", "Deputy director",
                                      desk.holder(events::Role::kDeputy))}};
  return std::vector{std::move(sheet)};
}

}  // namespace letopis::reports
