#include "trial/apart_founding.h"

#include <fmt/format.h>

namespace letopis::trial {
namespace {

constexpr unsigned kHundredths = 100;

events::SubjectNumber subject_of(const Life& life, const ApartLoad& load) {
  if (!load.of_class) return life.apart.subjects[load.subject].number;
  return life.school.number_of(life.school.loads[*load.of_class].subject);
}

std::string_view subject_name(const Life& life, const ApartLoad& load) {
  if (!load.of_class) return life.apart.subjects[load.subject].name;
  return card_of(life.school.loads[*load.of_class].subject).name;
}

Author author_of(const Life& life, const ApartLoad& load) {
  return load.teacher ? life.author_of(*load.teacher) : life.psychologist.author();
}

}  // namespace

void register_apart_subjects(Life& life, std::vector<events::Fact>& list) {
  for (ApartSubject& subject : life.apart.subjects) {
    subject.number = life.scribe.next<events::SubjectNumber>();
    list.emplace_back(events::SubjectRegistered{subject.number, std::string(subject.name),
                                                std::string(subject.short_name), false});
  }
}

void set_study_forms(Sitting& deputy) {
  Life& life = deputy.life();
  if (!life.apart.at_home) return;
  Pupil& at_home = life.school.pupils[*life.apart.at_home];
  at_home.exempt = Absence{kFirstDay, kLastDay, events::AbsenceReason::kIllness};
  const events::Commitment paper =
      life.scribe.secret(at_home.number, "Заключение врачебной комиссии об обучении на дому");
  deputy.say(facts(
      events::StudyFormSet{at_home.number, events::StudyForm::kHomeSchooling, std::nullopt,
                           kFirstDay, kLastDay, life.scribe.order("У", deputy.day())},
      events::ExemptionGiven{at_home.number, life.school.number_of(Subject::kPhysicalEducation),
                             kFirstDay, kLastDay, paper}));
  for (const ApartLoad& load : life.apart.loads) {
    const ApartGroup& group = life.apart.groups[load.group];
    if (group.kind != events::GroupKind::kIndividual) continue;
    deputy.say(facts(events::StudyFormSet{
        life.school.pupils[group.pupils.front()].number, events::StudyForm::kIndividualPlan,
        subject_of(life, load), kFirstDay, kLastDay, life.scribe.order("У", deputy.day())}));
  }
}

void form_apart_groups(Sitting& administrator) {
  Life& life = administrator.life();
  for (ApartGroup& group : life.apart.groups) {
    group.number = life.scribe.next<events::GroupNumber>();
    std::vector<events::Fact> list;
    list.emplace_back(events::GroupFormed{group.number,
                                          life.school.classes[life.apart.school_class].number,
                                          std::nullopt, group.kind, group.name, kFirstDay});
    for (const std::size_t pupil : group.pupils) {
      list.emplace_back(
          events::GroupJoined{group.number, life.school.pupils[pupil].number, kFirstDay});
    }
    administrator.say(std::move(list));
  }
}

void assign_apart_loads(Sitting& deputy) {
  Life& life = deputy.life();
  std::vector<events::Fact> list;
  for (ApartLoad& load : life.apart.loads) {
    load.number = life.scribe.next<events::LoadNumber>();
    const events::PersonNumber teacher =
        load.teacher ? life.school.teachers[*load.teacher].number : life.psychologist.number;
    const unsigned hours = load.each_week ? kHundredths : kHundredths / 2;
    list.emplace_back(events::LoadAssigned{load.number, teacher, subject_of(life, load),
                                           life.school.classes[life.apart.school_class].number,
                                           life.apart.groups[load.group].number,
                                           static_cast<std::uint16_t>(hours), kFirstDay, kLastDay});
  }
  if (!list.empty()) deputy.say(std::move(list));
}

void adopt_apart_plans(Life& life, events::Instant start) {
  for (ApartLoad& load : life.apart.loads) {
    Sitting teacher(life, author_of(life, load), start);
    load.plan = life.scribe.next<events::PlanNumber>();
    teacher.say(facts(events::PlanAdopted{
        load.plan, load.number,
        fmt::format("{}: {}", life.apart.groups[load.group].name, subject_name(life, load)),
        load.topics}));
    start = teacher.now();
  }
}

}  // namespace letopis::trial
