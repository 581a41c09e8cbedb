#include "archivist/closing_volume.h"

#include <algorithm>

#include "archivist/archive_desk.h"

namespace letopis::archivist {

using namespace terminal;

namespace {

using Numbers = std::array<events::MediumNumber, 2>;

bool lies_on(const events::VolumeSealed& volume, const Numbers& media) {
  return std::is_permutation(media.begin(), media.end(),
                             Numbers{volume.first_medium, volume.second_medium}.begin());
}

// Volumes are numbered in the order in which they are sealed, of whatever kind they are.
bool is_closed(const ArchiveDesk& desk) {
  const auto logs = desk.volumes(events::VolumeKind::kLog);
  const auto documents = desk.volumes(events::VolumeKind::kDocument);
  if (documents.empty()) return true;
  return !logs.empty() && documents.back().volume < logs.back().volume;
}

}  // namespace

Result<std::optional<std::string>> seal_closing_volume(const ClosingOrder& order,
                                                       const archive::Certificates& certificates,
                                                       const Console& console) {
  const auto desk = ArchiveDesk::open(order.data);
  if (!desk) return desk.refusal();
  if (is_closed(**desk)) return std::optional<std::string>();
  const auto media = (*desk)->choose_media(order.media[0], order.media[1], order.trial_media);
  if (!media) return media.refusal();
  if (const auto settled = (*desk)->settle(*media); !settled) return settled.refusal();
  std::optional<std::string> since;
  const auto logs = (*desk)->volumes(events::VolumeKind::kLog);
  if (!logs.empty() && lies_on(logs.back(), media->numbers)) since = logs.back().name;
  ProgressBar bar(console, std::string(console.in({"Том журнала", "The log's volume"})));
  const auto sealed = (*desk)->seal(
      *media, since, [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); },
      certificates);
  if (!sealed) return sealed.refusal();
  return std::optional(sealed->name);
}

}  // namespace letopis::archivist
