// A tiny school made by facts: one class of three pupils, two teachers, a class teacher's reasons.
// Nothing is signed: projections take events as recorded.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "projections/memory_views.h"
#include "projections/projections.h"
#include "regulations/civil_day.h"
#include "regulations/time_zone.h"

namespace letopis::projections {

inline events::Day day(std::string_view iso) { return *regulations::parse_iso(iso); }

// Persons of the school; each has the key of the same number (the founder's is 0).
inline constexpr events::PersonNumber kDirector{1};
inline constexpr events::PersonNumber kMaths{2};
inline constexpr events::PersonNumber kEnglish{3};
inline constexpr events::PersonNumber kAnna{4};
inline constexpr events::PersonNumber kBoris{5};
inline constexpr events::PersonNumber kVera{6};

inline constexpr events::ClassNumber kFifthA{1};
inline constexpr events::ClassNumber kFifthB{2};
inline constexpr events::SubjectNumber kMathematics{1};
inline constexpr events::SubjectNumber kForeign{2};
inline constexpr events::GroupNumber kFirstGroup{1};   // of 5а: Anna, Boris
inline constexpr events::GroupNumber kSecondGroup{2};  // of 5а: Vera
inline constexpr events::LoadNumber kMathsOfA{1};
inline constexpr events::LoadNumber kMathsOfB{2};
inline constexpr events::LoadNumber kEnglishFirst{3};
inline constexpr events::LoadNumber kEnglishSecond{4};
inline constexpr events::PeriodNumber kFirstQuarter{1};
inline constexpr events::PeriodNumber kSecondQuarter{2};

// The moment at which the clock of Moscow shows it.
events::Instant moscow(std::string_view iso_day, unsigned hour, unsigned minute = 0);

class SmallSchool {
 public:
  SmallSchool();

  // Records a fact now; the clock goes on by a second.
  events::Position add(events::PersonNumber author, events::Fact fact);
  void set_clock(events::Instant now) { now_ = now; }
  void set_clock(std::string_view iso_day, unsigned hour, unsigned minute = 0) {
    set_clock(moscow(iso_day, hour, minute));
  }
  void set_stated(std::optional<events::Instant> stated) { stated_ = stated; }
  events::Instant now() const { return now_; }

  // Short for facts that every test needs. A lesson's marks and absences are the teacher's.
  events::LessonNumber hold(events::LoadNumber load, std::string_view iso_day, std::uint16_t bell);
  events::Position mark(events::LessonNumber lesson, events::PersonNumber pupil,
                        events::MarkValue value, std::uint16_t ordinal = 1, std::uint16_t work = 0);
  events::Position correct(events::LessonNumber lesson, events::PersonNumber pupil,
                           events::MarkValue value, std::uint16_t ordinal = 1);
  events::Position withdraw(events::LessonNumber lesson, events::PersonNumber pupil,
                            std::uint16_t ordinal = 1);
  events::Position absent(events::LessonNumber lesson, events::PersonNumber pupil);
  events::Position late(events::LessonNumber lesson, events::PersonNumber pupil,
                        std::uint16_t minutes);
  // The notice that the person's key was compromised.
  events::Position compromise(events::PersonNumber person, events::Instant noticed);

  const MemoryViews& views() const { return views_; }
  const std::vector<events::RecordedEvent>& log() const { return log_; }
  events::Position size() const { return {log_.size()}; }

 private:
  void found();
  void add_people();
  void add_teaching();
  struct Held {
    events::Day day;
    events::PersonNumber teacher;
  };

  std::vector<events::Projection> projections_ = all();
  MemoryViews views_;
  std::vector<events::RecordedEvent> log_;
  std::vector<Held> lessons_;
  events::Instant now_;
  std::optional<events::Instant> stated_;
};

// Folds some events from nothing.
MemoryViews folded(const std::vector<events::RecordedEvent>& log, std::size_t count);

// A key that differs for each number; nobody could sign with it.
signing::PublicKey key_of_number(std::uint32_t number);

}  // namespace letopis::projections
