// Measurements of the archive: a volume sealed to two media, and the whole check of it.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "archive/durable_files.h"
#include "archive/in_parallel.h"
#include "archive/medium_check.h"
#include "archivist/archive_desk.h"
#include "bench/bench.h"

namespace letopis::bench {

using namespace archivist;
using namespace terminal;

namespace {

namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;

constexpr double kVerifyBudget = 0.85;        // of the checking rate of all cores
constexpr double kHashingBudget = 1'000'000;  // entries a second without signatures
constexpr double kSealBudget = 0.7;
constexpr unsigned kPupils = 600;  // some 350 000 entries

double since(Steady::time_point began) {
  return std::chrono::duration<double>(Steady::now() - began).count();
}

struct Sealed {
  std::array<fs::path, 2> media;
  archive::Trust trust;
  archive::SealedVolume volume;
  double seconds = 0;
};

// Two trial media in the scratch directory, on whatever disk that is.
Result<Sealed> seal_year(const BenchWork& work) {
  const auto log = bench_log(work, kPupils);
  if (!log) return log.refusal();
  const auto desk = ArchiveDesk::open(*log);
  if (!desk) return desk.refusal();
  Sealed sealed;
  for (std::size_t i = 0; i < sealed.media.size(); ++i) {
    sealed.media[i] = work.scratch / ("medium" + std::to_string(i));
    fs::create_directories(sealed.media[i]);
    const auto added = (*desk)->add_medium({sealed.media[i], "bench", std::nullopt, true});
    if (!added) return added.refusal();
  }
  const auto chosen = (*desk)->choose_media(sealed.media[0], sealed.media[1], true);
  if (!chosen) return chosen.refusal();
  const auto began = Steady::now();
  auto volume = (*desk)->seal(*chosen, std::nullopt, {});
  sealed.seconds = since(began);
  if (!volume) return volume.refusal();
  sealed.volume = std::move(*volume);
  auto trust = (*desk)->trust();
  if (!trust) return trust.refusal();
  sealed.trust = std::move(*trust);
  return sealed;
}

Result<archive::Verdict> check(const Sealed& sealed, bool contents, double& seconds) {
  archive::CheckSettings settings;
  settings.trust = &sealed.trust;
  settings.contents = contents;
  const auto began = Steady::now();
  auto verdict = archive::check_medium(sealed.media[0], settings, {});
  seconds = since(began);
  return verdict;
}

// What a medium keeps up while the other one works too: bytes a second that are written and synced,
// then read back past the cache; the mean of the two speeds, as each byte goes both ways, and the
// median of three. Enough is written to be past what a disk's own memory takes at once.
double medium_bytes_per_second(const std::array<fs::path, 2>& media) {
  constexpr std::size_t file_bytes = 16u << 20;
  constexpr std::size_t files = 64;
  const std::string bytes(file_bytes, '\x5a');
  const auto on_both = [&](const auto& work) {
    const auto began = Steady::now();
    archive::in_parallel(media.size(), static_cast<unsigned>(media.size()), [&](std::size_t i) {
      for (std::size_t n = 0; n < files; ++n) work(media[i] / fmt::format("speed{}", n));
      archive::sync_file_system(media[i]);
    });
    return since(began);
  };
  std::vector<double> rates;
  for (int run = 0; run < 3; ++run) {
    const double written = on_both([&](const fs::path& file) {
      archive::write_new_file(file, bytes_of(bytes), archive::Durable::kWithFileSystem);
    });
    const double read = on_both([&](const fs::path& file) {
      INVARIANT(archive::read_past_cache(file, file_bytes).has_value());
    });
    rates.push_back(2.0 * file_bytes * files / (written + read));
    on_both([](const fs::path& file) { fs::remove(file); });
  }
  std::sort(rates.begin(), rates.end());
  return rates[1];
}

}  // namespace

Result<BenchFigure> bench_verify(const BenchWork& work) {
  const auto sealed = seal_year(work);
  if (!sealed) return sealed.refusal();
  BenchFigure figure;
  double hashing_seconds = 0;
  const auto verdict = check(*sealed, true, figure.seconds);
  if (!verdict) return verdict.refusal();
  const auto hashed = check(*sealed, false, hashing_seconds);
  if (!hashed) return hashed.refusal();
  figure.name = "verify";
  figure.events = verdict->size;
  figure.figure = static_cast<double>(verdict->size) / figure.seconds;
  figure.figure_is = {"записей/с", "entries/s"};
  figure.limit = work.machine.standard.checks_per_second * work.machine.cores;
  figure.limit_is = {"проверок подписи/с на всех ядрах", "signature checks/s on all cores"};
  figure.budget = kVerifyBudget;
  figure.also = {
      {"own_limit", work.machine.own.checks_per_second * work.machine.cores},
      {"findings", static_cast<double>(verdict->findings_in_all)},
      {"without_signatures_events_per_second", static_cast<double>(hashed->size) / hashing_seconds},
      {"without_signatures_budget", kHashingBudget},
      {"volume_mb", static_cast<double>(verdict->bytes) / 1e6},
      {"most_rss_mb", process_memory().most_rss_mb}};
  return figure;
}

Result<BenchFigure> bench_seal(const BenchWork& work) {
  const auto sealed = seal_year(work);
  if (!sealed) return sealed.refusal();
  const double medium = medium_bytes_per_second(sealed->media);
  const double hashing = work.machine.sha256_bytes_per_second * work.machine.cores;
  BenchFigure figure;
  figure.name = "seal";
  figure.events = sealed->volume.end.value;
  figure.seconds = sealed->seconds;
  figure.figure = static_cast<double>(sealed->volume.bytes) / figure.seconds / 1e6;
  figure.figure_is = {"МБ/с на каждый носитель, с чтением обратно",
                      "MB/s to each medium, read back"};
  figure.limit = std::min(medium / 2, hashing / 3) / 1e6;
  figure.limit_is = {"МБ/с: половина скорости носителя или треть SHA-256",
                     "MB/s: half the medium's speed or a third of SHA-256's"};
  figure.budget = kSealBudget;
  figure.also = {{"medium_mb_per_second", medium / 1e6},
                 {"sha256_mb_per_second", hashing / 1e6},
                 {"volume_mb", static_cast<double>(sealed->volume.bytes) / 1e6}};
  return figure;
}

}  // namespace letopis::bench
