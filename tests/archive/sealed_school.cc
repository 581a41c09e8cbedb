#include "archive/sealed_school.h"

#include <fmt/format.h>

#include "archive/medium_check.h"
#include "signing/merkle.h"

namespace letopis::archive {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kPupils = 20;
constexpr std::uint64_t kFewEntries = 500;

trial::Settings settings() {
  trial::Settings settings;
  settings.pupils = kPupils;
  return settings;
}

}  // namespace

fs::path quick_place() {
  const fs::path memory = "/dev/shm";
  return fs::is_directory(memory) ? memory : fs::path();
}

SealedVolume seal_log(const MemoryLog& log, const SealWish& wish,
                      const std::array<fs::path, 2>& media) {
  SealPlan plan;
  plan.origin = log.origin();
  plan.years = "2025-2026";
  plan.day = "2026-06-30";
  plan.program = "letopis 0.1.0";
  plan.log = log.id();
  plan.volume = wish.volume;
  plan.first = wish.first;
  plan.previous = wish.previous;
  plan.trial_log = true;
  plan.trial_media = true;
  plan.keys = log.keys();
  plan.checkpoints = wish.checkpoints;
  plan.certificates = wish.certificates;
  plan.access = wish.access;
  plan.media = media;
  auto sealed = seal(plan, log.source(), log.log_key(), {});
  if (!sealed) throw std::runtime_error(sealed.refusal().says.en);
  return std::move(*sealed);
}

SealedSchool::SealedSchool(std::uint64_t entries) : log_(settings()) {
  trial::Year year(settings());
  std::vector<trial::Command> commands;
  std::uint64_t all = 0;
  year.live([&](trial::Command command) {
    if (command.in_vain) return;
    if (entries > 0 && all >= entries) return;
    all += command.facts.size();
    commands.push_back(std::move(command));
  });
  const auto live_to = [&](std::size_t& next, std::uint64_t size) {
    for (; next < commands.size() && log_.size() < size; ++next) log_.record(commands[next]);
  };
  std::size_t next = 0;
  live_to(next, all * 6 / 10);
  register_media();
  seal_next(false);
  live_to(next, all * 8 / 10);
  seal_next(true);
  live_to(next, all * 2);
  seal_next(false);
  const auto log = signing::log_verifier_key(log_.origin(), log_.log_key().public_key());
  trust_.policy.logs = {{log, std::nullopt}};
  trust_.genesis = signing::leaf_hash(bytes_of(log_.entries[0]));
  trust_.founder = log_.key_of({0}).public_key();
  const auto note = log_at(2).checkpoint();
  trust_.checkpoints = {{note, open_known(note, trust_.policy)->checkpoint}};
}

const SealedSchool& SealedSchool::whole_year() {
  static const SealedSchool school(0);
  return school;
}

const SealedSchool& SealedSchool::first_days() {
  static const SealedSchool school(kFewEntries);
  return school;
}

void SealedSchool::register_media() {
  std::vector<events::Fact> facts;
  for (std::uint32_t number = 1; number <= places_.size(); ++number) {
    MediumIdentity identity{log_.id(), {number}, {}};
    identity.token.fill(static_cast<std::byte>(number));
    const auto written = write_identity(medium(number - 1), identity);
    if (!written) throw std::runtime_error(written.refusal().says.en);
    facts.emplace_back(events::MediumRegistered{{number},
                                                fmt::format("SN-{}", number),
                                                "ext4",
                                                fmt::format("Кабинет {}", number),
                                                MemoryLog::kDirector,
                                                identity_digest(identity)});
  }
  log_.state(std::move(facts));
}

void SealedSchool::seal_next(bool incremental) {
  SealWish wish;
  wish.volume = {static_cast<std::uint32_t>(volumes_.size() + 1)};
  if (!volumes_.empty()) wish.previous = {volumes_.back().name, volumes_.back().tag_manifest};
  if (incremental) wish.first = volumes_.back().end;
  const auto sealed = seal_log(log_, wish, {medium(0), medium(1)});
  std::optional<signing::Digest> previous;
  if (wish.previous) previous = wish.previous->tag_manifest;
  log_.state({events::VolumeSealed{wish.volume,
                                   events::VolumeKind::kLog,
                                   sealed.name,
                                   wish.first,
                                   sealed.end,
                                   sealed.root,
                                   sealed.tag_manifest,
                                   previous,
                                   {1},
                                   {2},
                                   sealed.signatures,
                                   true,
                                   {}}});
  log_.state({events::VolumeChecked{
      wish.volume, {1}, events::CheckOutcome::kIntact, sealed.tag_manifest}});
  volumes_.push_back(sealed);
  wishes_.push_back(wish);
}

MemoryLog SealedSchool::log_at(std::size_t volume) const {
  MemoryLog log = log_;
  log.entries.resize(volumes_[volume].end.value);
  return log;
}

Trust SealedSchool::trust_without_checkpoints() const {
  Trust trust = trust_;
  trust.checkpoints.clear();
  return trust;
}

MediumCopy::MediumCopy(const fs::path& medium) {
  fs::copy(medium, path(), fs::copy_options::recursive | fs::copy_options::create_hard_links);
}

void MediumCopy::put(const fs::path& file, std::string_view contents) const {
  fs::remove(path() / file);
  put_file(path() / file, contents);
}

std::string MediumCopy::read(const fs::path& file) const { return bytes_of_file(path() / file); }

Verdict check(const fs::path& path, const Trust* trust) { return check(path, trust, std::nullopt); }

Verdict check(const fs::path& path, const Trust* trust, std::optional<KnownCheckpoint> since) {
  CheckSettings settings;
  settings.trust = trust;
  settings.since = std::move(since);
  auto verdict = check_medium(path, settings, {});
  if (!verdict) throw std::runtime_error(verdict.refusal().says.en);
  return std::move(*verdict);
}

std::string told(const Verdict& verdict) {
  std::string out = fmt::format("{} findings\n", verdict.findings_in_all);
  for (const auto& one : verdict.findings) {
    out += fmt::format("{} at {} in '{}' entry {}\n", one.what.code, one.where, one.file,
                       one.position ? std::to_string(one.position->value) : "-");
  }
  return out;
}

const audit::Finding* find(const Verdict& verdict, std::string_view code) {
  for (const auto& one : verdict.findings) {
    if (one.what.code == code) return &one;
  }
  return nullptr;
}

bool names_file(const Verdict& verdict, std::string_view file) {
  for (const auto& one : verdict.findings) {
    if (one.file == file) return true;
  }
  return false;
}

}  // namespace letopis::archive
