// What things are called in the log: numbers of things, positions, days, moments, ids.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>

#include "signing/digest.h"

namespace letopis::events {

// Everything that is numbered in sequence per log, from 1, and never reused.
enum class NumberKind : std::uint8_t {
  kPerson,
  kYear,
  kPeriod,
  kBellSchedule,
  kRoom,
  kSubject,
  kClass,
  kGroup,
  kLoad,
  kPlan,
  kTimetable,
  kLesson,
  kSubstitution,
  kPermission,
  kOutage,
  kDispute,
  kRemark,
  kControlNote,
  kCopy,
  kVolume,
  kMedium,
  kDocument,
  kPoint,
  kMessage,
  kPost,
  kSchoolEvent,
};

// A number of one kind; kinds do not mix. Absence is an empty optional, on the wire 0.
template <NumberKind kKind>
struct Number {
  static constexpr NumberKind kind = kKind;
  std::uint32_t value = 0;
  auto operator<=>(const Number&) const = default;
};

using PersonNumber = Number<NumberKind::kPerson>;  // as an author, 0 is the founder
using YearNumber = Number<NumberKind::kYear>;
using PeriodNumber = Number<NumberKind::kPeriod>;
using BellScheduleNumber = Number<NumberKind::kBellSchedule>;
using RoomNumber = Number<NumberKind::kRoom>;
using SubjectNumber = Number<NumberKind::kSubject>;
using ClassNumber = Number<NumberKind::kClass>;
using GroupNumber = Number<NumberKind::kGroup>;
using LoadNumber = Number<NumberKind::kLoad>;
using PlanNumber = Number<NumberKind::kPlan>;
using TimetableNumber = Number<NumberKind::kTimetable>;
using LessonNumber = Number<NumberKind::kLesson>;
using SubstitutionNumber = Number<NumberKind::kSubstitution>;
using PermissionNumber = Number<NumberKind::kPermission>;
using OutageNumber = Number<NumberKind::kOutage>;
using DisputeNumber = Number<NumberKind::kDispute>;
using RemarkNumber = Number<NumberKind::kRemark>;
using ControlNoteNumber = Number<NumberKind::kControlNote>;
using CopyNumber = Number<NumberKind::kCopy>;
using VolumeNumber = Number<NumberKind::kVolume>;
using MediumNumber = Number<NumberKind::kMedium>;
using DocumentNumber = Number<NumberKind::kDocument>;
using PointNumber = Number<NumberKind::kPoint>;
using MessageNumber = Number<NumberKind::kMessage>;
using PostNumber = Number<NumberKind::kPost>;
using SchoolEventNumber = Number<NumberKind::kSchoolEvent>;  // not an event of the log

// Place of an entry in the log, from 0; a size counts the entries before a position.
struct Position {
  std::uint64_t value = 0;
  auto operator<=>(const Position&) const = default;
};

// Keys are counted in the order in which the log learned them; the founder's key is 0.
struct KeyNumber {
  std::uint32_t value = 0;
  auto operator<=>(const KeyNumber&) const = default;
};

// A day of the school's time zone, counted from 1970-01-01.
struct Day {
  std::int32_t value = 0;
  auto operator<=>(const Day&) const = default;
};

// A moment: UTC, milliseconds from 1970-01-01.
struct Instant {
  std::int64_t milliseconds = 0;
  auto operator<=>(const Instant&) const = default;
};

// The random 32 bytes that name a log; nothing signed for one log enters another.
struct LogId {
  signing::Digest bytes;
  auto operator<=>(const LogId&) const = default;
};

// Given by an author to all events of one wish; the author never uses it twice.
struct CommandId {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const CommandId&) const = default;
};

// Stands in the log for a private text: see commitment.h.
struct Commitment {
  signing::Digest digest;
  auto operator<=>(const Commitment&) const = default;
};

}  // namespace letopis::events
