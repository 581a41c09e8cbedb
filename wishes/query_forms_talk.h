// What can be asked of messages, news and events. Lists are the newest first, at most so many, and
// go on before the position of the last one told.
#pragma once

#include <optional>

#include "events/enumerations.h"
#include "events/identifiers.h"
#include "wishes/form.h"

namespace letopis::wishes {

struct AskMessages {
  static constexpr std::string_view kName = "messages";
  static constexpr Text kTells{"Своя переписка: беседы, каждая с последним сообщением.",
                               "One's own messages: conversations, each with its last message."};
  std::optional<events::Position> before;
  std::optional<std::uint32_t> limit;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("before", self.before);
    visit("limit", self.limit);
    visit("as_of", self.as_of);
  }
};

struct AskThread {
  static constexpr std::string_view kName = "thread";
  static constexpr Text kTells{"Беседа, к которой относится сообщение, по порядку.",
                               "The conversation that a message belongs to, in order."};
  events::MessageNumber message;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("message", self.message);
    visit("as_of", self.as_of);
  }
};

struct AskNews {
  static constexpr std::string_view kName = "news";
  static constexpr Text kTells{"Новости и объявления раздела, которые открыты читающему.",
                               "News of a section, as far as they are for the reader."};
  std::optional<events::NewsSection> section;
  std::optional<events::ClassNumber> school_class;
  bool past = false;
  std::optional<events::Position> before;
  std::optional<std::uint32_t> limit;
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("section", self.section);
    visit("class", self.school_class);
    visit("past", self.past);
    visit("before", self.before);
    visit("limit", self.limit);
    visit("as_of", self.as_of);
  }
};

struct AskEvents {
  static constexpr std::string_view kName = "events";
  static constexpr Text kTells{"Мероприятия школы и классов; без срока — на неделю вперёд.",
                               "Events of the school and its classes; for a week by default."};
  std::optional<events::ClassNumber> school_class;
  std::optional<events::Day> first;
  std::optional<events::Day> last;
  bool cancelled = false;  // those that were cancelled, too
  std::optional<events::Instant> as_of;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
    visit("from", self.first);
    visit("to", self.last);
    visit("cancelled", self.cancelled);
    visit("as_of", self.as_of);
  }
};

struct AskAddressees {
  static constexpr std::string_view kName = "addressees";
  static constexpr Text kTells{"Кому можно написать: имена, роли, классы.",
                               "Whom one may write to: names, roles, classes."};
  std::optional<events::ClassNumber> school_class;
  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit("class", self.school_class);
  }
};

}  // namespace letopis::wishes
