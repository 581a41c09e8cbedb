// The papers that a school has, and what its people sign to have read, by the adopted regulation.
#pragma once

#include <string>
#include <vector>

#include "events/enumerations.h"
#include "trial/customs.h"
#include "trial/regulation.h"

namespace letopis::trial {

struct Paper {
  events::DocumentKind kind = {};
  std::string title;
  bool operator==(const Paper&) const = default;
};

// The regulation itself; the documents that it requires; orders of the appointments that it wants
// ordered; the form of consent and the list of workplaces where it speaks of them.
std::vector<Paper> papers_of(const Regulation& regulation, const Customs& customs);

// Empty where it asks for no list, is not brought to all, and says nothing of sharing credentials.
std::vector<events::AcquaintanceSubject> subjects_to_sign(const Customs& customs);

}  // namespace letopis::trial
