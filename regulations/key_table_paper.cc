#include "regulations/key_tables.h"

namespace letopis::regulations {
namespace {

using enum ValueKind;

constexpr ValueWord kCondition[] = {
    {"when_needed", "при необходимости", "when needed"},
    {"agreed_with_administrator", "по согласованию с администратором",
     "agreed with the administrator"}};

constexpr ValueWord kContent[] = {{"journal", "данные журнала", "the journal's data"},
                                  {"both_sides", "с двух сторон листа", "on both sides"},
                                  {"class_list", "список класса", "class list"},
                                  {"marks", "отметки", "marks"},
                                  {"attendance", "посещаемость", "attendance"},
                                  {"topics", "темы", "topics"},
                                  {"homework", "задания", "homework"},
                                  {"period_marks", "отметки за период", "period marks"}};

constexpr ValueWord kPeriodMarks[] = {{"in_copy", "в копии журнала", "in the copy"},
                                      {"quarter", "за четверть", "of a quarter"},
                                      {"half_year", "за полугодие", "of a half-year"},
                                      {"year", "за год", "of the year"}};

constexpr ValueWord kSigns[] = {{"signature", "подпись", "signature"},
                                {"name", "расшифровка подписи", "name spelt out"},
                                {"date", "дата", "date"}};

constexpr ValueWord kBinding[] = {{"numbered", "нумеруют", "numbered"},
                                  {"stitched", "прошивают", "stitched"},
                                  {"registered", "заносят в реестр", "entered in a register"}};

constexpr ValueWord kIntegrity[] = {
    {"whole_term", "на протяжении всего срока", "for the whole term"},
    {"electronic_signature", "электронной подписью", "by electronic signature"}};

constexpr ValueWord kKeeping[] = {{"necessary", "необходимый срок", "the necessary term"},
                                  {"by_law", "по законодательству", "as the law says"}};

constexpr KnownKey kKeys[] = {
    {"paper.parallel_journal", kYesNo, "Рядом ведут бумажный журнал",
     "A paper journal is kept beside"},
    {"paper.copy.cadence", kCadences, "Как часто печатают журнал", "How often it is printed"},
    {"paper.copy.condition", kWords, "При каком условии печатают", "On what condition", kCondition},
    {"paper.copy.content", kWords, "Что в бумажной копии", "What the copy holds", kContent},
    {"paper.archive_copy.cadence", kCadences, "Как часто копия сдаётся в архив",
     "How often a copy goes to the archive"},
    {"paper.period_marks", kWords, "Итоговые отметки на бумаге", "Period marks on paper",
     kPeriodMarks},
    {"paper.printed_by", kRoles, "Кто печатает", "Who prints"},
    {"paper.certified_by", kRoles, "Кто заверяет", "Who certifies"},
    {"paper.certified.with", kWords, "Чем заверяют", "What certifies", kSigns},
    {"paper.stitched_registered", kWords, "Как хранят копии", "How copies are bound", kBinding},
    {"paper.archived_by", kRoles, "Кто сдаёт в архив", "Who archives"},
    {"backup.cadence", kCadences, "Резервные копии", "Backups"},
    {"backup.by", kRoles, "Кто делает резервные копии", "Who makes backups"},
    {"archive.cadence", kCadences, "Архивация", "Archiving"},
    {"archive.by", kRoles, "Кто архивирует", "Who archives the data"},
    {"archive.media", kNumber, "Носителей не меньше", "At least so many media", {}, 1, 9},
    {"archive.media.apart", kYesNo, "Носители в разных помещениях", "Media in different rooms"},
    {"archive.integrity", kWords, "Контроль целостности", "Control of integrity", kIntegrity},
    {"keeping.term", kWord, "Срок хранения", "Term of keeping", kKeeping},
};

}  // namespace

std::span<const KnownKey> paper_keys() { return kKeys; }

}  // namespace letopis::regulations
