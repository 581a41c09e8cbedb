#include "projections/place_analysis.h"

#include <algorithm>
#include <string>

#include "projections/indicators.h"

namespace letopis::projections {
namespace {

using events::MarkValue;

bool is_away(const JournalCell* cell) {
  return cell != nullptr && cell->presence && cell->presence->kind == events::AbsenceKind::kAbsent;
}

bool has_mark(const JournalCell& cell) {
  return std::any_of(cell.marks.begin(), cell.marks.end(),
                     [](const Mark& mark) { return mark.value.has_value(); });
}

// The lowest grade that stands in the cell; empty iff none does.
std::optional<unsigned> lowest(const JournalCell* cell) {
  std::optional<unsigned> out;
  if (cell == nullptr) return out;
  for (const Mark& mark : cell->marks) {
    const auto grade = mark.value ? grade_of(*mark.value) : std::nullopt;
    if (grade && (!out || *grade < *out)) out = grade;
  }
  return out;
}

bool has_better_than_two(const JournalCell* cell) {
  if (cell == nullptr) return false;
  return std::any_of(cell->marks.begin(), cell->marks.end(), [](const Mark& mark) {
    const auto grade = mark.value ? grade_of(*mark.value) : std::nullopt;
    return grade && *grade > 2;
  });
}

class PlaceAnalysis {
 public:
  PlaceAnalysis(const Directory& directory, const AnalysisQuery& query, const AnalysedPage& what)
      : directory_(directory), query_(query), what_(what), page_(what.page) {
    for (std::size_t i = 0; i < page_.columns.size(); ++i) {
      const LessonRecord& lesson = page_.columns[i];
      if (!lesson.withdrawn && !lesson.is_void && lesson.group == what_.place.group) {
        standing_.push_back(i);
      }
    }
  }

  std::vector<Finding> run() {
    for (std::size_t at = 0; at < standing_.size(); ++at) {
      if (!asked(lesson(at).day)) continue;
      look_at_record(at);
      look_at_marks(at);
    }
    look_at_briefing();
    if (asked(what_.period.last_day)) look_at_period_marks();
    return std::move(found_);
  }

 private:
  const LessonRecord& lesson(std::size_t at) const { return page_.columns[standing_[at]]; }
  bool asked(events::Day day) const { return query_.first <= day && day <= query_.last; }
  const JournalCell* cell(std::size_t pupil, std::size_t at) const {
    return page_.cell(page_.pupils[pupil].pupil, lesson(at).lesson);
  }

  Finding& add(FindingKind kind, const LessonRecord& lesson) {
    Finding& finding = found_.emplace_back();
    finding.kind = kind;
    finding.day = lesson.day;
    finding.place = what_.place;
    finding.teacher = lesson.teacher;
    finding.lesson = lesson.lesson;
    return finding;
  }

  void look_at_record(std::size_t at) {
    const LessonRecord& one = lesson(at);
    if (!one.topic) {
      add(FindingKind::kNoTopic, one);
    } else if (!is_planned(one)) {
      add(FindingKind::kTopicNotInPlan, one);
    }
    if (!one.homework && !one.no_homework) add(FindingKind::kNoHomework, one);
    for (const Work& work : one.works) {
      if (work.kind == events::WorkKind::kControl) look_at_control_work(at, work);
    }
  }

  // Where no plan was adopted nothing can be out of it.
  bool is_planned(const LessonRecord& one) const {
    const auto plan = directory_.plan_of(one.load);
    if (!plan) return true;
    return std::any_of(plan->fact.topics.begin(), plan->fact.topics.end(),
                       [&one](const auto& topic) { return topic.topic == one.topic->value; });
  }

  void look_at_control_work(std::size_t at, const Work& work) {
    std::uint32_t unmarked = 0;
    for (std::size_t pupil = 0; pupil < page_.pupils.size(); ++pupil) {
      if (!page_.is_open(pupil, standing_[at])) continue;
      const JournalCell* held = cell(pupil, at);
      if (is_away(held)) continue;
      const bool marked =
          held != nullptr &&
          std::any_of(held->marks.begin(), held->marks.end(),
                      [&work](const Mark& mark) { return mark.value && mark.work == work.number; });
      if (!marked) ++unmarked;
    }
    if (unmarked > 0) add(FindingKind::kControlWorkUnmarked, lesson(at)).count = unmarked;
  }

  void look_at_marks(std::size_t at) {
    std::uint32_t marks = 0;
    for (std::size_t pupil = 0; pupil < page_.pupils.size(); ++pupil) {
      const JournalCell* held = cell(pupil, at);
      if (held == nullptr) continue;
      marks += static_cast<std::uint32_t>(
          std::count_if(held->marks.begin(), held->marks.end(),
                        [](const Mark& mark) { return mark.value.has_value(); }));
      if (is_away(held) && has_mark(*held)) {
        add(FindingKind::kMarkAndAbsence, lesson(at)).pupil = page_.pupils[pupil].pupil;
      }
      if (const auto grade = lowest(held); grade && *grade <= 2) look_at_two(pupil, at);
    }
    if (!what_.place.group && marks > 0 && marks <= kFewMarksInLesson) {
      add(FindingKind::kFewMarks, lesson(at)).count = marks;
    }
  }

  void look_at_two(std::size_t pupil, std::size_t at) {
    const auto note = [&](FindingKind kind) {
      Finding& finding = add(kind, lesson(at));
      finding.pupil = page_.pupils[pupil].pupil;
      finding.given = MarkValue::kTwo;
    };
    if (at > 0 && is_away(cell(pupil, at - 1))) note(FindingKind::kTwoAfterAbsence);
    if (at == 0 || (at + 1 == standing_.size() && is_over())) note(FindingKind::kTwoAtPeriodEdge);
    const std::size_t later = standing_.size() - at - 1;
    if (later < kLessonsToMendTwo || has_better_than_two(cell(pupil, at))) return;
    for (std::size_t next = at + 1; next <= at + kLessonsToMendTwo; ++next) {
      if (has_better_than_two(cell(pupil, next))) return;
    }
    note(FindingKind::kTwoNotMended);
  }

  // Which lesson was the period's last is known for certain once its marks are given.
  bool is_over() const { return !page_.period_marks.empty(); }

  void look_at_briefing() {
    const auto subject = directory_.declared<events::SubjectRegistered>(what_.place.subject);
    if (!subject || !subject->fact.safety_briefing) return;
    const LessonRecord* first = nullptr;
    for (std::size_t at = 0; at < standing_.size() && lesson(at).day <= query_.last; ++at) {
      if (lesson(at).safety_briefed) return;
      if (first == nullptr && asked(lesson(at).day)) first = &lesson(at);
    }
    if (first != nullptr) add(FindingKind::kNoSafetyBriefing, *first);
  }

  PeriodRecord record_of(std::size_t pupil) const {
    PeriodRecord record;
    record.marks = page_.pupils[pupil].sums;
    for (std::size_t at = 0; at < standing_.size(); ++at) {
      if (!page_.is_open(pupil, standing_[at])) continue;
      ++record.lessons;
      if (is_away(cell(pupil, at))) ++record.lessons_missed;
    }
    return record;
  }

  void look_at_period_marks() {
    const unsigned least = what_.period.kind == events::PeriodKind::kHalfYear
                               ? kLeastMarksInHalfYear
                               : kLeastMarksInPeriod;
    for (std::size_t pupil = 0; pupil < page_.pupils.size(); ++pupil) {
      const auto given = given_to(page_.pupils[pupil].pupil);
      if (!given || !grade_of(*given)) continue;
      const PeriodRecord record = record_of(pupil);
      if (3 * record.lessons_missed > 2 * record.lessons) {
        note_period(FindingKind::kAttestedThoughMissed, pupil, *given).count =
            record.lessons_missed;
        continue;
      }
      if (record.marks.count < least) {
        note_period(FindingKind::kTooFewMarks, pupil, *given).count =
            static_cast<std::uint32_t>(record.marks.count);
      }
      const auto proposed = propose_period_mark(record, {.least_marks = 1});
      if (proposed && *proposed != *given) {
        note_period(FindingKind::kPeriodMarkDiffers, pupil, *given).proposed = proposed;
      }
    }
  }

  std::optional<MarkValue> given_to(events::PersonNumber pupil) const {
    for (const auto& one : page_.period_marks) {
      if (one.pupil == pupil && one.period == what_.period.period &&
          one.kind == events::ResultKind::kPeriod) {
        return one.mark.value;
      }
    }
    return std::nullopt;
  }

  Finding& note_period(FindingKind kind, std::size_t pupil, MarkValue given) {
    Finding& finding = found_.emplace_back();
    finding.kind = kind;
    finding.day = what_.period.last_day;
    finding.place = what_.place;
    finding.pupil = page_.pupils[pupil].pupil;
    finding.period = what_.period.period;
    finding.given = given;
    return finding;
  }

  const Directory& directory_;
  const AnalysisQuery& query_;
  const AnalysedPage& what_;
  const JournalPage& page_;
  std::vector<std::size_t> standing_;  // indices of columns that stand
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> analyse(const Directory& directory, const AnalysisQuery& query,
                             const AnalysedPage& what) {
  return PlaceAnalysis(directory, query, what).run();
}

}  // namespace letopis::projections
