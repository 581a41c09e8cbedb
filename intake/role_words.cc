#include "intake/role_words.h"

#include "intake/words.h"

namespace letopis::intake {
namespace {

using events::Relation;
using events::Role;

template <class Meaning>
struct Word {
  std::string_view folded;
  Meaning meaning;
};

constexpr Word<Role> kRoles[] = {
    {"директор", Role::kDirector},
    {"директоршколы", Role::kDirector},
    {"director", Role::kDirector},
    {"principal", Role::kDirector},
    {"заместительдиректора", Role::kDeputy},
    {"заместительдиректорапоувр", Role::kDeputy},
    {"заместительдиректорапоучебновоспитательнойработе", Role::kDeputy},
    {"заместительдиректорапоучебнойработе", Role::kDeputy},
    {"заместительдиректорапоур", Role::kDeputy},
    {"заместительдиректораповр", Role::kDeputy},
    {"заместительдиректораповоспитательнойработе", Role::kDeputy},
    {"замдиректорапоувр", Role::kDeputy},
    {"завуч", Role::kDeputy},
    {"куратор", Role::kDeputy},
    {"deputy", Role::kDeputy},
    {"администратор", Role::kAdministrator},
    {"администраторэлектронногожурнала", Role::kAdministrator},
    {"информационныйспециалист", Role::kAdministrator},
    {"administrator", Role::kAdministrator},
    {"преподаватель", Role::kTeacher},
    {"педагогдополнительногообразования", Role::kTeacher},
    {"teacher", Role::kTeacher},
    {"психолог", Role::kPsychologist},
    {"педагогпсихолог", Role::kPsychologist},
    {"социальныйпедагог", Role::kPsychologist},
    {"логопед", Role::kPsychologist},
    {"дефектолог", Role::kPsychologist},
    {"учительлогопед", Role::kPsychologist},
    {"учительдефектолог", Role::kPsychologist},
    {"тьютор", Role::kPsychologist},
    {"psychologist", Role::kPsychologist},
    {"руководительмо", Role::kHeadOfAssociation},
    {"руководительшмо", Role::kHeadOfAssociation},
    {"руководительметодическогообъединения", Role::kHeadOfAssociation},
    {"headofassociation", Role::kHeadOfAssociation},
    {"контрольнаягруппа", Role::kControlMember},
    {"членконтрольнойгруппы", Role::kControlMember},
    {"controlmember", Role::kControlMember},
    {"администраторсайта", Role::kSiteAdministrator},
    {"siteadministrator", Role::kSiteAdministrator},
    {"секретарь", Role::kSecretary},
    {"делопроизводитель", Role::kSecretary},
    {"secretary", Role::kSecretary},
    {"инспектор", Role::kInspector},
    {"проверяющий", Role::kInspector},
    {"inspector", Role::kInspector},
    {"ученик", Role::kPupil},
    {"ученица", Role::kPupil},
    {"учащийся", Role::kPupil},
    {"учащаяся", Role::kPupil},
    {"обучающийся", Role::kPupil},
    {"обучающаяся", Role::kPupil},
    {"pupil", Role::kPupil},
    {"student", Role::kPupil},
    {"родитель", Role::kParent},
    {"законныйпредставитель", Role::kParent},
    {"родительзаконныйпредставитель", Role::kParent},
    {"parent", Role::kParent},
};

constexpr Word<Relation> kRelations[] = {
    {"мать", Relation::kMother},       {"мама", Relation::kMother},
    {"mother", Relation::kMother},     {"отец", Relation::kFather},
    {"папа", Relation::kFather},       {"father", Relation::kFather},
    {"опекун", Relation::kGuardian},   {"попечитель", Relation::kGuardian},
    {"guardian", Relation::kGuardian}, {"приемныйродитель", Relation::kGuardian},
    {"бабушка", Relation::kOther},     {"дедушка", Relation::kOther},
    {"брат", Relation::kOther},        {"сестра", Relation::kOther},
    {"тетя", Relation::kOther},        {"дядя", Relation::kOther},
    {"мачеха", Relation::kOther},      {"отчим", Relation::kOther},
    {"иное", Relation::kOther},        {"другое", Relation::kOther},
    {"other", Relation::kOther},
};

constexpr std::string_view kClassTeacher[] = {"классныйруководитель", "classteacher"};
constexpr std::string_view kTeacher = "учитель";

template <class Meaning, std::size_t kCount>
std::optional<Meaning> meaning_of(const Word<Meaning> (&words)[kCount], std::string_view key) {
  for (const Word<Meaning>& one : words) {
    if (one.folded == key) return one.meaning;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Role> role_named(std::string_view text) {
  const std::string key = folded(text);
  if (const auto role = meaning_of(kRoles, key)) return role;
  if (after_class_teacher(text)) return Role::kClassTeacher;
  if (key.starts_with(kTeacher)) return Role::kTeacher;
  return std::nullopt;
}

std::optional<std::string> after_class_teacher(std::string_view text) {
  const std::string key = folded(text);
  for (const std::string_view words : kClassTeacher) {
    if (key.starts_with(words)) return key.substr(words.size());
  }
  return std::nullopt;
}

std::optional<Relation> relation_named(std::string_view text) {
  return meaning_of(kRelations, folded(text));
}

}  // namespace letopis::intake
