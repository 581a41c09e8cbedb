#include "reports/report.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

namespace letopis::reports {
namespace {

using documents::Orientation;
using documents::Paper;
using enum Ask;
using events::CopyKind;
using events::ReportKind;
using rules::View;

constexpr auto kUpright = Orientation::kPortrait;
constexpr auto kAcross = Orientation::kLandscape;

constexpr std::array<ReportRow, kReports> kTable{{
    {Report::kSummarySheet,
     "summary_sheet",
     {"Сводная ведомость учёта успеваемости", "Summary sheet of results"},
     kMust,
     kNo,
     kNo,
     View::kJournal,
     Paper::kA4,
     kAcross,
     ReportKind::kProgress,
     CopyKind::kSummarySheet},
    {Report::kReportCard,
     "report_card",
     {"Табель успеваемости", "Report card"},
     kMust,
     kNo,
     kMay,
     View::kDiary,
     Paper::kA4,
     kUpright,
     {},
     CopyKind::kReportCard},
    {Report::kJournal,
     "journal",
     {"Классный журнал", "Class journal"},
     kMust,
     kMay,
     kNo,
     View::kJournal,
     Paper::kA4,
     kUpright,
     {},
     CopyKind::kJournal},
    {Report::kParentsSheet,
     "parents_sheet",
     {"Сводная для родителей", "Sheet for parents"},
     kMust,
     kNo,
     kMay,
     View::kDiary,
     Paper::kA5,
     kUpright,
     ReportKind::kParentsMessage,
     CopyKind::kParentsSheet},
    {Report::kClassTeacher,
     "class_teacher",
     {"Отчёт классного руководителя", "Class teacher's report"},
     kMust,
     kNo,
     kNo,
     View::kAttendance,
     Paper::kA4,
     kUpright,
     ReportKind::kClassTeacherPeriod,
     CopyKind::kPeriodReport},
    {Report::kSubjectTeacher,
     "subject_teacher",
     {"Отчёт учителя-предметника", "Subject teacher's report"},
     kNo,
     kMay,
     kMust,
     View::kProgramme,
     Paper::kA4,
     kAcross,
     ReportKind::kSubjectTeacherPeriod,
     CopyKind::kPeriodReport},
    {Report::kAttendance,
     "attendance",
     {"Посещаемость", "Attendance"},
     kMust,
     kNo,
     kNo,
     View::kAttendance,
     Paper::kA4,
     kAcross,
     ReportKind::kAttendance,
     {}},
    {Report::kControlWorks,
     "control_works",
     {"Контрольные работы", "Control works"},
     kMust,
     kMay,
     kNo,
     View::kJournal,
     Paper::kA4,
     kAcross,
     {},
     {}},
    {Report::kProgramme,
     "programme",
     {"Выполнение учебной программы", "Fulfilment of the programme"},
     kMay,
     kMay,
     kNo,
     View::kProgramme,
     Paper::kA4,
     kAcross,
     {},
     {}},
    {Report::kSubstitutions,
     "substitutions",
     {"Журнал замен уроков", "Journal of substitutions"},
     kNo,
     kNo,
     kNo,
     View::kSubstitutions,
     Paper::kA4,
     kAcross,
     {},
     {}},
    {Report::kTimeliness,
     "timeliness",
     {"Своевременность заполнения журналов", "Timeliness of the journals"},
     kMay,
     kNo,
     kNo,
     View::kProgramme,
     Paper::kA4,
     kAcross,
     ReportKind::kTeachersWork,
     {}},
    {Report::kMarkChanges,
     "mark_changes",
     {"Отчёт об изменении отметок", "Report on changes of marks"},
     kMay,
     kMay,
     kMay,
     View::kChanges,
     Paper::kA4,
     kAcross,
     {},
     {}},
    {Report::kJournalAnalysis,
     "journal_analysis",
     {"Анализ ведения журналов", "Analysis of the journals"},
     kMust,
     kMay,
     kNo,
     View::kJournal,
     Paper::kA4,
     kUpright,
     ReportKind::kWeeklyAnalysis,
     {}},
    {Report::kControlNote,
     "control_note",
     {"Справка по итогам контроля", "Note on a control"},
     kNo,
     kNo,
     kNo,
     View::kChanges,
     Paper::kA4,
     kUpright,
     ReportKind::kControl,
     CopyKind::kControlNote},
    {Report::kLoad,
     "load",
     {"Учебная нагрузка", "Teaching load"},
     kMay,
     kNo,
     kNo,
     View::kProgramme,
     Paper::kA4,
     kUpright,
     {},
     {}},
    {Report::kQuality,
     "quality",
     {"Качество знаний и успеваемость", "Quality and progress"},
     kMay,
     kNo,
     kNo,
     View::kJournal,
     Paper::kA4,
     kAcross,
     ReportKind::kProgress,
     {}},
}};

template <std::size_t... kIndex>
constexpr bool is_in_order(std::index_sequence<kIndex...>) {
  return ((kTable[kIndex].report == static_cast<Report>(kIndex)) && ...);
}
static_assert(is_in_order(std::make_index_sequence<kReports>()));

}  // namespace

std::span<const ReportRow, kReports> report_table() { return kTable; }

const ReportRow& row_of(Report report) { return kTable[static_cast<std::size_t>(report)]; }

Result<Report> report_named(std::string_view key) {
  std::string there;
  for (const ReportRow& row : kTable) {
    if (row.key == key) return row.report;
    there += (there.empty() ? "" : ", ") + std::string(row.key);
  }
  return Refusal{"report.unknown",
                 {fmt::format("нет отчёта «{}»", key), fmt::format("there is no report {}", key)},
                 {},
                 {fmt::format("Есть: {}.", there), fmt::format("There are: {}.", there)}};
}

}  // namespace letopis::reports
