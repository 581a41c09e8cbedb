#include "projections/journal_cells.h"

#include <algorithm>
#include <tuple>

#include "projections/journal.h"

namespace letopis::projections {
namespace {

// Where a row of the cells lies, as its key says.
struct CellKey {
  explicit CellKey(std::string_view key) {
    RowReader reader(key);
    reader.bytes(kBeforeGroup);
    group = reader.u32();
    day = reader.day();
    lesson.value = reader.u32();
    pupil.value = reader.u32();
    position.value = reader.u64();
  }

  static constexpr std::size_t kBeforeGroup = 9;  // part, class, subject
  std::uint32_t group = 0;
  events::Day day;
  events::LessonNumber lesson;
  events::PersonNumber pupil;
  events::Position position;
};

class CellReader {
 public:
  CellReader(const events::ViewReader& views, const Directory& directory, const JournalQuery& query)
      : views_(views), directory_(directory), query_(query) {
    prefix_.u8(static_cast<std::uint8_t>(JournalPart::kCells))
        .u32(query.school_class ? query.school_class->value : 0)
        .u32(query.subject.value);
  }

  std::vector<LessonDraft> read() {
    if (query_.group) {
      scan_from(query_.group->value);
    } else {
      for (std::optional<std::uint32_t> group = 0; group;) group = scan_from(*group);
    }
    return std::move(lessons_);
  }

 private:
  // Reads the span of one group; answers the next group to read from, if rows of one came up.
  std::optional<std::uint32_t> scan_from(std::uint32_t group) {
    RowBytes from;
    from.bytes(prefix_.view()).u32(group).day(query_.first);
    RowBytes of_group;
    of_group.bytes(prefix_.view());
    if (query_.group) of_group.u32(group);
    std::optional<std::uint32_t> next;
    views_.scan(kJournal, from.view(), after_prefix(of_group.view()),
                [&](std::string_view key, std::string_view value) {
                  const CellKey at(key);
                  if (at.group == group && at.day <= query_.last) return take(at, value);
                  // Behind the span, or before it in another group: go on there with a new scan.
                  if (at.group != group) next = at.group;
                  if (at.group == group && !query_.group) next = group + 1;
                  return false;
                });
    return next;
  }

  bool take(const CellKey& at, std::string_view value) {
    if (at.position >= query_.as_of) return true;
    const FiledRow row(at.position, value);
    const bool is_void = directory_.is_void(row.stamp());
    LessonDraft& lesson = lesson_at(at);
    if (at.pupil.value == 0) {
      ++lesson.record.facts;
      apply(lesson.record, row, is_void);
    } else {
      take_cell(cell_at(lesson, at.pupil), row, is_void);
    }
    return true;
  }

  LessonDraft& lesson_at(const CellKey& at) {
    if (lessons_.empty() || lessons_.back().record.lesson != at.lesson) {
      LessonDraft& lesson = lessons_.emplace_back();
      lesson.record.lesson = at.lesson;
      lesson.record.day = at.day;
      if (at.group != 0) lesson.record.group = events::GroupNumber{at.group};
    }
    return lessons_.back();
  }

  static CellDraft& cell_at(LessonDraft& lesson, events::PersonNumber pupil) {
    if (lesson.cells.empty() || lesson.cells.back().pupil != pupil) {
      lesson.cells.emplace_back().pupil = pupil;
    }
    return lesson.cells.back();
  }

  static void take_cell(CellDraft& cell, const FiledRow& row, bool is_void) {
    ++cell.facts;
    if (!is_void) cell.has_valid = true;
    if (auto step = mark_step(row, is_void)) {
      cell.steps.push_back(*step);
    } else if (row.holds<events::IndividualHomeworkSet>()) {
      if (is_void) return;
      cell.homework.push_back({row.stamp(), false, row.fact<events::IndividualHomeworkSet>()});
    } else {
      apply(cell.presence, row, is_void);
    }
  }

  const events::ViewReader& views_;
  const Directory& directory_;
  const JournalQuery& query_;
  RowBytes prefix_;
  std::vector<LessonDraft> lessons_;
};

}  // namespace

std::vector<LessonDraft> read_lessons(const events::ViewReader& views, const Directory& directory,
                                      const JournalQuery& query) {
  std::vector<LessonDraft> lessons = CellReader(views, directory, query).read();
  std::stable_sort(lessons.begin(), lessons.end(), [](const LessonDraft& a, const LessonDraft& b) {
    return std::tie(a.record.day, a.record.bell, a.record.lesson) <
           std::tie(b.record.day, b.record.bell, b.record.lesson);
  });
  return lessons;
}

}  // namespace letopis::projections
