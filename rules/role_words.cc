#include "rules/role_words.h"

#include <algorithm>

#include "outcome/invariant.h"

namespace letopis::rules {

std::vector<events::Role> roles_in(std::string_view value) {
  std::vector<events::Role> roles;
  while (!value.empty()) {
    const std::size_t comma = value.find(',');
    std::string_view word = value.substr(0, comma);
    while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
    const auto& words = events::Words<events::Role>::all;
    const auto found = std::find(std::begin(words), std::end(words), word);
    if (found != std::end(words)) {
      roles.push_back(static_cast<events::Role>(found - std::begin(words)));
    }
    if (comma == std::string_view::npos) break;
    value.remove_prefix(comma + 1);
  }
  return roles;
}

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
