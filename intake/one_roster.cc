#include "intake/one_roster.h"

#include <set>

#include "intake/roster_files.h"
#include "intake/roster_people.h"
#include "intake/words.h"
#include "regulations/civil_day.h"

namespace letopis::intake {
namespace {

using events::PeriodKind;
using PlacesById = std::map<std::string, std::size_t, std::less<>>;

PeriodKind kind_of(std::string_view type) {
  if (type == "schoolYear") return PeriodKind::kYear;
  return type == "semester" ? PeriodKind::kHalfYear : PeriodKind::kQuarter;
}

// The school, its sessions, courses and classes.
class RosterSchool {
 public:
  RosterSchool(const RosterFiles& files, RosterImport& import, Faults& faults)
      : files_(files), import_(import), faults_(faults) {}

  void read(const RosterPlaces& people) {
    read_school();
    read_sessions();
    read_courses();
    read_classes();
    read_enrollments(people);
  }

 private:
  void refuse(const RosterFile& file, const Row& line, std::string_view key, std::string code,
              Sentence says) {
    faults_.add(file.columns.fault(line, key, "one_roster." + std::move(code), std::move(says)));
  }

  // A journal is of one school; organisations above it mean nothing here.
  void read_school() {
    const RosterFile& orgs = files_.file("orgs");
    for (const Row* line : orgs.lines) {
      if (orgs.text(*line, "type") != "school") continue;
      if (!import_.school.empty()) {
        refuse(orgs, *line, "type", "school",
               {"в наборе несколько школ, а журнал ведёт одна",
                "the set has several schools, but a journal is of one"});
      }
      import_.school = orgs.text(*line, "name");
    }
    if (!import_.school.empty()) return;
    faults_.add({"one_roster.school",
                 {"orgs.csv", {}, {}, {}},
                 {},
                 {"в наборе нет школы", "the set has no school"}});
  }

  std::optional<events::Day> day(const RosterFile& file, const Row& line, std::string_view key) {
    const auto written = file.columns.text(line, key);
    if (!written) return std::nullopt;  // a fault already
    const Result<events::Day> day = regulations::parse_iso(*written);
    if (day) return *day;
    refuse(file, line, key, "value", day.refusal().says);
    return std::nullopt;
  }

  void read_sessions() {
    const RosterFile& file = files_.file("academicSessions");
    for (const Row* line : file.lines) {
      sessions_[std::string(file.text(*line, "sourcedId"))] = import_.sessions.size();
      import_.sessions.push_back(read_session(file, *line));
    }
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const auto within = sessions_.find(file.text(*file.lines[i], "parentSourcedId"));
      if (within == sessions_.end() || undated_.contains(i) || undated_.contains(within->second)) {
        continue;
      }
      RosterSession& session = import_.sessions[i];
      const RosterSession& whole = import_.sessions[within->second];
      session.within = within->second;
      if (session.first_day >= whole.first_day && session.last_day <= whole.last_day) continue;
      refuse(file, *file.lines[i], "parentSourcedId", "session",
             {"период выходит за пределы того, в который входит",
              "the session reaches beyond the one that it belongs to"});
    }
  }

  RosterSession read_session(const RosterFile& file, const Row& line) {
    RosterSession session{
        std::string(file.text(line, "title")), kind_of(file.text(line, "type")), {}, {}, 0, {}};
    const auto first = day(file, line, "startDate");
    const auto after = day(file, line, "endDate");
    if (first && after && *after <= *first) {
      refuse(file, line, "endDate", "session",
             {"конец периода не позже его начала", "the session does not end after its start"});
    }
    if (!first || !after) undated_.insert(import_.sessions.size());
    session.first_day = first.value_or(events::Day{});
    session.last_day = regulations::plus_days(after.value_or(events::Day{1}), -1);
    constexpr unsigned earliest = 1900;
    constexpr unsigned latest = 2200;
    const auto year = whole_number(file.text(line, "schoolYear"));
    const bool exists = year && *year >= earliest && *year <= latest;
    if (exists) {
      session.first_calendar_year = static_cast<std::uint16_t>(*year - 1);
    } else if (file.columns.text(line, "schoolYear")) {
      refuse(file, line, "schoolYear", "value",
             {"нужен год, которым кончается учебный год, например 2026",
              "the year in which the school year ends is wanted, for example 2026"});
    }
    return session;
  }

  void read_courses() {
    const RosterFile& file = files_.file("courses");
    for (const Row* line : file.lines) {
      courses_[std::string(file.text(*line, "sourcedId"))] = import_.courses.size();
      RosterCourse course{std::string(file.text(*line, "title")), {}};
      if (const auto code = file.columns.text(*line, "courseCode")) course.code = *code;
      import_.courses.push_back(std::move(course));
    }
  }

  void read_classes() {
    const RosterFile& file = files_.file("classes");
    for (const Row* line : file.lines) {
      classes_[std::string(file.text(*line, "sourcedId"))] = import_.classes.size();
      RosterClass made{std::string(file.text(*line, "title")), {}, 0, {}, {}, {}};
      if (file.text(*line, "classType") == "homeroom") {
        made.homeroom = class_named(file.text(*line, "title"));
        if (!made.homeroom) made.homeroom = class_named(file.text(*line, "classCode"));
      }
      const auto course = courses_.find(file.text(*line, "courseSourcedId"));
      if (course != courses_.end()) made.course = course->second;
      for (const std::string& term : file.list(*line, "termSourcedIds")) {
        const auto session = sessions_.find(term);
        if (session != sessions_.end()) made.sessions.push_back(session->second);
      }
      import_.classes.push_back(std::move(made));
    }
  }

  void read_enrollments(const RosterPlaces& people) {
    const RosterFile& file = files_.file("enrollments");
    for (const Row* line : file.lines) {
      const auto found = classes_.find(file.text(*line, "classSourcedId"));
      const std::string_view role = file.text(*line, "role");
      if (found == classes_.end()) continue;
      RosterClass& into = import_.classes[found->second];
      if (role == "student") enrol(file, *line, people.pupils, into.pupils);
      if (role == "teacher") enrol(file, *line, people.staff, into.teachers);
    }
  }

  void enrol(const RosterFile& file, const Row& line, const PlacesById& people,
             std::vector<std::size_t>& into) {
    const std::string_view user = file.text(line, "userSourcedId");
    const auto person = people.find(user);
    if (person != people.end()) return into.push_back(person->second);
    if (!files_.file("users").by_id.contains(user)) return;  // a fault already
    refuse(file, line, "role", "enrollment",
           {"у этого человека нет такой роли в roles.csv или он не взят",
            "this person has no such role in roles.csv, or was not taken"});
  }

  const RosterFiles& files_;
  RosterImport& import_;
  Faults& faults_;
  PlacesById sessions_;
  std::set<std::size_t> undated_;  // sessions whose dates are at fault already
  PlacesById courses_;
  PlacesById classes_;
};

}  // namespace

Reading<RosterImport> read_one_roster(const std::map<std::string, std::string_view>& files,
                                      events::Day today) {
  Faults faults;
  RosterImport import;
  RosterFiles roster;
  roster.open(files, faults, import.people.remarks);
  if (!faults.empty()) return faults;
  roster.check_lines(faults, import.withdrawals);
  const RosterPlaces people = read_roster_people(roster, today, import, faults);
  RosterSchool(roster, import, faults).read(people);
  return value_unless(std::move(faults), std::move(import));
}

}  // namespace letopis::intake
