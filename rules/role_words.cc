#include "rules/role_words.h"

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

}  // namespace letopis::rules
