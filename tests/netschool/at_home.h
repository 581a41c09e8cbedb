// The small school with a week's timetable, as one of a family sees it.
#pragma once

#include <functional>

#include "projections/taught_school.h"
#include "wishes/sight.h"
#include "wishes/small_desk.h"

namespace letopis::netschool {

inline constexpr events::PersonNumber kMother{7};    // of Anna
inline constexpr events::PersonNumber kStranger{8};  // has no child here

class NoTexts : public events::TextSource {
 public:
  std::optional<std::string> find(events::PersonNumber, const events::Commitment&) const override {
    return std::nullopt;
  }
};

// Friday, 5 September: mathematics on Mondays second and on Tuesdays first, English on Mondays.
class HomeSchool : public projections::TaughtSchool {
 public:
  HomeSchool();
};

// Borrows the school.
class AtHome {
 public:
  AtHome(const projections::SmallSchool& school, events::PersonNumber reader)
      : desk_(school, reader), sight_{desk_.desk(), texts_, size_at_} {}
  AtHome(const AtHome&) = delete;
  AtHome& operator=(const AtHome&) = delete;
  const wishes::Sight& sight() const { return sight_; }

 private:
  const wishes::SmallDesk desk_;
  const NoTexts texts_;
  const std::function<events::Position(events::Instant)> size_at_ = [](events::Instant) {
    return projections::kWholeLog;
  };
  const wishes::Sight sight_;
};

}  // namespace letopis::netschool
