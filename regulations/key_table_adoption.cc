#include "regulations/key_tables.h"

namespace letopis::regulations {
namespace {

using enum ValueKind;

constexpr ValueWord kPublication[] = {
    {"site", "на сайте школы", "on the school's site"},
    {"instructions", "с инструкциями пользователей", "with instructions for users"},
    {"all_participants", "доводится до всех участников", "brought to all participants"},
    {"parents_told", "родителям сообщают о дневнике", "parents are told of the diary"}};

constexpr ValueWord kAcquaintance[] = {
    {"signed_list", "лист ознакомления с подписями", "a signed list"}};

constexpr ValueWord kDocuments[] = {
    {"transition_plan", "план перехода на безбумажный журнал", "plan of going paperless"},
    {"usage_order", "порядок использования системы", "rules of using the system"},
    {"journal_regulation", "положение о ведении журнала", "regulation of the journal"},
    {"journal_rules", "регламент ведения журнала", "rules of keeping the journal"},
    {"diary_service_rules", "регламент услуги дневника", "rules of the diary as a service"},
    {"introduction_order", "приказ о внедрении", "order on introduction"},
    {"paperless_order", "приказ об отказе от бумаги", "order on going without paper"},
    {"class_journal_order", "приказ об электронном классном журнале",
     "order on the electronic class journal"}};

constexpr KnownKey kKeys[] = {
    {"system", kText, "Название системы", "The system's name"},
    {"order", kOrder, "Приказ об утверждении", "Order of adoption"},
    {"council_protocol", kOrder, "Протокол педагогического совета",
     "Protocol of the teachers' council"},
    {"council_protocol.parents", kOrder, "Протокол совета родителей",
     "Protocol of the parents' council"},
    {"council_protocol.pupils", kOrder, "Протокол совета обучающихся",
     "Protocol of the pupils' council"},
    {"in_force_until", kUntil, "Действует до", "In force until"},
    {"publication", kWords, "Где опубликовано", "Publication", kPublication},
    {"acquaintance", kWord, "Ознакомление", "Acquaintance", kAcquaintance},
    {"documents_required", kWords, "Обязательные документы", "Documents required", kDocuments},
};

}  // namespace

std::span<const KnownKey> adoption_keys() { return kKeys; }

}  // namespace letopis::regulations
