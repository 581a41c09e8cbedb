// What somebody is to be told, by numbers alone: what it says is read when it is written out, so
// that nothing of it lies outside of the vault.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "events/identifiers.h"

namespace letopis::mail {

enum class NoticeKind : std::uint8_t {
  kMessage = 1,      // of a message
  kNews = 2,         // of a post
  kEvent = 3,        // of a planned event
  kAbsence = 4,      // of a pupil, on a day
  kWeek = 5,         // a pupil's diary of the week that begins on a day
  kServices = 6,     // of the services there are, in the period that begins on a day
  kCancelled = 7,    // of an event that will not take place
  kCorrection = 8,   // of marks of a lesson that were changed or taken back on a day
  kDay = 9,          // a pupil's diary of a day
  kCredential = 10,  // of a change of one's own doors, by its entry in the log of access
  kStranger = 11,    // of sign-ins on a day from a browser that was not known
  kDigits = 12,      // of digits of the second factor that came a second time on a day
};

struct Notice {
  NoticeKind kind = {};
  events::PersonNumber to;
  std::uint32_t about = 0;  // message, post, event, pupil, lesson or entry; 0 where none is
  events::Day day;          // 0 where the kind names none
  auto operator<=>(const Notice&) const = default;
};

// 13 bytes that are the notice's own; another notice has others.
std::string key_of(const Notice& notice);
// Of bytes that `key_of` made.
Notice notice_of(std::string_view key);

}  // namespace letopis::mail
