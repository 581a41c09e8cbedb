#include "archivist/mending.h"

#include <algorithm>

#include "archivist/archive_story.h"

namespace letopis::archivist {
namespace {

// A new medium is mended like one that has lost its volumes.
Result<verifier::Checked> check_one_empty(const verifier::CheckOrder& order,
                                          const archive::Progress& progress) {
  verifier::Checked checked;
  std::optional<Refusal> empty;
  for (const auto& path : order.paths) {
    auto alone = order;
    alone.paths = {path};
    auto one = verifier::check(alone, progress);
    if (one) {
      checked.verdicts.push_back(std::move(one->verdicts.front()));
      continue;
    }
    const auto identity = archive::read_identity(path);
    if (one.refusal().code != "check.nothing" || empty || !identity) return one.refusal();
    empty = one.refusal();
    archive::Verdict nothing;
    nothing.path = path;
    nothing.medium = identity->medium;
    nothing.incomplete = true;
    checked.verdicts.push_back(std::move(nothing));
  }
  checked.comparison = archive::compare_media(checked.verdicts[0], checked.verdicts[1]);
  return checked;
}

Result<verifier::Checked> check_raw(const ArchiveDesk& desk,
                                    const std::array<std::filesystem::path, 2>& media,
                                    const archive::Trust& trust,
                                    const archive::Progress& progress) {
  verifier::CheckOrder order;
  order.paths = {media[0], media[1]};
  order.trust = trust;
  order.past_cache = true;
  order.destroyed = desk.destroyed();
  auto checked = verifier::check(order, progress);
  if (checked || checked.refusal().code != "check.nothing") return checked;
  return check_one_empty(order, progress);
}

// The school's own log knows the digest of every volume that it has sealed: one of that name with
// another is no pattern, however sound it is in itself.
archive::Verdict without_strangers(archive::Verdict source,
                                   const std::vector<events::VolumeSealed>& sealed) {
  for (auto& volume : source.volumes) {
    for (const auto& one : sealed) {
      const bool stranger = one.name == volume.info.name && one.tag_manifest != volume.tag_manifest;
      if (stranger) volume.followed = false;
    }
  }
  return source;
}

Outcome record(ArchiveDesk& desk, const Mended& mended) {
  const auto known = desk.volumes();
  const auto is_known = [&](events::VolumeNumber volume) {
    return std::any_of(known.begin(), known.end(),
                       [&](const auto& one) { return one.volume == volume; });
  };
  std::vector<events::Fact> facts;
  for (std::size_t i = 0; i < mended.volumes.size(); ++i) {
    const auto medium = mended.after.verdicts[i].medium;
    const auto source = mended.after.verdicts[1 - i].medium;
    for (const auto& volume : mended.volumes[i]) {
      if (!medium || !source || !is_known(volume.volume)) continue;
      facts.emplace_back(events::VolumeRepaired{volume.volume, *medium, *source});
    }
  }
  for (const auto& verdict : mended.after.verdicts) {
    for (auto& fact : checked_facts(known, verdict)) facts.push_back(std::move(fact));
  }
  if (facts.empty()) return Done{};  // of a restored log that does not know the volumes yet
  const auto accepted = desk.state(std::move(facts));
  if (!accepted) return accepted.refusal();
  return Done{};
}

}  // namespace

std::vector<std::string> Mended::beyond_mending() const {
  std::vector<std::string> names;
  for (const auto& one : after.verdicts[0].volumes) {
    const auto name = one.path.filename();
    for (const auto& other : after.verdicts[1].volumes) {
      if (other.path.filename() != name) continue;
      if (archive::may_mend_from(after.verdicts[0], one)) continue;
      if (archive::may_mend_from(after.verdicts[1], other)) continue;
      names.push_back(name);
    }
  }
  return names;
}

Result<Mended> mend(ArchiveDesk& desk, const std::array<std::filesystem::path, 2>& media,
                    const archive::Trust& trust, const archive::Progress& progress) {
  if (auto own = desk.expect_own(media); !own) return own.refusal();
  auto before = check_raw(desk, media, trust, progress);
  if (!before) return before.refusal();
  Mended mended{std::move(*before), {}, {}};
  for (std::size_t i = 0; i < media.size(); ++i) {
    const auto source = without_strangers(mended.before.verdicts[1 - i], desk.volumes());
    auto volumes = archive::repair(source, mended.before.verdicts[i], progress);
    if (!volumes) return volumes.refusal();
    // What is found in a volume may be the fault of the one before it.
    std::erase_if(*volumes, [](const auto& volume) { return volume.files == 0; });
    mended.volumes[i] = std::move(*volumes);
  }
  if (mended.nothing()) {
    mended.after = mended.before;
    return mended;
  }
  auto after = check_raw(desk, media, trust, progress);
  if (!after) return after.refusal();
  mended.after = std::move(*after);
  if (auto recorded = record(desk, mended); !recorded) return recorded.refusal();
  return mended;
}

}  // namespace letopis::archivist
