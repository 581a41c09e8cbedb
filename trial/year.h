// A school that lives the year 2025/26 out of a seed: teachers, pupils and families with names, a
// timetable, lessons, marks, absences, corrections and disputes, as commands in the order of time.
//
// The same settings give the same commands, bit for bit, on any machine: the arithmetic is in
// integers and the generator is our own. Nothing here knows a log, a disk or a clock; the caller
// gives each fact its stream and version, signs it and records it.
//
//   founder ─ director ─ deputy, administrator ─ teachers ─ classes, families   18 … 31 August
//   lessons, marks, absences … by the timetable of each quarter                 1 September … 26
//   May period marks ≤ 3 days after a period, exams in June, promotion, the year is closed
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string_view>

#include "signing/ed25519.h"
#include "trial/command.h"
#include "trial/settings.h"

namespace letopis::trial {

// A cell of a journal whose history is worth showing.
struct CellPlace {
  events::ClassNumber school_class;
  events::SubjectNumber subject;
  events::LessonNumber lesson;
  events::PersonNumber pupil;
  events::Day day;
  bool operator==(const CellPlace&) const = default;
};

// What was handed out, counted as it went.
struct Summary {
  std::uint64_t commands = 0;
  std::uint64_t events = 0;
  std::map<std::string_view, std::uint64_t> facts;  // by the name of the fact
  // Attempts in vain, by the code of their refusal; in none of the figures above.
  std::map<std::string_view, std::uint32_t> in_vain;
  std::uint32_t classes = 0;
  std::uint32_t pupils = 0;  // with those who came during the year
  std::uint32_t teachers = 0;
  std::uint32_t late_lessons = 0;        // recorded on a later day than they were held
  std::uint32_t void_events = 0;         // signed with the compromised key after the notice
  std::optional<CellPlace> disputed;     // a mark disputed and corrected
  std::optional<CellPlace> compromised;  // a mark changed with the stolen key
  bool operator==(const Summary&) const = default;
};

// One thread at a time; it keeps no reference to what it is given.
class Year {
 public:
  // Requires: 1 … kMaxPupils pupils.
  explicit Year(Settings settings);

  // Calls `give` for each command, in order. May be called again: it gives the same ones.
  void live(const std::function<void(Command)>& give);

  // Of the last `live`; empty before it.
  const Summary& summary() const { return summary_; }

  // Names this trial: from the seed, the number of pupils and the origin.
  events::LogId log_id() const;

  // Keys derive from the seed. A person has one key, number 0; after a compromise the next. The
  // founder is person 0. Any thread may ask.
  signing::PrivateKey key_of(events::PersonNumber person, unsigned which = 0) const;
  // The seed of the key that signs the checkpoints of the log.
  signing::Secret32 log_seed() const;

 private:
  Settings settings_;
  Summary summary_;
};

}  // namespace letopis::trial
