// The norms of checking written works: until when their marks are entered, by kind and grade.
//
//   norms = "none" | norm { "," norm }
//   norm  = kind " " range " " term          "dictation 1-4 1d", "essay 10-11 7wd"
//
// A kind is a word of events::WorkKind that is written; a term is one in days. What no norm covers
// has no limit.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "events/words_journal.h"
#include "outcome/result.h"
#include "regulations/grade_list.h"
#include "regulations/term.h"

namespace letopis::regulations {

// Works whose marks follow the norms of checking written works.
bool is_written(events::WorkKind work);

struct WrittenNorm {
  events::WorkKind kind = events::WorkKind::kControl;
  GradeRange grades;
  Term term;
  bool operator==(const WrittenNorm&) const = default;
};

// Empty iff "none". Refuses "norms.unreadable", so also two norms for one kind and grade.
Result<std::vector<WrittenNorm>> parse_written_norms(std::string_view text);

// Empty iff no norm covers it.
std::optional<Term> norm_for(const std::vector<WrittenNorm>& norms, events::WorkKind kind,
                             unsigned grade);

}  // namespace letopis::regulations
