#include "demo/archive.h"

#include <fmt/format.h>

#include "archivist/archive_story.h"
#include "demo/office.h"
#include "office/new_file.h"
#include "verifier/verdict_report.h"

namespace letopis::demo {

using namespace archivist;
using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;

Outcome register_media(ArchiveDesk& desk, const DemoArchive& archive, const Console& console) {
  static constexpr Text rooms[] = {{"Кабинет директора, сейф", "The director's office, safe"},
                                   {"Архив, шкаф 3", "The archive, cabinet 3"}};
  for (std::size_t i = 0; i < archive.media.size(); ++i) {
    fs::create_directories(archive.media[i]);
    const auto added =
        desk.add_medium({archive.media[i], std::string(console.in(rooms[i])), std::nullopt, true});
    if (!added) return added.refusal();
  }
  return Done{};
}

}  // namespace

Outcome register_trial_media(const DemoArchive& archive, const Console& console) {
  const auto desk = ArchiveDesk::open(archive.data);
  if (!desk) return desk.refusal();
  return register_media(**desk, archive, console);
}

fs::path trust_file(const DemoArchive& archive) { return archive.data / "trust.txt"; }

Result<archive::SealedVolume> seal_demo(const DemoArchive& archive, const Console& console) {
  const auto desk = ArchiveDesk::open(archive.data);
  if (!desk) return desk.refusal();
  if (auto done = register_media(**desk, archive, console); !done) return done.refusal();
  const auto chosen = (*desk)->choose_media(archive.media[0], archive.media[1], true);
  if (!chosen) return chosen.refusal();
  auto sealed = (*desk)->seal(*chosen, std::nullopt, {});
  if (!sealed) return sealed;
  const auto trust = (*desk)->trust();
  if (!trust) return trust.refusal();
  const auto written = write_new(trust_file(archive), archive::print_trust(*trust), 0644);
  if (!written) return written.refusal();
  return sealed;
}

Outcome tell_archive(const DemoArchive& archive, const DemoOffice& office, const Console& console) {
  console.title(console.in({"7. Архив на двух носителях", "7. The archive on two media"}));
  if (auto sealed = office.seal(console); !sealed) return sealed;
  const auto trust = verifier::read_trust(trust_file(archive));
  if (!trust) return trust.refusal();
  console.line();
  console.paragraph(console.fill(
      {"Инспектор приносит с собой файл доверия (здесь это {}) и программу letopis-verify. Сети и "
       "сервера школы ему не нужно. Вот что он видит:",
       "An inspector brings the trust file (here it is {}) and the program letopis-verify; neither "
       "a network nor the school's server is needed. This is what the inspector sees:"},
      trust_file(archive).string()));
  console.line();
  const auto checked = check_told({archive.media[0], archive.media[1]}, *trust, {}, console);
  if (!checked) return checked.refusal();
  verifier::print_checked(*checked, console);
  return Done{};
}

}  // namespace letopis::demo
