#include "rules/reading.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/access.h"
#include "rules/access_table.h"
#include "rules/own_journal.h"
#include "rules/role_words.h"

namespace letopis::rules {
namespace {

using enum events::Role;

constexpr std::array<ReadingRow, kViews> kTable{{
    {View::kJournal,
     "journal",
     "журнал",
     {kDirector, kDeputy, kAdministrator, kInspector, kHeadOfAssociation, kControlMember,
      kClassTeacher, kTeacher, kPsychologist}},
    {View::kDiary,
     "diary",
     "дневник",
     {kDirector, kDeputy, kAdministrator, kInspector, kClassTeacher, kParent, kPupil}},
    {View::kChanges,
     "changes",
     "отчёт об изменениях",
     {kDirector, kDeputy, kAdministrator, kInspector, kHeadOfAssociation, kControlMember,
      kClassTeacher, kTeacher, kPsychologist}},
    {View::kAttendance,
     "attendance",
     "посещаемость",
     {kDirector, kDeputy, kAdministrator, kInspector, kControlMember, kClassTeacher}},
    {View::kPeriodProposals,
     "period_proposals",
     "предложения итоговых отметок",
     {kDirector, kDeputy, kAdministrator, kInspector, kHeadOfAssociation, kControlMember,
      kClassTeacher, kTeacher}},
    {View::kProgramme,
     "programme",
     "выполнение программы",
     {kDirector, kDeputy, kAdministrator, kInspector, kHeadOfAssociation, kControlMember,
      kClassTeacher, kTeacher, kPsychologist}},
    {View::kDue,
     "due",
     "что должны сделать",
     {kDirector, kDeputy, kAdministrator, kInspector, kHeadOfAssociation, kControlMember,
      kClassTeacher, kTeacher, kPsychologist, kSecretary, kSiteAdministrator}},
    {View::kRegulation,
     "regulation",
     "положение",
     {kDirector, kDeputy, kAdministrator, kTeacher, kPsychologist, kClassTeacher,
      kHeadOfAssociation, kControlMember, kSiteAdministrator, kSecretary, kInspector, kPupil,
      kParent}},
    {View::kSubstitutions,
     "substitutions",
     "замены",
     {kDirector, kDeputy, kAdministrator, kTeacher, kPsychologist, kClassTeacher,
      kHeadOfAssociation, kControlMember, kSiteAdministrator, kSecretary, kInspector, kPupil,
      kParent}},
    {View::kTimetable,
     "timetable",
     "расписание",
     {kDirector, kDeputy, kAdministrator, kTeacher, kPsychologist, kClassTeacher,
      kHeadOfAssociation, kControlMember, kSiteAdministrator, kSecretary, kInspector, kPupil,
      kParent}},
    {View::kClasses,
     "classes",
     "классы",
     {kDirector, kDeputy, kAdministrator, kTeacher, kPsychologist, kClassTeacher,
      kHeadOfAssociation, kControlMember, kSiteAdministrator, kSecretary, kInspector, kPupil,
      kParent}},
    {View::kArrangement,
     "arrangement",
     "устройство школы",
     {kDirector, kDeputy, kAdministrator, kTeacher, kPsychologist, kClassTeacher,
      kHeadOfAssociation, kControlMember, kSiteAdministrator, kSecretary, kInspector}},
    {View::kAccounts,
     "accounts",
     "доступ людей",
     {kDirector, kDeputy, kAdministrator, kClassTeacher}},
    {View::kPerson,
     "people",
     "данные людей",
     {kDirector, kDeputy, kAdministrator, kSecretary, kClassTeacher, kTeacher, kPsychologist,
      kParent, kPupil}},
    {View::kArchive, "archive", "архив", {kDirector, kDeputy, kAdministrator, kInspector}},
    {View::kCopies,
     "copies",
     "печатные копии",
     {kDirector, kDeputy, kAdministrator, kInspector, kSecretary, kClassTeacher}},
    {View::kPsychologistJournal,
     "psychologist_journal",
     "журнал педагога-психолога",
     {kDirector, kDeputy, kAdministrator, kInspector, kPsychologist}},
}};

template <std::size_t... kIndex>
constexpr bool is_in_order(std::index_sequence<kIndex...>) {
  return ((kTable[kIndex].view == static_cast<View>(kIndex)) && ...);
}
static_assert(is_in_order(std::make_index_sequence<kViews>()));

// The school's general information concerns nobody: whoever belongs to the school reads it. Where a
// pupil is to be found at what hour is no such information.
bool is_general(View view, const Concern& concern) {
  if (view == View::kTimetable) return !concern.person;
  return view == View::kRegulation || view == View::kSubstitutions || view == View::kClasses ||
         view == View::kArrangement;
}

// The journal of that class, or group of several, in that subject is the reader's own, by a load or
// a substitution, now or at any time: whoever taught there answers for what stands there.
bool has_journal(View view, events::PersonNumber reader, const Concern& concern,
                 const SchoolNow& school) {
  const auto& directory = school.directory();
  const auto keeps_own = [&directory](const std::optional<events::GroupNumber>& group) {
    const auto kind = kind_of(group, directory);
    return kind && has_own_journal(*kind);
  };
  // Figures of the subject are for all who teach it; the page is for who keeps that journal.
  const bool is_page = view == View::kJournal || view == View::kPsychologistJournal;
  const bool own = !concern.school_class || keeps_own(concern.group);
  const auto fits = [&](const projections::LoadInfo& load) {
    if (load.place.school_class != concern.school_class) return false;
    if (load.place.subject != concern.subject) return false;
    return own ? load.place.group == concern.group : !is_page || !keeps_own(load.place.group);
  };
  const auto loads = directory.loads_of(reader);
  if (std::any_of(loads.begin(), loads.end(), fits)) return true;
  const auto orders = directory.substitutions_by(reader);
  return std::any_of(orders.begin(), orders.end(), [&](const auto& order) {
    const auto load = order.is_void ? std::nullopt : directory.load(order.fact.load);
    return load && fits(*load);
  });
}

// A teacher's pupils are those of the own classes and groups; of grown-ups only oneself.
bool teaches_pupil(events::PersonNumber teacher, const Concern& concern, const SchoolNow& school) {
  if (!concern.person) return false;
  if (*concern.person == teacher) return true;
  return school.directory().class_of(*concern.person, school.today()) &&
         teaches(teacher, concern, school);
}

// A class teacher sees the own pupils in every subject, in a group with others too.
bool learn_there(events::PersonNumber reader, const Concern& concern, const SchoolNow& school) {
  const auto members = school.directory().pupils_of(*concern.group, school.today(), school.today());
  return std::any_of(members.begin(), members.end(), [&](const projections::Member& member) {
    Concern of_pupil;
    of_pupil.person = member.pupil;
    return is_own_class(reader, of_pupil, school);
  });
}

bool is_in_reach(View view, events::Role role, events::PersonNumber reader, const Concern& concern,
                 const SchoolNow& school) {
  if (is_general(view, concern)) return true;
  // Of duties everyone sees the own ones; those of others are for who leads or inspects.
  if (view == View::kDue && concern.person == reader) return true;
  if (view == View::kDue && (role == kSecretary || role == kSiteAdministrator)) return false;
  switch (reach_of(role)) {
    case Reach::kSchool: return true;
    case Reach::kOwnClass:
      if (concern.group && !concern.school_class) return learn_there(reader, concern, school);
      return concern.person == reader ||
             ((concern.school_class || concern.person) && is_own_class(reader, concern, school));
    case Reach::kOwnLessons:
      if (view == View::kPerson || view == View::kTimetable) {
        return teaches_pupil(reader, concern, school);
      }
      return (concern.school_class || concern.group) && concern.subject &&
             has_journal(view, reader, concern, school);
    case Reach::kOwnFamily:
      return concern.person &&
             (*concern.person == reader || is_own_child(reader, *concern.person, school));
    case Reach::kOneself: return concern.person == reader;
  }
  INVARIANT(false);
}

// What the regulation says of that reader: of pupils and the journal; of teachers, that rights
// follow the load.
std::string clause_about(View view, events::PersonNumber reader, const SchoolNow& school) {
  if (reader.value == 0) return {};
  if (has_role(reader, kPupil, school)) {
    const auto* pupils = school.parameter("pupil.journal", school.today());
    const bool keeps_out = pupils != nullptr && pupils->value != "named_user";
    const bool is_meant = view == View::kJournal || (keeps_out && pupils->value == "own_data");
    return keeps_out && is_meant ? pupils->clause : std::string();
  }
  const bool teaches =
      has_role(reader, kTeacher, school) || has_role(reader, kPsychologist, school);
  return teaches ? school.clause("rights.basis") : std::string();
}

Refusal no_role(const ReadingRow& row, events::PersonNumber reader, const SchoolNow& school) {
  Refusal refusal{"reading.no_role",
                  {fmt::format("вам это не открыто: {}", row.ru),
                   fmt::format("this is not open to you: {}", row.name)},
                  clause_about(row.view, reader, school)};
  if (row.view == View::kJournal && has_role(reader, kPupil, school)) {
    refusal.says = {"журнал ученикам не открыт", "the journal is not open to pupils"};
    refusal.allowed = {"свои отметки — в дневнике", "your own marks are in the diary"};
    return refusal;
  }
  std::vector<events::Role> roles;
  for (const auto& role : row.roles) {
    if (role) roles.push_back(*role);
  }
  const Sentence who = words_of(roles, school);
  refusal.allowed = {"это видит: " + who.ru, "who may see it: " + who.en};
  return refusal;
}

Refusal out_of_reach(const ReadingRow& row, events::PersonNumber reader, const SchoolNow& school) {
  return {
      "reading.out_of_reach",
      {fmt::format("это не ваш класс, урок или ученик: {}", row.ru),
       fmt::format("this is another's class, lesson or pupil: {}", row.name)},
      clause_about(row.view, reader, school),
      {"учитель видит свои классы и замены, классный руководитель — свой класс, родитель — своих "
       "детей, ученик — себя",
       "a teacher sees the own classes and substitutions, a class teacher the own class, a "
       "parent the own children, a pupil himself"}};
}

}  // namespace

std::span<const ReadingRow, kViews> reading_table() { return kTable; }

Outcome may_read(View view, events::PersonNumber reader, const Concern& concern,
                 const SchoolNow& school) {
  const ReadingRow& row = kTable[static_cast<std::size_t>(view)];
  bool in_role = false;
  for (const auto& role : row.roles) {
    if (!role || reader.value == 0 || !has_role(reader, *role, school)) continue;
    if (is_in_reach(view, *role, reader, concern, school)) return Done{};
    in_role = true;
  }
  return in_role ? out_of_reach(row, reader, school) : no_role(row, reader, school);
}

View journal_view(const std::optional<events::GroupNumber>& group,
                  const projections::Directory& directory) {
  return kind_of(group, directory) == events::GroupKind::kPsychologist ? View::kPsychologistJournal
                                                                       : View::kJournal;
}

}  // namespace letopis::rules
