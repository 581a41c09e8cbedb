#include "archivist/archive_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <chrono>

#include "signing/encoding.h"
#include "terminal/json.h"

namespace letopis::archivist {

using namespace terminal;

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr Noun kFileNoun{"файл", "файла", "файлов", "file", "files"};

void print_sealed(const archive::SealedVolume& sealed, const std::vector<std::string>& recorded,
                  const ChosenMedia& media, double seconds, const Console& console) {
  if (console.json()) {
    json::array names;
    for (const auto& name : recorded) names.emplace_back(name);
    print_json(console, {{"volume", sealed.name},
                         {"recorded_before", std::move(names)},
                         {"first", sealed.first.value},
                         {"end", sealed.end.value},
                         {"root", signing::to_hex(sealed.root.view())},
                         {"tag_manifest", signing::to_hex(sealed.tag_manifest.view())},
                         {"files", sealed.files},
                         {"bytes", sealed.bytes},
                         {"trial_media", media.trial},
                         {"seconds", seconds}});
    return;
  }
  for (const auto& name : recorded) {
    console.line(console.fill({"Том {}, с которого восстановлен журнал, внесён в него",
                               "The volume {}, which the log was restored from, is entered in it"},
                              name));
  }
  console.line(console.toned(
      Tone::kGood, console.fill({"✓ Том {} запечатан", "✓ The volume {} is sealed"}, sealed.name)));
  console.line(console.fill(
      {"  {}, {}, {} МБ; записан и прочитан обратно за {} с",
       "  {}, {}, {} MB; written and read back in {} s"},
      counted(console.language(), sealed.end.value - sealed.first.value, kEntryNoun),
      counted(console.language(), sealed.files, kFileNoun),
      grouped((sealed.bytes + 999'999) / 1'000'000), decimal(console.language(), seconds)));
  for (std::size_t i = 0; i < media.paths.size(); ++i) {
    console.line(console.fill({"  носитель № {}: {}", "  medium {}: {}"}, media.numbers[i].value,
                              (media.paths[i] / sealed.name).string()));
  }
  console.line("  SHA-256 tagmanifest  " + signing::to_hex(sealed.tag_manifest.view()));
  if (media.trial) {
    console.line("  " + console.toned(Tone::kWarning,
                                      console.in({"Пробные носители: один диск или диск сервера",
                                                  "Trial media: one disk, or the server's"})));
  }
}

}  // namespace

Result<std::array<fs::path, 2>> two_media(const Arguments& arguments) {
  const auto media = arguments.texts("medium");
  if (media.size() == 2) return std::array<fs::path, 2>{media[0], media[1]};
  return Refusal{"seal.two_media",
                 {"нужны два носителя: --medium дважды", "two media are needed: --medium twice"}};
}

Result<archive::SealedVolume> seal_told(ArchiveDesk& desk, const ChosenMedia& media,
                                        const std::optional<std::string>& since,
                                        const archive::Certificates& certificates,
                                        const Console& console) {
  const auto began = std::chrono::steady_clock::now();
  const auto recorded = desk.settle(media);
  if (!recorded) return recorded.refusal();
  auto sealed = [&] {
    ProgressBar bar(console, std::string(console.in({"Том", "Volume"})));
    return desk.seal(
        media, since, [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); },
        certificates);
  }();
  if (!sealed) return sealed;
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  print_sealed(*sealed, *recorded, media, seconds, console);
  return sealed;
}

Result<verifier::Checked> check_told(const std::vector<fs::path>& paths,
                                     const archive::Trust& trust,
                                     std::vector<archive::Destroyed> destroyed,
                                     const Console& console) {
  ProgressBar bar(console, std::string(console.in({"Проверка", "Checking"})));
  verifier::CheckOrder order;
  order.paths = paths;
  order.trust = trust;
  order.past_cache = true;
  order.destroyed = std::move(destroyed);
  return verifier::check(order,
                         [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); });
}

std::vector<events::Fact> checked_facts(const std::vector<events::VolumeSealed>& sealed,
                                        const archive::Verdict& verdict) {
  std::vector<events::Fact> facts;
  if (!verdict.medium) return facts;
  for (const auto& one : sealed) {
    if (one.first_medium != *verdict.medium && one.second_medium != *verdict.medium) continue;
    const auto there =
        std::find_if(verdict.volumes.begin(), verdict.volumes.end(),
                     [&](const auto& volume) { return volume.path.filename() == one.name; });
    const bool gone = archive::find_destroyed(verdict.destroyed, one.name, verdict.medium);
    if (gone && there == verdict.volumes.end()) continue;
    events::VolumeChecked fact{one.volume, *verdict.medium, events::CheckOutcome::kMissing, {}};
    if (there != verdict.volumes.end()) {
      fact.tag_manifest = there->tag_manifest;
      fact.outcome = there->findings == 0 && there->followed ? events::CheckOutcome::kIntact
                     : verdict.altered                       ? events::CheckOutcome::kAltered
                     : verdict.rolled_back                   ? events::CheckOutcome::kRolledBack
                                                             : events::CheckOutcome::kIncomplete;
    }
    facts.emplace_back(fact);
  }
  return facts;
}

}  // namespace letopis::archivist
