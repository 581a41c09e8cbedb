#include "hosting/entry_sight.h"

#include <algorithm>

#include "rules/concern.h"
#include "rules/reading.h"
#include "rules/talk_rules.h"

namespace letopis::hosting {
namespace {

void take_place(const projections::Place& place, EntrySight& out) {
  out.school_class = place.school_class;
  out.subject = place.subject;
  out.group = place.group;
}

void take_letters(const events::MessageSent& sent, EntrySight& out) {
  for (const auto& letter : sent.letters) out.participants.push_back(letter.person);
}

// Of talk: who takes part in it, and to whom it is said.
void take_hearers(const events::Fact& fact, const projections::Directory& directory,
                  EntrySight& out) {
  if (const auto* sent = std::get_if<events::MessageSent>(&fact)) take_letters(*sent, out);
  if (const auto* help = std::get_if<events::HelpAsked>(&fact)) {
    if (const auto sent = directory.declared<events::MessageSent>(help->message)) {
      take_letters(sent->fact, out);
    }
  }
  if (const auto* posted = std::get_if<events::NewsPosted>(&fact)) out.announced = *posted;
  if (const auto* planned = std::get_if<events::EventPlanned>(&fact)) out.announced = *planned;
  if (const auto* withdrawn = std::get_if<events::NewsWithdrawn>(&fact)) {
    if (const auto post = directory.declared<events::NewsPosted>(withdrawn->post)) {
      out.announced = post->fact;
    }
  }
  if (const auto* cancelled = std::get_if<events::EventCancelled>(&fact)) {
    if (const auto event = directory.declared<events::EventPlanned>(cancelled->event)) {
      out.announced = event->fact;
    }
  }
}

bool is_announced_to(events::PersonNumber reader, const Announced& announced,
                     const rules::SchoolNow& school) {
  if (const auto* post = std::get_if<events::NewsPosted>(&announced)) {
    return rules::is_for(*post, reader, school);
  }
  if (const auto* event = std::get_if<events::EventPlanned>(&announced)) {
    return rules::is_for(*event, reader, school);
  }
  return false;
}

// What the psychologist records is closed even to most who read the whole school.
Outcome may_see_all(const EntrySight& entry, events::PersonNumber reader,
                    const rules::SchoolNow& school) {
  auto all = rules::may_read(rules::View::kChanges, reader, {}, school);
  const auto view = rules::journal_view(entry.group, school.directory());
  if (!all || view == rules::View::kJournal) return all;
  rules::Concern concern;
  concern.school_class = entry.school_class;
  concern.subject = entry.subject;
  concern.group = entry.group;
  return rules::may_read(view, reader, concern, school);
}

}  // namespace

EntrySight sight_of(const events::RecordedEvent& event, const projections::Directory& directory) {
  const auto& fact = event.event.fact;
  const auto concern = rules::concern_of(fact, directory);
  EntrySight out{event.position, event.recorded, event.event.author,   events::name_of(fact),
                 concern.person, concern.lesson, concern.school_class, concern.subject,
                 concern.group,  concern.day};
  take_hearers(fact, directory, out);
  if (concern.lesson) {
    if (const auto lesson = directory.lesson(*concern.lesson)) {
      take_place(lesson->place, out);
      if (!out.day) out.day = lesson->held.fact.day;
    }
  } else if (concern.load) {
    if (const auto load = directory.load(*concern.load)) take_place(load->place, out);
  }
  return out;
}

Outcome may_see(const EntrySight& entry, events::PersonNumber reader,
                const rules::SchoolNow& school) {
  const auto& participants = entry.participants;
  if (entry.author == reader ||
      std::find(participants.begin(), participants.end(), reader) != participants.end() ||
      is_announced_to(reader, entry.announced, school)) {
    return Done{};
  }
  auto all = may_see_all(entry, reader, school);
  if (all || !entry.subject) return all;
  rules::Concern concern;
  concern.school_class = entry.school_class;
  concern.subject = entry.subject;
  concern.group = entry.group;
  const auto view = rules::journal_view(entry.group, school.directory());
  if (rules::may_read(view, reader, concern, school)) return Done{};
  if (!entry.person) return all;
  rules::Concern of_pupil;
  of_pupil.person = entry.person;
  return rules::may_read(rules::View::kDiary, reader, of_pupil, school);
}

}  // namespace letopis::hosting
