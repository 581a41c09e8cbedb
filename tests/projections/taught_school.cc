#include "projections/taught_school.h"

namespace letopis::projections {
namespace {

constexpr std::uint16_t kFirstBell = 8 * 60 + 30;
constexpr std::uint16_t kBells = 7;

}  // namespace

TaughtSchool::TaughtSchool() {
  events::BellScheduleDeclared bells{{++schedules_}, "Обычные", {}};
  for (std::uint16_t i = 0; i < kBells; ++i) {
    const auto start = static_cast<std::uint16_t>(kFirstBell + 60 * i);
    bells.bells.push_back(
        {static_cast<std::uint16_t>(i + 1), start, static_cast<std::uint16_t>(start + 45)});
  }
  add(kDirector, bells);
  add(kDirector, events::BellScheduleApplied{
                     {schedules_}, day("2025-09-01"), day("2026-05-26"), std::nullopt});
}

events::TimetableNumber TaughtSchool::enter(std::string_view first, std::string_view last,
                                            std::vector<events::TimetableSlot> slots) {
  const events::TimetableNumber number{++timetables_};
  add(kDirector, events::TimetableEntered{number, {1}, day(first), day(last), std::move(slots)});
  return number;
}

void TaughtSchool::approve(events::TimetableNumber timetable, std::string_view order_day,
                           std::string_view order_number) {
  add(kDirector, events::TimetableApproved{timetable, {std::string(order_number), day(order_day)}});
}

void TaughtSchool::timetable(std::string_view first, std::string_view last,
                             std::vector<events::TimetableSlot> slots) {
  approve(enter(first, last, std::move(slots)), first);
}

void TaughtSchool::shorten(std::string_view iso_day, std::uint16_t count) {
  events::BellScheduleDeclared bells{{++schedules_}, "Сокращённые", {}};
  for (std::uint16_t i = 0; i < count; ++i) {
    const auto start = static_cast<std::uint16_t>(kFirstBell + 30 * i);
    bells.bells.push_back(
        {static_cast<std::uint16_t>(i + 1), start, static_cast<std::uint16_t>(start + 30)});
  }
  add(kDirector, bells);
  add(kDirector,
      events::BellScheduleApplied{{schedules_}, day(iso_day), day(iso_day), std::nullopt});
}

void TaughtSchool::change(events::LoadNumber load, std::string_view iso_day, std::uint16_t bell,
                          std::optional<events::LoadNumber> replaced_by) {
  add(kDirector, events::TimetableChanged{load, day(iso_day), bell, replaced_by, std::nullopt,
                                          events::CancelGround::kEvent});
}

events::SubstitutionNumber TaughtSchool::substitute(events::LoadNumber load,
                                                    events::PersonNumber substitute,
                                                    std::string_view first, std::string_view last) {
  const events::SubstitutionNumber number{++substitutions_};
  add(kDirector, events::SubstitutionOrdered{number, load, substitute, day(first), day(last),
                                             events::SubstitutionGround::kIllness, std::nullopt});
  return number;
}

std::vector<ExpectedLesson> TaughtSchool::expected(std::string_view iso_day,
                                                   events::Position as_of) const {
  const Directory directory(views(), as_of);
  return ExpectedLessons(directory).on(day(iso_day));
}

}  // namespace letopis::projections
