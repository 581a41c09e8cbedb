#include "trial/founding.h"

#include <fmt/format.h>

#include <string_view>

#include "trial/people.h"
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
  list.emplace_back(events::RoleGiven{officer.number, role, std::nullopt, std::nullopt,
                                      director.day(), life.scribe.order("ЛС", director.day())});
  list.emplace_back(enrolment_of(life, officer.number, 0, events::KeyHolder::kServer,
                                 events::KeyGround::kActivation));
  director.say(std::move(list));
}

void record_documents(Sitting& director) {
  struct Paper {
    events::DocumentKind kind;
    std::string_view title;
  };
  using enum events::DocumentKind;
  static constexpr Paper papers[] = {
      {kRegulation, "Положение об электронном журнале и дневнике"},
      {kIntroductionOrder, "Приказ о введении электронного журнала"},
      {kAdministratorOrder, "Приказ о назначении администратора журнала"},
      {kCuratorOrder, "Приказ о назначении куратора журналов"},
      {kInstructions, "Инструкции пользователей"},
      {kConsentForm, "Форма согласия на обработку персональных данных"},
      {kProtectionOrder, "Приказ о защите персональных данных"},
      {kPointsOrder, "Приказ о точках эксплуатации"}};
  Life& life = director.life();
  for (const Paper& paper : papers) {
    const auto number = life.scribe.next<events::DocumentNumber>();
    director.say(
        facts(events::DocumentRecorded{number, paper.kind, std::string(paper.title),
                                       life.scribe.order("ОД", director.day()), std::nullopt}));
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
  director.say(
      facts(events::SchoolDescribed{life.settings.school_name, life.settings.short_name,
                                    "Europe/Moscow", static_cast<std::uint16_t>(kSchoolWeek)}));
  director.say(facts(events::RegulationAdopted{"Положение об электронном журнале",
                                               life.scribe.order("ОД", director.day()), kStart,
                                               trial_regulation()}));
  add_officer(director, life.deputy, events::Role::kDeputy, Sex::kFemale, 1);
  add_officer(director, life.administrator, events::Role::kAdministrator, Sex::kMale, 2);
  add_officer(director, life.secretary, events::Role::kSecretary, Sex::kFemale, 3);
  add_officer(director, life.psychologist, events::Role::kPsychologist, Sex::kFemale, 4);
  record_documents(director);
}

void enter_staff(Life& life) {
  Sitting administrator(life, life.administrator.author(), moment(kStart, 13, 0));
  const events::Order order = life.scribe.order("ЛС", kStart);
  for (Teacher& teacher : life.school.teachers) {
    teacher.number = life.scribe.next<events::PersonNumber>();
    std::vector<events::Fact> list;
    add_staff(life, teacher.number, teacher.name, kStart, list);
    list.emplace_back(events::RoleGiven{teacher.number, events::Role::kTeacher, std::nullopt,
                                        std::nullopt, kStart, order});
    list.emplace_back(enrolment_of(life, teacher.number, 0, events::KeyHolder::kBrowser,
                                   events::KeyGround::kActivation));
    administrator.say(std::move(list));
  }
}

void found_school(Life& life) {
  found_offices(life);
  enter_staff(life);
  enter_directories(life);
  enter_pupils(life);
  plan_teaching(life);
}

std::vector<events::Parameter> trial_regulation() {
  return {
      {"system", "Летопись", "2.1"},
      {"entry.mark.due", "7d", "5.8"},
      {"entry.mark.late", "flag", "5.8"},
      {"entry.attendance.due", "7d", "5.8"},
      {"entry.topic.due", "7d", "5.9"},
      {"entry.homework.due", "lesson_day,3h", "5.11"},
      {"entry.homework.optional", "yes", "5.11"},
      {"edit.window", "2w", "3.6"},
      {"lock.after_period_marks", "yes", "5.2"},
      {"change_report", "administrator", "3.7"},
      {"change_report.span", "year", "3.7"},
      {"period_marks.due", "3d", "5.10"},
      {"periods", "quarter,half_year,year", "4.9"},
      {"control_work.everyone_present_marked", "yes", "5.7"},
      {"grades_without_marks", "1", "5.12"},
      {"plan.due", "7d", "5.4"},
      {"forecast.due", "10d", "5.3"},
      {"dispute.notice", "3d", "6.1"},
      {"attendance.correction.cadence", "weekly", "4.16"},
      {"people.check.cadence", "year", "1.20"},
      {"control.deputy", "monthly", "3.8"},
      {"remark.settle", "1w", "3.9"},
      {"compromise.notice", "1wd", "4.3"},
      {"compromise.void_from", "notice", "4.4"},
  };
}

}  // namespace letopis::trial
