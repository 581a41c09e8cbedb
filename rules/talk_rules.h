// Rules of messages, news and events. COM-01 to COM-03, COM-08.
#pragma once

#include <cstddef>

#include "events/facts.h"
#include "outcome/result.h"
#include "rules/act.h"
#include "rules/school_now.h"

namespace letopis::rules {

inline constexpr std::size_t kMostLetters = 500;      // of one message
inline constexpr std::size_t kMostTalkBytes = 8'000;  // of a message's or post's text
inline constexpr std::size_t kMostTitleBytes = 400;
inline constexpr int kMostEventDaysAhead = 400;

// message.nobody, message.too_many, message.twice (two letters for one person), message.no_own_copy
// (the author has none), message.not_yours (it answers what the author never got),
// message.stranger (addressees.h), message.beyond_reach; of the texts, where they came along:
// text.empty, text.too_long, message.another_text (one letter says something else).
Outcome check(const events::MessageSent& fact, const Act& act, const SchoolNow& school);

// help.not_yours (the message is another's), help.twice, help.nobody_consults (none of those
// written to consults the author: by the regulation, or as one of the administration).
Outcome check(const events::HelpAsked& fact, const Act& act, const SchoolNow& school);

// news.not_yours: of «Школа» they are by the administration and whoever the regulation names, of a
// class by its class teacher or the administration too, of «Учительская» by all staff;
// news.staffroom_class, news.past; text.empty, text.too_long.
Outcome check(const events::NewsPosted& fact, const Act& act, const SchoolNow& school);

// news.withdrawn, news.not_yours (neither the author nor who may post such news for the school).
Outcome check(const events::NewsWithdrawn& fact, const Act& act, const SchoolNow& school);

// event.not_yours (of the whole school, by a class teacher), event.time (it ends before it begins,
// or past midnight), event.day (too far ahead), year.closed, event.no_class (the class is not open
// on that day); text.empty, text.too_long.
Outcome check(const events::EventPlanned& fact, const Act& act, const SchoolNow& school);

// event.cancelled, event.not_yours.
Outcome check(const events::EventCancelled& fact, const Act& act, const SchoolNow& school);

// Whether the person answers that asker's questions about the journal: the administration does, and
// whom the regulation names for staff or for families.
bool consults(events::PersonNumber person, events::PersonNumber asker, const SchoolNow& school);

// Whether the post is for that reader: «Учительская» for staff, a class's news for who learns,
// teaches or has children there and for the administration. Requires: it stands.
bool is_for(const events::NewsPosted& post, events::PersonNumber reader, const SchoolNow& school);

// Likewise an event.
bool is_for(const events::EventPlanned& event, events::PersonNumber reader,
            const SchoolNow& school);

}  // namespace letopis::rules
