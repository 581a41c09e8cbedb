#include "regulations/duties.h"

#include "regulations/role_list.h"

namespace letopis::regulations {
namespace {

using enum events::Role;

constexpr events::Role kDirectors[] = {kDirector};
constexpr events::Role kDeputies[] = {kDeputy};
constexpr events::Role kAdministrators[] = {kAdministrator};
constexpr events::Role kClassTeachers[] = {kClassTeacher};
constexpr events::Role kTeachers[] = {kTeacher};
constexpr events::Role kSecretaries[] = {kSecretary};
constexpr events::Role kSites[] = {kSiteAdministrator, kAdministrator};

constexpr DutyRow kTable[] = {
    {Duty::kIssueToStaff, "issue.staff.by", "выдать доступ сотрудникам", "issue to staff",
     kAdministrators},
    {Duty::kIssueToAdministrator, "issue.administrator.by", "выдать доступ администратору",
     "issue to the administrator", kDirectors},
    {Duty::kIssueToControlGroup, "issue.control_group.by", "выдать доступ группе контроля",
     "issue to the control group", kAdministrators},
    {Duty::kIssueToParents, "issue.parents.by", "выдать доступ родителям", "issue to parents",
     kClassTeachers},
    {Duty::kIssueToPupils, "issue.pupils.by", "выдать доступ ученикам", "issue to pupils",
     kClassTeachers},
    {Duty::kReissueToFamilies, "reissue.family.by", "выдать доступ семьям повторно",
     "re-issue to families", kClassTeachers},
    {Duty::kCloseYear, "year.close.by", "закрыть год и перевести учеников",
     "close the year and promote", kAdministrators},
    {Duty::kTimetable, "timetable.by", "внести расписание", "enter the timetable", kAdministrators},
    {Duty::kApproveTimetable, "timetable.approved_by", "утвердить расписание",
     "approve the timetable", kDirectors},
    {Duty::kTimetableChanges, "timetable.changes.by", "внести изменения в расписание",
     "enter changes of the timetable", kDeputies},
    {Duty::kPeople, "people.by", "внести людей и классы", "enter people and classes",
     kAdministrators},
    {Duty::kPeopleCheck, "people.check.by", "проверить данные людей", "check people's data",
     kClassTeachers},
    {Duty::kGroups, "groups.by", "разделить на группы", "form study groups", kAdministrators},
    {Duty::kParameters, "parameters.by", "вести параметры", "keep the parameters", kDirectors},
    {Duty::kConsents, "consent.collected_by", "собрать согласия", "collect consents",
     kClassTeachers},
    {Duty::kAttendanceCorrection, "attendance.correction.by", "поправить пропуски",
     "correct attendance", kClassTeachers},
    {Duty::kFamilyAccess, "family_access.monitored_by", "следить за доступом семей",
     "monitor families' access", kClassTeachers},
    {Duty::kNews, "news.by", "вести новости и объявления", "keep news and announcements",
     kDeputies},
    {Duty::kForecast, "forecast.by", "дать прогноз", "give the forecast", kTeachers},
    {Duty::kWeeklyAnalysis, "analysis.weekly", "провести анализ за неделю", "analyse the week",
     kAdministrators},
    {Duty::kMonthlyAnalysis, "analysis.monthly", "провести анализ за месяц", "analyse the month",
     kAdministrators},
    {Duty::kPeriodReports, "period_reports.by", "составить отчёт за период", "report on a period",
     kClassTeachers},
    {Duty::kTeachersWorkReport, "teachers_work_report.by", "составить отчёт о работе учителей",
     "report on teachers' work", kDeputies},
    {Duty::kSummarySheet, "summary_sheet.by", "вести сводную ведомость", "keep the summary sheet",
     kAdministrators},
    {Duty::kChangeReport, "change_report", "следить за изменениями отметок",
     "watch changes of marks", kAdministrators},
    {Duty::kPrintJournal, "paper.printed_by", "напечатать журнал", "print the journal", kDeputies},
    {Duty::kCertifyCopy, "paper.certified_by", "заверить копию", "certify the copy", kDeputies},
    {Duty::kArchivePaper, "paper.archived_by", "сдать копию в архив", "archive the copy",
     kSecretaries},
    {Duty::kBackup, "backup.by", "сделать резервную копию", "make a backup", kAdministrators},
    {Duty::kArchive, "archive.by", "архивировать данные", "archive the data", kAdministrators},
    {Duty::kPublication, "publication.by", "опубликовать положение", "publish the regulation",
     kSites},
    {Duty::kRights, "rights.by", "разграничить права", "divide rights", kAdministrators},
    {Duty::kPointsOfOperation, "points_of_operation.by", "определить точки эксплуатации",
     "set the points of operation", kDeputies},
    {Duty::kConsultation, "consultation.by", "консультировать", "consult", kAdministrators},
    {Duty::kConsultFamilies, "consultation.families.by", "консультировать семьи",
     "consult families", kClassTeachers},
};

const DutyRow& row_of(Duty duty) {
  const DutyRow& row = kTable[static_cast<std::size_t>(duty)];
  INVARIANT(row.duty == duty);
  return row;
}

std::vector<events::Role> named_holders(const Parameters& parameters, const DutyRow& row) {
  const events::Parameter* rule = parameters.find(row.key);
  if (rule == nullptr) return {};
  // What cannot be read never entered the log; were it there, it would be silence.
  auto roles = parse_roles(rule->value);
  if (!roles) return {};
  return *std::move(roles);
}

}  // namespace

std::span<const DutyRow> duty_table() { return kTable; }

std::vector<events::Role> duty_holders(const Parameters& parameters, Duty duty) {
  const DutyRow& row = row_of(duty);
  auto named = named_holders(parameters, row);
  if (!named.empty()) return named;
  return {row.by_default.begin(), row.by_default.end()};
}

bool is_named(const Parameters& parameters, Duty duty) {
  return !named_holders(parameters, row_of(duty)).empty();
}

}  // namespace letopis::regulations
