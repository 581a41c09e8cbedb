#include "end_to_end/golden_archive.h"

#include <cstdlib>

#include "archive/layout.h"
#include "archive/medium.h"
#include "archive/trust.h"
#include "end_to_end/lived_school.h"
#include "events/codec.h"
#include "ledger/tiny_school.h"
#include "signing/checkpoint.h"
#include "signing/tiles.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
using ledger::TinySchool;

constexpr unsigned kLessons = 64;
constexpr unsigned kPupils = 4;
constexpr signing::UnixSeconds kWitnessed{1'756'800'000};
constexpr std::string_view kWitness = "witness.example/w";

signing::PrivateKey witness_key() { return ledger::trial_key("witness"); }

// A log in memory.
struct Entries {
  std::vector<std::string> entries;

  signing::Digest hash(unsigned level, std::uint64_t item) const {
    if (level == 0) return signing::leaf_hash(bytes_of(entries[item]));
    signing::MerkleFrontier below;
    for (std::uint64_t i = 0; i < signing::kTileWidth; ++i) {
      below.append(hash(level - 1, item * signing::kTileWidth + i));
    }
    return below.root();
  }
  std::string checkpoint() const {
    signing::MerkleFrontier tree;
    for (const auto& entry : entries) tree.append(signing::leaf_hash(bytes_of(entry)));
    return signing::sign_checkpoint({TinySchool::kOrigin, tree.size(), tree.root()},
                                    ledger::trial_key("log"));
  }
  std::string witnessed_checkpoint() const {
    const auto note = checkpoint();
    const auto line =
        signing::cosign_text(signing::parse_note(note)->text, kWitness, kWitnessed, witness_key());
    return *signing::add_signature(note, line);
  }
  archive::LogSource source() const {
    return {checkpoint(),
            [this](events::Position first, std::size_t count) {
              const auto from = entries.begin() + static_cast<std::ptrdiff_t>(first.value);
              return std::vector(from, from + static_cast<std::ptrdiff_t>(count));
            },
            [this](unsigned level, std::uint64_t first, std::size_t count) {
              std::vector<signing::Digest> row;
              for (std::size_t i = 0; i < count; ++i) row.push_back(hash(level, first + i));
              return row;
            }};
  }
  events::KeyStandings keys() const {
    events::KeyStandings keys;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto event = events::decode(events::cut_entry(bytes_of(entries[i]))->event);
      INVARIANT(keys.apply(*event, {i}).has_value());
    }
    return keys;
  }
};

Entries entries_of(const TinySchool& school, const ledger::Snapshot& log) {
  INVARIANT(school.id == log.event({0})->event.log);
  return {log.entries({0}, log.size())};
}

signing::Digest digest_of(const fs::path& file) {
  const auto bytes = read_whole(file);
  INVARIANT(!bytes.empty());
  return signing::sha256(bytes_of(bytes));
}

archive::SealPlan plan_of(std::size_t which, const Entries& log, std::uint64_t first) {
  archive::SealPlan plan;
  plan.origin = TinySchool::kOrigin;
  plan.years = "2025-2026";
  plan.day = "2026-06-30";
  plan.program = "letopis 0.1.0";
  plan.log = events::decode(events::cut_entry(bytes_of(log.entries[0]))->event)->log;
  plan.volume = {static_cast<std::uint32_t>(which + 1)};
  plan.trial_log = true;
  plan.trial_media = true;
  plan.keys = log.keys();
  if (which == 0) return plan;
  plan.first = {first};
  const auto before = golden_medium() / kGoldenNames[which - 1];
  plan.previous = {kGoldenNames[which - 1], digest_of(before / archive::kTagManifestFile)};
  Entries old = log;
  old.entries.resize(first);
  plan.checkpoints = {old.witnessed_checkpoint()};
  return plan;
}

std::uint64_t end_of(std::size_t which) {
  const auto note = read_whole(golden_medium() / kGoldenNames[which] / archive::kCheckpointFile);
  return signing::parse_checkpoint(signing::parse_note(note)->text)->size;
}

void state(TinySchool& school, const ledger::Person& who, std::vector<events::Fact> facts,
           std::vector<events::PrivateText> texts = {}) {
  school.clock.pass(1'000);
  INVARIANT(school.append({&who, std::move(facts), std::move(texts)}).has_value());
}

void live(TinySchool& school) {
  school.found();
  std::vector<events::Fact> media;
  for (std::uint32_t number = 1; number <= 2; ++number) {
    archive::MediumIdentity identity{school.id, {number}, {}};
    identity.token.fill(static_cast<std::byte>(number));
    media.emplace_back(events::MediumRegistered{{number},
                                                "SN-" + std::to_string(number),
                                                "ext4",
                                                number == 1 ? "Кабинет 12" : "Сейф",
                                                std::nullopt,
                                                archive::identity_digest(identity)});
    if (number == 1) INVARIANT(archive::write_identity(golden_medium(), identity).has_value());
  }
  state(school, school.director, std::move(media));
  events::PrivateText name{{14}, {}, "Иванов"};
  name.salt.fill(std::byte{7});
  state(school, school.director,
        {events::PersonChanged{{14}, {{events::PersonField::kFamilyName, events::commit(name)}}}},
        {name});
  for (std::uint32_t lesson = 1; lesson <= kLessons; ++lesson) {
    std::vector<events::Fact> marks;
    for (std::uint32_t pupil = 1; pupil <= kPupils; ++pupil) {
      marks.emplace_back(ledger::mark(lesson, pupil));
    }
    state(school, lesson % 2 == 0 ? school.teacher : school.colleague, std::move(marks));
  }
}

void seal_and_record(TinySchool& school, std::size_t which, const fs::path& other) {
  const auto log = entries_of(school, *school.log().snapshot());
  const std::uint64_t first = which == 0 ? 0 : end_of(which - 1);
  auto plan = plan_of(which, log, first);
  plan.media = {golden_medium(), other};
  const auto sealed = archive::seal(plan, log.source(), school.log_key(), {});
  INVARIANT(sealed.has_value());
  state(school, school.director,
        {events::VolumeSealed{
             plan.volume,
             events::VolumeKind::kLog,
             sealed->name,
             plan.first,
             sealed->end,
             sealed->root,
             sealed->tag_manifest,
             plan.previous ? std::optional(plan.previous->tag_manifest) : std::nullopt,
             {1},
             {2},
             sealed->signatures,
             true,
             {}},
         events::VolumeChecked{
             plan.volume, {1}, events::CheckOutcome::kIntact, sealed->tag_manifest}});
}

void write_trust(const TinySchool& school) {
  const auto entries = golden_entries();
  archive::Trust trust;
  trust.policy.logs = {
      {signing::log_verifier_key(TinySchool::kOrigin, school.log_key().public_key()), {}}};
  trust.policy.witnesses = {
      {"w", signing::witness_verifier_key(std::string(kWitness), witness_key().public_key()), {}}};
  trust.policy.quorum = "w";
  trust.genesis = signing::leaf_hash(bytes_of(entries[0]));
  trust.founder = school.founder.key.public_key();
  const auto note = read_whole(golden_medium() / kGoldenNames[0] / archive::kCheckpointFile);
  trust.checkpoints = {{note, archive::open_known(note, trust.policy)->checkpoint}};
  write_whole(golden_place() / "trust.txt", archive::print_trust(trust));
}

}  // namespace

fs::path golden_place() { return LETOPIS_SOURCE_DIR "/tests/golden/archive/v1"; }
fs::path golden_medium() { return golden_place() / "medium"; }

std::vector<std::string> golden_entries() {
  std::vector<std::string> entries;
  for (std::size_t which = 0; which < kGoldenVolumes; ++which) {
    const std::uint64_t end = end_of(which);
    for (std::uint64_t first = entries.size() / signing::kTileWidth * signing::kTileWidth;
         first < end; first += signing::kTileWidth) {
      const auto width =
          static_cast<unsigned>(std::min<std::uint64_t>(signing::kTileWidth, end - first));
      const signing::TilePath path{signing::TileKind::kEntries, 0, first / signing::kTileWidth,
                                   width};
      const auto bytes =
          read_whole(golden_medium() / kGoldenNames[which] /
                     (std::string(archive::kLogFolder) + signing::print_tile_path(path)));
      const auto cut = signing::parse_entry_bundle(bytes_of(bytes), width);
      INVARIANT(cut.has_value());
      entries.resize(first);
      for (const Bytes entry : *cut) entries.emplace_back(text_of(entry));
    }
  }
  return entries;
}

Result<archive::SealedVolume> seal_golden(std::size_t which, const std::array<fs::path, 2>& media) {
  Entries log{golden_entries()};
  log.entries.resize(end_of(which));
  auto plan = plan_of(which, log, which == 0 ? 0 : end_of(which - 1));
  plan.media = media;
  return archive::seal(plan, log.source(), ledger::trial_key("log"), {});
}

void write_golden_archive() {
  const char* wish = std::getenv("LETOPIS_WRITE_GOLDENS");
  if (!wish || std::string_view(wish) != "1" || fs::exists(golden_place())) return;
  const office::ScratchDirectory other("letopis-golden");
  fs::create_directories(golden_medium());
  TinySchool school;
  live(school);
  for (std::size_t which = 0; which < kGoldenVolumes; ++which) {
    seal_and_record(school, which, other.path());
  }
  write_trust(school);
}

}  // namespace letopis::end_to_end
