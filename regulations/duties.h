// Who owes what. A regulation names the holders of some duties; where it is silent, somebody must
// still do the work, and the product says who: the last column of one table.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "events/words_people.h"
#include "outcome/result.h"
#include "regulations/parameters.h"

namespace letopis::regulations {

enum class Duty {
  kIssueToStaff,
  kIssueToAdministrator,
  kIssueToControlGroup,
  kIssueToParents,
  kIssueToPupils,
  kReissueToFamilies,
  kCloseYear,
  kTimetable,
  kApproveTimetable,
  kTimetableChanges,
  kPeople,
  kPeopleCheck,
  kGroups,
  kParameters,
  kConsents,
  kAttendanceCorrection,
  kFamilyAccess,
  kNews,
  kForecast,
  kWeeklyAnalysis,
  kMonthlyAnalysis,
  kPeriodReports,
  kTeachersWorkReport,
  kSummarySheet,
  kChangeReport,
  kPrintJournal,
  kCertifyCopy,
  kArchivePaper,
  kBackup,
  kArchive,
  kPublication,
  kRights,
  kPointsOfOperation,
  kConsultation,
  kConsultFamilies
};

struct DutyRow {
  Duty duty;
  std::string_view key;  // of its holders
  std::string_view ru;
  std::string_view en;
  std::span<const events::Role> by_default;
};

// Every duty once, in the order of the enumeration.
std::span<const DutyRow> duty_table();

// The first named comes first. Never empty: where the regulation is silent, or names nobody, those
// of the table.
std::vector<events::Role> duty_holders(const Parameters& parameters, Duty duty);

// True iff the regulation itself names them.
bool is_named(const Parameters& parameters, Duty duty);

}  // namespace letopis::regulations
