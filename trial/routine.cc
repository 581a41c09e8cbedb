#include "trial/routine.h"

#include <algorithm>

#include "trial/terms.h"

namespace letopis::trial {
namespace {

using events::ReportKind;
using events::Role;
using regulations::Cadence;
using regulations::Duty;

struct ClassReport {
  std::string_view key;
  ReportKind kind;
};
constexpr ClassReport kClassReports[] = {
    {"class_journal.review", ReportKind::kClassJournalReview},
    {"class.progress_report", ReportKind::kProgress},
    {"parents.message.cadence", ReportKind::kParentsMessage},
    {"parents.services_notice.cadence", ReportKind::kParentsServices}};

void add_messages(Life& life, const SchoolClass& school_class, std::vector<events::Fact>& list) {
  const events::Position latest{life.scribe.said() - 1};
  for (const std::size_t pupil : school_class.pupils) {
    list.emplace_back(events::FamilyTold{life.school.pupils[pupil].number,
                                         events::NoticeChannel::kSystem, latest});
  }
}

void report_on_class(Life& life, std::size_t which, ReportKind kind, const Stretch& stretch,
                     Moment now) {
  const SchoolClass& school_class = life.school.classes[which];
  if (school_class.pupils.empty()) return;
  std::vector<events::Fact> list = facts(events::ReportHandedIn{
      kind, school_class.number, std::nullopt, stretch.first, stretch.last, life.deputy.number});
  if (kind == ReportKind::kParentsMessage) add_messages(life, school_class, list);
  life.scribe.say(now, life.author_of(school_class.class_teacher), std::move(list));
}

void plan_class_report(Life& life, std::string_view key, ReportKind kind) {
  Random random = stream(life.settings.seed, Purpose::kRoutine, static_cast<std::uint64_t>(kind));
  for (const Stretch& stretch : stretches_of(life, key, Cadence::kMonthly)) {
    for (std::size_t which = 0; which < life.school.classes.size(); ++which) {
      const auto when = moment_of_duty(life, stretch.last, random);
      if (!when) continue;
      life.agenda.at(*when, [&life, which, kind, stretch](Moment now) {
        report_on_class(life, which, kind, stretch, now);
      });
    }
  }
}

// A report of the whole school, by an officer to another.
struct SchoolReport {
  std::string_view key;
  Cadence house;
  ReportKind kind;
  Author author;
  events::PersonNumber receiver;
};

void plan_school_report(Life& life, const SchoolReport& report,
                        const std::vector<Stretch>& stretches) {
  Random random =
      stream(life.settings.seed, Purpose::kRoutine, 100 + static_cast<std::uint64_t>(report.kind));
  for (const Stretch& stretch : stretches) {
    const auto when = moment_of_duty(life, stretch.last, random);
    if (!when) continue;
    life.agenda.at(*when, [&life, report, stretch](Moment now) {
      life.scribe.say(now, report.author,
                      facts(events::ReportHandedIn{report.kind, std::nullopt, std::nullopt,
                                                   stretch.first, stretch.last, report.receiver}));
    });
  }
}

void plan_school_reports(Life& life) {
  const Author administrator = life.administrator.author();
  for (const SchoolReport& report :
       {SchoolReport{"teachers_work_report", Cadence::kMonthly, ReportKind::kTeachersWork,
                     officer_for(life, Duty::kTeachersWorkReport, Role::kDeputy),
                     life.director.number},
        SchoolReport{"activity", Cadence::kEachPeriod, ReportKind::kActivity, administrator,
                     life.director.number}}) {
    plan_school_report(life, report, stretches_of(life, report.key, report.house));
  }
  // This key names who does it; how often is in its name.
  if (life.customs.speaks_of("analysis.monthly")) {
    plan_school_report(life,
                       {"analysis.monthly", Cadence::kMonthly, ReportKind::kMonthlyAnalysis,
                        administrator, life.deputy.number},
                       stretches_between(life.year.days_of({{Cadence::kMonthly}})));
  }
}

// Whoever the regulation names first looks through the data of the own class, or of the school.
void plan_data_checks(Life& life) {
  constexpr std::string_view key = "people.check.cadence";
  if (!recurs(life, key)) return;
  if (class_teacher_does(life, Duty::kPeopleCheck)) {
    plan_class_report(life, key, ReportKind::kDataCheck);
    return;
  }
  plan_school_report(
      life,
      {key, Cadence::kMonthly, ReportKind::kDataCheck,
       officer_for(life, Duty::kPeopleCheck, Role::kAdministrator), life.director.number},
      stretches_of(life, key, Cadence::kMonthly));
}

// The subject's teacher, or the class teacher, tells what the period may come to.
void plan_forecasts(Life& life) {
  if (!life.customs.speaks_of("forecast.due") && !life.customs.speaks_of("forecast.by")) return;
  constexpr std::int32_t days_before = 12;
  const bool by_class_teacher = class_teacher_does(life, Duty::kForecast);
  Random random = stream(life.settings.seed, Purpose::kRoutine, 200);
  for (const Term& term : life.year.terms()) {
    if (!term.is_kept() || term.kind == events::PeriodKind::kYear) continue;
    for (const SchoolClass& school_class : life.school.classes) {
      if (!term.covers(school_class.grade)) continue;
      std::vector<std::size_t> teachers{school_class.class_teacher};
      if (!by_class_teacher) teachers.clear();
      for (const std::size_t load : school_class.loads) {
        if (!by_class_teacher) teachers.push_back(life.school.loads[load].teacher);
      }
      std::sort(teachers.begin(), teachers.end());
      teachers.erase(std::unique(teachers.begin(), teachers.end()), teachers.end());
      for (const std::size_t teacher : teachers) {
        const auto day = life.year.school_day_until(term.last - days_before);
        const auto when = moment_of_duty(life, *day, random);
        if (!when) continue;
        const events::ReportHandedIn report{ReportKind::kSubjectTeacherPeriod,
                                            school_class.number,
                                            term.number,
                                            term.first,
                                            term.last,
                                            std::nullopt};
        life.agenda.at(*when, [&life, teacher, report](Moment now) {
          life.scribe.say(now, life.author_of(teacher), facts(report));
        });
      }
    }
  }
}

void plan_backups(Life& life) {
  Random random = stream(life.settings.seed, Purpose::kRoutine, 201);
  const Author keeper = officer_for(life, Duty::kBackup, Role::kAdministrator);
  for (const Stretch& stretch : stretches_of(life, "backup.cadence", Cadence::kMonthly)) {
    const auto when = moment_of_duty(life, stretch.last, random);
    if (!when) continue;
    signing::Digest digest;
    random.fill(digest.bytes);
    life.agenda.at(*when, [&life, keeper, digest](Moment now) {
      life.scribe.say(now, keeper,
                      facts(events::BackupMade{events::BackupKind::kStoreBackup, digest,
                                               "Сейф администратора, внешний диск"}));
    });
  }
}

// What describes the process is brought up to date soon after each period has begun.
void plan_sections(Life& life) {
  if (!life.customs.speaks_of("setup.process_sections.yearly")) return;
  for (unsigned quarter = 1; quarter < kQuarters; ++quarter) {
    const events::Day first = life.year.terms()[quarter].first;
    life.agenda.at(moment(first + 3, 12, 15), [&life](Moment now) {
      life.scribe.say(
          now, life.deputy.author(),
          facts(events::SectionFilled{"Расписание и режим работы", day_at(now.stated)}));
    });
  }
}

}  // namespace

std::vector<Stretch> stretches_between(const std::vector<events::Day>& days) {
  std::vector<Stretch> stretches;
  events::Day first = kFirstDay;
  for (const events::Day day : days) {
    stretches.push_back({first, day});
    first = day + 1;
  }
  return stretches;
}

std::vector<Stretch> stretches_of(const Life& life, std::string_view key, Cadence house) {
  return stretches_between(life.year.days_of(life.customs.cadence(key, house)));
}

std::optional<events::Instant> moment_of_duty(const Life& life, events::Day due, Random& random) {
  const std::uint32_t die = random.below(1'000);
  const auto minute = 14 * 60 + 30 + random.between(0, 170);
  const auto behind = random.between(1, 3);
  if (die < 12) return std::nullopt;
  if (die >= 60) return moment(due, minute);
  const auto later = life.year.school_day_from(due + behind);
  return moment(later.value_or(due), minute);
}

bool recurs(const Life& life, std::string_view key) {
  const auto cadences = life.customs.cadence(key, Cadence::kMonthly);
  return std::any_of(cadences.begin(), cadences.end(),
                     [](Cadence one) { return one != Cadence::kYear; });
}

void plan_routine(Life& life) {
  for (const ClassReport& report : kClassReports) plan_class_report(life, report.key, report.kind);
  plan_school_reports(life);
  plan_data_checks(life);
  plan_forecasts(life);
  plan_backups(life);
  plan_sections(life);
}

}  // namespace letopis::trial
