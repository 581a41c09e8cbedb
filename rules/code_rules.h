// Rules of activation codes that are keys: whoever issues a code enrols the key that it is, held
// offline; its owner signs with it one command, which puts an own key in its place. ACC-02, ACC-14.
//
//   issuer   credential_issued   key_enrolled (offline)          the code, on a slip
//   owner                                          key_enrolled (replacement)  key_ended
//                                                  └── signed by the code ──┘
#pragma once

#include <optional>

#include "events/facts.h"
#include "outcome/result.h"
#include "projections/directory_reader.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

inline constexpr int kCodeDays = 30;  // where the regulation sets no term of activation

// The code's key that waits to be replaced, lapsed or not; the founder's own is none.
std::optional<projections::KeyInfo> waiting_code_key(events::PersonNumber person,
                                                     const SchoolNow& school);

// When it lapses: the regulation's term of activation from its issue, else kCodeDays; exclusive.
events::Instant lapse_of(const projections::KeyInfo& code, const SchoolNow& school);

// Asked of a command as a whole, at its first fact. Whose key is a code's may state its replacement
// by a key that is none, and its end as replaced, and nothing else. Refuses code.only and
// code.lapsed, with the clause that sets the term.
Outcome check_code_key(const Act& act, const SchoolNow& school);

}  // namespace letopis::rules
