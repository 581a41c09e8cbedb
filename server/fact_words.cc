#include "server/fact_words.h"

#include <algorithm>
#include <utility>

namespace letopis::server {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

constexpr Word kFacts[] = {
    {"log_started", "Начат журнал событий"},
    {"school_described", "Сведения о школе"},
    {"regulation_adopted", "Принят регламент"},
    {"parameter_changed", "Изменён параметр регламента"},
    {"year_opened", "Открыт учебный год"},
    {"year_closed", "Закрыт учебный год"},
    {"period_declared", "Учебный период"},
    {"calendar_day_declared", "День календаря"},
    {"bell_schedule_declared", "Расписание звонков"},
    {"bell_schedule_applied", "Введено расписание звонков"},
    {"room_registered", "Кабинет"},
    {"subject_registered", "Предмет"},
    {"subject_linked", "Связь предмета"},
    {"class_opened", "Открыт класс"},
    {"class_promoted", "Класс переведён"},
    {"class_closed", "Класс закрыт"},
    {"group_formed", "Создана группа"},
    {"group_closed", "Группа закрыта"},
    {"group_joined", "Зачислен в группу"},
    {"group_left", "Выбыл из группы"},
    {"curriculum_approved", "Утверждён учебный план"},
    {"load_assigned", "Назначена нагрузка"},
    {"load_ended", "Нагрузка снята"},
    {"loads_approved", "Нагрузка утверждена"},
    {"plan_adopted", "Календарно-тематическое планирование"},
    {"timetable_entered", "Внесено расписание"},
    {"timetable_approved", "Расписание утверждено"},
    {"timetable_changed", "Изменение расписания"},
    {"substitution_ordered", "Назначена замена"},
    {"substitution_signed", "Подпись за замену"},
    {"document_recorded", "Документ школы"},
    {"section_filled", "Заполнен раздел"},
    {"point_listed", "Точка эксплуатации"},
    {"point_withdrawn", "Точка эксплуатации исключена"},
    {"outage_declared", "Объявлен перерыв в работе"},
    {"clock_confirmed", "Подтверждены часы"},
    {"person_registered", "Внесён человек"},
    {"person_changed", "Изменены данные человека"},
    {"person_checked", "Данные проверены"},
    {"person_erased", "Личные данные стёрты"},
    {"role_given", "Назначение"},
    {"role_ended", "Назначение окончено"},
    {"guardian_linked", "Законный представитель"},
    {"guardian_unlinked", "Более не представитель"},
    {"consent_recorded", "Согласие на обработку данных"},
    {"diary_form_chosen", "Выбран вид дневника"},
    {"notices_chosen", "Выбран способ оповещения"},
    {"pupil_enrolled", "Зачислен"},
    {"pupil_moved", "Переведён в другой класс"},
    {"pupil_left", "Выбыл"},
    {"pupil_promoted", "Переведён в следующий класс"},
    {"pupil_graduated", "Выпущен"},
    {"study_form_set", "Форма обучения"},
    {"exemption_given", "Освобождение от предмета"},
    {"account_opened", "Открыта учётная запись"},
    {"account_closed", "Закрыта учётная запись"},
    {"credential_issued", "Выдан код доступа"},
    {"key_enrolled", "Внесён ключ подписи"},
    {"key_ended", "Ключ подписи прекращён"},
    {"key_compromised", "Ключ подписи скомпрометирован"},
    {"lesson_held", "Урок проведён"},
    {"lesson_cancelled", "Урок отменён"},
    {"lesson_withdrawn", "Запись урока снята"},
    {"topic_set", "Тема урока"},
    {"work_set", "Вид работы"},
    {"homework_set", "Домашнее задание"},
    {"individual_homework_set", "Личное домашнее задание"},
    {"homework_none", "Без домашнего задания"},
    {"safety_briefed", "Инструктаж"},
    {"absence_noted", "Отмечен пропуск"},
    {"absence_withdrawn", "Пропуск снят"},
    {"absence_explained", "Причина пропусков"},
    {"attendance_reviewed", "Посещаемость сверена"},
    {"mark_given", "Отметка"},
    {"mark_corrected", "Отметка исправлена"},
    {"mark_withdrawn", "Отметка снята"},
    {"period_mark_given", "Отметка за период"},
    {"period_mark_corrected", "Отметка за период исправлена"},
    {"period_mark_withdrawn", "Отметка за период снята"},
    {"period_closed", "Период закрыт"},
    {"period_reopened", "Период открыт снова"},
    {"dispute_raised", "Спор об отметке"},
    {"dispute_answered", "Ответ на спор"},
    {"permission_given", "Разрешена поздняя запись"},
    {"permission_ended", "Разрешение отозвано"},
    {"pupil_noted", "Запись в дневнике"},
    {"family_told", "Сообщено семье"},
    {"remark_made", "Замечание учителю"},
    {"remark_settled", "Замечание устранено"},
    {"remark_confirmed", "Устранение проверено"},
    {"control_note_issued", "Справка по контролю"},
    {"acquaintance_signed", "Ознакомление"},
    {"report_handed_in", "Сдан отчёт"},
    {"copy_printed", "Напечатана копия"},
    {"copy_certified", "Копия заверена"},
    {"copy_registered", "Копия внесена в реестр"},
    {"copy_handed_over", "Копия передана"},
    {"medium_registered", "Внесён носитель архива"},
    {"medium_retired", "Носитель списан"},
    {"volume_sealed", "Том архива запечатан"},
    {"volume_checked", "Том архива проверен"},
    {"volume_repaired", "Том архива восстановлен"},
    {"volume_destroyed", "Том архива уничтожен"},
    {"backup_made", "Сделана копия вне журнала"},
    {"log_continued", "Журнал событий продолжен"},
    {"witness_appointed", "Назначен свидетель"},
    {"witness_ended", "Свидетель отозван"},
};

constexpr Word kFields[] = {
    {"order", "приказ"}, {"day", "день"}, {"pupil", "ученик"}, {"school_class", "класс"},
    {"last_day", "последний день"}, {"first_day", "первый день"}, {"subject", "предмет"},
    {"kind", "вид"}, {"lesson", "урок"}, {"person", "человек"}, {"name", "название"},
    {"year", "учебный год"}, {"text", "текст"}, {"reason", "причина"}, {"period", "период"},
    {"load", "нагрузка"}, {"room", "кабинет"}, {"permission", "разрешение"},
    {"ground", "основание"}, {"ordinal", "номер по порядку"}, {"medium", "носитель"},
    {"value", "отметка"}, {"title", "заголовок"}, {"teacher", "учитель"}, {"note", "пояснение"},
    {"group", "группа"}, {"volume", "том"}, {"due", "срок"}, {"document", "документ"},
    {"dispute", "спор"}, {"copy", "копия"}, {"bell", "звонок"}, {"substitution", "замена"},
    {"sha256", "SHA-256"}, {"remark", "замечание"}, {"place", "место"}, {"key", "ключ"},
    {"grade", "параллель"}, {"work", "работа"}, {"weekly_hours", "часов в неделю, сотых"},
    {"type", "род изменения"}, {"trial", "учебная школа"}, {"topic", "тема"},
    {"to_class", "в класс"}, {"timetable", "расписание"}, {"tag_manifest", "опись тома"},
    {"short_name", "краткое название"}, {"sheets", "листов"}, {"schedule", "звонки"},
    {"role", "роль"}, {"point", "точка эксплуатации"}, {"plan", "план"}, {"outcome", "итог"},
    {"origin", "имя журнала событий"}, {"number", "номер"}, {"in_force_from", "действует с"},
    {"guardian", "представитель"}, {"from_class", "из класса"}, {"form", "форма"},
    {"first", "начало"}, {"fields", "поля"}, {"child", "ребёнок"}, {"channel", "способ"},
    {"weight", "вес, сотых"}, {"weekday", "день недели"}, {"verifier_key", "ключ проверки"},
    {"until", "до"}, {"topics", "темы"}, {"time_zone", "часовой пояс"}, {"tasks", "работа на уроке"},
    {"substitute", "замещает"}, {"state", "ответ"}, {"source", "источник"}, {"slots", "уроки"},
    {"signatures", "подписи"}, {"settled", "устранено"}, {"serial", "серийный номер"},
    {"section", "раздел"}, {"second_medium", "второй носитель"},
    {"school_days_a_week", "учебных дней в неделе"}, {"said_by", "кто сказал"},
    {"safety_briefing", "нужен инструктаж"}, {"root", "корень"}, {"replaced_by", "вместо неё"},
    {"relation", "кем приходится"}, {"register_number", "номер в реестре"},
    {"receiver", "получил"}, {"received_by", "принял"}, {"purpose", "для чего"},
    {"public_key", "открытый ключ"}, {"noticed", "заявлено"}, {"previous", "предыдущий"},
    {"plan_line", "строка плана"}, {"parent", "родитель"}, {"parameters", "параметры"},
    {"parameter", "параметр"}, {"outage", "перерыв"}, {"old_size", "прежний размер"},
    {"old_root", "прежний корень"}, {"newest_known_size", "наибольший известный размер"},
    {"newest_known_root", "наибольший известный корень"}, {"minutes", "минут"},
    {"log_size", "размер журнала событий"}, {"link", "связь"}, {"lines", "строки"},
    {"level", "уровень"}, {"letter", "литера"}, {"learned", "стало известно"},
    {"last_grade", "по параллель"}, {"last", "конец"}, {"identity", "признак"},
    {"holder", "где хранится"}, {"founder", "ключ основателя"}, {"found", "замечено"},
    {"first_medium", "первый носитель"}, {"first_grade", "с параллели"},
    {"first_calendar_year", "с года"}, {"findings", "выводы"}, {"file_system", "файловая система"},
    {"end", "конец"}, {"custodian", "хранитель"}, {"conclusion", "заключение"},
    {"comment", "примечание"}, {"chosen_by", "кто выбрал"}, {"capacity", "мест"},
    {"bells", "звонки"}, {"before", "было"}, {"again", "повторно"}, {"after", "стало"},
    {"act", "акт"}, {"about", "о записи"},
};

std::string spaced(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

template <std::size_t kCount>
std::string find(const Word (&words)[kCount], Language language, std::string_view name) {
  if (language == Language::kRussian) {
    for (const auto& [key, word] : words) {
      if (key == name) return std::string(word);
    }
  }
  return name == "school_class" ? "class" : spaced(name);
}

}  // namespace

std::string fact_title(Language language, std::string_view name) {
  return find(kFacts, language, name);
}

std::string field_label(Language language, std::string_view name) {
  return find(kFields, language, name);
}

}  // namespace letopis::server
