#include "regulations/key_tables.h"

namespace letopis::regulations {
namespace {

using enum ValueKind;

constexpr ValueWord kLate[] = {
    {"refuse", "не принимается", "refused"},
    {"flag", "принимается и показывается как опоздавшее", "accepted and shown as late"}};

constexpr ValueWord kDated[] = {{"lesson_day", "датой урока", "by the lesson's day"},
                                {"work_day", "датой работы", "by the day of the work"}};

constexpr ValueWord kChangeContent[] = {{"author", "кто изменил", "who"},
                                        {"recorded", "когда", "when"},
                                        {"before", "исходная отметка", "the mark before"},
                                        {"after", "конечная отметка", "the mark after"}};

constexpr ValueWord kSpans[] = {{"year", "весь учебный год", "all the academic year"}};

constexpr ValueWord kPeriods[] = {{"quarter", "четверть", "quarter"},
                                  {"half_year", "полугодие", "half-year"},
                                  {"year", "год", "year"}};

constexpr KnownKey kKeys[] = {
    {"entry.mark.due", kDue, "Срок выставления отметки", "Term of a mark"},
    {"entry.mark.late", kWord, "Отметка после срока", "A mark past its term", kLate},
    {"entry.mark.dated", kWord, "Какой датой отметка", "How a mark is dated", kDated},
    {"entry.written_work.due", kDue, "Срок отметок за письменные работы",
     "Term of marks for written works"},
    {"written_work.norms", kNorms, "Нормы проверки письменных работ",
     "Norms of checking written works"},
    {"entry.attendance.due", kDue, "Срок записи о пропусках", "Term of attendance"},
    {"entry.attendance.late", kWord, "Пропуск после срока", "Attendance past its term", kLate},
    {"entry.attendance.dated", kWord, "Какой датой пропуск", "How attendance is dated", kDated},
    {"entry.topic.due", kDue, "Срок записи темы", "Term of a topic"},
    {"entry.topic.late", kWord, "Тема после срока", "A topic past its term", kLate},
    {"entry.topic.dated", kWord, "Какой датой тема", "How a topic is dated", kDated},
    {"entry.homework.due", kDue, "Срок записи домашнего задания", "Term of homework"},
    {"entry.homework.late", kWord, "Задание после срока", "Homework past its term", kLate},
    {"entry.homework.dated", kWord, "Какой датой задание", "How homework is dated", kDated},
    {"entry.homework.optional", kYesNo, "Задание может не задаваться", "Homework may be left out"},
    {"edit.window", kWindow, "Сколько можно исправлять отметку",
     "How long a mark can be corrected"},
    {"edit.window.choices", kWindowChoice, "Из чего выбирает администратор",
     "What the administrator chooses from"},
    {"edit.same_day", kYesNo, "Описку исправляют в тот же день", "A slip is mended the same day"},
    {"lock.after_period_marks", kYesNo, "Журнал закрыт после итоговых отметок",
     "The journal is closed after period marks"},
    {"change_report", kRoles, "Кто видит отчёт об изменении отметок", "Who sees the change report"},
    {"change_report.content", kWords, "Что в отчёте об изменениях", "What the change report holds",
     kChangeContent},
    {"change_report.span", kWord, "За какое время отчёт об изменениях",
     "The span of the change report", kSpans},
    {"period_marks.due", kDue, "Срок итоговых отметок", "Term of period marks"},
    {"periods", kWords, "Отчётные периоды", "Reporting periods", kPeriods},
};

}  // namespace

std::span<const KnownKey> entry_keys() { return kKeys; }

}  // namespace letopis::regulations
