// What those who set a school up are answered: its arrangement as the facts that declared it, and
// who has come in.
#include <algorithm>

#include "projections/access_story.h"
#include "regulations/civil_day.h"
#include "rules/code_rules.h"
#include "rules/key_rules.h"
#include "rules/reading.h"
#include "rules/year_rules.h"
#include "wishes/answer_parts.h"
#include "wishes/answers.h"
#include "wishes/fact_json.h"
#include "wishes/moment.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;
using projections::Directory;
using projections::Shelf;

// A fact without its name: what it declared.
template <class Fact>
json::object told(const Fact& fact, const Sight& sight) {
  json::object out = fact_json(events::Fact{fact}, sight.school().zone());
  out.erase("fact");
  return out;
}

template <class Fact, class Number, class Tell>
json::array all_told(const Directory& directory, Tell&& tell) {
  json::array out;
  const auto last = directory.last_number(Number::kind);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto one = directory.declared<Fact>(Number{number});
    if (!one || one->is_void) continue;
    std::optional<json::object> row = tell(one->fact);
    if (row) out.push_back(*std::move(row));
  }
  return out;
}

// One year of a school; without any year what belongs to none.
class Arrangement {
 public:
  Arrangement(const AskArrangement& query, const Sight& sight)
      : sight_(sight), directory_(sight.views(), sight.as_of(query.as_of)) {
    const auto years = directory_.years();
    const auto today = sight.school().today();
    for (const auto& one : years) {
      if (query.year ? one.year == *query.year : one.first_day <= today || !year_) year_ = one;
    }
    // In summer the year that was opened for the coming one is what is being arranged.
    if (!query.year && !years.empty() && year_ && year_->last_day < today) year_ = years.back();
  }

  json::object tell() const {
    json::object out{{"day", regulations::iso(sight_.school().today())}};
    if (year_) out["year"] = year_->year.value;
    if (const auto profile = directory_.school()) out["profile"] = told(profile->fact, sight_);
    const auto adopted =
        projections::valid_on<events::RegulationAdopted>(directory_, Shelf::kAdoptions, {});
    if (!adopted.empty()) {
      out["adopted"] = told(adopted.back().fact, sight_);
      out["adopted"].as_object().erase("parameters");
    }
    out["years"] = years();
    out["periods"] = periods();
    out["days"] = days();
    out["bell_schedules"] = plain<events::BellScheduleDeclared, events::BellScheduleNumber>();
    out["bells_applied"] = shelved<events::BellScheduleApplied>(Shelf::kBellsApplied);
    out["rooms"] = plain<events::RoomRegistered, events::RoomNumber>();
    out["subjects"] = plain<events::SubjectRegistered, events::SubjectNumber>();
    out["groups"] = groups();
    out["loads"] = loads();
    out["timetables"] = timetables();
    out["documents"] = plain<events::DocumentRecorded, events::DocumentNumber>();
    return out;
  }

 private:
  template <class Fact, class Number>
  json::array plain() const {
    return all_told<Fact, Number>(directory_, [this](const Fact& fact) {
      return std::optional<json::object>(told(fact, sight_));
    });
  }
  template <class Fact>
  json::array shelved(Shelf shelf) const {
    json::array out;
    for (const auto& one : projections::valid_on<Fact>(directory_, shelf, {})) {
      out.push_back(told(one.fact, sight_));
    }
    return out;
  }

  bool is_of_year(events::Day first, events::Day last) const {
    return !year_ || (first <= year_->last_day && year_->first_day <= last);
  }

  json::array years() const {
    json::array out;
    for (const auto& year : directory_.years()) {
      json::object one = told(year, sight_);
      one["closed"] = directory_.year_closed(year.year);
      const std::initializer_list<std::uint32_t> under{year.year.value};
      one["curriculum"] =
          !projections::valid_on<events::CurriculumApproved>(directory_, Shelf::kYearStory, under)
               .empty();
      one["loads_approved"] =
          !projections::valid_on<events::LoadsApproved>(directory_, Shelf::kYearStory, under)
               .empty();
      const bool has_begun = year.first_day <= sight_.school().today();
      if (has_begun && !one["closed"].as_bool()) one["open_periods"] = open_periods(year);
      out.push_back(std::move(one));
    }
    return out;
  }

  json::array open_periods(const events::YearOpened& year) const {
    json::array out;
    for (const auto& [school_class, period] : rules::open_periods(year, directory_)) {
      out.push_back(json::object{{"school_class", school_class.number.value},
                                 {"class", school_class.name()},
                                 {"period", period.period.value},
                                 {"kind", events::word_of(period.kind)},
                                 {"ordinal", period.ordinal}});
    }
    return out;
  }

  json::array periods() const {
    json::array out;
    if (!year_) return out;
    for (const auto& one : directory_.periods(year_->year)) out.push_back(told(one, sight_));
    return out;
  }

  json::array days() const {
    json::array out;
    for (const auto& one :
         projections::valid_on<events::CalendarDayDeclared>(directory_, Shelf::kCalendarDays, {})) {
      if (is_of_year(one.fact.day, one.fact.day)) out.push_back(told(one.fact, sight_));
    }
    return out;
  }

  // Who is in a group the reader hears as far as these people are the reader's to see.
  json::array members(events::GroupNumber group) const {
    json::array out;
    const auto today = sight_.school().today();
    for (const auto& member : directory_.pupils_of(group, today, projections::kNoEnd)) {
      rules::Concern concern;
      concern.person = member.pupil;
      if (rules::may_read(rules::View::kPerson, sight_.reader(), concern, sight_.school())) {
        out.push_back(member.pupil.value);
      }
    }
    return out;
  }

  json::array groups() const {
    return all_told<events::GroupFormed, events::GroupNumber>(
        directory_, [this](const events::GroupFormed& fact) -> std::optional<json::object> {
          const projections::Place place{
              fact.school_class, fact.subject.value_or(events::SubjectNumber{}), fact.group};
          if (is_closed_session(place, std::nullopt, sight_)) return std::nullopt;
          events::Day last = projections::kNoEnd;
          for (const auto& end : projections::valid_on<events::GroupClosed>(
                   directory_, Shelf::kGroupStory, {fact.group.value})) {
            last = end.fact.last_day;
          }
          if (!is_of_year(fact.first_day, last)) return std::nullopt;
          json::object one = told(fact, sight_);
          if (last != projections::kNoEnd) one["last_day"] = regulations::iso(last);
          one["members"] = members(fact.group);
          return one;
        });
  }

  json::array loads() const {
    json::array out;
    const auto count = directory_.last_number(events::NumberKind::kLoad);
    for (std::uint32_t number = 1; number <= count; ++number) {
      const auto load = directory_.load(events::LoadNumber{number});
      if (!load || load->assigned.is_void || !is_of_year(load->days.first, load->days.last) ||
          is_closed_session(load->place, std::nullopt, sight_)) {
        continue;
      }
      json::object one = told(load->assigned.fact, sight_);
      one["last_day"] = regulations::iso(load->days.last);
      one["teacher_name"] = full_name(load->assigned.fact.teacher, sight_);
      if (const auto plan = directory_.plan_of(events::LoadNumber{number})) {
        std::uint64_t hours = 0;
        for (const auto& topic : plan->fact.topics) hours += topic.hours;
        one["plan"] = json::object{
            {"name", plan->fact.name}, {"topics", plan->fact.topics.size()}, {"hours", hours}};
      }
      out.push_back(std::move(one));
    }
    return out;
  }

  json::array timetables() const {
    return all_told<events::TimetableEntered, events::TimetableNumber>(
        directory_, [this](const events::TimetableEntered& fact) -> std::optional<json::object> {
          if (year_ && fact.year != year_->year) return std::nullopt;
          json::object one = told(fact, sight_);
          const auto approvals = projections::valid_on<events::TimetableApproved>(
              directory_, Shelf::kTimetableStory, {fact.timetable.value});
          one["approved"] = !approvals.empty();
          return one;
        });
  }

  const Sight& sight_;
  const Directory directory_;
  std::optional<events::YearOpened> year_;
};

// The own keys, and the places that they have among all of a person's, as commands count them.
json::array keys_json(const std::vector<projections::KeyInfo>& keys, const Sight& sight) {
  json::array out;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto& key = keys[i];
    if (key.holder == events::KeyHolder::kOffline) continue;
    const char* state = key.void_from ? "compromised" : key.ended ? "ended" : "in_force";
    out.push_back(json::object{{"key", i},
                               {"holder", events::word_of(key.holder)},
                               {"since", print_moment(key.since, sight.school().zone())},
                               {"state", state}});
  }
  return out;
}

json::object account_json(events::PersonNumber person, const Directory& directory,
                          events::Day today, const Sight& sight) {
  json::object out{{"person", person.value}};
  if (const auto name = full_name(person, sight); !name.empty()) out["name"] = name;
  if (const auto login = sight.desk.logins.of(person)) out["login"] = *login;
  if (const auto own = directory.class_of(person, today)) {
    out["class"] = class_name(*own, today, sight);
  }
  const auto keys = directory.keys_of(person);
  const auto is_open = [](const projections::KeyInfo& key) { return !key.ended && !key.void_from; };
  const auto code = std::find_if(keys.begin(), keys.end(), [&](const auto& key) {
    return is_open(key) && key.holder == events::KeyHolder::kOffline;
  });
  const bool is_in = std::any_of(keys.begin(), keys.end(), [&](const auto& key) {
    return is_open(key) && key.holder != events::KeyHolder::kOffline;
  });
  const auto story = projections::access_story(sight.views(), directory, person);
  const char* state = is_in ? "in" : code != keys.end() ? "code" : "none";
  const bool is_closed = story.issued && !rules::has_account(person, sight.school());
  if (is_closed || (story.activated && !is_in && code == keys.end())) state = "shut";
  out["state"] = state;
  if (story.activated) {
    out["activated"] = print_moment(story.activated->recorded, sight.school().zone());
  }
  if (code != keys.end()) {
    out["issued"] = print_moment(code->since, sight.school().zone());
    out["lapses"] = print_moment(rules::lapse_of(*code, sight.school()), sight.school().zone());
  }
  out["keys"] = keys_json(keys, sight);
  return out;
}

}  // namespace

Result<json::object> answer(const AskArrangement& query, const Sight& sight) {
  auto may = rules::may_read(rules::View::kArrangement, sight.reader(), {}, sight.school());
  if (!may) return may.refusal();
  return Arrangement(query, sight).tell();
}

Result<json::object> answer(const AskAccounts& query, const Sight& sight) {
  const Directory directory(sight.views(), sight.as_of(query.as_of));
  const auto today = query.as_of ? sight.school().day_of(*query.as_of) : sight.school().today();
  const auto last = directory.last_number(events::NumberKind::kPerson);
  json::array people;
  std::optional<Refusal> why_not;
  for (std::uint32_t number = 1; number <= last; ++number) {
    rules::Concern concern;
    concern.person = events::PersonNumber{number};
    if (query.school_class && directory.class_of(*concern.person, today) != query.school_class) {
      continue;
    }
    const auto may =
        rules::may_read(rules::View::kAccounts, sight.reader(), concern, sight.school());
    if (!may) {
      why_not = may.refusal();
    } else if (!directory.erased(*concern.person)) {
      people.push_back(account_json(*concern.person, directory, today, sight));
    }
  }
  if (people.empty() && why_not) return *why_not;
  return json::object{{"people", std::move(people)}};
}

}  // namespace letopis::wishes
