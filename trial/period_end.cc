#include "trial/period_end.h"

#include <algorithm>

namespace letopis::trial {
namespace {

using events::MarkValue;
using events::ResultKind;
using std::chrono::minutes;

bool is_graded(const Life& life, const Load& load) {
  return life.customs.grading(load.subject, life.school.class_of(load).grade) != Grading::kNone;
}

// What the teacher makes of a pupil's marks and presence in a term.
std::optional<MarkValue> period_result(Life& life, std::size_t which, const Load& load,
                                       std::size_t term) {
  const Term& asked = life.year.terms()[term];
  const Pupil& pupil = life.school.pupils[which];
  Tally sum;
  for (unsigned quarter = 0; quarter < kQuarters; ++quarter) {
    const Term& part = life.year.terms()[quarter];
    if (asked.first <= part.first && part.last <= asked.last) {
      sum += life.tallies.of(which, load.subject, quarter);
    }
  }
  if (load.subject == Subject::kPhysicalEducation && pupil.exempt &&
      pupil.exempt->first <= asked.first && asked.last <= pupil.exempt->last) {
    return MarkValue::kExempt;
  }
  if (sum.lessons == 0) return std::nullopt;
  if (grading_of(load.subject, life.school.class_of(load).grade) == Grading::kCredit) {
    const bool absent = sum.missed * 3 > sum.lessons * 2;
    return absent ? MarkValue::kNotAttested : MarkValue::kPassed;
  }
  return result_of(sum);
}

events::PeriodMarkGiven fact_of(const Life& life, std::size_t pupil, const Load& load,
                                std::size_t term, ResultKind kind, MarkValue value) {
  events::PeriodMarkGiven fact;
  fact.pupil = life.school.pupils[pupil].number;
  fact.school_class = life.school.class_of(load).number;
  fact.subject = life.school.number_of(load.subject);
  fact.period = life.year.terms()[term].number;
  fact.kind = kind;
  fact.value = value;
  return fact;
}

events::PeriodMarkCorrected correction_of(const events::PeriodMarkGiven& given, MarkValue value,
                                          events::ChangeType type, events::ChangeReason reason) {
  events::PeriodMarkCorrected fact;
  fact.pupil = given.pupil;
  fact.school_class = given.school_class;
  fact.subject = given.subject;
  fact.period = given.period;
  fact.kind = given.kind;
  fact.value = value;
  fact.type = type;
  fact.reason = reason;
  return fact;
}

// Typed wrongly and mended within minutes.
bool mistype(events::PeriodMarkGiven& given, Random& random) {
  constexpr std::uint32_t mistyped_per_mille = 4;
  if (given.value > MarkValue::kFive || !random.per_mille(mistyped_per_mille)) return false;
  const int figure = figure_of(given.value);
  given.value = mark_of(figure == 5 ? 4 : figure + 1);
  return true;
}

void give_period_marks(Life& life, std::size_t index, std::size_t term, ResultKind kind,
                       Moment now) {
  const Load& load = life.school.loads[index];
  const unsigned grade = life.school.class_of(load).grade;
  Random random = stream(life.settings.seed, Purpose::kPeriodEnd, index, term);
  std::vector<events::Fact> list;
  std::vector<events::Fact> mended;
  for (const std::size_t pupil : roll_of(life.school, load)) {
    const auto value = kind == ResultKind::kYear ? year_result(life, pupil, load.subject, grade)
                                                 : period_result(life, pupil, load, term);
    if (!value) continue;
    life.results.of(pupil, load.subject, term) = value;
    events::PeriodMarkGiven fact = fact_of(life, pupil, load, term, kind, *value);
    fact.order = life.marks_orders[term];
    if (mistype(fact, random)) {
      mended.emplace_back(correction_of(fact, *value, events::ChangeType::kCorrection,
                                        events::ChangeReason::kMistyped));
    }
    list.emplace_back(fact);
  }
  if (list.empty()) return;
  life.scribe.say(now, life.author_of(load.teacher), std::move(list));
  if (mended.empty()) return;
  life.agenda.at(now.stated + minutes(random.between(2, 12)),
                 [&life, index, mended = std::move(mended)](Moment later) {
                   life.scribe.say(later, life.author_of(life.school.loads[index].teacher), mended);
                 });
}

void report(Life& life, std::size_t which, std::size_t term, Moment now) {
  const SchoolClass& school_class = life.school.classes[which];
  const Term& ended = life.year.terms()[term];
  life.scribe.say(
      now, life.author_of(school_class.class_teacher),
      facts(events::ReportHandedIn{events::ReportKind::kClassTeacherPeriod, school_class.number,
                                   ended.number, ended.first, ended.last, life.deputy.number}));
}

void close(Life& life, std::size_t term, Moment now) {
  const Term& ended = life.year.terms()[term];
  std::vector<events::Fact> list;
  for (const SchoolClass& school_class : life.school.classes) {
    if (!ended.covers(school_class.grade)) continue;
    list.emplace_back(events::PeriodClosed{school_class.number, ended.number});
  }
  if (!list.empty()) life.scribe.say(now, life.deputy.author(), std::move(list));
}

// The commission raises a mark of a closed period: it is opened by order for one correction.
void reopen(Life& life, std::size_t term, Moment now) {
  const Term& closed = life.year.terms()[term];
  for (const Load& load : life.school.loads) {
    const SchoolClass& school_class = life.school.class_of(load);
    if (!closed.covers(school_class.grade)) continue;
    for (const std::size_t pupil : roll_of(life.school, load)) {
      auto& result = life.results.of(pupil, load.subject, term);
      if (!result || *result >= MarkValue::kFive) continue;
      result = mark_of(figure_of(*result) + 1);
      const events::Order order = life.scribe.order("ОД", day_at(now.stated));
      events::PermissionGiven permission;
      permission.permission = life.scribe.next<events::PermissionNumber>();
      permission.teacher = life.school.teachers[load.teacher].number;
      permission.school_class = school_class.number;
      permission.subject = life.school.number_of(load.subject);
      permission.first_day = closed.first;
      permission.last_day = closed.last;
      permission.until = now.stated + std::chrono::hours(48);
      permission.order = order;
      life.scribe.say(
          now, life.director.author(),
          facts(events::PeriodReopened{school_class.number, closed.number, order}, permission));
      auto fact =
          correction_of(fact_of(life, pupil, load, term, ResultKind::kPeriod, *result), *result,
                        events::ChangeType::kAdjustment, events::ChangeReason::kOrderIssued);
      fact.permission = permission.permission;
      const std::size_t teacher = load.teacher;
      life.agenda.at(now.stated + minutes(95), [&life, teacher, fact](Moment later) {
        life.scribe.say(later, life.author_of(teacher), facts(fact));
      });
      life.agenda.at(now.stated + minutes(310), [&life, fact](Moment later) {
        life.scribe.say(later, life.deputy.author(),
                        facts(events::PeriodClosed{fact.school_class, fact.period}));
      });
      return;
    }
  }
}

// Where period marks wait for an order, the director gives it on the period's last day; somebody
// forgets to name it.
void plan_order_of_marks(Life& life, std::size_t term) {
  if (!life.customs.period_marks_by_order()) return;
  const Term ended = life.year.terms()[term];
  life.agenda.at(moment(ended.last, 15, 0), [&life, term, ended](Moment) {
    life.marks_orders[term] = life.scribe.order("ОД", ended.last);
  });
  life.agenda.aside(moment(ended.last + 1, 12, 20), [&life, term, ended](Moment now) {
    for (const Load& load : life.school.loads) {
      if (!ended.covers(life.school.class_of(load).grade) || !is_graded(life, load)) continue;
      const auto roll = roll_of(life.school, load);
      if (roll.empty()) continue;
      const ResultKind kind =
          ended.kind == events::PeriodKind::kYear ? ResultKind::kYear : ResultKind::kPeriod;
      life.scribe.try_in_vain(
          now, life.author_of(load.teacher),
          facts(fact_of(life, roll.front(), load, term, kind, MarkValue::kFour)),
          "period_mark.no_order");
      return;
    }
  });
}

void plan_period_end(Life& life, std::size_t term) {
  Random random = stream(life.settings.seed, Purpose::kPeriodEnd, kYearTerm + 1, term);
  const Term ended = life.year.terms()[term];
  const bool of_year = ended.kind == events::PeriodKind::kYear;
  const bool last = ended.last == kLastDay;
  plan_order_of_marks(life, term);
  for (std::size_t i = 0; i < life.school.loads.size(); ++i) {
    const Load& load = life.school.loads[i];
    if (!ended.covers(life.school.class_of(load).grade) || !is_graded(life, load)) continue;
    // The year marks wait for those of the last period.
    const std::int32_t days = of_year ? 3 : random.between(1, last ? 2 : 3);
    const auto minute = 13 * 60 + random.between(0, 300);
    const ResultKind kind = of_year ? ResultKind::kYear : ResultKind::kPeriod;
    life.agenda.at(moment(ended.last + days, minute), [&life, i, term, kind](Moment now) {
      give_period_marks(life, i, term, kind, now);
    });
  }
  for (std::size_t i = 0; i < life.school.classes.size(); ++i) {
    if (!life.customs.speaks_of("period_reports")) break;
    if (!ended.covers(life.school.classes[i].grade)) continue;
    life.agenda.at(moment(ended.last + 4, 10 * 60 + random.between(0, 200)),
                   [&life, i, term](Moment now) { report(life, i, term, now); });
  }
  life.agenda.at(moment(ended.last + 4, 15, 30),
                 [&life, term](Moment now) { close(life, term, now); });
}

}  // namespace

std::optional<MarkValue> year_result(Life& life, std::size_t pupil, Subject subject,
                                     unsigned grade) {
  if (!life.school.pupils[pupil].here) return std::nullopt;
  const bool halves = life.year.has_half_years(grade);
  const std::size_t from = halves ? kQuarters : 0;
  const std::size_t to = halves ? kYearTerm : kQuarters;
  int sum = 0;
  int count = 0;
  std::optional<MarkValue> token;
  for (std::size_t term = from; term < to; ++term) {
    const auto& result = life.results.of(pupil, subject, term);
    if (!result) continue;
    token = result;
    if (*result > MarkValue::kFive) continue;
    sum += figure_of(*result);
    ++count;
  }
  if (count == 0) return token;
  return mark_of((2 * sum + count) / (2 * count));
}

void plan_period_ends(Life& life) {
  constexpr std::size_t reopened = 1;  // the second quarter
  for (std::size_t term = 0; term < life.year.terms().size(); ++term) {
    if (life.year.terms()[term].is_kept()) plan_period_end(life, term);
  }
  const events::Day closed = life.year.terms()[reopened].last;
  life.agenda.at(moment(closed + 15, 11, 0), [&life](Moment now) { reopen(life, reopened, now); });
}

}  // namespace letopis::trial
