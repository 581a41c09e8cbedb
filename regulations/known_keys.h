// The closed table of a regulation's parameters: which keys there are, what their values look like,
// and what they are called on screens. A key that is not here enters no log.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace letopis::regulations {

// What a value is, each with the header whose grammar it follows.
enum class ValueKind {
  kText,          // free words
  kOrder,         // number ", " day: "377-ОД, 2020-11-18"
  kUntil,         // a day, or "next": until the next regulation
  kYesNo,         // "yes" or "no"
  kWord,          // one of `words`
  kWords,         // some of `words`, each once, by commas; "none" is none of them
  kDue,           // term.h: due
  kSpan,          // term.h: due in days, working days, weeks, a month, or up to the year's end
  kDaysBefore,    // term.h: "7d", "10cd" before the day it is about; "none": owed without a term
  kWindow,        // term.h: none, 1w, 2w, 3w, 1m, year_end
  kWindowChoice,  // some of them, by commas
  kCadences,      // cadence.h
  kRoles,         // role_list.h: roles
  kRoleTerms,     // role_list.h: role_terms
  kGrades,        // grade_list.h: grades
  kNorms,         // written_norms.h: norms
  kFirstStart,    // yearly_term.h: first
  kYearly,        // yearly_term.h: yearly
  kNumber,        // a whole number from `least` to `most`
  kFraction       // "0." and one to three digits
};

struct ValueWord {
  std::string_view word;
  std::string_view ru;
  std::string_view en;
};

struct KnownKey {
  std::string_view key;
  ValueKind kind;
  std::string_view ru;
  std::string_view en;
  std::span<const ValueWord> words = {};
  unsigned least = 0;
  unsigned most = 0;
};

// A chapter of a regulation's file: "[entries]".
struct KeyChapter {
  std::string_view name;
  std::string_view ru;
  std::string_view en;
  std::span<const KnownKey> keys;
  bool has_clauses = true;  // false: the product's own parameters, for which no clause is asked
};

// All chapters in the order of a regulation's file; each key stands in one of them.
std::span<const KeyChapter> key_chapters();

// Null iff there is no such key.
const KnownKey* known_key(std::string_view key);

// Requires: there is such a key.
const KeyChapter& chapter_of(std::string_view key);

// At most three keys that are spelt nearly so, the nearest first.
std::vector<std::string_view> near_keys(std::string_view key);

}  // namespace letopis::regulations
