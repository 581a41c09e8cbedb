// What an entry is about, and who may see it whole: as a line of the feed, as a receipt.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "events/event.h"
#include "rules/school_now.h"

namespace letopis::hosting {

// What the school tells many at once.
using Announced = std::variant<std::monostate, events::NewsPosted, events::EventPlanned>;

// Without private text.
struct EntrySight {
  events::Position position;
  events::Instant recorded;
  events::PersonNumber author;
  std::string_view fact;  // "mark_given"
  std::optional<events::PersonNumber> person;
  std::optional<events::LessonNumber> lesson;
  std::optional<events::ClassNumber> school_class;  // of the lesson or load, where one is named
  std::optional<events::SubjectNumber> subject;
  std::optional<events::GroupNumber> group;
  std::optional<events::Day> day;
  std::vector<events::PersonNumber> participants = {};  // of a message, or of a call for help
  Announced announced = {};  // posted or planned by this entry, or taken back
};

EntrySight sight_of(const events::RecordedEvent& event, const projections::Directory& directory);

// Its author; who takes part in the message; for whom the news or the event is; whoever may read
// the change report of the whole school; of a lesson or a subject, whoever may read that journal;
// of a pupil in them, whoever may read the diary. Refuses as rules::may_read does. ACC-03 to
// ACC-08.
Outcome may_see(const EntrySight& entry, events::PersonNumber reader,
                const rules::SchoolNow& school);

}  // namespace letopis::hosting
