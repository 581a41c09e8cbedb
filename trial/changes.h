// What becomes of marks afterwards: typing errors, wrong pupils, retakes, disputes, late edits by
// permission. Nothing is overwritten: each is a fact of its own.
#pragma once

#include <memory>

#include "trial/life.h"

namespace letopis::trial {

// A change of a mark that stands in a lesson's list.
struct Change {
  events::MarkValue value = {};
  events::ChangeType type = {};
  events::ChangeReason reason = {};
  std::optional<events::DisputeNumber> dispute;
  std::optional<events::PermissionNumber> permission;
};

// May put changes of a mark just given on the agenda. Ordinary changes come before the period's
// marks and within the window.
void plan_changes(Life& life, const std::shared_ptr<Lesson>& lesson, std::size_t mark,
                  events::Instant given, Random& random);

// Changes the mark and its share in the period; gives the fact.
events::MarkCorrected correct_mark(Life& life, Lesson& lesson, std::size_t mark,
                                   const Change& change);

// Until when a teacher may change without permission a mark given at that moment: by the
// regulation, and by the custom of not going back more than two weeks. Where it knows no window,
// slips are mended on the day on which the mark was given.
events::Instant end_of_window(const Life& life, const Lesson& lesson, events::Instant given);

CellPlace place_of(const Life& life, const Lesson& lesson, std::size_t pupil);

}  // namespace letopis::trial
