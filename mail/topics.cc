#include "mail/topics.h"

#include <algorithm>
#include <iterator>

#include "shelf/row.h"

namespace letopis::mail {
namespace {

std::string row_key(events::PersonNumber person) {
  return shelf::RowWriter("mail/topics/").u32(person.value).take();
}

}  // namespace

std::optional<Topic> topic_named(std::string_view name) {
  const auto* found = std::find(std::begin(kTopicNames), std::end(kTopicNames), name);
  if (found == std::end(kTopicNames)) return std::nullopt;
  return static_cast<Topic>(found - std::begin(kTopicNames));
}

std::optional<Topic> topic_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::kMessage: return Topic::kMessages;
    case NoticeKind::kNews: return Topic::kNews;
    case NoticeKind::kEvent:
    case NoticeKind::kCancelled: return Topic::kEvents;
    case NoticeKind::kAbsence: return Topic::kAbsences;
    case NoticeKind::kCorrection: return Topic::kCorrections;
    case NoticeKind::kWeek: return Topic::kWeek;
    case NoticeKind::kDay: return Topic::kDay;
    case NoticeKind::kCredential:
    case NoticeKind::kStranger:
    case NoticeKind::kDigits:
    case NoticeKind::kServices: return std::nullopt;
  }
  return std::nullopt;  // a row of a later program
}

Topics topics_of(events::PersonNumber person, const shelf::Shelf& shelf) {
  const auto row = shelf.get(row_key(person));
  return row ? Topics::of_bits(shelf::RowReader(*row).u16()) : kUsualTopics;
}

void choose_topics(events::PersonNumber person, Topics topics, shelf::Shelf& shelf) {
  const shelf::Change changes[] = {{row_key(person), shelf::RowWriter().u16(topics.bits()).take()}};
  shelf.write(changes);
}

}  // namespace letopis::mail
