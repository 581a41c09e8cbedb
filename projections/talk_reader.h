// Reads messages, news and events from the view `talk`. Void ones are left out, and so is, of news
// and events, what was taken back. Who may see what is for rules to say.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "events/facts.h"
#include "events/views.h"
#include "projections/directory_reader.h"
#include "projections/filed.h"
#include "projections/interval.h"

namespace letopis::projections {

struct TalkMessage {
  events::MessageNumber conversation;  // by the message that began it
  Filed<events::MessageSent> sent;
  // The person's own copy; empty iff they take no part in it.
  std::optional<events::Commitment> copy_of(events::PersonNumber person) const;
  bool operator==(const TalkMessage&) const = default;
};

// So many, the newest first, of those before a position.
struct Newest {
  std::size_t limit = 0;
  events::Position before = kWholeLog;
};

// Borrows the directory and its views; reads as of its size. One thread at a time.
class Talk {
 public:
  Talk(const events::ViewReader& views, const Directory& directory)
      : views_(views), directory_(directory) {}

  // Those in which the person takes part, written or received.
  std::vector<TalkMessage> messages_of(events::PersonNumber person, const Newest& which) const;
  // Of each conversation of theirs the last message in which they take part.
  std::vector<TalkMessage> conversations_of(events::PersonNumber person, const Newest& which) const;
  // The messages of the conversation in which the person takes part, the newest last.
  std::vector<TalkMessage> conversation(events::MessageNumber begun_by,
                                        events::PersonNumber person) const;
  // Empty iff there is no such message.
  std::optional<events::MessageNumber> conversation_of(events::MessageNumber message) const;

  // Messages that ask for help, by their numbers, with the first answer that one of those asked
  // gave.
  struct Help {
    Filed<events::HelpAsked> asked;
    Filed<events::MessageSent> sent;
    std::optional<Stamp> answered;
  };
  std::vector<Help> help_asked() const;
  // Empty iff the message does not ask for any.
  std::optional<Help> help_asked_by(events::MessageNumber message) const;

  // Of a section; `wanted` says which of them count against the limit.
  using Wanted = std::function<bool(const Filed<events::NewsPosted>& post)>;
  std::vector<Filed<events::NewsPosted>> news(events::NewsSection section, const Newest& which,
                                              const Wanted& wanted) const;
  // Who has stated to have read it, in the order of the log.
  std::vector<Filed<events::AcquaintanceSigned>> readers_of(events::PostNumber post) const;

  // By day and, within one, as they were planned.
  std::vector<Filed<events::EventPlanned>> events_in(const Interval& days) const;
  // Those that were cancelled, too.
  std::vector<Filed<events::EventPlanned>> planned_in(const Interval& days) const;

 private:
  using Letter = std::function<bool(TalkMessage&& message)>;  // until it answers false
  void letters_of(events::PersonNumber person, events::Position before, const Letter& letter) const;
  std::optional<Filed<events::MessageSent>> message(events::MessageNumber number) const;
  std::optional<Help> help(const Filed<events::HelpAsked>& asked) const;
  std::vector<Help> help_of(const RowBytes& prefix) const;

  const events::ViewReader& views_;
  const Directory& directory_;
};

// Taken back, by a fact that stands.
bool is_withdrawn(events::PostNumber post, const Directory& directory);
bool is_cancelled(events::SchoolEventNumber event, const Directory& directory);

}  // namespace letopis::projections
