#include "trial/control.h"

#include <algorithm>
#include <string_view>

#include "regulations/civil_day.h"
#include "regulations/role_list.h"
#include "trial/people.h"
#include "trial/routine.h"

namespace letopis::trial {
namespace {

using std::span;
using std::string_view;

constexpr string_view kRemarks[] = {
    "Уроки прошлой недели записаны с опозданием", "Не заполнены темы уроков за прошлую неделю",
    "Малая накопляемость отметок", "Не выставлены отметки за контрольную работу"};
constexpr string_view kFindings[] = {
    "Проверены журналы: темы соответствуют планированию, отдельные записи сделаны поздно",
    "Проверена накопляемость отметок: в большинстве классов достаточна",
    "Проверен учёт посещаемости: причины пропусков указаны не везде"};
constexpr string_view kConclusions[] = {
    "Классным руководителям и учителям устранить замечания в недельный срок",
    "Работу с журналами признать удовлетворительной"};

struct Words {
  events::PupilNoteKind kind;
  string_view text;
};
constexpr Words kWords[] = {
    {events::PupilNoteKind::kAchievement, "Призовое место на школьной олимпиаде"},
    {events::PupilNoteKind::kAchievement, "Хорошее выступление на классном концерте"},
    {events::PupilNoteKind::kBehaviour, "Помощь младшим на перемене"},
    {events::PupilNoteKind::kBehaviour, "Отвлекается на уроках, просьба поговорить"},
    {events::PupilNoteKind::kRecommendation, "Стоит повторить таблицу умножения и правила"},
    {events::PupilNoteKind::kRecommendation, "Советую записаться на консультацию по предмету"},
    {events::PupilNoteKind::kProblem, "Несколько раз не было тетради"},
    {events::PupilNoteKind::kRemark, "Опаздывает на первый урок"}};

void confirm(Life& life, events::RemarkNumber remark, bool by_deputy, Moment now) {
  const Officer& maker = by_deputy ? life.deputy : life.administrator;
  life.scribe.say(now, maker.author(), facts(events::RemarkConfirmed{remark, true}));
}

void settle(Life& life, events::RemarkNumber remark, std::size_t teacher, bool by_deputy,
            Moment now) {
  const events::Commitment text =
      life.scribe.secret(life.school.teachers[teacher].number, "Замечание учтено, записи внесены");
  life.scribe.say(now, life.author_of(teacher), facts(events::RemarkSettled{remark, text}));
  life.agenda.at(now.stated + std::chrono::hours(44), [&life, remark, by_deputy](Moment later) {
    confirm(life, remark, by_deputy, later);
  });
}

// A week, where the regulation names no term for that office.
events::Day due_of_remark(const Life& life, events::Role maker, events::Day made) {
  if (!life.customs.speaks_of("remark.settle")) return made + 7;
  const auto terms = regulations::parse_role_terms(life.customs.value_of("remark.settle"));
  INVARIANT(terms.has_value());
  for (const regulations::RoleTerm& one : *terms) {
    if (one.role && one.role != maker) continue;
    if (one.term.kind == regulations::TermKind::kMonth) return regulations::plus_month(made);
    if (one.term.kind == regulations::TermKind::kCalendarDays) {
      return made + static_cast<std::int32_t>(one.term.count);
    }
  }
  return made + 7;
}

void remark(Life& life, Random random, Moment now) {
  const events::Day day = day_at(now.stated);
  const bool by_deputy = random.per_mille(300);
  const std::size_t load = random.below(static_cast<std::uint32_t>(life.school.loads.size()));
  const std::size_t teacher = life.school.loads[load].teacher;
  const auto words = random.one_of(span<const string_view>(kRemarks));
  events::RemarkMade made;
  made.remark = life.scribe.next<events::RemarkNumber>();
  made.teacher = life.school.teachers[teacher].number;
  made.school_class = life.school.class_of(life.school.loads[load]).number;
  made.subject = life.school.number_of(life.school.loads[load].subject);
  made.level = by_deputy ? events::RemarkLevel::kDeputy : events::RemarkLevel::kAdministrator;
  made.due =
      due_of_remark(life, by_deputy ? events::Role::kDeputy : events::Role::kAdministrator, day);
  made.text = life.scribe.secret(made.teacher, std::string(words));
  const Officer& maker = by_deputy ? life.deputy : life.administrator;
  life.scribe.say(now, maker.author(), facts(made));
  const auto days = random.between(1, 5);
  const auto minute = 16 * 60 + random.between(0, 90);
  life.agenda.at(moment(day + days, minute),
                 [&life, number = made.remark, teacher, by_deputy](Moment then) {
                   settle(life, number, teacher, by_deputy, then);
                 });
}

void hand_in_analysis(Life& life, events::Day monday, Moment now) {
  life.scribe.say(
      now, life.administrator.author(),
      facts(events::ReportHandedIn{events::ReportKind::kWeeklyAnalysis, std::nullopt, std::nullopt,
                                   monday - 7, monday - 1, life.deputy.number}));
}

void issue_note(Life& life, const Officer& by, events::Day day, Random random, Moment now) {
  const auto findings = random.one_of(span<const string_view>(kFindings));
  const auto conclusion = random.one_of(span<const string_view>(kConclusions));
  events::ControlNoteIssued note;
  note.note = life.scribe.next<events::ControlNoteNumber>();
  note.first_day = day - 28;
  note.last_day = day;
  note.subject = static_cast<events::ControlSubject>(random.below(8));
  note.findings = life.scribe.secret(by.number, std::string(findings));
  note.conclusion = life.scribe.secret(by.number, std::string(conclusion));
  note.due = day + 10;
  life.scribe.say(now, by.author(), facts(note));
  for (const SchoolClass& school_class : life.school.classes) {
    const std::size_t reader = school_class.class_teacher;
    const auto hours = random.between(1, 70);
    life.agenda.at(moment(day + 1 + hours / 10, 9 * 60 + hours % 10 * 55),
                   [&life, reader, number = note.note.value](Moment then) {
                     life.scribe.say(then, life.author_of(reader),
                                     facts(events::AcquaintanceSigned{
                                         life.school.teachers[reader].number,
                                         events::AcquaintanceSubject::kControlNote, number}));
                   });
  }
}

// On Fridays class teachers write a word about one or two of their pupils.
void write_words(Life& life, std::size_t which, Random random, Moment now) {
  const SchoolClass& school_class = life.school.classes[which];
  if (school_class.pupils.empty()) return;
  const int count = random.between(1, 2);
  std::vector<events::Fact> list;
  for (int i = 0; i < count; ++i) {
    const std::size_t pupil = random.one_of(school_class.pupils);
    const Words& words = random.one_of(span<const Words>(kWords));
    const events::PersonNumber number = life.school.pupils[pupil].number;
    const events::Commitment text = life.scribe.secret(number, std::string(words.text));
    list.emplace_back(events::PupilNoted{number, words.kind, std::nullopt, text});
  }
  life.scribe.say(now, life.author_of(school_class.class_teacher), std::move(list));
}

void plan_weeks(Life& life) {
  Random random = stream(life.settings.seed, Purpose::kControl);
  const auto remarks = std::max<std::size_t>(1, life.school.classes.size() / 10);
  for (const events::Day day : life.year.school_days()) {
    const unsigned weekday = regulations::weekday(day);
    if (weekday == 1 && day > kFirstDay) {
      if (life.customs.speaks_of("analysis.weekly")) {
        life.agenda.at(moment(day, 14, 30),
                       [&life, day](Moment now) { hand_in_analysis(life, day, now); });
      }
      for (std::size_t i = 0; i < remarks; ++i) {
        const Random own(random.next());
        life.agenda.at(moment(day, 15 * 60 + static_cast<std::int64_t>(i) * 4),
                       [&life, own](Moment now) { remark(life, own, now); });
      }
    }
    if (weekday != 5) continue;
    for (std::size_t which = 0; which < life.school.classes.size(); ++which) {
      const auto minute = 16 * 60 + random.between(0, 100);
      const Random own(random.next());
      life.agenda.at(moment(day, minute),
                     [&life, which, own](Moment now) { write_words(life, which, own, now); });
    }
  }
}

void plan_note(Life& life, const Officer& by, events::Day day, Random& random) {
  const Random own(random.next());
  life.agenda.at(moment(day, 16, 5),
                 [&life, &by, day, own](Moment now) { issue_note(life, by, day, own, now); });
}

// Every four weeks, where the regulation does not say how often the deputy looks, or says monthly;
// a look of every day leaves no note.
void plan_notes(Life& life) {
  Random random = stream(life.settings.seed, Purpose::kControl, 1);
  constexpr std::string_view of_deputy = "control.deputy";
  const auto cadences = life.customs.cadence(of_deputy, regulations::Cadence::kMonthly);
  const std::vector<regulations::Cadence> monthly{regulations::Cadence::kMonthly};
  if (cadences.empty() || cadences == monthly) {
    events::Day last_note = kFirstDay;
    for (const events::Day day : life.year.school_days()) {
      if (day < last_note + 28) continue;
      last_note = day;
      plan_note(life, life.deputy, day, random);
    }
  } else {
    for (const events::Day day : life.year.days_of(cadences)) {
      plan_note(life, life.deputy, day, random);
    }
  }
  const auto of_director = life.customs.cadence("control.director", regulations::Cadence::kQuarter);
  const std::vector<regulations::Cadence> daily{regulations::Cadence::kDaily};
  if (of_director == daily) return;
  for (const events::Day day : life.year.days_of(of_director)) {
    plan_note(life, life.director, day, random);
  }
}

void check_data(Life& life, std::size_t which, Moment now) {
  const SchoolClass& school_class = life.school.classes[which];
  std::vector<events::Fact> list;
  for (const std::size_t pupil : school_class.pupils) {
    list.emplace_back(events::PersonChecked{life.school.pupils[pupil].number, day_at(now.stated)});
  }
  if (!list.empty()) {
    life.scribe.say(now, life.author_of(school_class.class_teacher), std::move(list));
  }
}

void plan_september(Life& life) {
  Random random = stream(life.settings.seed, Purpose::kControl, 2);
  for (std::size_t which = 0; which < life.school.classes.size(); ++which) {
    const events::Day meeting = day_of(2025, 9, 2) + random.between(0, 2);
    const auto minute = 18 * 60 + random.between(0, 60);
    if (!gives_codes_in_august(life)) {
      life.agenda.at(moment(meeting, minute), [&life, which](Moment now) {
        FactList list = accounts_of_class(life, which, day_at(now.stated));
        if (list.empty()) return;
        life.scribe.say(now, life.class_teacher_of(which), std::move(list));
      });
    }
    if (recurs(life, "people.check.cadence")) continue;  // then it is not only in September
    const events::Day check = day_of(2025, 9, 15) + random.between(0, 4);
    life.agenda.at(moment(check, 15 * 60 + random.between(30, 90)),
                   [&life, which](Moment now) { check_data(life, which, now); });
  }
}

void plan_lost_codes(Life& life) {
  Random random = stream(life.settings.seed, Purpose::kControl, 3);
  const auto& days = life.year.school_days();
  for (unsigned i = 0; i < life.settings.pupils / 60; ++i) {
    const events::Day day = days[10 + random.below(static_cast<std::uint32_t>(days.size()) - 10)];
    const std::size_t which = random.below(life.settings.pupils);
    life.agenda.at(moment(day, 16 * 60 + random.between(0, 60)), [&life, which](Moment now) {
      const Pupil& pupil = life.school.pupils[which];
      if (!pupil.here) return;
      life.scribe.say(now, life.class_teacher_of(pupil.school_class),
                      facts(events::CredentialIssued{pupil.guardians.front().number,
                                                     events::SlipMedium::kPaper, true}));
    });
  }
}

}  // namespace

void plan_control(Life& life) {
  plan_september(life);
  plan_weeks(life);
  plan_notes(life);
  plan_lost_codes(life);
}

}  // namespace letopis::trial
