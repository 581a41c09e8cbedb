#include <fmt/format.h>

#include <algorithm>

#include "trial/apart_founding.h"
#include "trial/people.h"
#include "trial/terms.h"

namespace letopis::trial {
namespace {

void open_year(Sitting& administrator) {
  Life& life = administrator.life();
  life.year_number = life.scribe.next<events::YearNumber>();
  std::vector<events::Fact> list;
  list.emplace_back(events::YearOpened{life.year_number, 2025, kFirstDay, kLastDay,
                                       life.scribe.order("ОД", administrator.day())});
  for (Term& term : life.year.terms()) {
    if (!term.is_kept()) continue;
    term.number = life.scribe.next<events::PeriodNumber>();
    list.emplace_back(events::PeriodDeclared{
        term.number, life.year_number, term.kind, static_cast<std::uint16_t>(term.ordinal),
        term.first, term.last, static_cast<std::uint16_t>(term.first_grade),
        static_cast<std::uint16_t>(term.last_grade)});
  }
  for (const CalendarDay& day : life.year.calendar()) {
    list.emplace_back(events::CalendarDayDeclared{day.day, day.kind, day.title});
  }
  administrator.say(std::move(list));
}

void enter_bells(Sitting& administrator) {
  Life& life = administrator.life();
  const auto ordinary = life.scribe.next<events::BellScheduleNumber>();
  const auto shortened = life.scribe.next<events::BellScheduleNumber>();
  std::vector<events::Fact> list;
  list.emplace_back(events::BellScheduleDeclared{ordinary, "Обычные звонки", ordinary_bells()});
  list.emplace_back(events::BellScheduleDeclared{shortened, "Сокращённые уроки", short_bells()});
  list.emplace_back(events::BellScheduleApplied{ordinary, kFirstDay, kLastDay, std::nullopt});
  for (const events::Day day : life.year.school_days()) {
    if (!life.year.is_shortened(day)) continue;
    list.emplace_back(events::BellScheduleApplied{shortened, day, day, std::nullopt});
  }
  administrator.say(std::move(list));
}

// Each teacher has a room, so there are as many; sport is taught in halls.
void enter_rooms(Sitting& administrator) {
  Life& life = administrator.life();
  unsigned halls = 0;
  unsigned rooms = 0;
  std::vector<events::Fact> list;
  for (Teacher& teacher : life.school.teachers) {
    teacher.room = life.scribe.next<events::RoomNumber>();
    const bool hall = teacher.speciality == Speciality::kSport;
    const unsigned floor = rooms / 14 + 1;
    std::string name = hall ? fmt::format("Спортивный зал {}", ++halls)
                            : fmt::format("Кабинет {}{:02}", floor, rooms % 14 + 1);
    if (!hall) ++rooms;
    list.emplace_back(
        events::RoomRegistered{teacher.room, name, static_cast<std::uint16_t>(hall ? 60 : 30)});
    teacher.point = life.scribe.next<events::PointNumber>();
    list.emplace_back(events::PointListed{teacher.point, "Рабочее место: " + name, teacher.room});
  }
  administrator.say(std::move(list));
}

void enter_subjects(Sitting& administrator) {
  Life& life = administrator.life();
  std::vector<events::Fact> list;
  for (const SubjectCard& card : subjects()) {
    auto& number = life.school.subjects[static_cast<std::size_t>(card.subject)];
    number = life.scribe.next<events::SubjectNumber>();
    list.emplace_back(events::SubjectRegistered{
        number, std::string(card.name), std::string(card.short_name), card.safety_briefing});
  }
  register_apart_subjects(life, list);
  for (std::size_t i = 0; i < life.school.teachers.size(); ++i) {
    std::array<bool, kSubjects> linked{};
    for (const Load& load : life.school.loads) {
      bool& done = linked[static_cast<std::size_t>(load.subject)];
      if (load.teacher != i || done) continue;
      done = true;
      list.emplace_back(events::SubjectLinked{
          life.school.number_of(load.subject), events::DirectoryLink::kTeacher,
          life.school.teachers[i].number, std::nullopt, std::nullopt});
    }
  }
  administrator.say(std::move(list));
}

void open_classes(Sitting& administrator) {
  Life& life = administrator.life();
  std::vector<events::Fact> list;
  for (SchoolClass& school_class : life.school.classes) {
    school_class.number = life.scribe.next<events::ClassNumber>();
    list.emplace_back(events::ClassOpened{school_class.number, life.year_number,
                                          static_cast<std::uint16_t>(school_class.grade),
                                          school_class.letter});
  }
  const events::Order order = life.scribe.order("ОД", administrator.day());
  for (const SchoolClass& school_class : life.school.classes) {
    list.emplace_back(events::RoleGiven{life.school.teachers[school_class.class_teacher].number,
                                        events::Role::kClassTeacher, school_class.number,
                                        std::nullopt, kFirstDay, order});
  }
  administrator.say(std::move(list));
}

void enrol(Sitting& administrator, const SchoolClass& school_class) {
  Life& life = administrator.life();
  const events::Order order = life.scribe.order("К", administrator.day());
  std::vector<events::Fact> list;
  for (const std::size_t pupil : school_class.pupils) {
    list.emplace_back(events::PupilEnrolled{life.school.pupils[pupil].number, school_class.number,
                                            kFirstDay, order});
  }
  if (!list.empty()) administrator.say(std::move(list));
}

}  // namespace

void enter_directories(Life& life) {
  using regulations::Duty;
  constexpr events::Role usual = events::Role::kAdministrator;
  events::Instant start = moment(day_of(2025, 8, 19), 9, 0);
  const auto sit = [&](Author author, auto... works) {
    Sitting sitting(life, author, start);
    (works(sitting), ...);
    start = sitting.now();
  };
  const Author administrator = life.administrator.author();
  const Author opener = officer_for(life, Duty::kCloseYear, usual);
  const Author lister = officer_for(life, Duty::kPointsOfOperation, usual);
  if (opener.person == administrator.person && lister.person == administrator.person) {
    sit(administrator, open_year, enter_bells, enter_rooms, enter_subjects, open_classes);
    return;
  }
  sit(opener, open_year);
  sit(administrator, enter_bells);
  sit(lister, enter_rooms);
  sit(administrator, enter_subjects, open_classes);
}

// Where the regulation leaves the choice, two weeks; it is the administrator's, or whose the
// parameters are, and an order stands behind it.
void choose_window(Life& life) {
  constexpr std::string_view choices = "edit.window.choices";
  if (!life.customs.speaks_of(choices) || life.customs.speaks_of(regulations::kEditWindow)) return;
  const auto offered = regulations::edit_window_choices(life.customs.on(kFirstDay));
  const bool has_two = std::find(offered.begin(), offered.end(), "2w") != offered.end();
  const events::Parameter chosen{std::string(regulations::kEditWindow),
                                 has_two ? "2w" : offered.front(),
                                 life.customs.on(kFirstDay).find(choices)->clause};
  Sitting keeper(life,
                 officer_for(life, regulations::Duty::kParameters, events::Role::kAdministrator),
                 moment(day_of(2025, 8, 19), 16, 0));
  keeper.say(
      facts(events::ParameterChanged{chosen, life.scribe.order("ОД", keeper.day()), kFirstDay}));
  life.customs.change(chosen, kFirstDay);
}

void enter_pupils(Life& life) {
  Sitting administrator(life, life.administrator.author(), moment(day_of(2025, 8, 20), 9, 0));
  for (const SchoolClass& school_class : life.school.classes) {
    std::vector<events::Fact> list;
    for (const std::size_t pupil : school_class.pupils) {
      add_family(life, life.school.pupils[pupil], administrator.day(), list);
    }
    if (!list.empty()) administrator.say(std::move(list));
    enrol(administrator, school_class);
  }
}

}  // namespace letopis::trial
