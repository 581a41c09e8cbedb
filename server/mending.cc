#include "server/mending.h"

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
  std::vector<events::Fact> facts;
  for (std::size_t i = 0; i < mended.volumes.size(); ++i) {
    const auto medium = mended.after.verdicts[i].medium;
    const auto source = mended.after.verdicts[1 - i].medium;
    for (const auto& volume : mended.volumes[i]) {
      if (!medium || !source) continue;
      facts.emplace_back(events::VolumeRepaired{volume.volume, *medium, *source});
    }
  }
  for (const auto& verdict : mended.after.verdicts) {
    for (auto& fact : checked_facts(desk.volumes(), verdict)) facts.push_back(std::move(fact));
  }
  const auto accepted = desk.state(std::move(facts));
  if (!accepted) return accepted.refusal();
  return Done{};
}

}  // namespace

Result<Mended> mend(ArchiveDesk& desk, const std::array<std::filesystem::path, 2>& media,
                    const archive::Trust& trust, const archive::Progress& progress) {
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
