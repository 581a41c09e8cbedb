#include "regulations/key_tables.h"

namespace letopis::regulations {
namespace {

using enum ValueKind;

constexpr KnownKey kDuties[] = {
    {"office.administrator", kText, "Как называется администратор",
     "What the administrator is called"},
    {"office.curator", kText, "Как называется куратор", "What the curator is called"},
    {"year.close.by", kRoles, "Кто закрывает год и переводит", "Who closes the year and promotes"},
    {"year.close.by_order", kYesNo, "Год закрывают по приказу", "The year is closed by an order"},
    {"timetable.by", kRoles, "Кто ведёт расписание", "Who keeps the timetable"},
    {"timetable.approved_by", kRoles, "Кто утверждает расписание", "Who approves the timetable"},
    {"timetable.changes.by", kRoles, "Кто вносит изменения расписания",
     "Who enters changes of the timetable"},
    {"timetable.changes.due", kDue, "Срок изменений расписания",
     "Term of changes of the timetable"},
    {"people.by", kRoles, "Кто вносит людей и классы", "Who enters people and classes"},
    {"people.check.by", kRoles, "Кто проверяет данные людей", "Who checks people's data"},
    {"groups.by", kRoles, "Кто делит на группы", "Who forms study groups"},
    {"parameters.by", kRoles, "Кто ведёт параметры", "Who keeps the parameters"},
    {"attendance.correction.by", kRoles, "Кто поправляет пропуски", "Who corrects attendance"},
    {"period_reports.by", kRoles, "Кто составляет отчёты за период",
     "Who makes the reports of a period"},
    {"summary_sheet.by", kRoles, "Кто ведёт сводную ведомость", "Who keeps the summary sheet"},
    {"teachers_work_report.by", kRoles, "Кто составляет отчёт о работе учителей",
     "Who reports on teachers' work"},
    {"publication.by", kRoles, "Кто публикует на сайте", "Who publishes on the site"},
};

constexpr KnownKey kProduct[] = {
    {"period_mark.rounding", kFraction, "Порог округления отметки за период",
     "From which fraction a period mark is rounded up"},
    {"period_mark.least_marks",
     kNumber,
     "Наименьшее число отметок за период",
     "Least marks for a period mark",
     {},
     1,
     30},
    {"period_mark.least_marks.half_year",
     kNumber,
     "Наименьшее число отметок за полугодие",
     "Least marks for a half-year's mark",
     {},
     1,
     30},
    {"keeping.years",
     kNumber,
     "Сколько лет хранят данные человека после его последнего дня в школе",
     "Years for which a person's data are kept after the last day in the school",
     {},
     1,
     100},
    {"archive.check.days",
     kNumber,
     "Через сколько дней том архива перечитывают заново",
     "After how many days a volume of the archive is read anew",
     {},
     1,
     3650},
    {"keeping.journal.years",
     kNumber,
     "Сколько лет хранят заверенные журналы, с 1 января после конца учебного года",
     "Years for which certified journals are kept, from the 1st of January after their school year",
     {},
     1,
     100},
    {"keeping.summary_sheet.years",
     kNumber,
     "Сколько лет хранят заверенные сводные ведомости, с 1 января после конца учебного года",
     "Years for which certified summary sheets are kept, from the 1st of January after their "
     "school year",
     {},
     1,
     100},
    {"keeping.report_card.years",
     kNumber,
     "Сколько лет хранят заверенные табели, с 1 января после конца учебного года",
     "Years for which certified report cards are kept, from the 1st of January after their school "
     "year",
     {},
     1,
     100},
};

}  // namespace

std::span<const KnownKey> duty_keys() { return kDuties; }
std::span<const KnownKey> product_keys() { return kProduct; }

}  // namespace letopis::regulations
