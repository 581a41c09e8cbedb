// What whoever teaches wants of the journal.
#include "simulation/wishes.h"

namespace letopis::simulation {

using events::NumberKind;

Wish Wishes::of_teacher() {
  switch (below(random_, 16)) {
    case 0:
    case 1:
    case 2: return lesson_wish();
    case 3:
    case 4:
    case 5:
    case 6: return marks_wish();
    case 7:
    case 8: return change_wish();
    case 9:
    case 10: return presence_wish();
    case 11:
    case 12: return content_wish();
    case 13: return result_wish();
    case 14: return answer_wish();
    default: {
      const auto about = lesson();
      return states(teacher_of(about),
                    events::LessonWithdrawn{about, found(about) ? found(about)->day : today_,
                                            code<events::ChangeReason>()});
    }
  }
}

Wish Wishes::lesson_wish() {
  const auto load = pick(1, one_in(20) ? kLoads.size() + 1 : kLoads.size());
  rules::RecordLesson wish;
  wish.load = {load};
  wish.day = near(2);
  wish.bell = static_cast<std::uint16_t>(pick(1, one_in(12) ? 4 : 3));
  // Electives are held on days off too.
  wish.kind = one_in(3) ? events::LessonKind::kElective : events::LessonKind::kOrdinary;
  if (!one_in(4)) wish.topic = one_in(6) ? "Present Continuous" : "Повторение";
  if (one_in(3)) {
    wish.homework =
        rules::HomeworkWish{code<events::HomeworkKind>(), one_in(3) ? "" : "§ 7", std::nullopt};
  }
  const auto teacher = load <= kLoads.size() ? kLoads[load - 1].teacher : kMaths;
  // Or who substitutes.
  return {one_in(8) ? events::PersonNumber{pick(kMaths.value, kPsychologist.value)} : teacher,
          wish};
}

Wish Wishes::marks_wish() {
  const auto about = lesson();
  const auto* held = found(about);
  Wish wish{teacher_of(about), {}};
  rules::GiveMarks give;
  give.lesson = about;
  give.work = static_cast<std::uint16_t>(one_in(6) ? 1 : 0);
  for (auto i = pick(1, 3); i > 0; --i) {
    rules::MarkWish mark;
    mark.pupil = held ? pupil_in(held->load) : pupil();
    mark.value = value();
    if (one_in(3)) mark.comment = text(mark.pupil, wish);
    give.marks.push_back(mark);
  }
  wish.command = give;
  return wish;
}

Wish Wishes::change_wish() {
  rules::MarkOfCell which{lesson(), pupil(), std::nullopt};
  if (!standing_.marks.empty() && !one_in(10)) {
    const auto at = std::next(standing_.marks.begin(),
                              static_cast<std::ptrdiff_t>(below(random_, standing_.marks.size())));
    which = {at->first.lesson, at->first.pupil, at->first.ordinal};
    if (one_in(3)) which.ordinal.reset();
  }
  Wish wish{teacher_of(which.lesson), {}};
  std::optional<events::Commitment> note;
  if (one_in(4)) note = text(which.pupil, wish);
  if (one_in(3)) {
    wish.command = rules::WithdrawMark{which, code<events::ChangeReason>(), note};
    return wish;
  }
  std::optional<events::DisputeNumber> dispute;
  if (one_in(3)) dispute = events::DisputeNumber{pick(1, last(NumberKind::kDispute) + 1)};
  wish.command = rules::CorrectMark{
      which, value(), code<events::ChangeType>(), code<events::ChangeReason>(), dispute, note};
  return wish;
}

Wish Wishes::content_wish() {
  const auto about = lesson();
  const auto* held = found(about);
  const auto teacher = teacher_of(about);
  const events::Day day = held ? held->day : today_;
  const auto whom = held ? pupil_in(held->load) : pupil();
  switch (below(random_, 7)) {
    case 0: return states(teacher, events::TopicSet{about, day, "Тема", "", std::nullopt, 0});
    case 1:
      return states(teacher,
                    events::HomeworkSet{about, day, code<events::HomeworkKind>(), "§ 8", near(4)});
    case 2: return states(teacher, events::HomeworkNone{about, day});
    case 3: return states(teacher, events::SafetyBriefed{about, day, "Вводный"});
    case 4: {
      Wish wish{teacher, {}};
      const auto task = text(whom, wish);
      wish.command = rules::StateFacts{{events::IndividualHomeworkSet{
          about, whom, day, code<events::HomeworkKind>(), task, std::nullopt}}};
      return wish;
    }
    case 5: {
      Wish wish{teacher, {}};
      const auto note = text(whom, wish);
      wish.command =
          rules::StateFacts{{events::PupilNoted{whom, code<events::PupilNoteKind>(), about, note}}};
      return wish;
    }
    default:
      return states(teacher,
                    events::WorkSet{about, day, 1, code<events::WorkKind>(),
                                    static_cast<std::uint16_t>(pick(0, 12) * 100), "Работа"});
  }
}

Wish Wishes::presence_wish() {
  if (!standing_.absences.empty() && one_in(3)) {
    const auto& [where, minutes] = *standing_.absences.rbegin();
    return states(teacher_of(where.lesson),
                  events::AbsenceWithdrawn{where.lesson, where.pupil, found(where.lesson)->day,
                                           code<events::ChangeReason>()});
  }
  const auto about = lesson();
  const auto* held = found(about);
  const bool late = one_in(3);
  return states(
      teacher_of(about),
      events::AbsenceNoted{about, held ? pupil_in(held->load) : pupil(), held ? held->day : today_,
                           late ? events::AbsenceKind::kLate : events::AbsenceKind::kAbsent,
                           static_cast<std::uint16_t>(late ? pick(1, 50) : 0)});
}

// Of the cast's own loads and the quarters, whose marks close the journal in some schools.
Wish Wishes::result_wish() {
  const auto& load = some(kLoads);
  const auto period = events::PeriodNumber{pick(1, one_in(2) ? 1 : kPeriods)};
  const auto whom = pupil_in({pick(1, kLoads.size())});
  const auto kind =
      period.value == kPeriods ? events::ResultKind::kYear : events::ResultKind::kPeriod;
  switch (below(random_, 4)) {
    case 0:
      return states(load.teacher, events::PeriodMarkCorrected{
                                      whom, load.school_class, load.subject, period, kind, value(),
                                      code<events::ChangeType>(), code<events::ChangeReason>(),
                                      std::nullopt, std::nullopt, std::nullopt});
    case 1:
      return states(load.teacher, events::PeriodMarkWithdrawn{
                                      whom, load.school_class, load.subject, period, kind,
                                      code<events::ChangeReason>(), std::nullopt, std::nullopt});
    default:
      return states(load.teacher, events::PeriodMarkGiven{
                                      whom, load.school_class, load.subject, period, kind, value(),
                                      one_in(2) ? std::optional(order()) : std::nullopt});
  }
}

Wish Wishes::answer_wish() {
  const events::DisputeNumber dispute{pick(1, last(NumberKind::kDispute) + 1)};
  Wish wish{kMaths, {}};
  events::DisputeAnswered answer{dispute, pupil(), code<events::DisputeOutcome>(), std::nullopt};
  for (const TakenFact& taken : model_.facts()) {
    const auto* raised = std::get_if<events::DisputeRaised>(&taken.fact);
    if (raised == nullptr || raised->dispute != dispute) continue;
    answer.pupil = raised->pupil;
    wish.author = teacher_of(raised->lesson);
  }
  if (!one_in(4)) answer.text = text(answer.pupil, wish);
  wish.command = rules::StateFacts{{answer}};
  return wish;
}

}  // namespace letopis::simulation
