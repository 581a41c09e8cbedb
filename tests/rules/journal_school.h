// The small school with offices, bells, a regulation and families, where everything that is said
// passes the rules first.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "events/commitment.h"
#include "outcome/result.h"
#include "projections/small_school.h"

namespace letopis::rules {

using projections::day;
using projections::kAnna;
using projections::kBoris;
using projections::kDirector;
using projections::kEnglish;
using projections::kEnglishFirst;
using projections::kFifthA;
using projections::kFifthB;
using projections::kFirstGroup;
using projections::kFirstQuarter;
using projections::kForeign;
using projections::kMathematics;
using projections::kMaths;
using projections::kMathsOfA;
using projections::kMathsOfB;
using projections::kSecondQuarter;
using projections::kVera;
using projections::moscow;

inline constexpr events::PersonNumber kDeputy{7};
inline constexpr events::PersonNumber kMother{8};  // Anna's
inline constexpr events::PersonNumber kColleague{9};
inline constexpr events::PersonNumber kComer{10};  // in 5а from 1 October on
inline constexpr events::PersonNumber kFirstGrader{11};
inline constexpr events::PersonNumber kAdministrator{12};

inline constexpr events::ClassNumber kFirstA{3};
inline constexpr events::LoadNumber kMathsOfFirst{5};
inline constexpr events::PeriodNumber kWholeYear{3};
inline constexpr events::YearNumber kYear{1};

using Rules = std::map<std::string, std::string>;

// Bells: 8:30, 9:30, 10:30 … of 45 minutes; of 30 on the shortened 30 September.
class JournalSchool {
 public:
  // The regulation's parameters, each with the clause "§". Clock: 2 September 2025, 12:00.
  explicit JournalSchool(const Rules& parameters = {},
                         const std::string& time_zone = "Europe/Moscow");

  // One command at the school's clock: heard as a wish and as signed events, which must agree; if
  // it is allowed, it enters. `texts` are the private ones of the facts. "" or the refusal's code.
  std::string say(events::PersonNumber author, std::vector<events::Fact> facts,
                  const std::vector<events::PrivateText>& texts = {});
  // Of the last command that was refused.
  const Refusal& refusal() const { return refusal_; }

  // What passes the rules whatever they say: for what a test takes as given.
  void given(events::PersonNumber author, events::Fact fact);

  // The wall clock of the school.
  void clock(std::string_view iso_day, unsigned hour, unsigned minute = 0, unsigned second = 0);
  void clock(events::Instant now) { school_.set_clock(now); }
  events::Instant now() const { return school_.now(); }
  // The moment at which the school's clock shows it.
  events::Instant at(std::string_view iso_day, unsigned hour, unsigned minute = 0) const;

  // A lesson by the load's teacher on a day, as the rules allow it.
  events::LessonNumber lesson(events::LoadNumber load, std::string_view iso_day,
                              std::uint16_t bell = 1,
                              events::LessonKind kind = events::LessonKind::kOrdinary);
  events::LessonHeld held(events::LoadNumber load, std::string_view iso_day, std::uint16_t bell = 1,
                          events::LessonKind kind = events::LessonKind::kOrdinary) const;
  events::PermissionNumber permit(events::Instant until, std::string_view first_day,
                                  std::string_view last_day);

  const projections::SmallSchool& school() const { return school_; }
  const projections::MemoryViews& views() const { return school_.views(); }

 private:
  void add_people();
  void add_teaching();
  void keep(events::PersonNumber author, const events::Fact& fact);

  projections::SmallSchool school_;
  regulations::TimeZone zone_;
  std::map<events::Stream, std::uint32_t> versions_;
  Refusal refusal_;
};

// Facts as tests write them; the day is the lesson's.
events::MarkGiven mark(events::LessonNumber lesson, std::string_view iso_day,
                       events::PersonNumber pupil, events::MarkValue value,
                       std::uint16_t ordinal = 1, std::uint16_t work = 0);
events::MarkCorrected correction(events::LessonNumber lesson, std::string_view iso_day,
                                 events::PersonNumber pupil, events::MarkValue value);
events::MarkWithdrawn withdrawal(events::LessonNumber lesson, std::string_view iso_day,
                                 events::PersonNumber pupil);
events::AbsenceNoted absence(events::LessonNumber lesson, std::string_view iso_day,
                             events::PersonNumber pupil,
                             events::AbsenceKind kind = events::AbsenceKind::kAbsent,
                             std::uint16_t minutes = 0);
events::PeriodMarkGiven period_mark(events::PersonNumber pupil, events::MarkValue value,
                                    events::PeriodNumber period = kFirstQuarter,
                                    events::ResultKind kind = events::ResultKind::kPeriod);

inline const events::Order kOrder{"15-ОД", projections::day("2025-09-01")};

}  // namespace letopis::rules
