#include "projections/change_report.h"

#include <algorithm>

#include "projections/change_judge.h"
#include "projections/changes.h"
#include "projections/journal.h"

namespace letopis::projections {
namespace {

// Numbers in the key of a mark's cell, and of a period mark's.
struct MarkCellKey {
  explicit MarkCellKey(std::string_view key) {
    RowReader reader(key.substr(1));
    day = reader.day();
    lesson.value = reader.u32();
    pupil.value = reader.u32();
  }
  events::Day day;
  events::LessonNumber lesson;
  events::PersonNumber pupil;
};

struct PeriodCellKey {
  explicit PeriodCellKey(std::string_view key) {
    RowReader reader(key.substr(1));
    period.value = reader.u32();
    school_class.value = reader.u32();
    subject.value = reader.u32();
    pupil.value = reader.u32();
    kind = static_cast<events::ResultKind>(reader.u8());
  }
  events::PeriodNumber period;
  events::ClassNumber school_class;
  events::SubjectNumber subject;
  events::PersonNumber pupil;
  events::ResultKind kind = {};
};

ChangeRow row_of(const std::vector<MarkStep>& steps, std::size_t index) {
  const MarkStep& step = steps[index];
  ChangeRow row;
  row.stamp = step.stamp;
  row.type = step.type;
  row.is_void = step.is_void;
  row.rests_on_void = step.type != EntryType::kInitial && (index == 0 || steps[index - 1].is_void);
  row.ordinal = step.ordinal;
  row.after = step.value;
  row.reason = step.reason;
  row.note = step.note;
  row.dispute = step.dispute;
  row.permission = step.permission;
  for (std::size_t before = 0; before < index; ++before) {
    if (!steps[before].is_void) row.before = steps[before].value;
  }
  return row;
}

// What a change mends: the step before it that stands, or that of a void key if none does.
std::optional<Stamp> changed_by(const std::vector<MarkStep>& steps, std::size_t index) {
  std::optional<Stamp> changed;
  for (std::size_t before = 0; before < index; ++before) {
    if (!steps[before].is_void || !changed) changed = steps[before].stamp;
  }
  return changed;
}

class ReportMaker {
 public:
  ReportMaker(const events::ViewReader& views, const ChangeFilter& filter,
              const Directory& directory, ChangeJudge& judge)
      : views_(views), filter_(filter), directory_(directory), judge_(judge) {}

  ChangeReport make() {
    if (wants_first_entries()) {
      read_marks();
      read_period_marks();
    } else {
      read_changed();
    }
    std::sort(report_.rows.begin(), report_.rows.end(), [](const ChangeRow& a, const ChangeRow& b) {
      return a.stamp.position < b.stamp.position;
    });
    const std::size_t limit = std::min(filter_.limit, kMostChangeRows);
    report_.cut = report_.rows.size() > limit;
    if (report_.cut) report_.rows.resize(limit);
    return std::move(report_);
  }

 private:
  bool wants_first_entries() const {
    return filter_.types.empty() || filter_.types.contains(EntryType::kInitial);
  }

  // Cell after cell of the days asked for.
  void read_marks() {
    RowBytes from;
    RowBytes last;
    from.u8(static_cast<std::uint8_t>(ChangesPart::kMarks)).day(filter_.first);
    last.u8(static_cast<std::uint8_t>(ChangesPart::kMarks)).day(filter_.last);
    read_cells(from.view(), after_prefix(last.view()), mark_step,
               [this](std::string_view cell, const auto& steps) { take_mark(cell, steps); });
  }

  void read_period_marks() {
    for (const events::YearOpened& year : directory_.years()) {
      for (const events::PeriodDeclared& period : directory_.periods(year.year)) {
        if (period.last_day < filter_.first || filter_.last < period.last_day) continue;
        RowBytes prefix;
        prefix.u8(static_cast<std::uint8_t>(ChangesPart::kPeriodMarks)).u32(period.period.value);
        read_cells(prefix.view(), after_prefix(prefix.view()), period_mark_step,
                   [this](std::string_view cell, const auto& steps) {
                     take_period_mark(cell, steps, std::nullopt);
                   });
      }
    }
  }

  // In the order of the log: only as far as the limit.
  void read_changed() {
    RowBytes prefix;
    prefix.u8(static_cast<std::uint8_t>(ChangesPart::kChanged));
    views_.scan(kChanges, prefix.view(), after_prefix(prefix.view()),
                [&](std::string_view key, std::string_view cell) {
                  const events::Position position = position_in(key);
                  if (position >= filter_.as_of) return false;
                  read_one(position, cell);
                  return report_.rows.size() <= std::min(filter_.limit, kMostChangeRows);
                });
  }

  void read_one(events::Position position, std::string_view cell) {
    const bool of_lesson = cell.front() == static_cast<char>(ChangesPart::kMarks);
    if (of_lesson && !is_wanted(MarkCellKey(cell))) return;
    read_cells(cell, after_prefix(cell), of_lesson ? mark_step : period_mark_step,
               [&](std::string_view at, const auto& steps) {
                 if (of_lesson) {
                   take_mark(at, steps, position);
                 } else {
                   take_period_mark(at, steps, position);
                 }
               });
  }

  template <class Take>
  void read_cells(std::string_view from, std::string_view to,
                  std::optional<MarkStep> (*step_of)(const FiledRow&, bool), const Take& take) {
    std::string cell;
    std::vector<MarkStep> steps;
    views_.scan(kChanges, from, to, [&](std::string_view key, std::string_view value) {
      const std::string_view at = key.substr(0, key.size() - sizeof(std::uint64_t));
      if (at != cell) {
        if (!steps.empty()) take(cell, steps);
        steps.clear();
        cell = at;
      }
      const FiledRow row(position_in(key), value);
      if (row.stamp().position >= filter_.as_of) return true;
      if (auto step = step_of(row, directory_.is_void(row.stamp()))) {
        steps.push_back(*step);
      }
      return true;
    });
    if (!steps.empty()) take(cell, steps);
  }

  bool is_wanted(const MarkCellKey& key) const {
    return (!filter_.pupil || key.pupil == *filter_.pupil) && filter_.first <= key.day &&
           key.day <= filter_.last;
  }

  bool is_wanted(const MarkStep& step) const {
    if (filter_.author && step.stamp.author != *filter_.author) return false;
    if (filter_.recorded_from && step.stamp.recorded < *filter_.recorded_from) return false;
    if (filter_.recorded_before && step.stamp.recorded >= *filter_.recorded_before) return false;
    if (filter_.only_void && !step.is_void) return false;
    return filter_.types.empty() || filter_.types.contains(step.type);
  }

  bool is_wanted(const std::optional<events::ClassNumber>& school_class,
                 events::SubjectNumber subject) const {
    return (!filter_.school_class || school_class == filter_.school_class) &&
           (!filter_.subject || subject == *filter_.subject);
  }

  void take_mark(std::string_view cell, const std::vector<MarkStep>& steps,
                 std::optional<events::Position> only = std::nullopt) {
    const MarkCellKey key(cell);
    if (!is_wanted(key)) return;
    look_up(key);
    if (!is_wanted(place_.school_class, place_.subject)) return;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if ((only && steps[i].stamp.position != *only) || !is_wanted(steps[i])) continue;
      ChangeRow row = row_of(steps, i);
      row.lesson = key.lesson;
      row.school_class = place_.school_class;
      row.subject = place_.subject;
      row.pupil = key.pupil;
      row.day = key.day;
      row.teacher = teacher_;
      report(std::move(row), judge_.of_mark(lesson_, steps[i], changed_by(steps, i)));
    }
  }

  void take_period_mark(std::string_view cell, const std::vector<MarkStep>& steps,
                        std::optional<events::Position> only) {
    const PeriodCellKey key(cell);
    const auto period = directory_.declared<events::PeriodDeclared>(key.period);
    const events::Day day = period ? period->fact.last_day : events::Day{};
    if (filter_.pupil && key.pupil != *filter_.pupil) return;
    if (day < filter_.first || filter_.last < day) return;
    if (!is_wanted(std::optional(key.school_class), key.subject)) return;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if ((only && steps[i].stamp.position != *only) || !is_wanted(steps[i])) continue;
      ChangeRow row = row_of(steps, i);
      row.period = key.period;
      row.result = key.kind;
      row.school_class = key.school_class;
      row.subject = key.subject;
      row.pupil = key.pupil;
      row.day = day;
      report(std::move(row),
             has_term(key.kind) ? judge_.of_period_mark(day, steps[i]) : Judgement{});
    }
  }

  void report(ChangeRow row, Judgement judgement) {
    if (filter_.only_late && !judgement.late) return;
    if (filter_.only_elsewhere && !judgement.elsewhere) return;
    const bool flagged = row.is_void || judgement.late || judgement.outage || judgement.elsewhere;
    if (row.type == EntryType::kInitial && !flagged && filter_.types.empty()) return;
    row.deadline = std::move(judgement.deadline);
    row.late = judgement.late;
    row.outage = judgement.outage;
    row.elsewhere = std::move(judgement.elsewhere);
    row.family_told = told(row);
    report_.rows.push_back(std::move(row));
  }

  std::optional<events::Instant> told(const ChangeRow& row) const {
    RowBytes prefix;
    prefix.u8(static_cast<std::uint8_t>(ChangesPart::kTold)).u64(row.stamp.position.value);
    std::optional<events::Instant> when;
    views_.scan(kChanges, prefix.view(), after_prefix(prefix.view()),
                [&](std::string_view key, std::string_view value) {
                  const FiledRow filed(position_in(key), value);
                  const Stamp& stamp = filed.stamp();
                  if (stamp.position >= filter_.as_of || directory_.is_void(stamp)) return true;
                  if (filed.fact<events::FamilyTold>().pupil != row.pupil) return true;
                  when = stamp.recorded;
                  return false;
                });
    return when;
  }

  // What the rows of one lesson have in common; they come one after another.
  void look_up(const MarkCellKey& key) {
    if (lesson_.lesson == key.lesson) return;
    lesson_ = {key.lesson, key.day, 0, std::nullopt, {}};
    place_ = place_of(views_, key.lesson);
    lesson_.school_class = place_.school_class;
    teacher_.reset();
    const auto held = directory_.declared<events::LessonHeld>(key.lesson);
    if (held) {
      lesson_.bell = held->fact.bell;
      teacher_ = held->fact.teacher;
    }
    read_works(key);
  }

  void read_works(const MarkCellKey& key) {
    RowBytes prefix;
    prefix.u8(static_cast<std::uint8_t>(JournalPart::kCells))
        .u32(place_.school_class ? place_.school_class->value : 0)
        .u32(place_.subject.value)
        .u32(place_.group ? place_.group->value : 0)
        .day(key.day)
        .u32(key.lesson.value)
        .u32(0);
    views_.scan(kJournal, prefix.view(), after_prefix(prefix.view()),
                [this](std::string_view row_key, std::string_view value) {
                  const FiledRow row(position_in(row_key), value);
                  const bool counts = row.holds<events::WorkSet>() &&
                                      row.stamp().position < filter_.as_of &&
                                      !directory_.is_void(row.stamp());
                  if (!counts) return true;
                  const auto work = row.fact<events::WorkSet>();
                  lesson_.works[work.work] = work.kind;
                  return true;
                });
  }

  const events::ViewReader& views_;
  const ChangeFilter& filter_;
  const Directory& directory_;
  ChangeJudge& judge_;
  JudgedLesson lesson_;
  Place place_;
  std::optional<events::PersonNumber> teacher_;
  ChangeReport report_;
};

}  // namespace

Result<ChangeReport> change_report(const events::ViewReader& views, const ChangeFilter& filter) {
  const Directory directory(views, filter.as_of);
  auto judge = ChangeJudge::made(directory);
  if (!judge) return judge.refusal();
  return ReportMaker(views, filter, directory, *judge).make();
}

}  // namespace letopis::projections
