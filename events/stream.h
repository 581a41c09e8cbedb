// A stream is what two people could fight over; its events are counted without gaps from 1.
#pragma once

#include <compare>
#include <cstdint>

#include "events/facts.h"

namespace letopis::events {

enum class StreamKind : std::uint16_t {
  kSchool,
  kYear,
  kClass,
  kGroup,
  kLoad,
  kTimetable,
  kPerson,
  kLesson,
  kCell,        // lesson, pupil
  kPeriodMark,  // pupil, subject, period * 4 + result kind
  kDispute,
  kPermission,
  kRemark,
  kControlNote,
  kCopy,
  kVolume,
  kMedium,
  kMessage,
  kPost,
  kSchoolEvent,
};

struct Stream {
  StreamKind kind = StreamKind::kSchool;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
  auto operator<=>(const Stream&) const = default;
};

// The one stream that a fact belongs to; an event that names another is refused.
Stream stream_of(const Fact& fact);

}  // namespace letopis::events
