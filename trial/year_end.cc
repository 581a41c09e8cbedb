#include "trial/year_end.h"

#include <algorithm>

#include "trial/period_end.h"
#include "trial/terms.h"

namespace letopis::trial {
namespace {

using events::MarkValue;
using events::ResultKind;

constexpr unsigned kBasicSchoolEnds = 9;
constexpr events::Day kFirstExam = day_of(2026, 6, 2);
constexpr events::Day kFinalMarks = day_of(2026, 6, 22);
constexpr events::Day kPromotion = day_of(2026, 6, 25);
constexpr events::Day kClosing = day_of(2026, 6, 30);

Author year_keeper(const Life& life) {
  return officer_for(life, regulations::Duty::kCloseYear, events::Role::kAdministrator);
}

bool examined(unsigned grade) { return grade == kBasicSchoolEnds || grade == kGrades; }

// Two examinations are for everyone, the other two are chosen.
bool sits(Subject subject, std::size_t pupil) {
  if (subject == Subject::kSocialStudies) return pupil % 3 != 0;
  if (subject == Subject::kGeography) return pupil % 3 != 1;
  return true;
}

std::optional<MarkValue> exam_result(Life& life, std::size_t pupil, Subject subject) {
  const auto& year = life.results.of(pupil, subject, kYearTerm);
  if (!year || *year > MarkValue::kFive || !sits(subject, pupil)) return std::nullopt;
  Random random = stream(life.settings.seed, Purpose::kPeriodEnd, pupil,
                         100 + static_cast<std::uint64_t>(subject));
  const std::uint32_t die = random.below(100);
  const int step = die < 14 ? -1 : (die < 86 ? 0 : 1);
  return mark_of(std::clamp(figure_of(*year) + step, 3, 5));
}

// The mean of year and examination, rounded up from a half.
std::optional<MarkValue> final_result(Life& life, std::size_t pupil, Subject subject,
                                      unsigned grade) {
  const auto& year = life.results.of(pupil, subject, kYearTerm);
  if (!year || *year > MarkValue::kFive || !has_exam(subject, grade)) return year;
  const auto exam = exam_result(life, pupil, subject);
  if (!exam) return year;
  return mark_of((figure_of(*year) + figure_of(*exam) + 1) / 2);
}

void give_results(Life& life, std::size_t index, ResultKind kind, Moment now) {
  const Load& load = life.school.loads[index];
  const SchoolClass& school_class = life.school.class_of(load);
  const events::Order order = life.scribe.order("ОД", day_at(now.stated));
  std::vector<events::Fact> list;
  for (const std::size_t pupil : roll_of(life.school, load)) {
    const auto value = kind == ResultKind::kExam
                           ? exam_result(life, pupil, load.subject)
                           : final_result(life, pupil, load.subject, school_class.grade);
    if (!value) continue;
    events::PeriodMarkGiven fact;
    fact.pupil = life.school.pupils[pupil].number;
    fact.school_class = school_class.number;
    fact.subject = life.school.number_of(load.subject);
    fact.period = life.year.terms()[kYearTerm].number;
    fact.kind = kind;
    fact.value = *value;
    fact.order = order;
    list.emplace_back(std::move(fact));
  }
  if (!list.empty()) life.scribe.say(now, life.author_of(load.teacher), std::move(list));
}

void plan_results(Life& life) {
  Random random = stream(life.settings.seed, Purpose::kPeriodEnd, kYearTerm + 2);
  for (std::size_t i = 0; i < life.school.loads.size(); ++i) {
    const Load& load = life.school.loads[i];
    const unsigned grade = life.school.class_of(load).grade;
    if (!examined(grade) || life.customs.grading(load.subject, grade) == Grading::kNone) continue;
    if (has_exam(load.subject, grade)) {
      const events::Day day = kFirstExam + static_cast<std::int32_t>(load.subject) % 14 + 2;
      const auto minute = 14 * 60 + random.between(0, 120);
      life.agenda.at(moment(day, minute),
                     [&life, i](Moment now) { give_results(life, i, ResultKind::kExam, now); });
    }
    life.agenda.at(moment(kFinalMarks, 10 * 60 + random.between(0, 360)),
                   [&life, i](Moment now) { give_results(life, i, ResultKind::kFinal, now); });
  }
}

// After grade 9 about half leave for colleges; the others go on to grade 10 in their class.
bool goes_on(unsigned grade, std::size_t pupil) {
  return grade != kGrades && (grade != kBasicSchoolEnds || pupil % 2 == 0);
}

void promote_class(Life& life, std::size_t which, events::YearNumber next, Moment now) {
  const SchoolClass& school_class = life.school.classes[which];
  const events::Order order = life.scribe.order("К", kPromotion);
  const events::ClassNumber number = school_class.number;
  std::vector<events::Fact> list;
  for (const std::size_t index : school_class.pupils) {
    const events::PersonNumber pupil = life.school.pupils[index].number;
    if (goes_on(school_class.grade, index)) {
      list.emplace_back(events::PupilPromoted{pupil, number, number, next, order});
    } else {
      list.emplace_back(events::PupilGraduated{pupil, number, kPromotion, order});
    }
  }
  if (school_class.grade == kGrades) {
    list.emplace_back(events::ClassClosed{number, kPromotion, order});
  } else {
    list.emplace_back(events::ClassPromoted{
        number, next, static_cast<std::uint16_t>(school_class.grade + 1), order});
  }
  life.scribe.say(now, year_keeper(life), std::move(list));
}

void open_next_year(Life& life, Moment now) {
  const auto next = life.scribe.next<events::YearNumber>();
  const events::Order order = life.scribe.order("ОД", kPromotion);
  life.scribe.say(
      now, year_keeper(life),
      facts(events::YearOpened{next, 2026, day_of(2026, 9, 1), day_of(2027, 5, 26), order}));
  for (std::size_t i = 0; i < life.school.classes.size(); ++i) {
    life.agenda.at(moment(kPromotion, 12 * 60 + static_cast<std::int64_t>(i)),
                   [&life, i, next](Moment later) { promote_class(life, i, next, later); });
  }
}

}  // namespace

void plan_year_end(Life& life) {
  plan_results(life);
  life.agenda.at(moment(kPromotion, 11, 0), [&life](Moment now) { open_next_year(life, now); });
  life.agenda.at(moment(kClosing, 12, 0), [&life](Moment now) {
    const events::Order order = life.scribe.order("ОД", kClosing);
    life.scribe.say(now, year_keeper(life), facts(events::YearClosed{life.year_number, order}));
  });
}

}  // namespace letopis::trial
