// At whose desk a wish is read, and what is known there.
#pragma once

#include "events/commitment.h"
#include "rules/school_now.h"
#include "wishes/logins.h"

namespace letopis::wishes {

// Borrows; lives while one wish is read.
struct Desk {
  const rules::SchoolNow& school;
  const Logins& logins;
  events::PersonNumber author;                // 0: the founder
  const events::TextSource* texts = nullptr;  // names of people; null: none is known by name
};

}  // namespace letopis::wishes
