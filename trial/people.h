// How the log hears of people: a number first, then the consent, then the data, which lie in the
// vault; at last account, code and key.
#pragma once

#include <vector>

#include "trial/life.h"

namespace letopis::trial {

using FactList = std::vector<events::Fact>;

// A member of staff: number, consent and names.
void add_staff(Life& life, events::PersonNumber number, const PersonName& name, events::Day day,
               FactList& list);
// Account and code, on paper.
void add_code(events::PersonNumber number, FactList& list);

// A pupil with guardians: numbers, consents, data, ties. Gives the numbers.
void add_family(Life& life, Pupil& pupil, events::Day day, FactList& list);

// Accounts and codes for a family, and the form of the diary that it chooses.
void add_accounts(Life& life, const Pupil& pupil, events::Day day, Random& random, FactList& list);

// The same for all families of a class.
FactList accounts_of_class(Life& life, std::size_t which, events::Day day);
// The regulation counts days from the entry of their data, so that the meeting of September is too
// late, and the administrator may give them out.
bool gives_codes_in_august(const Life& life);

events::KeyEnrolled enrolment_of(const Life& life, events::PersonNumber person, unsigned which,
                                 events::KeyHolder holder, events::KeyGround ground);

// Who speaks for a family in disputes, and has a key for it.
events::PersonNumber speaker_of(const Pupil& pupil);

}  // namespace letopis::trial
