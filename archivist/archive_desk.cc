#include "archivist/archive_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "archive/durable_files.h"
#include "archive/layout.h"
#include "archivist/access_shelf.h"
#include "archivist/archive_files.h"
#include "archivist/left_over.h"
#include "archivist/media_apart.h"
#include "events/entry.h"
#include "events/text.h"
#include "notary/school_certificates.h"
#include "office/clocks.h"
#include "office/own_program.h"
#include "projections/directory_reader.h"
#include "terminal/text.h"

namespace letopis::archivist {

using namespace notary;
using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;

// The valid facts that declared the numbers of one kind, from 1 on.
template <class Fact, events::NumberKind kind>
std::vector<Fact> declared(const ledger::Snapshot& log) {
  const projections::Directory directory(log);
  std::vector<Fact> facts;
  const auto last = directory.last_number(kind);
  for (std::uint32_t number = 1; number <= last; ++number) {
    const auto found = directory.declared<Fact>(events::Number<kind>{number});
    if (found && !found->is_void) facts.push_back(found->fact);
  }
  return facts;
}

template <events::NumberKind kind>
events::Number<kind> next_number(const ledger::Snapshot& log) {
  return {projections::Directory(log).last_number(kind) + 1};
}

Result<events::LogId> log_id_of(const ledger::Snapshot& log) {
  const auto first = log.event({0});
  if (!first) return first.refusal();
  return first->event.log;
}

}  // namespace

Result<std::unique_ptr<ArchiveDesk>> ArchiveDesk::open(const fs::path& directory,
                                                       std::unique_ptr<const events::Clock> clock) {
  auto desk = DirectorsDesk::open(directory, std::move(clock));
  if (!desk) return desk.refusal();
  return std::unique_ptr<ArchiveDesk>(new ArchiveDesk(directory, std::move(*desk)));
}

std::vector<events::MediumRegistered> ArchiveDesk::media() const {
  return declared<events::MediumRegistered, events::NumberKind::kMedium>(
      *desk_->ledger().snapshot());
}

bool ArchiveDesk::is_retired(events::MediumNumber medium) const {
  const auto log = desk_->ledger().snapshot();
  for (const auto position : log->stream({events::StreamKind::kMedium, medium.value, 0, 0})) {
    const auto event = log->event(position);
    if (event && std::holds_alternative<events::MediumRetired>(event->event.fact)) return true;
  }
  return false;
}

std::vector<events::VolumeSealed> ArchiveDesk::volumes() const {
  return declared<events::VolumeSealed, events::NumberKind::kVolume>(*desk_->ledger().snapshot());
}

std::vector<events::VolumeSealed> ArchiveDesk::volumes(events::VolumeKind kind) const {
  auto all = volumes();
  std::erase_if(all, [&](const auto& one) { return one.kind != kind; });
  return all;
}

std::vector<archive::Destroyed> ArchiveDesk::destroyed() const {
  const auto log = desk_->ledger().snapshot();
  std::vector<archive::Destroyed> all;
  for (const auto& volume : volumes(events::VolumeKind::kDocument)) {
    for (const auto position :
         log->stream({events::StreamKind::kVolume, volume.volume.value, 0, 0})) {
      const auto event = log->event(position);
      const auto* fact = event ? std::get_if<events::VolumeDestroyed>(&event->event.fact) : nullptr;
      if (fact) all.push_back({volume.name, volume.volume, fact->medium, fact->act});
    }
  }
  return all;
}

events::VolumeNumber ArchiveDesk::next_volume() const {
  return next_number<events::NumberKind::kVolume>(*desk_->ledger().snapshot());
}

Result<events::MediumRegistered> ArchiveDesk::add_medium(const NewMedium& medium) {
  const auto where = place_of(medium.path, path_, medium.trial);
  if (!where) return where.refusal();
  const auto log = desk_->ledger().snapshot();
  const auto id = log_id_of(*log);
  if (!id) return id.refusal();
  archive::MediumIdentity identity{*id, next_number<events::NumberKind::kMedium>(*log), {}};
  const auto there = archive::read_identity(medium.path);
  if (there && there->log == identity.log && there->medium == identity.medium) {
    identity = *there;  // of a registration that was cut off before its event
  } else {
    signing::fill_random(identity.token);
    if (auto made = archive::write_identity(medium.path, identity); !made) return made.refusal();
  }
  const events::MediumRegistered fact{identity.medium,    where->serial,
                                      where->file_system, medium.room,
                                      medium.custodian,   archive::identity_digest(identity)};
  const auto accepted = state({fact});
  if (!accepted) {
    std::error_code ignored;  // the refusal is what matters
    fs::remove(medium.path / archive::kIdentityFile, ignored);
    return accepted.refusal();
  }
  return fact;
}

Result<events::MediumNumber> ArchiveDesk::registered(const fs::path& medium) const {
  const auto log = log_id_of(*desk_->ledger().snapshot());
  if (!log) return log.refusal();
  const auto identity = archive::read_identity(medium);
  if (!identity) return identity.refusal();
  const auto known = media();
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const auto& one) { return one.medium == identity->medium; });
  const bool unknown = found == known.end();
  if (unknown && identity->log == *log) return not_registered(medium);
  const auto proved = archive::find_medium(
      medium, {*log, identity->medium, unknown ? signing::Digest() : found->identity});
  if (!proved) return proved.refusal();
  return identity->medium;
}

Outcome ArchiveDesk::expect_own(const std::array<fs::path, 2>& media) const {
  std::vector<events::MediumNumber> numbers;
  for (const auto& medium : media) {
    const auto number = registered(medium);
    if (number) {
      numbers.push_back(*number);
    } else if (number.refusal().code != "media.no_identity" &&
               number.refusal().code != "media.identity_malformed") {
      return number.refusal();
    }
  }
  if (numbers.size() == 2 && numbers[0] == numbers[1]) return same_medium(media[0], media[1]);
  return Done{};
}

Result<ChosenMedia> ArchiveDesk::choose_media(const fs::path& one, const fs::path& other,
                                              bool trial) const {
  ChosenMedia chosen{{one, other}, {}, false};
  for (std::size_t i = 0; i < chosen.paths.size(); ++i) {
    const auto number = registered(chosen.paths[i]);
    if (!number) return number.refusal();
    if (is_retired(*number)) return retired(chosen.paths[i], *number);
    chosen.numbers[i] = *number;
  }
  if (chosen.numbers[0] == chosen.numbers[1]) return same_medium(one, other);
  const auto apart = stand_apart(chosen.paths, path_, trial);
  if (!apart) return apart.refusal();
  chosen.trial = !*apart;
  return chosen;
}

Result<archive::SealPlan> ArchiveDesk::plan(const ChosenMedia& media,
                                            const std::optional<std::string>& since) const {
  const auto log = desk_->ledger().snapshot();
  const auto id = log_id_of(*log);
  if (!id) return id.refusal();
  const auto sealed = volumes(events::VolumeKind::kLog);
  archive::SealPlan plan;
  plan.origin = profile().origin;
  plan.years = years_of(*log);
  plan.day = day_text(Language::kEnglish, today());
  plan.program = program_version();
  plan.log = *id;
  plan.volume = next_volume();
  if (!sealed.empty()) plan.previous = {sealed.back().name, sealed.back().tag_manifest};
  if (since) {
    if (sealed.empty() || sealed.back().name != *since) {
      return not_last(*since, sealed.empty() ? std::string() : sealed.back().name);
    }
    plan.first = sealed.back().end;
  }
  plan.trial_log = profile().trial.has_value();
  plan.trial_media = media.trial;
  plan.keys = log->keys();
  plan.checkpoints = known_checkpoints();
  plan.media = media.paths;
  return plan;
}

Result<std::vector<std::string>> ArchiveDesk::settle(const ChosenMedia& media) {
  const auto known = trust();
  if (!known) return known.refusal();
  const auto facts =
      settle_left_over({media, *desk_->ledger().snapshot(), *known, volumes(), read_begun(path_)});
  if (!facts) return facts.refusal();
  std::vector<std::string> names;
  for (const auto& fact : *facts) {
    const auto accepted = state({fact});
    if (!accepted) return accepted.refusal();
    names.push_back(fact.name);
  }
  return names;
}

// Kept until the log tells of the volume: what is found of it on a medium until then was cut off.
void ArchiveDesk::note_begun(const std::string& name) const {
  auto names = read_begun(path_);
  for (const auto& sealed : volumes()) names.erase(sealed.name);
  names.insert(name);
  write_begun(path_, names);
}

Result<archive::SealedVolume> ArchiveDesk::seal(const ChosenMedia& media,
                                                const std::optional<std::string>& since,
                                                const archive::Progress& progress,
                                                const archive::Certificates& certificates) {
  const auto newest = checkpoint();
  if (!newest) return newest.refusal();
  auto plan_made = plan(media, since);
  if (!plan_made) return plan_made.refusal();
  plan_made->certificates = certificates;
  const auto key = read_log_key(path_);
  if (!key) return key.refusal();
  auto access = access_to_seal({path_, profile().origin, media.paths, since}, *key);
  if (!access) return access.refusal();
  plan_made->access = *std::move(access);
  const auto source = log_source(desk_->ledger().snapshot(), *newest);
  std::erase(plan_made->checkpoints, *newest);  // it stands in the volume as the newest
  note_begun(archive::volume_name(plan_made->origin, plan_made->years, plan_made->volume));
  auto sealed = archive::seal(*plan_made, source, *key, progress);
  if (!sealed) return sealed.refusal();
  keep_checkpoint(*newest, sealed->end.value);
  const auto accepted = state({events::VolumeSealed{
      plan_made->volume,
      events::VolumeKind::kLog,
      sealed->name,
      plan_made->first,
      sealed->end,
      sealed->root,
      sealed->tag_manifest,
      plan_made->previous ? std::optional(plan_made->previous->tag_manifest) : std::nullopt,
      media.numbers[0],
      media.numbers[1],
      sealed->signatures,
      media.trial,
      {}}});
  if (!accepted) {
    archive::withdraw(media.paths, sealed->name);
    return accepted.refusal();
  }
  return sealed;
}

Result<std::string> ArchiveDesk::checkpoint() const {
  if (auto published = desk_->publish(); !published) return published.refusal();
  return with_cosignatures(desk_->ledger().checkpoint());
}

std::vector<std::string> ArchiveDesk::kept_checkpoints() const {
  return read_checkpoints(checkpoints_folder());
}

std::string ArchiveDesk::with_cosignatures(const std::string& note) const {
  const auto text = signing::parse_note(note);
  for (const auto& cosigned : read_checkpoints(cosigned_folder(path_))) {
    const auto other = signing::parse_note(cosigned);
    if (text && other && text->text == other->text) return cosigned;
  }
  return note;
}

std::vector<std::string> ArchiveDesk::known_checkpoints() const {
  std::map<std::uint64_t, std::string> by_size;
  // What was cosigned says more than the same without its cosignatures.
  for (const auto& folder : {cosigned_folder(path_), checkpoints_folder()}) {
    for (auto& note : read_checkpoints(folder)) {
      const auto parsed = signing::parse_note(note);
      const auto known = parsed ? signing::parse_checkpoint(parsed->text) : parsed.refusal();
      if (known) by_size.try_emplace(known->size, std::move(note));
    }
  }
  std::vector<std::string> notes;
  for (auto& [size, note] : by_size) notes.push_back(std::move(note));
  return notes;
}

void ArchiveDesk::keep_checkpoint(const std::string& note, std::uint64_t size) const {
  write_checkpoint(checkpoints_folder(), note, size);
}

Result<archive::Trust> ArchiveDesk::trust() const {
  const auto key = read_verifier_key(school_files(path_).verifier_key);
  if (!key) return key.refusal();
  const auto log = desk_->ledger().snapshot();
  const auto first = log->event({0});
  if (!first) return first.refusal();
  archive::Trust trust;
  trust.policy.logs = {{*key, std::nullopt}};
  trust.genesis = signing::leaf_hash(bytes_of(*log->entry({0})));
  if (const auto* start = std::get_if<events::LogStarted>(&first->event.fact)) {
    trust.founder = start->founder;
  }
  const auto authorities = kept_authorities(path_);
  if (!authorities) return authorities.refusal();
  for (const auto& one : *authorities) trust.authorities.push_back(one.sha256);
  if (auto added = add_earlier_logs(path_, trust); !added) return added.refusal();
  for (const auto& note : kept_checkpoints()) {
    auto opened = archive::open_known(note, trust.policy);
    if (!opened) return opened.refusal();
    trust.checkpoints.push_back({note, std::move(opened->checkpoint)});
  }
  return trust;
}

archive::LogSource log_source(const std::shared_ptr<const ledger::Snapshot>& log,
                              std::string checkpoint) {
  return {std::move(checkpoint),
          [log](events::Position first, std::size_t count) { return log->entries(first, count); },
          [log](unsigned level, std::uint64_t first, std::size_t count) {
            return log->tree()(level, first, count);
          }};
}

std::string years_of(const ledger::Snapshot& log) {
  const projections::Directory directory(log);
  const events::LessonNumber last{directory.last_number(events::NumberKind::kLesson)};
  const auto lesson = directory.declared<events::LessonHeld>(last);
  const auto year = lesson ? directory.year_of(lesson->fact.day) : std::nullopt;
  if (!year) return day_text(Language::kEnglish, today()).substr(0, 4);
  const unsigned first = year->first_calendar_year;
  return fmt::format("{}-{}", first, first + 1);
}

}  // namespace letopis::archivist
