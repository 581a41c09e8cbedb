// Facts: messages, news and events (COM).
// `visit_fields(self, visit)` calls visit(name, field) for each field in the order of event.capnp.
#pragma once

#include <string_view>

#include "events/values.h"

namespace letopis::events {

// A person wrote to others; everybody, the author among them, has a copy of their own.
struct MessageSent {
  static constexpr std::string_view kName = "message_sent";

  MessageNumber message = {};
  std::vector<Letter> letters;
  std::optional<MessageNumber> about;  // the message that it answers

  bool operator==(const MessageSent&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("message", declares(self.message));
    visit("letters", self.letters);
    visit("about", self.about);
  }
};

// The author's message asks for help with the journal itself.
struct HelpAsked {
  static constexpr std::string_view kName = "help_asked";

  MessageNumber message = {};
  HelpMatter matter = {};

  bool operator==(const HelpAsked&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("message", self.message);
    visit("matter", self.matter);
  }
};

// News for a section, or for one class of the school.
struct NewsPosted {
  static constexpr std::string_view kName = "news_posted";

  PostNumber post = {};
  NewsSection section = {};
  NewsKind kind = {};
  std::optional<ClassNumber> school_class;
  Commitment title = {};
  Commitment text = {};
  std::optional<Day> until;  // the last day on which it is of use; empty: no such day

  bool operator==(const NewsPosted&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("post", declares(self.post));
    visit("section", self.section);
    visit("kind", self.kind);
    visit("school_class", self.school_class);
    visit("title", self.title);
    visit("text", self.text);
    visit("until", self.until);
  }
};

// News are taken back.
struct NewsWithdrawn {
  static constexpr std::string_view kName = "news_withdrawn";

  PostNumber post = {};

  bool operator==(const NewsWithdrawn&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("post", self.post);
  }
};

// Something will take place in a class, or in the whole school.
struct EventPlanned {
  static constexpr std::string_view kName = "event_planned";

  SchoolEventNumber event = {};
  std::optional<ClassNumber> school_class;
  Day day = {};
  std::optional<TimeSpan> time;
  Commitment title = {};
  std::optional<Commitment> text;

  bool operator==(const EventPlanned&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("event", declares(self.event));
    visit("school_class", self.school_class);
    visit("day", self.day);
    visit("time", self.time);
    visit("title", self.title);
    visit("text", self.text);
  }
};

// A planned event will not take place.
struct EventCancelled {
  static constexpr std::string_view kName = "event_cancelled";

  SchoolEventNumber event = {};

  bool operator==(const EventCancelled&) const = default;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("event", self.event);
  }
};

}  // namespace letopis::events
