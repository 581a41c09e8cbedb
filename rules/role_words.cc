#include "rules/role_words.h"

#include <algorithm>

#include "outcome/invariant.h"

namespace letopis::rules {

Sentence word_of(events::Role role) {
  using enum events::Role;
  switch (role) {
    case kDirector: return {"директор", "director"};
    case kDeputy: return {"заместитель директора", "deputy director"};
    case kAdministrator: return {"администратор журнала", "administrator"};
    case kTeacher: return {"учитель", "teacher"};
    case kPsychologist: return {"педагог-психолог", "psychologist"};
    case kClassTeacher: return {"классный руководитель", "class teacher"};
    case kHeadOfAssociation:
      return {"руководитель методического объединения", "head of a methodical association"};
    case kControlMember: return {"член группы контроля", "member of the control group"};
    case kSiteAdministrator: return {"администратор сайта", "site administrator"};
    case kSecretary: return {"секретарь", "secretary"};
    case kInspector: return {"проверяющий", "inspector"};
    case kPupil: return {"ученик", "pupil"};
    case kParent: return {"родитель", "parent"};
  }
  INVARIANT(false);
}

Sentence word_of(events::Role role, const SchoolNow& school) {
  Sentence word = word_of(role);
  if (role != events::Role::kAdministrator) return word;
  const auto* office = school.parameter("office.administrator", school.today());
  if (office != nullptr) word.ru = office->value;
  return word;
}

Sentence words_of(std::span<const events::Role> roles, const SchoolNow& school) {
  Sentence words;
  for (auto role = roles.begin(); role != roles.end(); ++role) {
    if (std::find(roles.begin(), role, *role) != role) continue;
    const Sentence word = word_of(*role, school);
    words.ru += (words.ru.empty() ? "" : ", ") + word.ru;
    words.en += (words.en.empty() ? "" : ", ") + word.en;
  }
  return words;
}

}  // namespace letopis::rules
