// The projection `duties`: what shows that a duty was done, filed by what was done and for whom, so
// that what is due can be told from what is late. Read through duties_reader.h; facts that the
// directory, the journal or the page of attendance file already are not filed again.
//
//   1, kind (1), class, position        reports handed in
//   2, position                         notes of control
//   3, kind (1), class, pupil, position printed copies; of a pupil's the class is 0
//   4, copy, position                   what became of a copy: certified, registered, handed over
//   5, position                         backups
//   6, kind (1), position               sealed volumes
//   7, position                         sections filled
//   8, kind (1), position               documents and orders
//   9, position                         disputes raised
//  10, position                         remarks made
//  11, position                         news posted
//  12, class, position                  events of a class planned
//
// Numbers take 4 bytes, a class or pupil that is none is 0.
#pragma once

#include "events/views.h"

namespace letopis::projections {

enum class DutiesPart : std::uint8_t {
  kReports = 1,
  kControlNotes = 2,
  kCopies = 3,
  kCopyStory = 4,
  kBackups = 5,
  kVolumes = 6,
  kSections = 7,
  kDocuments = 8,
  kDisputes = 9,
  kRemarks = 10,
  kNews = 11,
  kEvents = 12
};

events::Projection duties_projection();

}  // namespace letopis::projections
