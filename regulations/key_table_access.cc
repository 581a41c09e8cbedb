#include "regulations/key_tables.h"

namespace letopis::regulations {
namespace {

using enum ValueKind;

constexpr ValueWord kWhat[] = {
    {"credentials", "реквизиты доступа", "credentials"},
    {"code", "код доступа", "an access code"},
    {"temporary_password", "логин и временный пароль", "login and temporary password"}};

constexpr ValueWord kHow[] = {{"paper", "на бумаге", "on paper"},
                              {"email", "на личную почту", "by own e-mail"}};

constexpr ValueWord kOccasions[] = {
    {"class_meeting", "на классном собрании", "at the class meeting"},
    {"through_year", "в течение года", "through the year"}};

constexpr ValueWord kSharing[] = {{"forbidden", "запрещена", "forbidden"},
                                  {"holder_answers", "отвечает владелец", "the holder answers"}};

constexpr ValueWord kNotified[] = {{"administrator", "администратор", "administrator"},
                                   {"support", "служба поддержки", "support"}};

constexpr ValueWord kVoidFrom[] = {{"notice", "с получения сообщения", "from the notice"}};

constexpr ValueWord kPupils[] = {
    {"forbidden", "запрещено", "forbidden"},
    {"not_by_staff_login", "не под логином педагога", "not under a teacher's login"},
    {"own_data", "только свои данные", "own data only"},
    {"named_user", "назван пользователем", "named a user"}};

constexpr ValueWord kWritten[] = {{"messages", "сообщения", "messages"},
                                  {"dispute", "ошибочная отметка", "a wrong mark"},
                                  {"portfolio", "портфолио", "portfolio"},
                                  {"forum", "форум", "forum"},
                                  {"data_changes", "изменения данных", "changed data"},
                                  {"problems", "о неполадках", "problems"},
                                  {"form_choice", "выбор формы", "choice of the form"},
                                  {"consent", "согласие", "consent"}};

constexpr ValueWord kInspectors[] = {
    {"unlimited", "неограниченно", "unlimited"},
    {"in_system", "в системе", "in the system"},
    {"state_portal", "через портал услуг", "through the state portal"}};

constexpr ValueWord kAvailable[] = {{"round_the_clock", "круглосуточно", "round the clock"},
                                    {"any_time", "в любое время", "at any time"}};

constexpr ValueWord kPoints[] = {
    {"workplaces", "рабочие места с интернетом", "workplaces with internet"},
    {"listed", "точки по списку", "listed points"}};

constexpr ValueWord kEntriesThere[] = {{"marks", "отметки", "marks"}};

constexpr ValueWord kRights[] = {{"teaching_load", "по учебной нагрузке", "by teaching load"}};

constexpr ValueWord kConsultation[] = {
    {"timely", "своевременно, по праву", "timely, as a right"},
    {"training_point", "пункт обучения по графику", "a training point by schedule"},
    {"training_at_need", "обучение по мере необходимости", "training at need"},
    {"on_request", "по обращению", "on request"},
    {"newcomers", "новым сотрудникам", "for newcomers"}};

constexpr KnownKey kKeys[] = {
    {"appointed_by_order", kRoles, "Кого назначают приказом", "Who is appointed by order"},
    {"issue.staff.by", kRoles, "Кто выдаёт доступ сотрудникам", "Who issues to staff"},
    {"issue.administrator.by", kRoles, "Кто выдаёт доступ администратору",
     "Who issues to the administrator"},
    {"issue.control_group.by", kRoles, "Кто выдаёт доступ группе контроля",
     "Who issues to the control group"},
    {"issue.parents.by", kRoles, "Кто выдаёт доступ родителям", "Who issues to parents"},
    {"issue.pupils.by", kRoles, "Кто выдаёт доступ ученикам", "Who issues to pupils"},
    {"issue.what", kWords, "Что выдают", "What is issued", kWhat},
    {"issue.how", kWords, "Как выдают", "How it is issued", kHow},
    {"issue.staff.term", kSpan, "Срок выдачи сотрудникам", "Term of issue to staff"},
    {"issue.family.term", kSpan, "Срок выдачи семьям", "Term of issue to families"},
    {"issue.family.occasion", kWords, "Когда выдают семьям", "When families receive it",
     kOccasions},
    {"reissue", kSpan, "Срок повторной выдачи", "Term of re-issue"},
    {"reissue.family.by", kRoles, "Кто выдаёт семьям при утере", "Who re-issues to families"},
    {"activate.term", kSpan, "Срок активации", "Term of activation"},
    {"activate.who", kRoles, "Кто обязан активировать", "Who must activate"},
    {"credentials.sharing", kWord, "Передача реквизитов", "Sharing of credentials", kSharing},
    {"compromise.notice", kSpan, "Срок сообщения о разглашении", "Term of notice of compromise"},
    {"compromise.notice.to", kWords, "Кому сообщают о разглашении", "Who is notified", kNotified},
    {"compromise.void_from", kWord, "С какого момента недействительно", "Void from when",
     kVoidFrom},
    {"compromise.holders", kRoles, "Чьи реквизиты", "Whose credentials"},
    {"pupil.journal", kWord, "Ученик и журнал", "Pupils and the journal", kPupils},
    {"family.may_write", kWords, "Что пишут семьи", "What families may write", kWritten},
    {"leaders.read_all_edit_nothing", kRoles, "Кто видит всё без правки",
     "Who reads all and edits nothing"},
    {"inspectors", kWords, "Контролирующие органы", "Inspectors", kInspectors},
    {"availability", kWord, "Доступность", "Availability", kAvailable},
    {"points_of_operation", kWords, "Точки эксплуатации", "Points of operation", kPoints},
    {"points_of_operation.by", kRoles, "Кто определяет точки", "Who sets the points"},
    {"points_of_operation.entries", kWords, "Что вносят только там", "What is entered there",
     kEntriesThere},
    {"rights.by", kRoles, "Кто разграничивает права", "Who divides rights"},
    {"rights.basis", kWord, "На чём основаны права", "What rights rest on", kRights},
    {"consultation", kWords, "Консультации", "Consultations", kConsultation},
    {"consultation.by", kRoles, "Кто консультирует", "Who consults"},
    {"consultation.families.by", kRoles, "Кто консультирует семьи", "Who consults families"},
    {"consultation.due", kSpan, "Срок консультации", "Term of a consultation"},
    {"consultation.newcomers.due", kSpan, "Срок консультации новых", "Term for newcomers"},
    {"free_of_charge", kYesNo, "Бесплатно", "Free of charge"},
};

}  // namespace

std::span<const KnownKey> access_keys() { return kKeys; }

}  // namespace letopis::regulations
