#include "office/school.h"

#include <fmt/format.h>

#include "office/taught_year.h"
#include "projections/projections.h"
#include "rules/admit.h"
#include "rules/standing.h"

namespace letopis::office {

using namespace terminal;

namespace {

Refusal refuse(const char* code, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}};
}

}  // namespace

ledger::Parts ledger_parts() {
  return {rules::Admission(), projections::all(), rules::with_what_stands};
}

ledger::Settings ledger_settings(const std::filesystem::path& directory,
                                 const SchoolProfile& profile) {
  ledger::Settings settings;
  settings.directory = directory;
  settings.origin = profile.origin;
  settings.trial = profile.trial.has_value();
  return settings;
}

Result<std::unique_ptr<SchoolReader>> SchoolReader::open(const Arguments& arguments,
                                                         Language language) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  return open(std::filesystem::path(*directory), language);
}

Result<std::unique_ptr<SchoolReader>> SchoolReader::open(const std::filesystem::path& directory,
                                                         Language language) {
  auto profile = read_profile(directory);
  if (!profile) return profile.refusal();
  auto key = read_verifier_key(school_files(directory).verifier_key);
  if (!key) return key.refusal();
  std::unique_ptr<SchoolReader> reader(
      new SchoolReader(directory, std::move(*profile), std::move(*key)));
  if (auto read = reader->read(language); !read) return read.refusal();
  return reader;
}

Outcome SchoolReader::read(Language language) {
  store_ =
      std::make_shared<ledger::Store>(path_ / "store", resources_, ledger::OpenMode::kReadOnly);
  auto keys = ledger::VaultKeys::open(*resources_.env, ledger::vault_files(path_));
  if (!keys) return keys.refusal();
  vault_keys_ = std::move(*keys);
  vault_ = std::make_unique<ledger::Vault>(store_, *vault_keys_);
  snapshot_ = std::make_unique<ledger::Snapshot>(store_);
  for (const auto& projection : projections::all()) {
    const auto head = snapshot_->head(projection.id);
    if (head && head->size == snapshot_->size()) continue;
    return Refusal{"school.view_behind",
                   {fmt::format("представление «{}» отстало от журнала событий", projection.name),
                    fmt::format("the view \"{}\" is behind the log", projection.name)},
                   {},
                   {fmt::format("Постройте его заново: letopis rebuild --data {}", path_.string()),
                    fmt::format("Make it anew: letopis rebuild --data {}", path_.string())}};
  }
  directory_ = std::make_unique<projections::Directory>(*snapshot_);
  names_ = std::make_unique<reports::NameBook>(*directory_, *vault_, language);
  const auto school = directory_->school();
  if (!school) {
    return refuse("school.not_described", "в журнале событий ещё нет сведений о школе",
                  "the log does not describe the school yet");
  }
  auto zone = regulations::TimeZone::named(school->fact.time_zone);
  if (!zone) return zone.refusal();
  zone_ = *zone;
  return Done{};
}

Result<ledger::Published> SchoolReader::published() const {
  auto key = signing::public_key_from(key_.key);
  if (!key) return key.refusal();
  return ledger::read_published(*resources_.env, path_, profile_.origin, *key);
}

Result<events::YearOpened> SchoolReader::year() const { return taught_year(*directory_); }

Result<events::Position> SchoolReader::as_of(const Arguments& arguments) const {
  const auto moment = arguments.wall_time("as-of");
  if (!moment) return moment.refusal();
  if (!*moment) return projections::kWholeLog;
  const auto instant = zone_->instant_of((*moment)->day, (*moment)->minute);
  return events::Position{snapshot_->size_at(instant)};
}

}  // namespace letopis::office
