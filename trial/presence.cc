#include "trial/presence.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/civil_day.h"
#include "trial/routine.h"

namespace letopis::trial {
namespace {

using events::AbsenceReason;

AbsenceReason any_reason(std::size_t length, Random& random) {
  const std::uint32_t die = random.below(100);
  if (length >= 3) return die < 88 ? AbsenceReason::kIllness : AbsenceReason::kExcused;
  if (die < 40) return AbsenceReason::kIllness;
  return die < 84 ? AbsenceReason::kExcused : AbsenceReason::kUnexcused;
}

// The class teacher writes down the reason a few days after the pupil is back.
void plan_explanation(Life& life, std::size_t which, const Absence& absence, Random& random) {
  const auto back = life.year.school_day_from(absence.last + 1);
  const unsigned grade = life.school.classes[life.school.pupils[which].school_class].grade;
  const auto minute = 14 * 60 + random.between(0, 170);
  const auto later = random.between(0, 4);
  const unsigned paper = random.below(900);
  // Before the marks of a period are given, all its absences are explained.
  const events::Instant wanted = moment((back ? *back : kLastDay) + later, minute);
  const events::Instant when = std::min(wanted, life.year.last_entry(absence.last, grade));
  life.agenda.at(when, [&life, which, absence, paper](Moment now) {
    const Pupil& pupil = life.school.pupils[which];
    if (!pupil.here) return;
    std::optional<events::Commitment> document;
    if (absence.reason == AbsenceReason::kIllness) {
      document = life.scribe.secret(pupil.number, fmt::format("Справка № {} от {}", paper + 100,
                                                              day_and_month(absence.last)));
    } else if (absence.reason == AbsenceReason::kExcused) {
      document = life.scribe.secret(
          pupil.number, fmt::format("Заявление родителей от {}", day_and_month(absence.first)));
    }
    life.scribe.say(
        now, life.class_teacher_of(pupil.school_class),
        facts(events::AbsenceExplained{pupil.number, life.school.classes[pupil.school_class].number,
                                       absence.first, absence.last, absence.reason, document}));
  });
}

void plan_exemption(Life& life, std::size_t which, Random& random) {
  Pupil& pupil = life.school.pupils[which];
  if (!random.per_mille(12)) return;
  const Term& term = life.year.terms()[random.below(kQuarters)];
  pupil.exempt = Absence{term.first, term.last, AbsenceReason::kIllness};
  const events::Day told = std::max(kFirstDay, term.first) + random.between(0, 2);
  life.agenda.at(moment(told, 8, 5), [&life, which](Moment now) {
    const Pupil& exempt = life.school.pupils[which];
    if (!exempt.here) return;
    const events::Commitment paper =
        life.scribe.secret(exempt.number, "Справка врача об освобождении от уроков физкультуры");
    life.scribe.say(now, life.class_teacher_of(exempt.school_class),
                    facts(events::ExemptionGiven{
                        exempt.number, life.school.number_of(Subject::kPhysicalEducation),
                        exempt.exempt->first, exempt.exempt->last, paper}));
  });
}

// The class teacher goes through the days since the last review; of a week, since its Monday.
void plan_reviews(Life& life) {
  Random random = stream(life.settings.seed, Purpose::kSickness, 1);
  for (const Stretch& stretch :
       stretches_of(life, "attendance.correction.cadence", regulations::Cadence::kWeekly)) {
    const auto days_of_week = static_cast<std::int32_t>(regulations::weekday(stretch.last)) - 1;
    const events::Day first = std::max(stretch.first, stretch.last - days_of_week);
    for (std::size_t which = 0; which < life.school.classes.size(); ++which) {
      const events::Day last = stretch.last;
      life.agenda.at(
          moment(last, 15 * 60 + random.between(0, 120)), [&life, first, last, which](Moment now) {
            const SchoolClass& school_class = life.school.classes[which];
            life.scribe.say(now, life.author_of(school_class.class_teacher),
                            facts(events::AttendanceReviewed{school_class.number, first, last}));
          });
    }
  }
}

}  // namespace

std::vector<Absence> any_absences(const SchoolYear& year, unsigned days, events::Day from,
                                  Random& random) {
  constexpr unsigned longest = 7;
  const auto& all = year.school_days();
  std::vector<bool> taken(all.size() + 1);
  for (std::size_t i = 0; i < all.size(); ++i) taken[i] = all[i] < from;
  std::vector<Absence> absences;
  // A crowded year has no room for everything; then some days are not missed after all.
  for (unsigned tries = 0; days > 0 && tries < 60; ++tries) {
    const std::size_t length =
        std::min(days, 1 + random.below(random.per_mille(400) ? longest : 2));
    const std::size_t start = random.below(static_cast<std::uint32_t>(all.size() - length));
    const std::size_t before = start == 0 ? 0 : start - 1;
    if (std::any_of(taken.begin() + static_cast<std::ptrdiff_t>(before),
                    taken.begin() + static_cast<std::ptrdiff_t>(start + length + 1),
                    [](bool one) { return one; })) {
      continue;
    }
    std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(start), length, true);
    absences.push_back({all[start], all[start + length - 1], any_reason(length, random)});
    days -= static_cast<unsigned>(length);
  }
  std::sort(absences.begin(), absences.end(),
            [](const Absence& a, const Absence& b) { return a.first < b.first; });
  return absences;
}

unsigned days_missed(const Settings& settings, std::size_t which, Random& random) {
  if (!settings.results.empty()) {
    return settings.results[which % settings.results.size()].absences;
  }
  const unsigned usual = random.below(6);
  return random.per_mille(300) ? usual + random.below(12) : usual;
}

bool is_away(const std::vector<Absence>& absences, events::Day day) {
  return std::any_of(absences.begin(), absences.end(),
                     [&](const Absence& absence) { return absence.covers(day); });
}

void plan_presence_of(Life& life, std::size_t pupil, events::Day from) {
  if (life.apart.is_at_home(pupil)) return;  // is in no lesson that could be missed
  Random random = stream(life.settings.seed, Purpose::kSickness, 2, pupil);
  const unsigned days = days_missed(life.settings, pupil, random);
  Pupil& planned = life.school.pupils[pupil];
  planned.absences = any_absences(life.year, days, from, random);
  for (const Absence& absence : planned.absences) plan_explanation(life, pupil, absence, random);
  if (from == kFirstDay) plan_exemption(life, pupil, random);
}

void plan_presence(Life& life) {
  for (std::size_t i = 0; i < life.school.pupils.size(); ++i) {
    plan_presence_of(life, i, kFirstDay);
  }
  for (std::size_t i = 0; i < life.school.teachers.size(); ++i) {
    Random random = stream(life.settings.seed, Purpose::kTeacherSickness, i);
    const unsigned days = random.below(9);
    life.school.teachers[i].absences = any_absences(life.year, days, kFirstDay + 7, random);
  }
  plan_reviews(life);
}

}  // namespace letopis::trial
