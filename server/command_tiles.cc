#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <fstream>

#include "office/school.h"
#include "server/commands.h"
#include "signing/tiles.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;
using signing::TileKind;

constexpr Text kHelp{
    "  letopis tiles --data ПАПКА --out ПАПКА\n\n"
    "Пишет журнал событий в открытом виде C2SP tlog-tiles: контрольную точку, плитки\n"
    "дерева, записи. Его читают и проверяют чужие программы, которым о школе ничего не\n"
    "известно. В записях стоят номера людей, а не имена: отдавайте их только инспектору.\n\n"
    "  --out ПАПКА    новая или пустая папка; в ней появятся checkpoint, tile/, key.txt\n\n"
    "Пример\n"
    "  letopis tiles --data school --out tiles\n",
    "  letopis tiles --data DIR --out DIR\n\n"
    "Writes the log in the open form of C2SP tlog-tiles: checkpoint, tiles of the tree,\n"
    "entries. Other people's programs, which know nothing of the school, read and check it.\n"
    "Entries hold numbers of people, not names: hand them to inspectors only.\n\n"
    "  --out DIR    new or empty; checkpoint, tile/ and key.txt will appear there\n\n"
    "Example\n"
    "  letopis tiles --data school --out tiles --lang en\n"};

void write_file(const fs::path& file, std::string_view contents) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out.write(contents.data(), static_cast<std::streamsize>(contents.size()));
  out.close();
  if (!out) throw std::runtime_error(file.string());
}

std::string contents_of(const ledger::Snapshot& log, const signing::TilePath& tile) {
  const std::uint64_t first = tile.index * signing::kTileWidth;
  if (tile.kind == TileKind::kHashes) {
    return signing::print_tile(log.tree()(tile.level, first, tile.width));
  }
  std::string bundle;
  for (std::uint64_t at = first; at < first + tile.width; ++at) {
    const auto entry = log.entry({at});
    signing::append_entry(bundle, bytes_of(entry.value_or("")));
  }
  return bundle;
}

Outcome check_empty(const fs::path& directory) {
  if (!fs::exists(directory)) return Done{};
  if (fs::is_directory(directory) && fs::is_empty(directory)) return Done{};
  return Refusal{"tiles.directory_used",
                 {fmt::format("папка {} не пуста", directory.string()),
                  fmt::format("the directory {} is not empty", directory.string())}};
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  const auto wanted = arguments.needed("out");
  if (!wanted) return wanted.refusal();
  const fs::path out(*wanted);
  if (auto empty = check_empty(out); !empty) return empty.refusal();
  const auto published = (*school)->published();
  if (!published) return published.refusal();
  const auto key = read_small_file(school_files((*school)->path()).verifier_key);
  if (!key) return key.refusal();

  const auto tiles = signing::tiles_of(published->checkpoint.size);
  {
    ProgressBar bar(console, std::string(console.in({"Плитки", "Tiles"})));
    for (std::size_t i = 0; i < tiles.size(); ++i) {
      write_file(out / signing::print_tile_path(tiles[i]), contents_of((*school)->log(), tiles[i]));
      bar.show(i, tiles.size());
    }
  }
  write_file(out / "key.txt", *key);
  write_file(out / "checkpoint", published->note);
  if (console.json()) {
    print_json(
        console,
        {{"out", out.string()}, {"size", published->checkpoint.size}, {"files", tiles.size() + 2}});
    return Exit::kGood;
  }
  console.line(console.fill({"В папке {}: {}, файлов {}; ключ проверки — key.txt",
                             "In {}: {}, {} files; the verifier key is key.txt"},
                            out.string(),
                            counted(console.language(), published->checkpoint.size, kEntryNoun),
                            grouped(tiles.size() + 2)));
  return Exit::kGood;
}

}  // namespace

Command tiles_command() {
  return {"tiles",
          {"журнал событий плитками для чужих программ", "the log as tiles for other programs"},
          kHelp,
          {{"data"}, {"out"}},
          0,
          run};
}

}  // namespace letopis::server
