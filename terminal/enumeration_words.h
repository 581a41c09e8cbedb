// The coded words of facts as a Russian reads them, by ordinal; in English the words themselves
// serve. Marks stand as in the journal: «5», «зач», «н/а».
#pragma once

#include <iterator>
#include <string>
#include <string_view>

#include "events/enumerations.h"
#include "terminal/text.h"

namespace letopis::terminal {

template <class Enumeration>
struct RussianWords;

#define LETOPIS_WORDS(Enumeration, ...)                                         \
  template <>                                                                   \
  struct RussianWords<events::Enumeration> {                                    \
    static constexpr std::string_view all[] = {__VA_ARGS__};                    \
    static_assert(std::size(all) == events::word_count<events::Enumeration>()); \
  }

LETOPIS_WORDS(MarkValue, "1", "2", "3", "4", "5", "зач", "незач", "н/а", "осв");
LETOPIS_WORDS(PeriodKind, "четверть", "полугодие", "год");
LETOPIS_WORDS(ResultKind, "за период", "годовая", "экзаменационная", "итоговая");
LETOPIS_WORDS(WorkKind, "ответ", "самостоятельная", "контрольная", "диктант", "изложение",
              "сочинение", "лабораторная", "практическая", "проект", "тест", "домашняя");
LETOPIS_WORDS(LessonKind, "обычный", "контрольный", "лабораторный", "практический", "экскурсия",
              "обобщение", "на дому", "индивидуальный", "факультатив", "внеурочное занятие",
              "занятие психолога");
LETOPIS_WORDS(AbsenceKind, "отсутствует", "опоздание");
LETOPIS_WORDS(AbsenceReason, "болезнь", "уважительная", "без уважительной причины");
LETOPIS_WORDS(ChangeType, "исправление", "пересдача", "изменение по спору или приказу");
LETOPIS_WORDS(ChangeReason, "опечатка", "не тот ученик", "не та работа", "пересчёт", "пересдача",
              "спор удовлетворён", "по приказу", "отработано позже", "введено ошибочно");
LETOPIS_WORDS(CalendarDayKind, "выходной", "сокращённый", "рабочий");
LETOPIS_WORDS(GroupKind, "подгруппа", "из нескольких классов", "индивидуальная", "факультатив",
              "внеурочная", "у психолога", "на дому");
LETOPIS_WORDS(StudyForm, "очная", "на дому", "по индивидуальному плану", "семейная");
LETOPIS_WORDS(Role, "директор", "заместитель директора", "администратор", "учитель", "психолог",
              "классный руководитель", "руководитель объединения", "член группы контроля",
              "администратор площадки", "секретарь", "инспектор", "ученик", "родитель");
LETOPIS_WORDS(PersonField, "фамилия", "имя", "отчество", "дата рождения", "пол", "телефон",
              "электронная почта", "адрес", "документ", "фотография", "примечание");
LETOPIS_WORDS(Relation, "мать", "отец", "опекун", "другое");
LETOPIS_WORDS(ConsentState, "дано", "отказ", "отозвано");
LETOPIS_WORDS(ConsentPurpose, "ведение журнала", "фотография", "публикация",
              "передача третьим лицам");
LETOPIS_WORDS(DiaryForm, "электронный", "бумажный");
LETOPIS_WORDS(NoticeChannel, "не сообщать", "электронная почта", "СМС", "в системе");
LETOPIS_WORDS(LeaveGround, "в другую школу", "по желанию семьи", "переезд", "окончание школы",
              "другое");
LETOPIS_WORDS(SlipMedium, "на бумаге", "электронной почтой");
LETOPIS_WORDS(KeyHolder, "в браузере", "на сервере", "вне сети");
LETOPIS_WORDS(KeyGround, "первый вход", "сброс", "замена");
LETOPIS_WORDS(KeyEndGround, "выбытие", "замена", "утрата", "окончание полномочий");
LETOPIS_WORDS(CancelGround, "нет учителя", "погода", "карантин", "мероприятие", "оборудование",
              "по приказу");
LETOPIS_WORDS(SubstitutionGround, "болезнь", "курсы", "отпуск", "командировка", "вакансия",
              "другое");
LETOPIS_WORDS(HomeworkKind, "чтение", "письменно", "выучить", "практическое", "творческое",
              "повторить", "проект");
LETOPIS_WORDS(DisputeOutcome, "исправлено", "отклонено");
LETOPIS_WORDS(PupilNoteKind, "замечание", "рекомендация", "поведение", "достижение", "проблема");
LETOPIS_WORDS(RemarkLevel, "администратора", "заместителя", "директора");
LETOPIS_WORDS(ControlSubject, "планирование", "своевременность", "накопляемость", "посещаемость",
              "программа", "замены", "контрольные работы", "содержание");
LETOPIS_WORDS(AcquaintanceSubject, "регламент", "справка", "замечание", "правила доступа",
              "расписание", "анализ", "новость");
LETOPIS_WORDS(ReportKind, "отчёт классного руководителя", "отчёт учителя-предметника",
              "недельный анализ", "месячный анализ", "работа учителей", "посещаемость",
              "успеваемость", "обзор журнала класса", "проверка данных", "контроль",
              "сообщение родителям", "сведения об услугах", "активность");
LETOPIS_WORDS(CopyKind, "журнал", "сводная ведомость", "табель", "сводная для родителей",
              "страницы дневника", "справка", "отчёт за период");
LETOPIS_WORDS(DocumentKind, "регламент", "приказ о введении", "приказ об администраторе",
              "приказ о кураторе", "учебный план", "инструкции", "бланк согласия",
              "приказ о защите данных", "приказ о рабочей группе", "приказ о точках эксплуатации",
              "другой");
LETOPIS_WORDS(DirectoryLink, "с учителем", "с кабинетом", "с классом");
LETOPIS_WORDS(VolumeKind, "журнал событий", "документы");
LETOPIS_WORDS(CheckOutcome, "цел", "изменён", "неполон", "отсутствует", "откат");
LETOPIS_WORDS(CertificateKind, "P-256", "ГОСТ Р 34.10-2012");
LETOPIS_WORDS(NewsSection, "Школа", "Учительская");
LETOPIS_WORDS(NewsKind, "новость", "объявление", "обучение");
LETOPIS_WORDS(HelpMatter, "как пользоваться", "доступ", "неисправность", "обучение");
LETOPIS_WORDS(BackupKind, "выгрузка личных данных", "копия хранилища");
LETOPIS_WORDS(DayParity, "каждую неделю", "нечётные недели", "чётные недели");

#undef LETOPIS_WORDS

// "изменение по спору или приказу", "adjustment".
template <class Enumeration>
std::string word_of(Language language, Enumeration value) {
  if (language == Language::kRussian) {
    return std::string(RussianWords<Enumeration>::all[static_cast<std::size_t>(value)]);
  }
  std::string word(events::word_of(value));
  for (char& letter : word) {
    if (letter == '_') letter = ' ';
  }
  return word;
}

// As the journal shows it, in both languages: "5", "зач".
std::string_view token_of(events::MarkValue value);
// "3", "зач", or the marks' absence: «—».
std::string token_of(const std::optional<events::MarkValue>& value);

}  // namespace letopis::terminal
