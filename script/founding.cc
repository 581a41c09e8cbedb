#include "script/founding.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/durable_files.h"
#include "regulations/parameters.h"
#include "regulations/time_zone.h"
#include "wishes/forms_year.h"

namespace letopis::script {
namespace {

namespace fs = std::filesystem;

constexpr events::PersonNumber kFounder{0};
constexpr events::PersonNumber kDirector{1};

// Beside the directory, for a rename must not leave the file system.
fs::path place_of_founding(const fs::path& directory) {
  auto whole = fs::absolute(directory).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  return whole.parent_path() / ("." + whole.filename().string() + ".founding");
}

// What the director adopts: the file's parameters, and those of the script over them.
Result<events::RegulationAdopted> adoption(const OpenSchool& wish, events::Day day) {
  events::RegulationAdopted adopted;
  adopted.title = "Регламент школы";
  adopted.order = wish.order;
  adopted.in_force_from = day;
  if (wish.regulation) {
    auto made = wishes::made_of(wishes::AdoptBundled{*wish.regulation, wish.order, day});
    if (!made) return made.refusal();
    adopted.title = std::move(made->title);
    adopted.parameters = std::move(made->parameters);
  }
  for (const auto& own : wish.parameters) {
    if (auto known = regulations::check_parameter(own); !known) return known.refusal();
    const auto same = std::find_if(adopted.parameters.begin(), adopted.parameters.end(),
                                   [&](const auto& one) { return one.key == own.key; });
    if (same == adopted.parameters.end()) {
      adopted.parameters.push_back(own);
    } else {
      *same = own;
    }
  }
  return adopted;
}

events::PersonChanged names_of(const DirectorWish& wish, wishes::Secrets& secrets) {
  using events::PersonField;
  events::PersonChanged changed;
  changed.person = kDirector;
  const auto add = [&](PersonField field, const std::string& text) {
    if (!text.empty()) changed.fields.push_back({field, secrets.keep(text)});
  };
  add(PersonField::kFamilyName, wish.family_name);
  add(PersonField::kGivenName, wish.given_name);
  add(PersonField::kPatronymic, wish.patronymic.value_or(""));
  add(PersonField::kEmail, wish.email.value_or(""));
  return changed;
}

// States one command after another, and keeps what was stated.
class Founding {
 public:
  Founding(RunnerSchool& school, events::Instant at) : school_(school), at_(at) {}

  Outcome state(events::PersonNumber author, const std::vector<events::Fact>& facts,
                const wishes::Secrets* secrets = nullptr) {
    Stated stated{author, std::nullopt, at_, at_, facts, {}};
    if (secrets != nullptr) stated.texts = secrets->promised_by(facts, author);
    const auto accepted = school_.append(stated);
    if (!accepted) return accepted.refusal();
    all_.insert(all_.end(), facts.begin(), facts.end());
    return Done{};
  }
  std::vector<events::Fact> all() && { return std::move(all_); }

 private:
  RunnerSchool& school_;
  const events::Instant at_;
  std::vector<events::Fact> all_;
};

std::vector<events::Fact> director_of(const OpenSchool& wish, const trial::Keyring& keys,
                                      events::Instant at, events::Day day,
                                      wishes::Secrets& secrets) {
  // Until the school has a time zone its days are those of UTC.
  const auto utc = regulations::TimeZone::named("UTC");
  const events::Day first_day = std::min(day, utc->day_of(at));
  std::vector<events::Fact> facts;
  facts.emplace_back(events::PersonRegistered{kDirector, {}});
  facts.emplace_back(events::ConsentRecorded{kDirector, kDirector, events::ConsentPurpose::kJournal,
                                             events::ConsentState::kGiven, day, std::nullopt});
  facts.emplace_back(names_of(wish.director, secrets));
  facts.emplace_back(events::AccountOpened{kDirector});
  facts.emplace_back(events::CredentialIssued{kDirector, events::SlipMedium::kPaper, false});
  facts.emplace_back(events::RoleGiven{kDirector, events::Role::kDirector, std::nullopt,
                                       std::nullopt, first_day, wish.order});
  facts.emplace_back(events::KeyEnrolled{kDirector, keys.key_of(kDirector, 0).public_key(),
                                         events::KeyHolder::kServer, events::KeyGround::kActivation,
                                         std::nullopt});
  return facts;
}

Result<std::vector<events::Fact>> state_all(RunnerSchool& school, const OpenSchool& wish,
                                            const events::RegulationAdopted& adopted,
                                            events::Instant at, events::Day day) {
  Founding founding(school, at);
  const auto founder_key = school.keys().key_of(kFounder, 0).public_key();
  auto done = founding.state(kFounder, {events::LogStarted{wish.origin, true, founder_key}});
  if (!done) return done.refusal();
  wishes::Secrets secrets(school.salts());
  done = founding.state(kFounder, director_of(wish, school.keys(), at, day, secrets), &secrets);
  if (!done) return done.refusal();
  done =
      founding.state(kDirector, {events::SchoolDescribed{wish.name, wish.short_name, wish.time_zone,
                                                         wish.school_days_a_week}});
  if (!done) return done.refusal();
  if (wish.regulation || !wish.parameters.empty()) {
    done = founding.state(kDirector, {adopted});
    if (!done) return done.refusal();
  }
  if (auto named = school.keep_login(wish.director.login, kDirector); !named) {
    return named.refusal();
  }
  if (auto published = school.ledger().publish(); !published) return published.refusal();
  return std::move(founding).all();
}

}  // namespace

Result<Founded> found_school(const fs::path& directory, const OpenSchool& wish,
                             events::Instant at) {
  if (fs::exists(directory) && (!fs::is_directory(directory) || !fs::is_empty(directory))) {
    return Refusal{"school.directory_used",
                   {fmt::format("папка {} не пуста", directory.string()),
                    fmt::format("the directory {} is not empty", directory.string())}};
  }
  const auto zone = regulations::TimeZone::named(wish.time_zone);
  if (!zone) return zone.refusal();
  const auto day = zone->day_of(at);
  const auto adopted = adoption(wish, day);
  if (!adopted) return adopted.refusal();

  const auto place = place_of_founding(directory);
  fs::remove_all(place);  // of a founding that a power cut left half done
  Result<std::vector<events::Fact>> facts = std::vector<events::Fact>{};
  {
    const auto school = RunnerSchool::create(place, runner_settings(wish.origin, wish.seed));
    facts = school ? state_all(**school, wish, *adopted, at, day) : school.refusal();
  }
  if (!facts) {
    fs::remove_all(place);
    return facts.refusal();
  }
  archive::rename_durably(place, directory);
  auto school = RunnerSchool::open(directory);
  if (!school) return school.refusal();
  return Founded{*std::move(school), *std::move(facts)};
}

}  // namespace letopis::script
