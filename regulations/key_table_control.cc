#include "regulations/key_tables.h"

namespace letopis::regulations {
namespace {

using enum ValueKind;

constexpr ValueWord kSubjects[] = {
    {"progress", "успеваемость", "progress"},
    {"attendance", "посещаемость", "attendance"},
    {"control_works", "контрольные работы", "control works"},
    {"pupils_without_marks", "процент без отметок", "share without a mark"},
    {"pupils_with_one_mark", "процент с одной отметкой", "share with one mark"},
    {"material_covered", "пройденный материал", "material covered"},
    {"plans_present", "наличие планов", "plans present"},
    {"lessons_in_time", "своевременность записей", "lessons recorded in time"},
    {"marks_in_time", "своевременность отметок", "marks in time"},
    {"marks_often_enough", "периодичность контроля", "marks often enough"},
    {"programme", "выполнение программы", "programme"},
    {"substituted_and_missed", "заменённые и пропущенные уроки", "lessons substituted and missed"}};

constexpr ValueWord kResult[] = {
    {"reports", "отчёты", "reports"},
    {"note", "справка", "a note"},
    {"through_system", "в том числе через систему", "through the system too"}};

constexpr ValueWord kSheet[] = {{"live", "ведётся в реальном времени", "live"},
                                {"printed", "печатается", "printed"},
                                {"certified", "заверяется", "certified"},
                                {"archived", "сдаётся в архив", "archived"}};

constexpr KnownKey kKeys[] = {
    {"analysis.weekly", kRoles, "Еженедельный анализ журналов", "Weekly analysis of journals"},
    {"analysis.monthly", kRoles, "Ежемесячный анализ журналов", "Monthly analysis of journals"},
    {"remark.settle", kRoleTerms, "Срок устранения замечаний", "Term of settling remarks"},
    {"teachers_work_report", kCadences, "Отчёт о работе учителей с журналами",
     "Report on teachers' work with journals"},
    {"control.deputy", kCadences, "Контроль заместителя директора", "The deputy's control"},
    {"control.director", kCadences, "Контроль директора", "The director's control"},
    {"control.subjects", kWords, "Что проверяют", "What is controlled", kSubjects},
    {"control.result", kWords, "Чем завершается контроль", "What control comes to", kResult},
    {"control.result.to", kRoles, "Кому сообщают итоги контроля", "Who is told the result"},
    {"period_reports", kCadences, "Отчёты за период", "Reports of a period"},
    {"period_reports.paper", kCadences, "Отчёт классного руководителя на бумаге",
     "The class teacher's report on paper"},
    {"summary_sheet", kWords, "Сводная ведомость", "Summary sheet", kSheet},
    {"summary_sheet.due", kSpan, "Срок сводной ведомости после года",
     "Term of the summary sheet after the year"},
    {"activity", kCadences, "Активность пользователей", "Activity of users"},
};

}  // namespace

std::span<const KnownKey> control_keys() { return kKeys; }

}  // namespace letopis::regulations
