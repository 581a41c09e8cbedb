#include "regulations/key_tables.h"

namespace letopis::regulations {
namespace {

using enum ValueKind;

constexpr ValueWord kLessonContent[] = {
    {"record", "учётная запись", "a record"},
    {"topic", "тема", "topic"},
    {"tasks", "выполненные задания", "tasks done"},
    {"task_kinds", "тип заданий", "kinds of tasks"},
    {"work_kind", "вид работы", "kind of work"},
    {"marks", "отметки", "marks"},
    {"mark_comments", "комментарии к отметкам", "comments on marks"},
    {"attendance", "пропуски", "attendance"},
    {"homework", "домашнее задание", "homework"},
    {"homework_kind", "вид задания", "kind of homework"},
    {"homework_individual", "индивидуальное задание", "individual homework"},
    {"homework_pages", "страницы", "pages"},
    {"homework_numbers", "номера задач", "numbers of exercises"},
    {"homework_practical", "практические работы", "practical works"}};

constexpr ValueWord kLanguages[] = {{"ru", "русский", "Russian"}};

constexpr ValueWord kTopics[] = {{"lesson", "урока", "of a lesson"},
                                 {"practical", "практической работы", "of a practical work"},
                                 {"laboratory", "лабораторной работы", "of a laboratory work"},
                                 {"control", "контрольной работы", "of a control work"}};

constexpr ValueWord kSubstitution[] = {
    {"substitute_fills", "журнал заполняет замещающий", "the substitute fills the journal"},
    {"timetable_same_day", "в расписании в тот же день", "in the timetable on the day"},
    {"in_control", "учитывается при контроле", "counted in control"},
    {"register_signature", "подпись в журнале замещений", "signature in the register"}};

constexpr ValueWord kHomeMarks[] = {
    {"class_journal", "в классном журнале", "in the class journal"},
    {"own_journal", "в журнале домашнего обучения", "in a journal of its own"}};

constexpr KnownKey kKeys[] = {
    {"lesson.content", kWords, "Что записывают об уроке", "What is recorded of a lesson",
     kLessonContent},
    {"control_work.everyone_present_marked", kYesNo, "За контрольную отметка у каждого бывшего",
     "After a control work everyone present has a mark"},
    {"grades_without_marks", kGrades, "Классы без отметок", "Grades without marks"},
    {"grades_without_homework", kGrades, "Классы без домашних заданий", "Grades without homework"},
    {"grades_attendance_only", kGrades, "Классы, где ведут только присутствие",
     "Grades with attendance only"},
    {"language", kWord, "Язык записей", "Language of entries", kLanguages},
    {"topics_mandatory", kWords, "Чьи темы обязательны", "Whose topics are mandatory", kTopics},
    {"plan.required", kYesNo, "Календарно-тематический план нужен", "A lesson plan is required"},
    {"plan.due", kDaysBefore, "Срок плана до начала периода",
     "Term of plans before a period's start"},
    {"forecast.due", kDaysBefore, "Срок прогноза до конца периода",
     "Term of the forecast before a period's end"},
    {"forecast.by", kRoles, "Кто даёт прогноз", "Who gives the forecast"},
    {"forecast.to", kRoles, "Кому сообщают прогноз", "Who is told the forecast"},
    {"substitution", kWords, "Замены", "Substitutions", kSubstitution},
    {"home_schooling.marks_in", kWords, "Где итоговые отметки обучения на дому",
     "Where marks of home schooling stand", kHomeMarks},
    {"dispute.notice", kSpan, "Срок сообщения об ошибочной отметке",
     "Term of reporting a wrong mark"},
    {"dispute.by", kRoles, "Кто сообщает об ошибочной отметке", "Who reports a wrong mark"},
};

}  // namespace

std::span<const KnownKey> journal_keys() { return kKeys; }

}  // namespace letopis::regulations
