#include <fmt/format.h>

#include <fstream>

#include "archive/layout.h"
#include "archivist/archive_story.h"
#include "archivist/mending.h"
#include "archivist/restored_story.h"
#include "demo/archive.h"
#include "office/scratch_directory.h"
#include "verifier/verdict_report.h"

namespace letopis::demo {

using namespace archivist;
using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;

constexpr Noun kFileNoun{"файл", "файла", "файлов", "file", "files"};

// A byte of a medium gone bad, as it happens to old disks.
void spoil(const fs::path& file) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(0, std::ios::end);
  const auto middle = stream.tellg() / 2;
  stream.seekg(middle);
  const char byte = static_cast<char>(stream.get() ^ 0x10);
  stream.seekp(middle);
  stream.put(byte);
}

Outcome tell_repair(ArchiveDesk& desk, const DemoArchive& archive, const archive::Trust& trust,
                    const Console& console) {
  console.title(console.in({"9. Починка и восстановление", "9. Repair and restore"}));
  fs::path volume;
  for (const auto& entry : fs::directory_iterator(archive.media[1])) {
    if (archive::is_volume_name(entry.path().filename().string())) volume = entry.path();
  }
  spoil(volume / archive::kCheckpointFile);
  spoil(volume / archive::rendition_path(0));
  console.paragraph(console.fill({"На носителе {} испортились два файла. letopis repair:",
                                  "On the medium {} two files went bad. letopis repair:"},
                                 archive.media[1].string()));
  const auto mended = [&] {
    ProgressBar bar(console, std::string(console.in({"Починка", "Mending"})));
    return mend(desk, archive.media, trust,
                [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); });
  }();
  if (!mended) return mended.refusal();
  verifier::print_finding_of(mended->before.verdicts[1], console);
  for (const auto& one : mended->volumes[1]) {
    console.line("     " +
                 console.toned(Tone::kGood,
                               console.fill({"✓ том {} починен по носителю {}: {}",
                                             "✓ the volume {} is mended from {}: {}"},
                                            one.name, archive.media[0].string(),
                                            counted(console.language(), one.files, kFileNoun))));
  }
  verifier::print_finding_of(mended->after.verdicts[1], console);
  return Done{};
}

Outcome tell_restore(const DemoArchive& archive, const trial::Settings& settings,
                     const archive::Trust& trust, const Console& console) {
  console.line();
  console.paragraph(console.in(
      {"Сервер сгорел, остался носитель. Никто не знает, какая контрольная точка была последней, "
       "поэтому журнал продолжается под новым именем, и его следующая запись говорит об этом. "
       "letopis restore:",
       "The server burnt down, a medium is left. Nobody knows which checkpoint was the last, so "
       "the "
       "log goes on under a new name, and its next entry says so. letopis restore:"}));
  const ScratchDirectory scratch("letopis-restored");
  RestoreOrder order{archive.media[1],
                     scratch.path() / "school",
                     trust,
                     std::nullopt,
                     std::nullopt,
                     settings.origin + "-2",
                     events::Order{"17", {20'633}},
                     TrialOrigin{settings.seed, settings.pupils},
                     std::nullopt,
                     std::nullopt};
  const auto restored = [&] {
    ProgressBar bar(console, std::string(console.in({"Восстановление", "Restoring"})));
    return restore_school(order,
                          [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); });
  }();
  if (!restored) return restored.refusal();
  tell_restored(*restored, order, console);
  return Done{};
}

}  // namespace

Outcome tell_recovery(const DemoArchive& archive, const trial::Settings& settings,
                      const Console& console) {
  const auto trust = [&]() -> Result<archive::Trust> {
    const auto desk = ArchiveDesk::open(archive.data);
    if (!desk) return desk.refusal();
    auto trusted = (*desk)->trust();
    if (!trusted) return trusted;
    if (auto told = tell_repair(**desk, archive, *trusted, console); !told) return told.refusal();
    return trusted;
  }();
  if (!trust) return trust.refusal();
  return tell_restore(archive, settings, *trust, console);
}

}  // namespace letopis::demo
