// The projection `talk`: what people write to one another and tell one another, filed by who reads
// it. Read through talk_reader.h.
//
//   1, person, newest first (8)       their letters → message, the conversation it belongs to
//   2, conversation, position         its messages → message
//   3, message                        → the conversation it belongs to
//   4, section (1), newest first (8)  news
//   5, day, position                  events
//   6, post, position                 who has read it
//   7, message, position              that it asks for help
//
// A conversation is called by the message that began it. Numbers take 4 bytes. "Newest first" is
// the position counted down from the greatest there can be.
#pragma once

#include "events/views.h"

namespace letopis::projections {

enum class TalkPart : std::uint8_t {
  kLetters = 1,
  kConversations = 2,
  kBeginnings = 3,
  kNews = 4,
  kEvents = 5,
  kReadNews = 6,
  kHelp = 7
};

events::Projection talk_projection();

}  // namespace letopis::projections
