// A school that came about as a real one does: every fact of it, but for its regulation, was wished
// for and passed the rules.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "projections/memory_views.h"
#include "projections/projections.h"
#include "regulations/civil_day.h"
#include "regulations/time_zone.h"
#include "rules/propose.h"

namespace letopis::rules::founded {

inline constexpr events::PersonNumber kFounder{0};
inline constexpr events::PersonNumber kDirector{1};
inline constexpr events::PersonNumber kDeputy{2};
inline constexpr events::PersonNumber kAdministrator{3};
inline constexpr events::PersonNumber kSecretary{4};
inline constexpr events::PersonNumber kMaths{5};         // teaches 5а and 11а
inline constexpr events::PersonNumber kForeign{6};       // teaches 5б, class teacher of 5б
inline constexpr events::PersonNumber kPsychologist{7};  // sees 5а
inline constexpr events::PersonNumber kGuide{8};         // class teacher of 5а, and nothing else
inline constexpr events::PersonNumber kInspector{9};
inline constexpr events::PersonNumber kHead{10};     // of a methodical association
inline constexpr events::PersonNumber kControl{11};  // of the control group
inline constexpr events::PersonNumber kSite{12};
inline constexpr events::PersonNumber kAnna{13};    // 5а
inline constexpr events::PersonNumber kBoris{14};   // 5б
inline constexpr events::PersonNumber kVera{15};    // 11а
inline constexpr events::PersonNumber kMother{16};  // Anna's
inline constexpr events::PersonNumber kFather{17};  // Boris's
inline constexpr events::PersonNumber kNobody{18};  // registered, and nothing more
inline constexpr events::PersonNumber kNext{19};    // the next one

inline constexpr events::YearNumber kYear{1};  // 2025/26
inline constexpr events::ClassNumber kFifthA{1};
inline constexpr events::ClassNumber kFifthB{2};
inline constexpr events::ClassNumber kEleventh{3};
inline constexpr events::SubjectNumber kMathematics{1};
inline constexpr events::SubjectNumber kEnglish{2};
inline constexpr events::SubjectNumber kTalks{3};
inline constexpr events::GroupNumber kGroup{1};  // of 5а: nobody yet
inline constexpr events::LoadNumber kMathsOfA{1};
inline constexpr events::LoadNumber kEnglishOfB{2};
inline constexpr events::LoadNumber kMathsOfEleventh{3};
inline constexpr events::LoadNumber kTalksOfA{4};
inline constexpr std::uint32_t kLoads = 4;
inline constexpr events::PeriodNumber kFirstQuarter{1};
inline constexpr events::PeriodNumber kSecondQuarter{2};
inline constexpr events::PeriodNumber kThirdQuarter{3};
inline constexpr events::PeriodNumber kFourthQuarter{4};

inline events::Day day(std::string_view iso) { return *regulations::parse_iso(iso); }
inline const events::Order kOrder{"15-ОД", {20'325}};  // 25 August 2025

// Parameters of a regulation, each with the clause "§".
using Rules = std::map<std::string, std::string>;

class RulesSchool {
 public:
  // In force from 25 August 2025; the clock stands at 2 September 2025, 12:00 in Moscow. On Mondays
  // of the first quarter the first lesson is mathematics in 5а, the second English in 5б.
  explicit RulesSchool(const Rules& rules = {});

  // One command. "" iff it was allowed, and then it is in the log; or the refusal's code.
  std::string say(events::PersonNumber author, std::vector<events::Fact> facts);
  std::string wish(events::PersonNumber author, const Command& command);
  // Of the last command that was refused; the facts of the last that was allowed.
  const Refusal& refusal() const { return refusal_; }
  const std::vector<events::Fact>& said() const { return said_; }

  // What passes the rules whatever they say.
  void given(events::PersonNumber author, const events::Fact& fact);

  void clock(std::string_view iso_day, unsigned hour, unsigned minute = 0);
  events::Instant at(std::string_view iso_day, unsigned hour, unsigned minute = 0) const;
  events::Instant now() const { return now_; }

  // A lesson by the load's teacher, and Anna's mark in one: as they stand in the log, whatever the
  // rules say.
  events::LessonNumber lesson(events::LoadNumber load, std::string_view iso_day,
                              std::uint16_t bell = 1);
  void mark(events::LessonNumber lesson, std::string_view iso_day,
            events::PersonNumber pupil = kAnna);
  void withdraw_mark(events::LessonNumber lesson, std::string_view iso_day,
                     events::PersonNumber pupil = kAnna);

  const projections::MemoryViews& views() const { return views_; }
  projections::Directory directory() const { return projections::Directory(views_); }
  const std::vector<events::RecordedEvent>& log() const { return log_; }

 private:
  void found(const Rules& rules);
  void add_staff();
  void add_year();
  void add_families();
  void add_teaching();
  void must(events::PersonNumber author, std::vector<events::Fact> facts);
  void keep(events::PersonNumber author, const events::Fact& fact);

  std::vector<events::Projection> projections_ = projections::all();
  projections::MemoryViews views_;
  std::vector<events::RecordedEvent> log_;
  std::map<events::PersonNumber, events::KeyNumber> keys_;  // the newest of each
  std::uint32_t next_key_ = 0;
  events::Instant now_;
  Refusal refusal_;
  std::vector<events::Fact> said_;
};

// A key that differs for each number; nobody could sign with it.
signing::PublicKey key_of_number(std::uint32_t number);

// The first key of a person, by activation; another by that ground.
events::KeyEnrolled enrolled(events::PersonNumber person,
                             events::KeyGround ground = events::KeyGround::kActivation,
                             std::uint32_t which = 0);

events::PrivateField name_field(std::uint8_t which);

}  // namespace letopis::rules::founded
