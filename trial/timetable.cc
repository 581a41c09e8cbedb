#include "trial/timetable.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <tuple>

namespace letopis::trial {
namespace {

constexpr unsigned kSlots = kSchoolWeek * kBells;
constexpr int kNobody = -1;
constexpr std::size_t kStepsPerLesson = 600;
constexpr unsigned kAttempts = 12;

constexpr unsigned slot_of(unsigned day, unsigned bell) { return day * kBells + bell; }

// An hour of one or both subgroups' loads.
struct Unit {
  std::size_t school_class = 0;
  Subject subject = {};
  std::vector<std::size_t> loads;
  std::vector<std::size_t> teachers;
};

std::vector<Unit> units_of(const School& school) {
  std::vector<Unit> units;
  for (std::size_t i = 0; i < school.loads.size(); ++i) {
    const Load& load = school.loads[i];
    if (load.group && school.groups[*load.group].part != 0) continue;
    Unit unit{load.school_class, load.subject, {i}, {load.teacher}};
    if (load.group) {  // the other part is assigned right after the first
      unit.loads.push_back(i + 1);
      unit.teachers.push_back(school.loads[i + 1].teacher);
    }
    for (unsigned hour = 0; hour < load.hours; ++hour) units.push_back(unit);
  }
  return units;
}

class Puzzle {
 public:
  // `spare` bells a day may stay empty in every class: 0 leaves no gaps.
  Puzzle(const School& school, const std::vector<Unit>& units, unsigned spare, Random random)
      : units_(units),
        random_(random),
        at_class_(school.classes.size() * kSlots, kNobody),
        at_teacher_(school.teachers.size() * kSlots, kNobody),
        open_(school.classes.size() * kSlots, false),
        price_(school.classes.size() * kSlots, 0),
        place_(units.size(), kNobody) {
    for (std::size_t i = 0; i < school.classes.size(); ++i) {
      const unsigned hours = weekly_hours(school.classes[i].grade);
      for (unsigned day = 0; day < kSchoolWeek; ++day) {
        const unsigned today =
            hours / kSchoolWeek + ((day + i) % kSchoolWeek < hours % kSchoolWeek);
        for (unsigned bell = 0; bell < std::min(today + spare, kBells); ++bell) {
          open_[i * kSlots + slot_of(day, bell)] = true;
        }
      }
    }
    order(school);
  }

  bool solve() {
    for (std::size_t step = 0; step < kStepsPerLesson * units_.size(); ++step) {
      if (waiting_.empty()) return true;
      const std::size_t unit = waiting_.front();
      waiting_.pop_front();
      put(unit, best_slot(unit));
    }
    return waiting_.empty();
  }

  unsigned slot(std::size_t unit) const { return static_cast<unsigned>(place_[unit]); }

 private:
  // Lessons that bind two teachers first, then those of the busiest teachers.
  void order(const School& school) {
    std::vector<std::size_t> all(units_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    random_.shuffle(all);
    std::stable_sort(all.begin(), all.end(), [&](std::size_t left, std::size_t right) {
      const auto weight = [&](const Unit& unit) {
        unsigned hours = 0;
        for (const std::size_t teacher : unit.teachers) hours += school.teachers[teacher].hours;
        return hours;
      };
      return weight(units_[left]) > weight(units_[right]);
    });
    waiting_.assign(all.begin(), all.end());
  }

  std::size_t class_key(const Unit& unit, unsigned slot) const {
    return unit.school_class * kSlots + slot;
  }

  unsigned same_subject_that_day(const Unit& unit, unsigned slot) const {
    unsigned found = 0;
    const unsigned day = slot / kBells;
    for (unsigned bell = 0; bell < kBells; ++bell) {
      const int other = at_class_[class_key(unit, slot_of(day, bell))];
      if (other != kNobody && units_[static_cast<std::size_t>(other)].subject == unit.subject) {
        ++found;
      }
    }
    return found;
  }

  unsigned cost(const Unit& unit, unsigned slot) const {
    constexpr unsigned pushing_out = 12;
    constexpr unsigned twice_a_day = 9;
    unsigned pushed = at_class_[class_key(unit, slot)] == kNobody ? 0 : 1;
    for (const std::size_t teacher : unit.teachers) {
      const int other = at_teacher_[teacher * kSlots + slot];
      if (other != kNobody && other != at_class_[class_key(unit, slot)]) ++pushed;
    }
    return pushed * pushing_out + same_subject_that_day(unit, slot) * twice_a_day +
           (pushed == 0 ? 0 : price_[class_key(unit, slot)]);
  }

  unsigned best_slot(std::size_t which) {
    const Unit& unit = units_[which];
    unsigned best = 0;
    unsigned least = std::numeric_limits<unsigned>::max();
    std::uint32_t equals = 0;
    for (unsigned slot = 0; slot < kSlots; ++slot) {
      if (!open_[class_key(unit, slot)]) continue;
      const unsigned price = cost(unit, slot);
      if (price > least) continue;
      equals = price < least ? 1 : equals + 1;
      least = price;
      if (random_.below(equals) == 0) best = slot;
    }
    return best;
  }

  void take_out(int which) {
    if (which == kNobody) return;
    const auto index = static_cast<std::size_t>(which);
    const Unit& unit = units_[index];
    const auto slot = static_cast<unsigned>(place_[index]);
    at_class_[class_key(unit, slot)] = kNobody;
    for (const std::size_t teacher : unit.teachers) {
      at_teacher_[teacher * kSlots + slot] = kNobody;
    }
    place_[index] = kNobody;
    ++price_[class_key(unit, slot)];
    waiting_.push_back(index);
  }

  void put(std::size_t which, unsigned slot) {
    const Unit& unit = units_[which];
    take_out(at_class_[class_key(unit, slot)]);
    for (const std::size_t teacher : unit.teachers) take_out(at_teacher_[teacher * kSlots + slot]);
    at_class_[class_key(unit, slot)] = static_cast<int>(which);
    for (const std::size_t teacher : unit.teachers) {
      at_teacher_[teacher * kSlots + slot] = static_cast<int>(which);
    }
    place_[which] = static_cast<int>(slot);
  }

  const std::vector<Unit>& units_;
  Random random_;
  std::vector<int> at_class_;    // by class and slot: which unit
  std::vector<int> at_teacher_;  // by teacher and slot
  std::vector<bool> open_;       // by class and slot
  std::vector<unsigned> price_;  // by class and slot: how often somebody was pushed out
  std::vector<int> place_;       // by unit: its slot
  std::deque<std::size_t> waiting_;
};

}  // namespace

std::vector<WeeklyLesson> make_timetable(const School& school, std::uint64_t seed) {
  const std::vector<Unit> units = units_of(school);
  for (unsigned attempt = 0; attempt < kAttempts; ++attempt) {
    // Gaps come in only after several tries without them have failed.
    Puzzle puzzle(school, units, attempt / 4, stream(seed, Purpose::kTimetable, attempt));
    if (!puzzle.solve()) continue;
    std::vector<WeeklyLesson> lessons;
    for (std::size_t i = 0; i < units.size(); ++i) {
      const unsigned slot = puzzle.slot(i);
      for (const std::size_t load : units[i].loads) {
        lessons.push_back({load, slot / kBells + 1, slot % kBells + 1});
      }
    }
    std::sort(lessons.begin(), lessons.end(), [](const WeeklyLesson& a, const WeeklyLesson& b) {
      return std::tie(a.weekday, a.bell, a.load) < std::tie(b.weekday, b.bell, b.load);
    });
    return lessons;
  }
  INVARIANT(false && "no timetable without clashes");
  return {};
}

}  // namespace letopis::trial
