#include "archive/compare.h"

#include <fmt/format.h>

#include <map>

namespace letopis::archive {
namespace {

using audit::Fault;

void add(Comparison& comparison, Fault fault, const char* code, const std::string& volume,
         const std::string& ru, const std::string& en) {
  comparison.findings.push_back({fault, "media", std::nullopt, {code, {ru, en}}, volume});
}

void hold(Comparison& comparison, const CheckedVolume& one, const CheckedVolume& other) {
  const std::string name = one.path.filename();
  if (one.info.name.empty() || other.info.name.empty()) {
    add(comparison, Fault::kIncomplete, "media.volume_unreadable", name,
        fmt::format("том {} на одном из носителей не прочесть: сравнить не с чем", name),
        fmt::format("the volume {} cannot be read on one of the media: nothing to compare", name));
  } else if (one.tag_manifest == other.tag_manifest && one.signatures == other.signatures) {
    ++comparison.same;
  } else if (one.info.root == other.info.root && one.info.end == other.info.end) {
    add(comparison, Fault::kAltered, "media.volumes_differ", name,
        fmt::format("том {} на двух носителях не один и тот же", name),
        fmt::format("the volume {} is not the same on both media", name));
  } else {
    add(comparison, Fault::kRolledBack, "media.forked", name,
        fmt::format("том {} на двух носителях хранит разные записи: это две ветви журнала", name),
        fmt::format("the volume {} holds other entries on each medium: two branches of the log",
                    name));
  }
}

void miss(Comparison& comparison, const std::string& name, const Verdict& has,
          const Verdict& lacks) {
  const auto gone = [&](const Verdict& tells) {
    return lacks.medium && find_destroyed(tells.destroyed, name, lacks.medium) != nullptr;
  };
  if (gone(has) || gone(lacks)) return;
  add(comparison, Fault::kIncomplete, "media.volume_missing", name,
      fmt::format("том {} есть на {}, но его нет на {}", name, has.path.string(),
                  lacks.path.string()),
      fmt::format("the volume {} is on {} and not on {}", name, has.path.string(),
                  lacks.path.string()));
}

}  // namespace

Comparison compare_media(const Verdict& one, const Verdict& other) {
  Comparison comparison;
  if (one.medium && one.medium == other.medium) {
    add(comparison, Fault::kAltered, "media.same_medium", "",
        fmt::format("оба пути — носитель № {}: второй копии нет", one.medium->value),
        fmt::format("both paths are medium {}: there is no second copy", one.medium->value));
  }
  std::map<std::string, const CheckedVolume*> there;
  for (const auto& volume : other.volumes) there.emplace(volume.path.filename(), &volume);
  for (const auto& volume : one.volumes) {
    const auto found = there.find(volume.path.filename());
    if (found == there.end()) {
      miss(comparison, volume.path.filename(), one, other);
      continue;
    }
    hold(comparison, volume, *found->second);
    there.erase(found);
  }
  for (const auto& [name, volume] : there) miss(comparison, name, other, one);
  return comparison;
}

}  // namespace letopis::archive
