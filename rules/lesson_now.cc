#include "rules/lesson_now.h"

#include "projections/journal.h"

namespace letopis::rules {
namespace {

using projections::RowBytes;

void put_day(RowBytes& key, const projections::Place& place, events::Day day) {
  key.u8(static_cast<std::uint8_t>(projections::JournalPart::kCells))
      .u32(place.school_class ? place.school_class->value : 0)
      .u32(place.subject.value)
      .u32(place.group ? place.group->value : 0)
      .day(day);
}

// Calls `take` with what is filed of the lesson itself: its rows stand before those of its pupils.
template <class Take>
void for_rows_of(events::LessonNumber lesson, const projections::Place& place, events::Day day,
                 const events::ViewReader& views, const Take& take) {
  RowBytes prefix;
  put_day(prefix, place, day);
  prefix.u32(lesson.value).u32(0);
  views.scan(projections::kJournal, prefix.view(), projections::after_prefix(prefix.view()),
             [&take](std::string_view key, std::string_view value) {
               take(projections::FiledRow(projections::position_in(key), value));
               return true;
             });
}

projections::LessonRecord record_of(events::LessonNumber lesson, const projections::Place& place,
                                    events::Day day, const events::ViewReader& views,
                                    const projections::Directory& directory) {
  projections::LessonRecord record;
  for_rows_of(lesson, place, day, views, [&](const projections::FiledRow& row) {
    apply(record, row, directory.is_void(row.stamp()));
  });
  return record;
}

// The first lesson of that day with at least this number.
std::optional<events::LessonNumber> next_lesson(std::uint32_t from, const projections::Place& place,
                                                events::Day day, const events::ViewReader& views) {
  RowBytes of_day;
  put_day(of_day, place, day);
  RowBytes first;
  first.bytes(of_day.view()).u32(from);
  const std::size_t before = of_day.view().size();
  std::optional<events::LessonNumber> found;
  views.scan(projections::kJournal, first.view(), projections::after_prefix(of_day.view()),
             [&](std::string_view key, std::string_view) {
               found = events::LessonNumber{projections::RowReader(key.substr(before)).u32()};
               return false;
             });
  return found;
}

}  // namespace

std::optional<LessonNow> read_lesson(events::LessonNumber lesson,
                                     std::optional<events::Day> probably,
                                     const events::ViewReader& views,
                                     const projections::Directory& directory) {
  const auto place = projections::place_of(views, lesson);
  if (probably) {
    auto record = record_of(lesson, place, *probably, views, directory);
    if (record.lesson == lesson) return LessonNow{std::move(record), place};
  }
  const auto held = directory.declared<events::LessonHeld>(lesson);
  if (!held) return std::nullopt;
  return LessonNow{record_of(lesson, place, held->fact.day, views, directory), place};
}

std::vector<projections::LessonRecord> lessons_on(const projections::Place& place, events::Day day,
                                                  const events::ViewReader& views,
                                                  const projections::Directory& directory) {
  std::vector<projections::LessonRecord> lessons;
  auto next = next_lesson(0, place, day, views);
  while (next) {
    lessons.push_back(record_of(*next, place, day, views, directory));
    next = next_lesson(next->value + 1, place, day, views);
  }
  return lessons;
}

std::vector<projections::Filed<events::WorkSet>> descriptions_of(
    std::uint16_t work, const LessonNow& lesson, const events::ViewReader& views,
    const projections::Directory& directory) {
  std::vector<projections::Filed<events::WorkSet>> found;
  const auto& record = lesson.record;
  for_rows_of(record.lesson, lesson.place, record.day, views,
              [&](const projections::FiledRow& row) {
                if (!row.holds<events::WorkSet>()) return;
                auto fact = row.fact<events::WorkSet>();
                if (fact.work != work) return;
                found.push_back({row.stamp(), directory.is_void(row.stamp()), std::move(fact)});
              });
  return found;
}

}  // namespace letopis::rules
