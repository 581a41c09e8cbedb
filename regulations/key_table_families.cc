#include "regulations/key_tables.h"

namespace letopis::regulations {
namespace {

using enum ValueKind;

constexpr ValueWord kConsentWhen[] = {{"before_data", "до внесения данных", "before data enter"}};

constexpr ValueWord kConsentOf[] = {{"pupils", "ученики", "pupils"},
                                    {"parents", "родители", "parents"},
                                    {"staff", "сотрудники", "staff"}};

constexpr ValueWord kFormChoice[] = {
    {"written_refusal", "письменный отказ от электронной формы",
     "a written refusal of the electronic form"},
    {"parent_chooses", "родитель выбирает форму", "the parent chooses"}};

constexpr ValueWord kPrintContent[] = {
    {"lessons", "уроки", "lessons"},
    {"marks", "отметки", "marks"},
    {"average", "средний балл по предмету", "average per subject"},
    {"late_arrivals", "опоздания", "late arrivals"},
    {"missed_lessons", "пропущенные уроки", "missed lessons"},
    {"diary_pages", "страницы дневника", "pages of the diary"}};

constexpr ValueWord kPrintSpan[] = {
    {"week", "текущая неделя", "the current week"},
    {"any_in_period", "любой срок внутри периода", "any span in a period"}};

constexpr ValueWord kMessageContent[] = {
    {"behaviour", "поведение", "behaviour"},      {"progress", "успеваемость", "progress"},
    {"attendance", "посещаемость", "attendance"}, {"achievements", "достижения", "achievements"},
    {"problems", "проблемы", "problems"},         {"forecast", "прогноз", "forecast"}};

constexpr ValueWord kReachBack[] = {{"whole_time", "за всё время", "the whole time"},
                                    {"all_periods", "за все учебные периоды", "all periods"}};

constexpr KnownKey kKeys[] = {
    {"attendance.correction.cadence", kCadences, "Как часто поправляют пропуски",
     "How often attendance is corrected"},
    {"people.check.cadence", kCadences, "Как часто проверяют данные людей",
     "How often people's data are checked"},
    {"class_journal.review", kCadences, "Просмотр журнала класса", "Review of the class journal"},
    {"class.progress_report", kCadences, "Отчёт об успеваемости класса",
     "Report on the class's progress"},
    {"consent.collected_by", kRoles, "Кто собирает согласия", "Who collects consents"},
    {"consent.when", kWord, "Когда берут согласие", "When consent is taken", kConsentWhen},
    {"consent.of", kWords, "О чьих данных согласие", "Whose data need consent", kConsentOf},
    {"diary.form_choice", kWord, "Выбор формы дневника", "Choice of the diary's form", kFormChoice},
    {"optout.print.cadence", kCadences, "Как часто печатают отказавшимся",
     "How often print-outs are owed"},
    {"optout.print.content", kWords, "Что в распечатке", "What a print-out holds", kPrintContent},
    {"optout.print.span", kWords, "За какой срок распечатка", "The span of a print-out",
     kPrintSpan},
    {"parents.message.cadence", kCadences, "Как часто пишут родителям",
     "How often parents are told"},
    {"parents.message.content", kWords, "О чём пишут родителям", "What parents are told",
     kMessageContent},
    {"parents.services_notice.cadence", kCadences, "Сообщение о сервисах",
     "Notice of the services"},
    {"family_access.monitored_by", kRoles, "Кто следит за доступом семей",
     "Who monitors families' access"},
    {"class_events.cadence", kCadences, "Календарь событий класса", "Calendar of class events"},
    {"news.cadence", kCadences, "Новости и объявления", "News and announcements"},
    {"news.by", kRoles, "Кто отвечает за новости", "Who answers for news"},
    {"marks.reach_back", kWord, "За какое время видны отметки", "How far back marks are seen",
     kReachBack},
};

}  // namespace

std::span<const KnownKey> family_keys() { return kKeys; }

}  // namespace letopis::regulations
