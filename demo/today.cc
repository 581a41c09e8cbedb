#include "demo/today.h"

#include <fmt/format.h>

#include <algorithm>

#include <boost/json/serialize.hpp>

#include "accounts/door.h"
#include "office/clocks.h"
#include "office/school.h"
#include "reports/names.h"
#include "script/runner.h"
#include "shelf/shelf.h"
#include "trial/keyring.h"
#include "wishes/moment.h"

namespace letopis::demo {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using events::Role;

constexpr std::int64_t kMorningMs = 1'773'204'300'000;

// One of each role, and how they sign in.
struct Guest {
  Role role = {};
  std::string_view login;
  events::PersonNumber person;
};

// In the first grades no marks are given: a class that has them, or else any.
std::optional<events::PersonNumber> leader_of_a_marked_class(const office::SchoolReader& school,
                                                             events::Day day) {
  constexpr unsigned marked = 5;
  std::optional<events::PersonNumber> any;
  for (const auto& held : school.directory().holders_of(Role::kClassTeacher)) {
    if (!held.days.holds(day) || !held.school_class) continue;
    const auto info = school.directory().class_info(*held.school_class, day);
    if (info && info->grade >= marked) return held.person;
    if (!any) any = held.person;
  }
  return any;
}

// Those who lead and serve the school; then a class with its teacher, one of its pupils, a parent.
// Chosen as of the trial's morning, so that both years have the same; the inspector came `at` last.
Result<std::vector<Guest>> choose_guests(const office::SchoolReader& school, events::Instant at) {
  const auto& directory = school.directory();
  const auto day = school.zone().day_of(todays_morning());
  std::vector<Guest> guests;
  const auto add = [&](Role role, std::string_view login, events::Day on) {
    for (const auto& held : directory.holders_of(role)) {
      if (!held.days.holds(on)) continue;
      guests.push_back({role, login, held.person});
      return;
    }
  };
  add(Role::kDirector, "director", day);
  add(Role::kDeputy, "deputy", day);
  add(Role::kAdministrator, "administrator", day);
  add(Role::kSecretary, "secretary", day);
  add(Role::kPsychologist, "psychologist", day);
  add(Role::kInspector, "inspector", school.zone().day_of(at));
  if (const auto leader = leader_of_a_marked_class(school, day)) {
    guests.push_back({Role::kClassTeacher, "klassruk", *leader});
  }
  // A teacher who leads no class.
  for (const auto& held : directory.holders_of(Role::kTeacher)) {
    if (!held.days.holds(day)) continue;
    const auto roles = directory.roles_of(held.person);
    const bool leads = std::any_of(roles.begin(), roles.end(),
                                   [](const auto& one) { return one.role == Role::kClassTeacher; });
    if (leads || directory.loads_of(held.person).empty()) continue;
    guests.push_back({Role::kTeacher, "teacher", held.person});
    break;
  }
  const auto leader = std::find_if(guests.begin(), guests.end(), [](const Guest& one) {
    return one.role == Role::kClassTeacher;
  });
  if (leader == guests.end()) return guests;
  const auto person = leader->person;
  for (const auto& held : directory.roles_of(person)) {
    if (held.role != Role::kClassTeacher || !held.school_class) continue;
    for (const auto& member : directory.pupils_of(*held.school_class, day, day)) {
      const auto guardians = directory.guardians_of(member.pupil);
      if (guardians.empty()) continue;
      guests.push_back({Role::kPupil, "uchenik", member.pupil});
      guests.push_back({Role::kParent, "roditel", guardians.front().guardian});
      return guests;
    }
  }
  return guests;
}

events::PersonNumber holder(const office::SchoolReader& school, Role role) {
  const auto held = school.directory().holders_of(role);
  INVARIANT(!held.empty());  // the trial is founded with all offices
  return held.front().person;
}

std::optional<events::PersonNumber> guest_of(const std::vector<Guest>& guests, Role role) {
  for (const auto& guest : guests) {
    if (guest.role == role) return guest.person;
  }
  return std::nullopt;
}

// Which of the person's keys: they are counted from 0.
std::optional<unsigned> key_in_force(const office::SchoolReader& school,
                                     events::PersonNumber person) {
  const auto keys = school.directory().keys_of(person);
  for (unsigned which = 0; which < keys.size(); ++which) {
    if (!keys[which].ended && !keys[which].void_from) return which;
  }
  return std::nullopt;
}

json::object line(const std::string& at, events::PersonNumber as, json::object command) {
  return {{"at", at}, {"as", as.value}, {"command", std::move(command)}};
}

Outcome run_lines(const fs::path& directory, const std::vector<json::object>& lines) {
  if (lines.empty()) return Done{};
  auto runner = script::Runner::on(directory, directory);
  if (!runner) return runner.refusal();
  std::uint64_t number = 0;
  for (const auto& one : lines) {
    const auto out = runner->take(++number, json::serialize(one));
    const auto* refused = out.if_contains("refused");
    if (refused == nullptr) continue;
    const auto& why = refused->get_object();
    return Refusal{
        std::string(why.at("code").get_string()),
        {std::string(why.at("ru").get_string()), std::string(why.at("en").get_string())}};
  }
  const auto ended = runner->end();
  if (!ended) return ended.refusal();
  return Done{};
}

// A trial's year has no inspector: the director registers one.
Outcome invite_inspector(const fs::path& directory, events::Instant at) {
  const auto school = office::SchoolReader::open(directory, terminal::Language::kRussian);
  if (!school) return school.refusal();
  if (!(*school)->directory().holders_of(Role::kInspector).empty()) return Done{};
  const auto director = holder(**school, Role::kDirector);
  const json::array names{{{"field", "family_name"}, {"text", "Ревизорова"}},
                          {{"field", "given_name"}, {"text", "Елена"}},
                          {{"field", "patronymic"}, {"text", "Павловна"}}};
  return run_lines(directory, {line(wishes::print_moment(at, (*school)->zone()), director,
                                    {{"do", "register_person"},
                                     {"consents", json::array{json::object{}}},
                                     {"fields", names},
                                     {"roles", json::array{{{"role", "inspector"}}}}})});
}

// Whoever has no key yet gets a code and a key, as a trial's people do.
Outcome activate(const fs::path& directory, events::Instant at) {
  const auto school = office::SchoolReader::open(directory, terminal::Language::kRussian);
  if (!school) return school.refusal();
  const auto guests = choose_guests(**school, at);
  if (!guests) return guests.refusal();
  const auto administrator = holder(**school, Role::kAdministrator);
  const auto director = holder(**school, Role::kDirector);
  const auto leader = guest_of(*guests, Role::kClassTeacher).value_or(administrator);
  const auto moment = wishes::print_moment(at, (*school)->zone());
  std::vector<json::object> lines;
  for (const auto& guest : *guests) {
    if (key_in_force(**school, guest.person)) continue;
    const bool of_family = guest.role == Role::kPupil || guest.role == Role::kParent;
    const auto issuer = of_family                        ? leader
                        : guest.role == Role::kInspector ? director
                                                         : administrator;
    lines.push_back(line(moment, issuer, {{"do", "issue_code"}, {"person", guest.person.value}}));
    lines.push_back(line(moment, issuer, {{"do", "activate"}, {"login", guest.person.value}}));
  }
  return run_lines(directory, lines);
}

Result<std::vector<TodaysLogin>> open_doors(const fs::path& directory,
                                            const trial::Settings& settings, events::Instant at) {
  const auto school = office::SchoolReader::open(directory, terminal::Language::kRussian);
  if (!school) return school.refusal();
  const auto guests = choose_guests(**school, at);
  if (!guests) return guests.refusal();
  const auto shelf = shelf::Shelf::open(directory / "shelf");
  if (!shelf) return shelf.refusal();
  const office::ScriptClock clock(at);
  accounts::Stretching stretching;
  accounts::AccountBook book(**shelf);
  accounts::Sessions sessions(**shelf, clock);
  accounts::Door door({**shelf, clock, stretching, book, sessions, {}});
  const trial::Keyring keys(settings);
  std::vector<TodaysLogin> logins;
  for (const auto& guest : *guests) {
    const auto key = key_in_force(**school, guest.person);
    INVARIANT(key.has_value());  // whoever had none was activated
    if (auto named = book.name(guest.person, guest.login); !named) return named.refusal();
    auto enrolled = door.enrol(guest.person, accounts::ServerKey{std::string(kTodaysPassword),
                                                                 keys.seed_of(guest.person, *key)});
    if (!enrolled) return enrolled.refusal();
    logins.push_back({guest.role, std::string(guest.login), (*school)->names().full(guest.person)});
  }
  return logins;
}

Result<std::vector<TodaysLogin>> let_in(const fs::path& directory, const trial::Settings& settings,
                                        events::Instant at) {
  if (auto invited = invite_inspector(directory, at); !invited) return invited.refusal();
  if (auto activated = activate(directory, at); !activated) return activated.refusal();
  return open_doors(directory, settings, at);
}

}  // namespace

events::Instant todays_morning() { return {kMorningMs}; }

Result<std::vector<TodaysLogin>> live_today(const fs::path& directory,
                                            const trial::Settings& settings,
                                            const LivedSoFar& so_far) {
  auto own = settings;
  own.origin += "-today";
  const auto lived = live_year(directory, own, so_far, todays_morning());
  if (!lived) return lived.refusal();
  return let_in(directory, own, todays_morning());
}

Result<std::vector<TodaysLogin>> open_finished_year(const fs::path& directory,
                                                    const trial::Settings& settings) {
  return let_in(directory, settings, office::SystemClock().now());
}

}  // namespace letopis::demo
