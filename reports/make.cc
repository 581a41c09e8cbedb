#include "reports/make.h"

#include "regulations/civil_day.h"
#include "reports/lists.h"
#include "reports/paper_code.h"
#include "reports/printed_journal.h"
#include "reports/report_card.h"
#include "reports/summary_sheet.h"

#include <fmt/format.h>

namespace letopis::reports {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;

Sheets sheets_of(const Desk& desk) {
  switch (desk.request().report) {
    case Report::kSummarySheet: return summary_sheet(desk);
    case Report::kReportCard: return report_card(desk);
    case Report::kJournal: return printed_journal(desk);
    case Report::kParentsSheet: return parents_sheet(desk);
    case Report::kClassTeacher: return class_teacher(desk);
    case Report::kSubjectTeacher: return subject_teacher(desk);
    case Report::kAttendance: return attendance(desk);
    case Report::kControlWorks: return control_works(desk);
    case Report::kProgramme: return programme(desk);
    case Report::kSubstitutions: return substitutions(desk);
    case Report::kTimeliness: return timeliness(desk);
    case Report::kMarkChanges: return mark_changes(desk);
    case Report::kJournalAnalysis: return journal_analysis(desk);
    case Report::kControlNote: return control_note(desk);
    case Report::kLoad: return load(desk);
    case Report::kQuality: return quality(desk);
    case Report::kDue: return due(desk);
    case Report::kActivity: return activity(desk);
    case Report::kFamiliesAccess: return families_access(desk);
    case Report::kDiaryPages: return diary_pages(desk);
  }
  INVARIANT(false);
}

// "2026-05-26T18:04:00+03:00", on the school's wall.
std::string made_text(const Desk& desk) {
  const auto& zone = desk.zone();
  const events::Instant moment = desk.log().moment;
  const events::Day day = zone.day_of(moment);
  const unsigned minute = zone.minute_of(moment);
  const std::int64_t wall =
      static_cast<std::int64_t>(day.value) * regulations::kMinutesADay + minute;
  const std::int64_t universal = moment.milliseconds / kMinuteMs;
  const std::int64_t offset = wall - universal;
  const std::int64_t size = offset < 0 ? -offset : offset;
  return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", regulations::iso(day), minute / 60,
                     minute % 60, moment.milliseconds / 1000 % 60, offset < 0 ? '-' : '+',
                     size / 60, size % 60);
}

}  // namespace

Result<Made> make(const Source& source, const Request& request) {
  auto laid = Desk::laid(source, request);
  if (!laid) return laid.refusal();
  const Desk& desk = **laid;
  auto sheets = sheets_of(desk);
  if (!sheets) return sheets.refusal();
  if (sheets->size() > documents::kMaxSheets) {
    return Refusal{
        "report.too_long",
        {"в одном документе столько листов не помещается",
         "one document cannot hold so many sheets"},
        {},
        {"Укажите меньший промежуток или один предмет.", "Name a shorter span or one subject."}};
  }
  for (std::size_t i = 0; i < sheets->size(); ++i) {
    const PaperCode code{source.log.origin, source.log.size, source.log.root, request,
                         static_cast<std::uint32_t>(i + 1)};
    (*sheets)[i].footer.code = print_paper_code(code);
  }
  const ReportRow& row = row_of(request.report);
  Made made;
  made.document.title = std::string(row.title.in(request.language));
  if (request.group) {
    made.document.title += ", " + desk.group_name(*request.group);
  } else if (request.school_class) {
    made.document.title += ", " + desk.class_name(*request.school_class);
  }
  made.document.author = desk.school().name;
  made.document.language = request.language == terminal::Language::kRussian
                               ? documents::Language::kRussian
                               : documents::Language::kEnglish;
  made.document.made = made_text(desk);
  made.document.sheets = std::move(*sheets);
  made.nameless = desk.names().lost();
  made.people = desk.names().asked_for();
  return made;
}

}  // namespace letopis::reports
