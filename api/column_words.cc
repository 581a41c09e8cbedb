#include "api/column_words.h"

#include <algorithm>
#include <array>

namespace letopis::api {
namespace {

struct Word {
  std::string_view name;
  terminal::Text text;
};

constexpr auto kWords = std::to_array<Word>({
    {"about", {"О чём", "About"}},
    {"absence", {"Пропуск", "Absence"}},
    {"absences", {"Пропуски", "Absences"}},
    {"after", {"Стало", "After"}},
    {"at", {"Когда", "At"}},
    {"author", {"Автор, №", "Author, No."}},
    {"author_name", {"Автор", "Author"}},
    {"average", {"Средний балл", "Average"}},
    {"before", {"Было", "Before"}},
    {"bell", {"Урок по звонкам", "Bell"}},
    {"cancelled", {"Отменён", "Cancelled"}},
    {"cells", {"Клетки журнала", "Cells"}},
    {"children", {"Дети, №", "Children, No."}},
    {"class", {"Класс", "Class"}},
    {"class_teacher", {"Классный руководитель, №", "Class teacher, No."}},
    {"class_teacher_name", {"Классный руководитель", "Class teacher"}},
    {"classes", {"Классы", "Classes"}},
    {"clause", {"Пункт", "Clause"}},
    {"comment", {"Замечание", "Comment"}},
    {"control_works_held", {"Контрольных проведено", "Control works held"}},
    {"control_works_planned", {"Контрольных по плану", "Control works planned"}},
    {"day", {"День", "Day"}},
    {"days", {"Дни", "Days"}},
    {"difference", {"Расхождение", "Difference"}},
    {"dispute", {"Обращение, №", "Dispute, No."}},
    {"done", {"Сделано", "Done"}},
    {"due", {"Срок", "Due"}},
    {"elsewhere", {"Не из точки эксплуатации", "Elsewhere"}},
    {"erased", {"Данные стёрты", "Erased"}},
    {"events", {"События", "Events"}},
    {"excused", {"По уважительной", "Excused"}},
    {"from", {"С", "From"}},
    {"full_days", {"Полных дней", "Full days"}},
    {"full_days_ill", {"Из них по болезни", "Of them ill"}},
    {"given", {"Поставлено", "Given"}},
    {"grade", {"Параллель", "Grade"}},
    {"ground", {"Основание", "Ground"}},
    {"group", {"Группа", "Group"}},
    {"held", {"Проведено", "Held"}},
    {"homework", {"Домашнее задание", "Homework"}},
    {"ill", {"По болезни", "Ill"}},
    {"key", {"Параметр", "Parameter"}},
    {"kind", {"Вид", "Kind"}},
    {"late", {"С опозданием", "Late"}},
    {"late_days", {"Опоздание, дней", "Late, days"}},
    {"late_minutes", {"Опоздания, минут", "Late, minutes"}},
    {"lesson", {"Урок, №", "Lesson, No."}},
    {"lessons", {"Уроки", "Lessons"}},
    {"lines", {"Строки", "Lines"}},
    {"login", {"Имя для входа", "Login"}},
    {"marks", {"Отметки", "Marks"}},
    {"messages", {"Сообщения", "Messages"}},
    {"minutes", {"Минут", "Minutes"}},
    {"missed", {"Пропущено уроков", "Lessons missed"}},
    {"name", {"Имя", "Name"}},
    {"no_homework", {"Без задания", "No homework"}},
    {"note", {"Примечание", "Note"}},
    {"notes", {"Записи", "Notes"}},
    {"order", {"Приказ", "Order"}},
    {"ordinal", {"По счёту", "Ordinal"}},
    {"outage", {"Сбой", "Outage"}},
    {"parameters", {"Параметры", "Parameters"}},
    {"people", {"Люди", "People"}},
    {"period", {"Период, №", "Period, No."}},
    {"period_marks", {"Отметки за периоды", "Period marks"}},
    {"person", {"Человек, №", "Person, No."}},
    {"plan_hours", {"Часов по плану", "Hours planned"}},
    {"planned", {"По расписанию", "In the timetable"}},
    {"position", {"Запись, №", "Entry, No."}},
    {"proposed", {"Предлагается", "Proposed"}},
    {"pupil", {"Ученик, №", "Pupil, No."}},
    {"pupils", {"Ученики", "Pupils"}},
    {"reason", {"Причина", "Reason"}},
    {"recorded", {"Записано", "Recorded"}},
    {"role", {"Роль", "Role"}},
    {"roles", {"Роли", "Roles"}},
    {"room", {"Кабинет", "Room"}},
    {"rows", {"Строки", "Rows"}},
    {"stated", {"Заявлено", "Stated"}},
    {"struck", {"Зачёркнута", "Struck"}},
    {"subject", {"Предмет", "Subject"}},
    {"subjects", {"Предметы", "Subjects"}},
    {"substitute", {"Заменяет, №", "Substitute, No."}},
    {"substitution", {"Замена, №", "Substitution, No."}},
    {"substitutions", {"Замены", "Substitutions"}},
    {"sums", {"Итого", "Sums"}},
    {"tasks", {"На уроке", "In the lesson"}},
    {"teacher", {"Учитель, №", "Teacher, No."}},
    {"teachers", {"Учителя", "Teachers"}},
    {"text", {"Текст", "Text"}},
    {"title", {"Название", "Title"}},
    {"to", {"По", "To"}},
    {"topic", {"Тема", "Topic"}},
    {"type", {"Вид", "Type"}},
    {"unexcused", {"Без уважительной", "Unexcused"}},
    {"unexplained", {"Причина не указана", "Unexplained"}},
    {"value", {"Значение", "Value"}},
    {"void", {"Недействительно", "Void"}},
    {"weight", {"Вес", "Weight"}},
    {"what", {"Что", "What"}},
    {"who", {"Кто", "Who"}},
    {"withdrawn", {"Снято", "Withdrawn"}},
    {"work", {"Работа, №", "Work, No."}},
    {"work_kind", {"Вид работы", "Kind of work"}},
    {"work_title", {"Работа", "Work"}},
    {"works", {"Работы", "Works"}},
});

}  // namespace

std::string column_word(std::string_view name, terminal::Language language) {
  const auto found = std::lower_bound(
      kWords.begin(), kWords.end(), name,
      [](const Word& word, std::string_view wanted) { return word.name < wanted; });
  if (found == kWords.end() || found->name != name) return std::string(name);
  return std::string(found->text.in(language));
}

}  // namespace letopis::api
