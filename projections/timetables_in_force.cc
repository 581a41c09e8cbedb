#include "projections/timetables_in_force.h"

#include <algorithm>
#include <tuple>

#include "regulations/civil_day.h"

namespace letopis::projections {
namespace {

constexpr int kDaysAWeek = 7;

events::Day monday_of(events::Day day) {
  return regulations::plus_days(day, 1 - static_cast<int>(regulations::weekday(day)));
}

bool is_taught(events::DayParity parity, events::Day day, events::Day year_first_day) {
  const int weeks = (monday_of(day).value - monday_of(year_first_day).value) / kDaysAWeek;
  const bool odd = weeks % 2 == 0;
  switch (parity) {
    case events::DayParity::kEvery: return true;
    case events::DayParity::kOdd: return odd;
    case events::DayParity::kEven: return !odd;
  }
  INVARIANT(false);
}

}  // namespace

TimetablesInForce::TimetablesInForce(const Directory& directory) {
  const std::uint32_t last = directory.last_number(events::NumberKind::kTimetable);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto entered =
        directory.declared<events::TimetableEntered>(events::TimetableNumber{number});
    if (!entered || entered->is_void) continue;
    const auto approvals =
        valid_on<events::TimetableApproved>(directory, Shelf::kTimetableStory, {number});
    if (!approvals.empty()) take(directory, entered->fact, approvals.front());
  }
  for (std::size_t i = 0; i < approved_.size(); ++i) {
    for (const auto& [school_class, slots] : approved_[i].by_class) {
      of_class_[school_class].push_back(i);
    }
  }
}

void TimetablesInForce::take(const Directory& directory, const events::TimetableEntered& entered,
                             const Filed<events::TimetableApproved>& approval) {
  const Interval days{entered.first_day, entered.last_day};
  auto at = std::find_if(approved_.begin(), approved_.end(), [&](const Approved& one) {
    return one.days == days && one.order == approval.fact.order;
  });
  if (at == approved_.end()) {
    const auto year = directory.declared<events::YearOpened>(entered.year);
    at = approved_.insert(at, Approved{days,
                                       approval.fact.order,
                                       approval.stamp.position,
                                       year ? year->fact.first_day : entered.first_day,
                                       {}});
  }
  std::map<events::LoadNumber, std::uint32_t> classes;
  for (const events::TimetableSlot& slot : entered.slots) {
    auto known = classes.find(slot.load);
    if (known == classes.end()) {
      const auto load = directory.load(slot.load);
      known = classes.emplace(slot.load, load ? class_key(load->place) : 0).first;
    }
    at->by_class[known->second].push_back(slot);
  }
}

const TimetablesInForce::Approved* TimetablesInForce::ruling(std::uint32_t school_class,
                                                             events::Day day) const {
  const Approved* best = nullptr;
  const auto rank = [](const Approved& one) { return std::tie(one.order.day, one.approved); };
  for (const std::size_t index : of_class_.at(school_class)) {
    const Approved& one = approved_[index];
    if (!one.days.holds(day)) continue;
    if (best == nullptr) {
      best = &one;
      continue;
    }
    const bool later = rank(*best) < rank(one);
    const bool by_then = one.order.day <= day;
    const bool best_by_then = best->order.day <= day;
    if (by_then != best_by_then ? by_then : later == by_then) best = &one;
  }
  return best;
}

std::vector<const events::TimetableSlot*> TimetablesInForce::on(events::Day day) const {
  std::vector<const events::TimetableSlot*> slots;
  for (const auto& [school_class, indices] : of_class_) {
    const Approved* timetable = ruling(school_class, day);
    if (timetable == nullptr) continue;
    for (const events::TimetableSlot& slot : timetable->by_class.at(school_class)) {
      if (slot.weekday != regulations::weekday(day)) continue;
      if (is_taught(slot.parity, day, timetable->year_first_day)) slots.push_back(&slot);
    }
  }
  return slots;
}

}  // namespace letopis::projections
