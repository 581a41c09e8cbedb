// Which kinds of notices somebody who chose e-mail wishes to have. It is a matter of comfort and
// not of the record: it stands on the school's shelf, and may be changed as often as one likes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "mail/notice.h"
#include "shelf/shelf.h"

namespace letopis::mail {

// The numbers are for ever: they are bits of rows.
enum class Topic : std::uint8_t {
  kMessages = 0,
  kNews = 1,
  kEvents = 2,  // planned or cancelled
  kAbsences = 3,
  kCorrections = 4,  // of marks: another value, or taken back
  kWeek = 5,         // the diary's week, on Monday
  kDay = 6,          // the diary's day, in its evening
};
inline constexpr std::string_view kTopicNames[] = {"messages",    "news", "events", "absences",
                                                   "corrections", "week", "day"};

// A set of topics.
class Topics {
 public:
  constexpr Topics() = default;
  constexpr Topics(std::initializer_list<Topic> topics) {
    for (const auto topic : topics) add(topic);
  }
  static constexpr Topics of_bits(std::uint16_t bits) {
    Topics topics;
    topics.bits_ = bits;
    return topics;
  }
  constexpr void add(Topic topic) { bits_ = static_cast<std::uint16_t>(bits_ | bit(topic)); }
  constexpr bool has(Topic topic) const { return (bits_ & bit(topic)) != 0; }
  constexpr std::uint16_t bits() const { return bits_; }
  bool operator==(const Topics&) const = default;

 private:
  static constexpr unsigned bit(Topic topic) { return 1U << static_cast<unsigned>(topic); }
  std::uint16_t bits_ = 0;
};

// Of who has not said otherwise.
inline constexpr Topics kUsualTopics{Topic::kMessages, Topic::kNews, Topic::kEvents,
                                     Topic::kAbsences, Topic::kWeek};

// By its name; empty iff there is none such.
std::optional<Topic> topic_named(std::string_view name);

// Empty iff the notice is no matter of choice: of the services, and of one's own account.
std::optional<Topic> topic_of(NoticeKind kind);

// Any thread. Throws ShelfFailure.
Topics topics_of(events::PersonNumber person, const shelf::Shelf& shelf);
void choose_topics(events::PersonNumber person, Topics topics, shelf::Shelf& shelf);

}  // namespace letopis::mail
