#include "projections/diary_page.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "projections/diary.h"
#include "projections/own_lessons.h"

namespace letopis::projections {
namespace {

using LessonKey = std::pair<events::Day, events::LessonNumber>;

struct Draft {
  LessonRecord record;
  Place place;
  bool own = false;  // of a class and group that were the pupil's on that day
  std::vector<MarkStep> steps;
  DiaryLesson lesson;
};

class DiaryReader {
 public:
  DiaryReader(const events::ViewReader& views, const DiaryQuery& query)
      : views_(views),
        query_(query),
        directory_(views, query.as_of),
        own_(directory_, query.pupil) {}

  std::vector<DiaryDay> read() {
    for (const ClassStay& stay : own_.classes) {
      read_shared(DiaryPart::kClassLessons, stay.school_class.value, stay.days);
    }
    for (const GroupStay& stay : own_.groups) {
      read_shared(DiaryPart::kGroupLessons, stay.group.value, stay.days);
    }
    read_pupil();
    const auto reasons = explanations(views_, directory_, query_.pupil, query_.first, query_.last);
    std::vector<DiaryDay> days;
    for (auto& [key, draft] : drafts_) {
      auto lesson = finish(key, draft, reasons);
      if (!lesson) continue;
      if (days.empty() || days.back().day != key.first) days.push_back({key.first, {}});
      days.back().lessons.push_back(std::move(*lesson));
    }
    for (DiaryDay& day : days) sort_by_bell(day.lessons);
    return days;
  }

 private:
  // Rows of a class or group inside the span and the pupil's days there.
  void read_shared(DiaryPart part, std::uint32_t whose, const Intervals& stay) {
    for (const Interval& span : common(stay, {{query_.first, query_.last}})) {
      scan(part, whose, span, [this](const LessonKey& key, const FiledRow& row, bool is_void) {
        Draft& draft = drafts_[key];
        draft.own = true;
        apply(draft.record, row, is_void);
        return true;
      });
    }
  }

  void read_pupil() {
    scan(DiaryPart::kPupil, query_.pupil.value, {query_.first, query_.last},
         [this](const LessonKey& key, const FiledRow& row, bool is_void) {
           take_own(drafts_[key], row, is_void);
           return true;
         });
  }

  static void take_own(Draft& draft, const FiledRow& row, bool is_void) {
    if (auto step = mark_step(row, is_void)) {
      draft.steps.push_back(*step);
    } else if (is_void) {
      return;
    } else if (row.holds<events::IndividualHomeworkSet>()) {
      draft.lesson.homework.push_back(
          {row.stamp(), false, row.fact<events::IndividualHomeworkSet>()});
    } else if (row.holds<events::PupilNoted>()) {
      draft.lesson.notes.push_back({row.stamp(), false, row.fact<events::PupilNoted>()});
    } else {
      apply(draft.lesson.presence, row, is_void);
    }
  }

  template <class Take>
  void scan(DiaryPart part, std::uint32_t whose, const Interval& span, const Take& take) const {
    RowBytes from;
    RowBytes last;
    from.u8(static_cast<std::uint8_t>(part)).u32(whose).day(span.first);
    last.u8(static_cast<std::uint8_t>(part)).u32(whose).day(span.last);
    views_.scan(kDiary, from.view(), after_prefix(last.view()),
                [&](std::string_view key, std::string_view value) {
                  RowReader reader(key.substr(5));
                  const events::Day day = reader.day();
                  const events::LessonNumber lesson{reader.u32()};
                  const FiledRow row(position_in(key), value);
                  if (row.stamp().position >= query_.as_of) return true;
                  return take(LessonKey{day, lesson}, row, directory_.is_void(row.stamp()));
                });
  }

  // What the pupil has in a lesson of a class or group left since, or joined later.
  bool fill_from_directory(const LessonKey& key, Draft& draft) const {
    const auto info = directory_.lesson(key.second);
    if (!info) return false;
    const events::LessonHeld& held = info->held.fact;
    draft.record.lesson = held.lesson;
    draft.record.day = held.day;
    draft.record.bell = held.bell;
    draft.record.load = held.load;
    draft.record.teacher = held.teacher;
    draft.record.kind = held.kind;
    draft.record.substitution = held.substitution;
    draft.record.held = info->held.stamp;
    draft.record.is_void = info->held.is_void;
    draft.record.withdrawn = info->withdrawn;
    return true;
  }

  // Empty iff the lesson is not to be shown to this pupil.
  std::optional<DiaryLesson> finish(const LessonKey& key, Draft& draft,
                                    const std::vector<Explanation>& reasons) const {
    DiaryLesson& lesson = draft.lesson;
    lesson.marks = resolve_marks(draft.steps);
    const bool has_entry = !lesson.marks.empty() || lesson.presence || !lesson.homework.empty() ||
                           !lesson.notes.empty();
    if (!draft.own && (!has_entry || !fill_from_directory(key, draft))) return std::nullopt;
    const Place place = place_of(views_, key.second);
    draft.record.group = place.group;
    const bool stands = !draft.record.is_void && !draft.record.withdrawn;
    if (!has_entry && (!stands || !own_.takes_part(place.group, key.first))) return std::nullopt;
    lesson.subject = place.subject;
    lesson.school_class = place.school_class;
    lesson.record = std::move(draft.record);
    if (lesson.presence && lesson.presence->kind == events::AbsenceKind::kAbsent) {
      lesson.presence->reason = reason_on(reasons, key.first);
    }
    return std::move(lesson);
  }

  static void sort_by_bell(std::vector<DiaryLesson>& lessons) {
    std::stable_sort(lessons.begin(), lessons.end(),
                     [](const DiaryLesson& a, const DiaryLesson& b) {
                       return std::tie(a.record.bell, a.record.lesson) <
                              std::tie(b.record.bell, b.record.lesson);
                     });
  }

  const events::ViewReader& views_;
  const DiaryQuery& query_;
  Directory directory_;
  OwnLessons own_;
  std::map<LessonKey, Draft> drafts_;
};

void add_lesson(SubjectResult& result, const DiaryLesson& lesson) {
  ++result.lessons;
  for (const Mark& mark : lesson.marks) {
    if (mark.value) result.sums.add(*mark.value, lesson.record.weight_of(mark.work));
  }
  if (!lesson.presence) return;
  if (lesson.presence->kind == events::AbsenceKind::kAbsent) ++result.missed;
  if (lesson.presence->kind == events::AbsenceKind::kLate) ++result.late;
}

}  // namespace

std::vector<DiaryDay> diary_days(const events::ViewReader& views, const DiaryQuery& query) {
  return DiaryReader(views, query).read();
}

std::vector<Filed<events::PupilNoted>> diary_notes(const events::ViewReader& views,
                                                   const DiaryQuery& query,
                                                   const regulations::TimeZone& zone) {
  const Directory directory(views, query.as_of);
  RowBytes from;
  RowBytes to;
  from.u8(static_cast<std::uint8_t>(DiaryPart::kNotes)).u32(query.pupil.value);
  to.bytes(from.view());
  from.instant(zone.instant_of(query.first, 0));
  to.instant(zone.instant_of(query.last, regulations::kMinutesADay));
  std::vector<Filed<events::PupilNoted>> notes;
  views.scan(kDiary, from.view(), to.view(), [&](std::string_view key, std::string_view value) {
    const FiledRow row(position_in(key), value);
    if (row.stamp().position < query.as_of && !directory.is_void(row.stamp())) {
      notes.push_back({row.stamp(), false, row.fact<events::PupilNoted>()});
    }
    return true;
  });
  return notes;
}

std::vector<SubjectResult> diary_results(const events::ViewReader& views, const DiaryQuery& query) {
  std::map<events::SubjectNumber, SubjectResult> by_subject;
  for (const DiaryDay& day : diary_days(views, query)) {
    for (const DiaryLesson& lesson : day.lessons) {
      SubjectResult& result = by_subject[lesson.subject];
      result.subject = lesson.subject;
      add_lesson(result, lesson);
    }
  }
  std::vector<SubjectResult> results;
  for (const auto& [subject, result] : by_subject) results.push_back(result);
  return results;
}

std::vector<DiaryPeriodMark> diary_period_marks(const events::ViewReader& views,
                                                events::PersonNumber pupil,
                                                events::Position as_of) {
  const Directory directory(views, as_of);
  RowBytes prefix;
  prefix.u8(static_cast<std::uint8_t>(DiaryPart::kPeriodMarks)).u32(pupil.value);
  std::vector<DiaryPeriodMark> marks;
  DiaryPeriodMark at;
  std::vector<MarkStep> steps;
  const auto close = [&] {
    for (Mark& mark : resolve_marks(steps)) {
      marks.push_back({at.subject, at.period, at.kind, std::move(mark)});
    }
    steps.clear();
  };
  views.scan(kDiary, prefix.view(), after_prefix(prefix.view()),
             [&](std::string_view key, std::string_view value) {
               RowReader reader(key.substr(5));
               DiaryPeriodMark next;
               next.subject.value = reader.u32();
               next.period.value = reader.u32();
               next.kind = static_cast<events::ResultKind>(reader.u8());
               if (next != at) close();
               at = next;
               const FiledRow row(position_in(key), value);
               if (row.stamp().position >= as_of) return true;
               if (auto step = period_mark_step(row, directory.is_void(row.stamp()))) {
                 steps.push_back(*step);
               }
               return true;
             });
  close();
  return marks;
}

}  // namespace letopis::projections
