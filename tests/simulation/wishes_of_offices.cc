// What director, deputy, administrator and secretary want.
#include "simulation/founding.h"
#include "simulation/wishes.h"

namespace letopis::simulation {

using events::NumberKind;

Wish Wishes::of_office() {
  switch (below(random_, 7)) {
    case 0:
    case 1: return lock_wish();
    case 2: return movement_wish();
    case 3: return one_in(3) ? rule_wish() : year_wish();
    case 4: return appointment_wish();
    case 5: return teaching_wish();
    default: return paper_wish();
  }
}

Wish Wishes::lock_wish() {
  const events::ClassNumber where{pick(1, kClasses)};
  const events::PeriodNumber period{pick(1, one_in(2) ? 1 : kPeriods)};
  switch (below(random_, 5)) {
    case 0: return states(kDeputy, events::PeriodClosed{where, period});
    case 1: return states(kDirector, events::PeriodReopened{where, period, order()});
    case 2:
      return states(kDeputy, events::PermissionEnded{{pick(1, last(NumberKind::kPermission) + 1)}});
    default: {
      const auto& load = some(kLoads);
      events::PermissionGiven fact;
      fact.teacher = load.teacher;
      fact.school_class = load.school_class;
      if (one_in(2)) fact.subject = load.subject;
      fact.first_day = {today_.value - static_cast<std::int32_t>(pick(0, 30))};
      fact.last_day = near(10);
      fact.until = {now_.milliseconds + static_cast<std::int64_t>(pick(0, 100)) * kHourMs};
      fact.order = order();
      return states(one_in(2) ? kDirector : kDeputy, fact);
    }
  }
}

Wish Wishes::movement_wish() {
  const events::PersonNumber whom{pick(kFirstPupil.value, one_in(4) ? kPeople : kLastPupil.value)};
  const events::ClassNumber from{pick(1, kClasses)}, to{pick(1, kClasses)};
  switch (below(random_, 6)) {
    case 0: return {kAdministrator, rules::EnrolPupil{whom, to, near(5), order(), {}}};
    case 1: return states(kAdministrator, events::PupilMoved{whom, from, to, near(5), order()});
    case 2:
      return states(kAdministrator,
                    events::PupilLeft{whom, from, near(5), code<events::LeaveGround>(), order()});
    case 3:
      return states(kDeputy, events::StudyFormSet{whom, code<events::StudyForm>(), std::nullopt,
                                                  near(5), std::nullopt, order()});
    case 4:
      return states(kDeputy,
                    events::ExemptionGiven{
                        whom, some(kLoads).subject, near(5), {today_.value + 20}, std::nullopt});
    default:
      return states(kDirector,
                    events::PersonErased{{pick(kFirstPupil.value, last(NumberKind::kPerson))},
                                         order(),
                                         one_in(8) ? "" : "152-ФЗ"});
  }
}

// The rules change in the middle of the year.
Wish Wishes::rule_wish() {
  if (one_in(4)) {
    const auto other = bundled(random_());
    return {kDirector, rules::AdoptRegulation{other.title, order(), near(5), other.parameters}};
  }
  static const events::Parameter changes[] = {{"entry.mark.due", "7d", "1"},
                                              {"entry.mark.due", "lesson_day", "1"},
                                              {"entry.mark.late", "refuse", "1"},
                                              {"entry.mark.late", "flag", "1"},
                                              {"edit.window", "1w", "2"},
                                              {"edit.window", "none", "2"},
                                              {"lock.after_period_marks", "yes", "3"},
                                              {"grades_without_marks", "1", "4"},
                                              {"grades_without_marks", "none", "4"},
                                              {"language", "ru", "5"},
                                              {"entry.mark.due", "whenever", "6"},
                                              {"no.such.key", "yes", "7"}};
  const auto author = one_in(2) ? kDirector : kAdministrator;
  return states(author, events::ParameterChanged{some(changes), order(), near(5)});
}

Wish Wishes::year_wish() {
  const events::YearNumber newest{last(NumberKind::kYear)};
  switch (below(random_, 5)) {
    case 0: {
      // The next one; or one that nobody would open.
      rules::OpenYear year{{20'697}, {20'964}, order(), {}, {}};
      if (one_in(3)) year.first_day.value -= static_cast<std::int32_t>(pick(1, 400));
      return {kDirector, year};
    }
    case 1: return {kDirector, rules::CloseYear{kYear, order()}};
    case 2: return {kDirector, rules::PromoteAll{kYear, newest, near(5), order()}};
    default:
      return states(kDeputy, events::CalendarDayDeclared{near(5), code<events::CalendarDayKind>(),
                                                         one_in(8) ? "" : "Особый день"});
  }
}

Wish Wishes::appointment_wish() {
  // The director stays: else nobody would be left to wish for anything.
  const events::PersonNumber whom{pick(kDeputy.value, one_in(4) ? kPeople : kPsychologist.value)};
  const auto author = one_in(2) ? kDirector : kAdministrator;
  switch (below(random_, 4)) {
    case 0:
      return states(
          author, events::RoleGiven{whom, code<events::Role>(), std::nullopt, std::nullopt, near(5),
                                    one_in(3) ? std::nullopt : std::optional(order())});
    case 1:
      return states(kDirector, events::RoleEnded{whom, code<events::Role>(), std::nullopt,
                                                 std::nullopt, near(5), order()});
    case 2: return {kDirector, rules::IssueCode{whom, code<events::SlipMedium>()}};
    default: return {some(kSigners), rules::IssueCode{{pick(1, kPeople)}, {}}};
  }
}

Wish Wishes::teaching_wish() {
  const events::LoadNumber load{pick(1, last(NumberKind::kLoad) + 1)};
  const auto bell = static_cast<std::uint16_t>(pick(1, 3));
  switch (below(random_, 6)) {
    case 0:
    case 1:
      return states(kDeputy, events::SubstitutionOrdered{{},
                                                         load,
                                                         {pick(kMaths.value, kPsychologist.value)},
                                                         near(2),
                                                         {today_.value + 3},
                                                         code<events::SubstitutionGround>(),
                                                         std::nullopt});
    case 2: return states(kDeputy, events::LoadEnded{load, {today_.value + 1}, std::nullopt});
    case 3:
      return states(kDeputy,
                    events::LessonCancelled{load, near(2), bell, code<events::CancelGround>()});
    case 4:
      return states(kDeputy,
                    events::TimetableEntered{{},
                                             kYear,
                                             near(3),
                                             {today_.value + 30},
                                             {{load, static_cast<std::uint16_t>(pick(1, 6)), bell,
                                               std::nullopt, events::DayParity::kEvery}}});
    default:
      return states(kDirector, events::TimetableApproved{
                                   {pick(1, last(NumberKind::kTimetable) + 1)}, order()});
  }
}

Wish Wishes::paper_wish() {
  const auto moment = [this](std::uint32_t most) {
    return events::Instant{now_.milliseconds - static_cast<std::int64_t>(pick(0, most)) * kHourMs};
  };
  switch (below(random_, 5)) {
    case 0: return remark(now_);
    case 1:
      return states(
          kSecretary,
          events::DocumentRecorded{
              {}, code<events::DocumentKind>(), one_in(6) ? " " : "Приказ", order(), std::nullopt});
    case 2: return states(kDirector, events::OutageDeclared{{}, moment(100), moment(100), order()});
    case 3: return states(kDirector, events::PointListed{{}, "Учительская", std::nullopt});
    default: {
      Wish wish{kDeputy, {}};
      events::ControlNoteIssued note;
      note.first_day = {today_.value - 7};
      note.last_day = near(3);
      note.subject = code<events::ControlSubject>();
      note.findings = text(kDeputy, wish);
      note.conclusion = text(kDeputy, wish);
      wish.command = rules::StateFacts{{note}};
      return wish;
    }
  }
}

}  // namespace letopis::simulation
