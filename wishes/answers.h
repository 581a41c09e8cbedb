// Each query answered as JSON, or refused because the reader may not see it (rules/reading.h).
#pragma once

#include <boost/json/object.hpp>

#include "outcome/result.h"
#include "wishes/query_forms.h"
#include "wishes/query_forms_control.h"
#include "wishes/query_forms_setting.h"
#include "wishes/query_forms_talk.h"
#include "wishes/sight.h"

namespace letopis::wishes {

// Journal and attendance (answers_journal.cc), the diary (answers_diary.cc).
Result<boost::json::object> answer(const AskJournal& query, const Sight& sight);
Result<boost::json::object> answer(const AskAttendance& query, const Sight& sight);
Result<boost::json::object> answer(const AskDiary& query, const Sight& sight);

// Reports (answers_reports.cc). Also refuse what change_report refuses.
Result<boost::json::object> answer(const AskChanges& query, const Sight& sight);
Result<boost::json::object> answer(const AskPeriodProposals& query, const Sight& sight);
Result<boost::json::object> answer(const AskProgramme& query, const Sight& sight);

// A class's results of a period, by default of the last that has begun, in those subjects whose
// results the reader may see (answers_results.cc). Also refuses period.other_grades.
Result<boost::json::object> answer(const AskResults& query, const Sight& sight);

// Remarks to all teachers, and notes, for whoever reads all of the school; else one's own remarks
// (answers_control.cc).
Result<boost::json::object> answer(const AskControl& query, const Sight& sight);

// Duties (answers_due.cc): those of the whole school for whoever reads all of it, else one's own.
// Also refuses what due_items refuses.
Result<boost::json::object> answer(const AskDue& query, const Sight& sight);

// The timetable ahead (answers_timetable.cc). Also refuses query.whose: nobody's, and the reader
// has none; query.too_long: more than kMostTimetableDays.
inline constexpr int kMostTimetableDays = 400;
Result<boost::json::object> answer(const AskTimetable& query, const Sight& sight);

// The school (answers_school.cc).
Result<boost::json::object> answer(const AskRegulation& query, const Sight& sight);
Result<boost::json::object> answer(const AskSubstitutions& query, const Sight& sight);
Result<boost::json::object> answer(const AskClasses& query, const Sight& sight);
Result<boost::json::object> answer(const AskPeople& query, const Sight& sight);

// What an attentive reader of a class's journals would mark (answers_analysis.cc). Also refuses
// report.span: days of more than one academic year.
Result<boost::json::object> answer(const AskAnalysis& query, const Sight& sight);

// The register of volumes, media and printed copies (answers_archive.cc).
Result<boost::json::object> answer(const AskArchive& query, const Sight& sight);

// Printed copies alone, also for those who print, bind and hand them over (answers_copies.cc).
Result<boost::json::object> answer(const AskCopies& query, const Sight& sight);

// What those who set it up ask (answers_setting.cc): of one year, by default the one of today or
// the one opened last; a class's people, or all whom the reader may see.
Result<boost::json::object> answer(const AskArrangement& query, const Sight& sight);
Result<boost::json::object> answer(const AskAccounts& query, const Sight& sight);

// Messages, news and events, each as far as they are for the reader (answers_talk.cc): a text that
// is erased is null. A conversation in which the reader takes no part is refused:
// message.not_yours.
inline constexpr std::size_t kUsualTalkRows = 50;
inline constexpr std::size_t kMostTalkRows = 200;
Result<boost::json::object> answer(const AskMessages& query, const Sight& sight);
Result<boost::json::object> answer(const AskThread& query, const Sight& sight);
Result<boost::json::object> answer(const AskNews& query, const Sight& sight);
Result<boost::json::object> answer(const AskEvents& query, const Sight& sight);
Result<boost::json::object> answer(const AskAddressees& query, const Sight& sight);

}  // namespace letopis::wishes
