#include "trial/founding.h"

#include <fmt/format.h>

#include "trial/documents.h"
#include "trial/people.h"
#include "trial/terms.h"
#include "trial/timetable_entry.h"

namespace letopis::trial {
namespace {

constexpr events::Day kStart = day_of(2025, 8, 18);

Officer any_officer(Life& life, Sex sex, unsigned which) {
  Random random = stream(life.settings.seed, Purpose::kStaff, 1, which);
  return {life.scribe.next<events::PersonNumber>(), any_grown_up(sex, random)};
}

void found_log(Life& life) {
  Sitting founder(life, {events::PersonNumber{0}, 0}, moment(kStart, 9, 0));
  founder.say(facts(events::LogStarted{life.settings.origin, true,
                                       life.keys.key_of(events::PersonNumber{0}, 0).public_key()}));
  life.director = any_officer(life, Sex::kFemale, 0);
  const events::PersonNumber number = life.director.number;
  std::vector<events::Fact> list;
  add_staff(life, number, life.director.name, kStart, list);
  add_code(number, list);
  list.emplace_back(events::RoleGiven{number, events::Role::kDirector, std::nullopt, std::nullopt,
                                      kStart, life.scribe.order("У", kStart)});
  list.emplace_back(
      enrolment_of(life, number, 0, events::KeyHolder::kServer, events::KeyGround::kActivation));
  founder.say(std::move(list));
}

void add_officer(Sitting& director, Officer& officer, events::Role role, Sex sex, unsigned which) {
  Life& life = director.life();
  officer = any_officer(life, sex, which);
  std::vector<events::Fact> list;
  add_staff(life, officer.number, officer.name, director.day(), list);
  add_code(officer.number, list);
  list.emplace_back(events::RoleGiven{officer.number, role, std::nullopt, std::nullopt,
                                      director.day(), life.scribe.order("ЛС", director.day())});
  list.emplace_back(enrolment_of(life, officer.number, 0, events::KeyHolder::kServer,
                                 events::KeyGround::kActivation));
  director.say(std::move(list));
}

void record_documents(Sitting& director) {
  Life& life = director.life();
  for (const Paper& paper : papers_of(life.settings.regulation, life.customs)) {
    const auto number = life.scribe.next<events::DocumentNumber>();
    director.say(facts(events::DocumentRecorded{
        number, paper.kind, paper.title, life.scribe.order("ОД", director.day()), std::nullopt}));
  }
}

}  // namespace

Sitting::Sitting(Life& life, Author author, events::Instant start)
    : life_(life),
      author_(author),
      at_(start),
      pause_(stream(life.settings.seed, Purpose::kLatency, author.person.value,
                    static_cast<std::uint64_t>(start.milliseconds))) {}

void Sitting::say(std::vector<events::Fact> facts) {
  constexpr std::int32_t least_pause_ms = 2'000;
  constexpr std::int32_t most_pause_ms = 14'000;
  const events::Instant stated = at_;
  at_.milliseconds += 90 + pause_.between(0, 500);
  life_.scribe.say({at_, stated}, author_, std::move(facts));
  at_.milliseconds += pause_.between(least_pause_ms, most_pause_ms);
}

void found_offices(Life& life) {
  found_log(life);
  Sitting director(life, life.director.author(), moment(kStart, 9, 40));
  director.say(facts(events::SchoolDescribed{life.settings.school_name, life.settings.short_name,
                                             std::string(kTimeZone),
                                             static_cast<std::uint16_t>(kSchoolWeek)}));
  director.say(facts(events::RegulationAdopted{life.settings.regulation.title,
                                               life.scribe.order("ОД", director.day()), kStart,
                                               life.settings.regulation.parameters}));
  add_officer(director, life.deputy, events::Role::kDeputy, Sex::kFemale, 1);
  add_officer(director, life.administrator, events::Role::kAdministrator, Sex::kMale, 2);
  add_officer(director, life.secretary, events::Role::kSecretary, Sex::kFemale, 3);
  add_officer(director, life.psychologist, events::Role::kPsychologist, Sex::kFemale, 4);
  record_documents(director);
}

// Where the regulation gives the codes to somebody else than the data, there are two commands.
void enter_staff(Life& life) {
  const Author issuer =
      officer_for(life, regulations::Duty::kIssueToStaff, events::Role::kAdministrator);
  const bool apart = issuer.person != life.administrator.number;
  Sitting administrator(life, life.administrator.author(), moment(kStart, 13, 0));
  const events::Order order = life.scribe.order("ЛС", kStart);
  std::vector<FactList> codes;
  for (Teacher& teacher : life.school.teachers) {
    teacher.number = life.scribe.next<events::PersonNumber>();
    FactList list;
    FactList code;
    add_staff(life, teacher.number, teacher.name, kStart, list);
    add_code(teacher.number, apart ? code : list);
    list.emplace_back(events::RoleGiven{teacher.number, events::Role::kTeacher, std::nullopt,
                                        std::nullopt, kStart, order});
    (apart ? code : list)
        .emplace_back(enrolment_of(life, teacher.number, 0, events::KeyHolder::kBrowser,
                                   events::KeyGround::kActivation));
    administrator.say(std::move(list));
    if (apart) codes.push_back(std::move(code));
  }
  Sitting curator(life, issuer, administrator.now());
  for (FactList& code : codes) curator.say(std::move(code));
}

void found_school(Life& life) {
  found_offices(life);
  enter_staff(life);
  enter_directories(life);
  choose_window(life);
  enter_pupils(life);
  plan_teaching(life);
}

}  // namespace letopis::trial
