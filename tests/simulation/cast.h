// Who lives in a simulated school and what it is arranged into, by number: all that the founding
// brings (founding.h).
#pragma once

#include <array>

#include "events/identifiers.h"
#include "events/values.h"

namespace letopis::simulation {

inline constexpr events::PersonNumber kFounder{0};
inline constexpr events::PersonNumber kDirector{1};
inline constexpr events::PersonNumber kDeputy{2};
inline constexpr events::PersonNumber kAdministrator{3};
inline constexpr events::PersonNumber kSecretary{4};
inline constexpr events::PersonNumber kMaths{5};         // teaches 5а and 5б
inline constexpr events::PersonNumber kForeign{6};       // teaches 5а, class teacher of 5б
inline constexpr events::PersonNumber kGuide{7};         // class teacher of 5а
inline constexpr events::PersonNumber kTutor{8};         // teaches 1а, and is its class teacher
inline constexpr events::PersonNumber kPsychologist{9};  // sees 5а
inline constexpr events::PersonNumber kFirstPupil{10};   // 10, 11, 12: 5а; 13: 5б; 14, 15: 1а
inline constexpr events::PersonNumber kLastPupil{15};
inline constexpr events::PersonNumber kMother{16};  // of 10
inline constexpr events::PersonNumber kFather{17};  // of 14
inline constexpr events::PersonNumber kStranger{18};
inline constexpr std::uint32_t kPeople = 18;

// Who has a key from the beginning.
inline constexpr std::array kSigners{kDirector,
                                     kDeputy,
                                     kAdministrator,
                                     kSecretary,
                                     kMaths,
                                     kForeign,
                                     kGuide,
                                     kTutor,
                                     kPsychologist,
                                     kFirstPupil,
                                     events::PersonNumber{14},
                                     kMother,
                                     kFather};

inline constexpr events::YearNumber kYear{1};  // 2025/26: four quarters, then the year itself
inline constexpr std::uint32_t kPeriods = 5;
inline constexpr events::ClassNumber kFifthA{1};
inline constexpr events::ClassNumber kFirstA{2};
inline constexpr events::ClassNumber kFifthB{3};
inline constexpr std::uint32_t kClasses = 3;
inline constexpr events::SubjectNumber kMathematics{1};
inline constexpr events::SubjectNumber kEnglish{2};
inline constexpr events::SubjectNumber kTalks{3};
inline constexpr std::uint32_t kSubjects = 3;

// Who teaches what to whom from the beginning.
struct LoadOfCast {
  events::PersonNumber teacher;
  events::SubjectNumber subject;
  events::ClassNumber school_class;
};
inline constexpr std::array kLoads{
    LoadOfCast{kMaths, kMathematics, kFifthA}, LoadOfCast{kForeign, kEnglish, kFifthA},
    LoadOfCast{kTutor, kMathematics, kFirstA}, LoadOfCast{kMaths, kMathematics, kFifthB},
    LoadOfCast{kPsychologist, kTalks, kFifthA}};

// Days are those of Moscow, three hours ahead of UTC all year.
inline constexpr std::int64_t kHourMs = 3'600'000;
inline constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr events::Day day_of(events::Instant moment) {
  return {static_cast<std::int32_t>((moment.milliseconds + 3 * kHourMs) / kDayMs)};
}

inline const events::Order kOrder{"15-ОД", {20'325}};  // 25 August 2025

}  // namespace letopis::simulation
