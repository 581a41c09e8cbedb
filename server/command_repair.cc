#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "archivist/mending.h"
#include "server/commands.h"
#include "terminal/json.h"
#include "verifier/verdict_report.h"

namespace letopis::server {

using namespace archivist;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr Text kHelp{
    "  letopis repair А Б --data ПАПКА\n\n"
    "Чинит тома одного носителя по другому: сначала проверяет оба, как letopis scrub, и\n"
    "переписывает только то, что испорчено, и только с того носителя, где этот том цел и\n"
    "подписан. Затем проверяет снова. О починке в журнале остаются подписанные записи.\n\n"
    "Пример\n"
    "  letopis repair /mnt/a /mnt/b --data school\n",
    "  letopis repair A B --data DIR\n\n"
    "Mends the volumes of one medium from the other: first checks both, as letopis scrub\n"
    "does, and writes anew what is damaged, only from the medium where that volume is sound\n"
    "and signed. Then checks again. Signed entries of it are left in the log.\n\n"
    "Example\n"
    "  letopis repair /mnt/a /mnt/b --data school --lang en\n"};

constexpr Noun kFileNoun{"файл", "файла", "файлов", "file", "files"};

json::object mended_json(const Mended& mended) {
  json::array volumes;
  for (std::size_t i = 0; i < mended.volumes.size(); ++i) {
    for (const auto& volume : mended.volumes[i]) {
      volumes.push_back(json::object{{"path", mended.after.verdicts[i].path.string()},
                                     {"volume", volume.name},
                                     {"files", volume.files}});
    }
  }
  json::array beyond;
  for (const auto& name : mended.beyond_mending()) beyond.emplace_back(name);
  return {{"mended", std::move(volumes)},
          {"beyond_mending", std::move(beyond)},
          {"exit", static_cast<int>(mended.after.exit())}};
}

void print_mended(const Mended& mended, const Console& console) {
  for (std::size_t i = 0; i < mended.volumes.size(); ++i) {
    for (const auto& volume : mended.volumes[i]) {
      console.line(console.toned(
          Tone::kGood, console.fill({"✓ {}: том {} починен, переписано {}",
                                     "✓ {}: the volume {} is mended, {} written anew"},
                                    mended.after.verdicts[i].path.string(), volume.name,
                                    counted(console.language(), volume.files, kFileNoun))));
    }
  }
  for (const auto& name : mended.beyond_mending()) {
    console.line(console.toned(
        Tone::kBad, console.fill({"✗ том {} испорчен на обоих носителях: чинить его не с чего",
                                  "✗ the volume {} is damaged on both media: nothing can mend it"},
                                 name)));
  }
  if (mended.nothing() && mended.after.exit() == Exit::kGood) {
    console.line(console.in(
        {"Чинить нечего: оба носителя целы.", "Nothing to mend: both media are sound."}));
  }
  console.line();
  verifier::print_checked(mended.after, console);
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  if (arguments.words().size() != 2) {
    return Refusal{"repair.two_media",
                   {"нужны два носителя: letopis repair А Б --data ПАПКА",
                    "two media are needed: letopis repair A B --data DIR"}};
  }
  const auto desk = ArchiveDesk::open(*directory);
  if (!desk) return desk.refusal();
  const auto trust = (*desk)->trust();
  if (!trust) return trust.refusal();
  const auto mended = [&] {
    ProgressBar bar(console, std::string(console.in({"Починка", "Mending"})));
    return mend(**desk, {arguments.words()[0], arguments.words()[1]}, *trust,
                [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); });
  }();
  if (!mended) return mended.refusal();
  if (console.json()) {
    print_json(console, mended_json(*mended));
  } else {
    print_mended(*mended, console);
  }
  return mended->after.exit();
}

}  // namespace

Command repair_command() {
  return {"repair", {"починить один носитель по другому", "mend one medium from the other"},
          kHelp,    {{"data"}},
          2,        run};
}

}  // namespace letopis::server
