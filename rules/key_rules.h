// Rules of accounts, activation codes and keys. ACC-02, ACC-09, ACC-14, ACC-16.
//
// They hold in every school; a regulation only names who issues. Credentials go down a chain:
// founder → director → whoever issues to staff → staff, and to families; nobody issues their own.
#pragma once

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

// account.open (already); key.issuer, with the clause that names who may.
Outcome check(const events::AccountOpened& fact, const Act& act, const SchoolNow& school);

// account.none; key.closer (the account of staff is closed by those who issue to staff).
Outcome check(const events::AccountClosed& fact, const Act& act, const SchoolNow& school);

// account.none, key.own, key.issuer; code.again (said to be the first and is not, or the reverse).
Outcome check(const events::CredentialIssued& fact, const Act& act, const SchoolNow& school);

// key.own, key.issuer, key.founder (a director's key comes from the founder), account.none;
// an activation: code.none (no code is waiting), key.active (there is a key: it is reset); a reset
// or replacement: key.first (there was none).
Outcome check(const events::KeyEnrolled& fact, const Act& act, const SchoolNow& school);

// key.not_theirs, key.ended (already), key.closer.
Outcome check(const events::KeyEnded& fact, const Act& act, const SchoolNow& school);

// key.not_theirs, key.closer; compromise.times (learned ≤ noticed ≤ now); compromise.known (nothing
// more would be void); compromise.back_dated: a notice older than one working day, or from before
// the end of a closed period, is the director's, by an order.
Outcome check(const events::KeyCompromised& fact, const Act& act, const SchoolNow& school);

// Whether an activation code waits to be used.
bool has_code(events::PersonNumber person, const SchoolNow& school);
// Whether any was ever issued.
bool had_code(events::PersonNumber person, const SchoolNow& school);
bool has_account(events::PersonNumber person, const SchoolNow& school);

}  // namespace letopis::rules
