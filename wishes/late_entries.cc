#include "wishes/late_entries.h"

#include "projections/change_judge.h"
#include "projections/expected_lessons.h"
#include "projections/outages.h"

namespace letopis::wishes {
namespace {

using projections::EntryType;
using projections::Judgement;
using regulations::EntryKind;

// Judges facts one after another; one that has no term is never late.
class Judging {
 public:
  Judging(projections::ChangeJudge& judge, const rules::SchoolNow& school)
      : judge_(judge), school_(school), outages_(school.directory()) {}

  void set_stamp(const projections::Stamp& stamp) { stamp_ = stamp; }

  Judgement operator()(const events::MarkGiven& given) {
    auto step = step_of(EntryType::kInitial, given.ordinal);
    step.work = given.work;
    return judge_.of_mark(lesson(given.lesson, given.day), step, std::nullopt);
  }
  Judgement operator()(const events::MarkCorrected& corrected) {
    return of_change(corrected, EntryType::kCorrection);
  }
  Judgement operator()(const events::MarkWithdrawn& withdrawn) {
    return of_change(withdrawn, EntryType::kWithdrawn);
  }
  // Examination and final marks come when there was an examination; no clause counts their days.
  Judgement operator()(const events::PeriodMarkGiven& given) {
    if (!projections::has_term(given.kind)) return {};
    const auto period = school_.directory().declared<events::PeriodDeclared>(given.period);
    if (!period) return {};
    return judge_.of_period_mark(period->fact.last_day, step_of(EntryType::kInitial, 1));
  }
  Judgement operator()(const events::AbsenceNoted& noted) {
    return of_lesson(EntryKind::kAttendance, noted.lesson, noted.day);
  }
  Judgement operator()(const events::TopicSet& set) {
    return of_lesson(EntryKind::kTopic, set.lesson, set.day);
  }
  // A lesson without its record has no topic, and a work is what was done in it.
  Judgement operator()(const events::LessonHeld& held) {
    return of_lesson(EntryKind::kTopic, held.lesson, held.day);
  }
  Judgement operator()(const events::WorkSet& set) {
    return of_lesson(EntryKind::kTopic, set.lesson, set.day);
  }
  Judgement operator()(const events::HomeworkSet& set) {
    return of_lesson(EntryKind::kHomework, set.lesson, set.day);
  }
  Judgement operator()(const events::HomeworkNone& none) {
    return of_lesson(EntryKind::kHomework, none.lesson, none.day);
  }
  Judgement operator()(const events::IndividualHomeworkSet& set) {
    return of_lesson(EntryKind::kHomework, set.lesson, set.day);
  }
  Judgement operator()(const events::DisputeRaised& raised) {
    return after("dispute.notice", raised.found);
  }
  Judgement operator()(const events::TimetableChanged& changed) {
    return after("timetable.changes.due", changed.day);
  }
  Judgement operator()(const events::LessonCancelled& cancelled) {
    return after("timetable.changes.due", cancelled.day);
  }
  Judgement operator()(const events::SubstitutionOrdered& ordered) {
    return after("timetable.changes.due", ordered.first_day);
  }
  Judgement operator()(const events::KeyCompromised& compromised) {
    return after("compromise.notice", school_.day_of(compromised.learned));
  }
  template <class Other>
  Judgement operator()(const Other&) {
    return {};
  }

 private:
  projections::MarkStep step_of(EntryType type, std::uint16_t ordinal) const {
    projections::MarkStep step;
    step.stamp = stamp_;
    step.type = type;
    step.ordinal = ordinal;
    return step;
  }

  // What a change mends or withdraws is the last that stands of that mark before it.
  template <class Change>
  Judgement of_change(const Change& change, EntryType type) {
    std::optional<projections::Stamp> changed;
    for (const auto& fact :
         projections::cell_history(school_.views(), change.lesson, change.pupil, stamp_.position)) {
      const bool is_it = fact.mark && !fact.is_void && fact.mark->ordinal == change.ordinal;
      if (is_it) changed = fact.stamp;
    }
    return judge_.of_mark(lesson(change.lesson, change.day), step_of(type, change.ordinal),
                          changed);
  }

  // A column of marks is of one lesson.
  const projections::JudgedLesson& lesson(events::LessonNumber number, events::Day day) {
    if (lesson_.lesson == number) return lesson_;
    const auto place = projections::place_of(school_.views(), number);
    lesson_ = {number, day, 0, place.school_class, {}};
    const auto& known = school_.lesson(number, day);
    if (!known) return lesson_;
    lesson_.bell = known->record.bell;
    for (const auto& work : known->record.works) lesson_.works[work.number] = work.kind;
    return lesson_;
  }

  Judgement of_lesson(EntryKind kind, events::LessonNumber number, events::Day day) {
    const auto& directory = school_.directory();
    const auto held = directory.declared<events::LessonHeld>(number);
    const auto place = projections::place_of(school_.views(), number);
    regulations::Occasion occasion{day, std::nullopt, std::nullopt, std::nullopt};
    if (held) {
      const auto bell = directory.bell(day, held->fact.bell, place.school_class);
      if (bell) occasion.lesson_end_minute = bell->end_minute;
    }
    if (kind == EntryKind::kHomework) {
      occasion.last_lesson_end_minute =
          projections::ExpectedLessons(directory).last_end(place, day);
    }
    if (const auto year = directory.year_of(day)) occasion.year_last_day = year->last_day;
    if (place.school_class) {
      const auto info = directory.class_info(*place.school_class, day);
      if (info) occasion.grade = info->grade;
    }
    return judged(regulations::deadline_of(kind, occasion, directory.parameters().on(day),
                                           school_.zone(), &school_.calendar()));
  }

  // By a term in days after the day on which the matter began.
  Judgement after(std::string_view key, events::Day day) const {
    const regulations::Occasion begun{day, std::nullopt, std::nullopt, std::nullopt};
    return judged(regulations::deadline_after(key, begun, school_.directory().parameters().on(day),
                                              school_.zone(), &school_.calendar()));
  }

  Judgement judged(std::optional<regulations::Deadline> deadline) const {
    Judgement judgement;
    judgement.deadline = std::move(deadline);
    if (judgement.deadline) {
      judgement.late = outages_.lateness(stamp_, *judgement.deadline, school_.zone());
    }
    return judgement;
  }

  projections::ChangeJudge& judge_;
  const rules::SchoolNow& school_;
  const projections::Outages outages_;
  projections::Stamp stamp_;
  projections::JudgedLesson lesson_;
};

}  // namespace

std::vector<LateEntry> late_entries(std::span<const events::Fact> facts,
                                    const projections::Stamp& first,
                                    const rules::SchoolNow& school) {
  auto judge = projections::ChangeJudge::made(school.directory());
  if (!judge) return {};
  Judging judging(*judge, school);
  std::vector<LateEntry> found;
  projections::Stamp stamp = first;
  for (const auto& fact : facts) {
    judging.set_stamp(stamp);
    auto judgement = std::visit([&judging](const auto& one) { return judging(one); },
                                static_cast<const events::AnyFact&>(fact));
    if (judgement.late) {
      found.push_back(
          {stamp.position, events::name_of(fact), *judgement.deadline, *judgement.late});
    }
    ++stamp.position.value;
  }
  return found;
}

}  // namespace letopis::wishes
