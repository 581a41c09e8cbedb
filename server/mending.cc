#include "server/mending.h"

#include <algorithm>

#include "server/archive_story.h"

namespace letopis::server {
namespace {

Result<verifier::Checked> check_raw(const std::array<std::filesystem::path, 2>& media,
                                    const archive::Trust& trust,
                                    const archive::Progress& progress) {
  verifier::CheckOrder order;
  order.paths = {media[0], media[1]};
  order.trust = trust;
  order.past_cache = true;
  return verifier::check(order, progress);
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

Result<Mended> mend(ArchiveDesk& desk, const std::array<std::filesystem::path, 2>& media,
                    const archive::Trust& trust, const archive::Progress& progress) {
  if (auto own = desk.expect_own(media); !own) return own.refusal();
  auto before = check_raw(media, trust, progress);
  if (!before) return before.refusal();
  Mended mended{std::move(*before), {}, {}};
  for (std::size_t i = 0; i < media.size(); ++i) {
    auto volumes =
        archive::repair(mended.before.verdicts[1 - i], mended.before.verdicts[i], progress);
    if (!volumes) return volumes.refusal();
    mended.volumes[i] = std::move(*volumes);
  }
  if (mended.nothing()) {
    mended.after = mended.before;
    return mended;
  }
  auto after = check_raw(media, trust, progress);
  if (!after) return after.refusal();
  mended.after = std::move(*after);
  if (auto recorded = record(desk, mended); !recorded) return recorded.refusal();
  return mended;
}

}  // namespace letopis::server
