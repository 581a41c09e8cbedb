// The closed list of reports: what each is called, what it asks for, who may read it and how it
// lies on paper. REP-11.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "documents/sheet.h"
#include "events/enumerations.h"
#include "outcome/result.h"
#include "rules/reading.h"
#include "terminal/text.h"

namespace letopis::reports {

enum class Report : std::uint8_t {
  kSummarySheet,    // сводная ведомость учёта успеваемости
  kReportCard,      // табель
  kJournal,         // классный журнал, с обложкой и прошивкой
  kParentsSheet,    // сводная для родителей
  kClassTeacher,    // отчёт классного руководителя
  kSubjectTeacher,  // отчёт учителя-предметника
  kAttendance,
  kControlWorks,
  kProgramme,
  kSubstitutions,
  kTimeliness,
  kMarkChanges,
  kJournalAnalysis,
  kControlNote,  // справка по итогам контроля
  kLoad,
  kQuality,  // progress and quality, period by period
  kDue,
  kActivity,
  kFamiliesAccess,
  kDiaryPages,  // страницы дневника: a leaf for each week
};
inline constexpr std::size_t kReports = static_cast<std::size_t>(Report::kDiaryPages) + 1;

// What must, may or cannot be named.
enum class Ask : std::uint8_t { kNo, kMay, kMust };

struct ReportRow {
  Report report = {};
  std::string_view key;  // "summary_sheet"
  terminal::Text title;
  Ask school_class = Ask::kNo;
  Ask subject = Ask::kNo;
  Ask person = Ask::kNo;  // a pupil; a teacher where the report is about teachers
  rules::View view = {};  // who may read that view may read the report (reading.h)
  documents::Paper paper = documents::Paper::kA4;
  documents::Orientation orientation = documents::Orientation::kPortrait;
  std::optional<events::ReportKind> handed_in = {};  // as which it is handed in
  std::optional<events::CopyKind> copy = {};         // as which a printed copy is registered
  Ask group = Ask::kNo;                              // instead of a class
};

// In the order of Report.
std::span<const ReportRow, kReports> report_table();

const ReportRow& row_of(Report report);

// Refuses "report.unknown", naming those there are.
Result<Report> report_named(std::string_view key);

}  // namespace letopis::reports
