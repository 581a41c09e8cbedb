#include <fmt/format.h>

#include "trial/apart_founding.h"
#include "trial/documents.h"
#include "trial/people.h"
#include "trial/timetable_entry.h"
#include "trial/topics.h"

namespace letopis::trial {
namespace {

constexpr unsigned kWeeks = 34;
constexpr unsigned kWeeksOfFirstGrade = 33;
constexpr unsigned kHundredths = 100;

void approve_curriculum(Life& life) {
  Sitting director(life, life.director.author(), moment(day_of(2025, 8, 21), 9, 30));
  events::CurriculumApproved curriculum;
  curriculum.year = life.year_number;
  curriculum.order = life.scribe.order("ОД", director.day());
  for (unsigned grade = 1; grade <= kGrades; ++grade) {
    for (const SubjectCard& card : subjects()) {
      const unsigned hours = weekly_hours(card.subject, grade);
      if (hours == 0) continue;
      curriculum.lines.push_back({static_cast<std::uint16_t>(grade),
                                  life.school.number_of(card.subject),
                                  static_cast<std::uint16_t>(hours * kHundredths)});
    }
  }
  director.say(facts(std::move(curriculum)));
}

void set_forms(Life& life) {
  Sitting deputy(life, life.deputy.author(), moment(day_of(2025, 8, 21), 10, 15));
  set_study_forms(deputy);
}

void form_groups(Life& life) {
  Sitting administrator(life, life.administrator.author(), moment(day_of(2025, 8, 21), 11, 0));
  for (Group& group : life.school.groups) {
    group.number = life.scribe.next<events::GroupNumber>();
    const SchoolClass& school_class = life.school.classes[group.school_class];
    std::vector<events::Fact> list;
    list.emplace_back(
        events::GroupFormed{group.number, school_class.number, life.school.number_of(group.subject),
                            events::GroupKind::kSubgroup,
                            fmt::format("{}, {}, подгруппа {}", name_of(school_class),
                                        card_of(group.subject).short_name, group.part + 1),
                            kFirstDay});
    for (const std::size_t index : school_class.pupils) {
      const Pupil& pupil = life.school.pupils[index];
      if (pupil.part != group.part) continue;
      list.emplace_back(events::GroupJoined{group.number, pupil.number, kFirstDay});
    }
    administrator.say(std::move(list));
  }
  form_apart_groups(administrator);
}

void assign_loads(Life& life) {
  Sitting deputy(life, life.deputy.author(), moment(day_of(2025, 8, 22), 9, 0));
  for (const SchoolClass& school_class : life.school.classes) {
    std::vector<events::Fact> list;
    for (const std::size_t index : school_class.loads) {
      Load& load = life.school.loads[index];
      load.number = life.scribe.next<events::LoadNumber>();
      std::optional<events::GroupNumber> group;
      if (load.group) group = life.school.groups[*load.group].number;
      list.emplace_back(events::LoadAssigned{
          load.number, life.school.teachers[load.teacher].number,
          life.school.number_of(load.subject), school_class.number, group,
          static_cast<std::uint16_t>(load.hours * kHundredths), kFirstDay, kLastDay});
    }
    deputy.say(std::move(list));
  }
  assign_apart_loads(deputy);
  Sitting director(life, life.director.author(), moment(day_of(2025, 8, 22), 16, 0));
  const events::Order order = life.scribe.order("ОД", director.day());
  director.say(facts(events::LoadsApproved{life.year_number, order}));
}

void adopt_plans(Life& life) {
  events::Instant start = moment(day_of(2025, 8, 25), 9, 0);
  for (std::size_t i = 0; i < life.school.teachers.size(); ++i) {
    Sitting teacher(life, life.author_of(i), start);
    for (Load& load : life.school.loads) {
      if (load.teacher != i) continue;
      const SchoolClass& school_class = life.school.class_of(load);
      const unsigned weeks = school_class.grade == 1 ? kWeeksOfFirstGrade : kWeeks;
      load.topics = plan_topics(load.subject, school_class.grade, load.hours * weeks);
      load.plan = life.scribe.next<events::PlanNumber>();
      teacher.say(facts(events::PlanAdopted{
          load.plan, load.number,
          fmt::format("{}, {}", card_of(load.subject).name, name_of(school_class)), load.topics}));
    }
    start = teacher.now();
  }
  adopt_apart_plans(life, start);
}

void give_codes(Life& life) {
  if (!gives_codes_in_august(life)) return;
  Sitting administrator(life, life.administrator.author(), moment(day_of(2025, 8, 26), 10, 0));
  for (std::size_t which = 0; which < life.school.classes.size(); ++which) {
    FactList list = accounts_of_class(life, which, administrator.day());
    if (!list.empty()) administrator.say(std::move(list));
  }
}

// What the regulation has signed is signed; the sections that describe the process are filled.
void sign_regulation(Life& life) {
  events::Instant start = moment(day_of(2025, 8, 29), 10, 0);
  const auto subjects_signed = subjects_to_sign(life.customs);
  for (std::size_t i = 0; i < life.school.teachers.size() && !subjects_signed.empty(); ++i) {
    Sitting teacher(life, life.author_of(i), start);
    std::vector<events::Fact> list;
    for (const events::AcquaintanceSubject subject : subjects_signed) {
      list.emplace_back(events::AcquaintanceSigned{life.school.teachers[i].number, subject, 1});
    }
    teacher.say(std::move(list));
    start = teacher.now();
  }
  Sitting administrator(life, life.administrator.author(), start);
  for (const char* section : {"О школе", "Режим работы", "Учебный план", "Расписание звонков",
                              "Консультации по работе с журналом"}) {
    administrator.say(facts(events::SectionFilled{section, administrator.day()}));
  }
}

}  // namespace

void plan_teaching(Life& life) {
  approve_curriculum(life);
  set_forms(life);
  form_groups(life);
  assign_loads(life);
  {
    const events::Instant entered = moment(day_of(2025, 8, 23), 10, 0);
    enter_timetable(life, 0, {entered, entered});
  }
  adopt_plans(life);
  give_codes(life);
  sign_regulation(life);
}

}  // namespace letopis::trial
