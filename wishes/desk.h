// At whose desk a wish is read, and what is known there.
#pragma once

#include <optional>

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
  std::optional<events::Day> named_on = {};   // whose names of classes are meant; empty: today

  events::Day day() const { return named_on.value_or(school.today()); }
};

}  // namespace letopis::wishes
