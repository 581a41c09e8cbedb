#include "projections/random_school.h"

#include <array>
#include <random>

namespace letopis::projections {
namespace {

constexpr std::array kPupils{kAnna, kBoris, kVera};
constexpr std::array kLoads{kMathsOfA, kMathsOfB, kEnglishFirst, kEnglishSecond};

class Life {
 public:
  Life(SmallSchool& school, std::uint32_t seed) : school_(school), random_(seed) {}

  void step() {
    school_.set_clock({school_.now().milliseconds + std::int64_t{below(6)} * 3'600'000});
    if (held_.size() < 3) return hold();
    switch (below(20)) {
      case 0:
      case 1:
      case 2: return hold();
      case 3:
      case 4:
      case 5:
      case 6: return void(school_.mark(lesson(), pupil(), value(), ordinal(), small(2)));
      case 7:
      case 8: return void(school_.correct(lesson(), pupil(), value(), ordinal()));
      case 9: return void(school_.withdraw(lesson(), pupil(), ordinal()));
      case 10:
      case 11: return void(school_.absent(lesson(), pupil()));
      case 12: return void(school_.late(lesson(), pupil(), small(30)));
      case 13: return describe();
      case 14: return explain();
      case 15: return period_mark();
      case 16: return move();
      case 17: return rule();
      case 18: return unhold();
      default: return rarely();
    }
  }

 private:
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_()) % bound; }
  std::uint16_t small(std::uint32_t bound) { return static_cast<std::uint16_t>(below(bound)); }
  std::uint16_t ordinal() { return static_cast<std::uint16_t>(1 + below(2)); }
  events::PersonNumber pupil() { return kPupils[below(kPupils.size())]; }
  events::MarkValue value() { return static_cast<events::MarkValue>(below(9)); }
  events::Day some_day() { return {day("2025-09-01").value + static_cast<int>(below(60))}; }
  events::LessonNumber lesson() { return {1 + below(static_cast<std::uint32_t>(held_.size()))}; }
  events::Day day_of(events::LessonNumber number) const { return held_[number.value - 1]; }

  void hold() {
    held_.push_back(some_day());
    school_.hold(kLoads[below(kLoads.size())], regulations::iso(held_.back()), ordinal());
  }

  void describe() {
    const events::LessonNumber about = lesson();
    const events::Day on = day_of(about);
    school_.add(kMaths, events::TopicSet{about, on, "тема " + std::to_string(below(9)), "",
                                         std::nullopt, 0});
    school_.add(kMaths, events::WorkSet{about, on, small(2), events::WorkKind::kControl,
                                        static_cast<std::uint16_t>(100 * (1 + below(3))), "К"});
    school_.add(kEnglish,
                events::HomeworkSet{about, on, events::HomeworkKind::kRead, "§ 1", std::nullopt});
    school_.add(kEnglish, events::IndividualHomeworkSet{
                              about, pupil(), on, events::HomeworkKind::kRead, {}, std::nullopt});
    school_.add(kMaths, events::PupilNoted{pupil(), events::PupilNoteKind::kRemark, about, {}});
  }

  void explain() {
    const events::Day first = some_day();
    school_.add(kMaths, events::AbsenceExplained{pupil(),
                                                 kFifthA,
                                                 first,
                                                 {first.value + static_cast<int>(below(5))},
                                                 static_cast<events::AbsenceReason>(below(3)),
                                                 std::nullopt});
    school_.add(kMaths, events::AttendanceReviewed{kFifthA, first, first});
  }

  void period_mark() {
    const events::PersonNumber whose = pupil();
    school_.add(kMaths,
                events::PeriodMarkGiven{whose, kFifthA, kMathematics, kFirstQuarter,
                                        events::ResultKind::kPeriod, value(), std::nullopt});
    school_.add(kEnglish, events::PeriodMarkCorrected{whose, kFifthA, kMathematics, kFirstQuarter,
                                                      events::ResultKind::kPeriod, value(),
                                                      events::ChangeType::kRetake,
                                                      events::ChangeReason::kRetaken, std::nullopt,
                                                      std::nullopt, std::nullopt});
  }

  void move() {
    const bool back = below(2) == 0;
    school_.add(kDirector,
                events::PupilMoved{
                    pupil(), back ? kFifthB : kFifthA, back ? kFifthA : kFifthB, some_day(), {}});
    school_.add(kDirector, events::GroupLeft{kFirstGroup, pupil(), some_day()});
    school_.add(kDirector, events::GroupJoined{kSecondGroup, pupil(), some_day()});
  }

  void rule() {
    static constexpr std::array kTerms{"lesson_day", "17:00", "7d", "1d"};
    school_.add(kDirector,
                events::ParameterChanged{
                    {"entry.mark.due", kTerms[below(kTerms.size())], "3"}, {}, some_day()});
    school_.add(kDirector, events::ParameterChanged{{"edit.window", "1w", "3.6"}, {}, some_day()});
  }

  void unhold() {
    const events::LessonNumber about = lesson();
    if (below(4) == 0) {
      school_.add(kMaths, events::LessonWithdrawn{about, day_of(about),
                                                  events::ChangeReason::kEnteredInError});
    } else {
      school_.add(kMaths, events::AbsenceWithdrawn{about, pupil(), day_of(about),
                                                   events::ChangeReason::kWrongPupil});
    }
  }

  void rarely() {
    if (below(4) != 0) return;
    const events::PersonNumber whose = below(2) == 0 ? kMaths : kEnglish;
    const std::int64_t back = std::int64_t{below(72)} * 3'600'000;
    school_.compromise(whose, {school_.now().milliseconds - back});
  }

  SmallSchool& school_;
  std::mt19937 random_;
  std::vector<events::Day> held_;
};

}  // namespace

SmallSchool random_school(std::uint32_t seed, std::size_t steps) {
  SmallSchool school;
  live_at_random(school, seed, steps);
  return school;
}

void live_at_random(SmallSchool& school, std::uint32_t seed, std::size_t steps) {
  Life life(school, seed);
  for (std::size_t i = 0; i < steps; ++i) life.step();
}

}  // namespace letopis::projections
