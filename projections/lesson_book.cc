#include "projections/lesson_book.h"

#include <algorithm>
#include <tuple>

#include "projections/chapters.h"
#include "projections/journal.h"
#include "projections/view_ids.h"

namespace letopis::projections {
namespace {

// Where a row lies: part (1), class, subject, group, day, lesson, pupil, position.
struct BookKey {
  explicit BookKey(std::string_view key) {
    RowReader reader(key);
    reader.u8();
    reader.u32();
    subject.value = reader.u32();
    group = reader.u32();
    day = reader.day();
    lesson.value = reader.u32();
    pupil.value = reader.u32();
    position.value = reader.u64();
  }
  events::SubjectNumber subject;
  std::uint32_t group = 0;
  events::Day day;
  events::LessonNumber lesson;
  events::PersonNumber pupil;
  events::Position position;
};

class BookReader {
 public:
  BookReader(const events::ViewReader& views, const Directory& directory, const BookQuery& query)
      : views_(views), directory_(directory), query_(query) {}

  std::vector<BookedLesson> read() {
    std::optional<std::string> from = prefix().str();
    while (from) from = scan_from(*from);
    return std::move(lessons_);
  }

 private:
  const RowBytes& prefix() {
    if (prefix_.view().empty()) {
      prefix_.u8(static_cast<std::uint8_t>(JournalPart::kCells))
          .u32(query_.school_class ? query_.school_class->value : 0);
    }
    return prefix_;
  }

  // Where to read on, past rows outside of the span.
  std::string seek(const BookKey& at) {
    RowBytes key;
    key.bytes(prefix().view()).u32(at.subject.value).u32(at.group);
    if (at.day < query_.first) return key.day(query_.first).str();
    return after_prefix(key.view());
  }

  std::optional<std::string> scan_from(const std::string& from) {
    std::optional<std::string> next;
    views_.scan(kJournal, from, after_prefix(prefix().view()),
                [&](std::string_view key, std::string_view value) {
                  const BookKey at(key);
                  if (at.day < query_.first || query_.last < at.day) {
                    next = seek(at);
                    return false;
                  }
                  if (at.position < directory_.as_of()) take(at, FiledRow(at.position, value));
                  return true;
                });
    return next;
  }

  void take(const BookKey& at, const FiledRow& row) {
    const bool is_void = directory_.is_void(row.stamp());
    if (lessons_.empty() || lessons_.back().record.lesson != at.lesson) begin(at);
    BookedLesson& lesson = lessons_.back();
    if (at.pupil.value == 0) {
      apply(lesson.record, row, is_void);
      if (!is_void) note_first(lesson, row);
    } else if (!is_void || row.holds<events::MarkGiven>()) {
      take_cell(lesson, at.pupil, row, is_void);
    }
  }

  void begin(const BookKey& at) {
    BookedLesson& lesson = lessons_.emplace_back();
    lesson.record.lesson = at.lesson;
    lesson.record.day = at.day;
    lesson.place.school_class = query_.school_class;
    lesson.place.subject = at.subject;
    if (at.group != 0) lesson.place.group = lesson.record.group = events::GroupNumber{at.group};
  }

  static void note_first(BookedLesson& lesson, const FiledRow& row) {
    if (row.holds<events::TopicSet>() && !lesson.topic) lesson.topic = row.stamp();
    if (row.holds<events::HomeworkSet>() || row.holds<events::HomeworkNone>()) {
      note_homework(lesson, row.stamp());
    }
  }

  static void note_homework(BookedLesson& lesson, const Stamp& stamp) {
    if (!lesson.homework || stamp.position < lesson.homework->position) lesson.homework = stamp;
  }

  // A lesson's own rows come before its cells, so it is known here whether it has a control work.
  static void take_cell(BookedLesson& lesson, events::PersonNumber pupil, const FiledRow& row,
                        bool is_void) {
    if (row.holds<events::IndividualHomeworkSet>()) return note_homework(lesson, row.stamp());
    if (row.holds<events::MarkGiven>() && !is_void) lesson.marked = true;
    if (!lesson.has_control_work()) return;
    if (lesson.cells.empty() || lesson.cells.back().pupil != pupil) {
      lesson.cells.emplace_back().pupil = pupil;
    }
    CellDraft& cell = lesson.cells.back();
    if (auto step = mark_step(row, is_void)) {
      cell.steps.push_back(*step);
    } else {
      apply(cell.presence, row, is_void);
    }
  }

  const events::ViewReader& views_;
  const Directory& directory_;
  const BookQuery& query_;
  RowBytes prefix_;
  std::vector<BookedLesson> lessons_;
};

}  // namespace

bool BookedLesson::has_control_work() const {
  return std::any_of(record.works.begin(), record.works.end(),
                     [](const Work& work) { return work.kind == events::WorkKind::kControl; });
}

std::vector<BookedLesson> lesson_book(const events::ViewReader& views, const Directory& directory,
                                      const BookQuery& query) {
  std::vector<BookedLesson> lessons = BookReader(views, directory, query).read();
  std::stable_sort(lessons.begin(), lessons.end(),
                   [](const BookedLesson& a, const BookedLesson& b) {
                     return std::tie(a.record.day, a.record.bell, a.record.lesson) <
                            std::tie(b.record.day, b.record.bell, b.record.lesson);
                   });
  return lessons;
}

}  // namespace letopis::projections
