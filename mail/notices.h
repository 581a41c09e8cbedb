// Which notices follow from the log: a pure function of its entries and views. DRY-06, DRY-08.
#pragma once

#include <optional>
#include <vector>

#include "events/event.h"
#include "mail/notice.h"
#include "projections/directory_reader.h"

namespace letopis::mail {

// As the parent chose last; empty iff never.
std::optional<events::NoticeChannel> channel_of(events::PersonNumber parent,
                                                const projections::Directory& directory);

// Only parents who chose e-mail are told, of whichever topic (topics.h):
//   message_sent     each of them who takes part and did not write it
//   news_posted      «Школа»: those of the class, or of the whole school
//   event_planned    likewise; event_cancelled, too
//   absence_noted    the absent pupil's
//   mark_corrected   the pupil's; mark_withdrawn, too
// `today`: whose children are in which class.
std::vector<Notice> notices_of(const events::RecordedEvent& event,
                               const projections::Directory& directory, events::Day today);

// The diary of the week that begins on that Monday, for each child of a parent who chose e-mail.
std::vector<Notice> weekly_notices(events::Day monday, const projections::Directory& directory);

// The diary of that day, likewise.
std::vector<Notice> daily_notices(events::Day day, const projections::Directory& directory);

// On the first day of a period (quarter, half-year): what notices there are, for every parent of a
// pupil who has not chosen another way, or to be told nothing.
std::vector<Notice> services_notices(events::Day first_day,
                                     const projections::Directory& directory);

// The first days of the periods that begin after `after`, up to `until`; each once.
std::vector<events::Day> periods_begun(events::Day after, events::Day until,
                                       const projections::Directory& directory);

}  // namespace letopis::mail
