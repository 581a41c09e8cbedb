#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <chrono>

#include "ledger/rebuild.h"
#include "office/school_files.h"
#include "projections/projections.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "terminal/fact_words.h"
#include "terminal/json.h"
#include "terminal/table.h"

namespace letopis::server {

using namespace office;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr Text kHelp{
    "  letopis rebuild --data ПАПКА [--check]\n\n"
    "Страницы журналов и дневников — лишь отражение записей; их можно построить заново\n"
    "в любой день, и выйдет то же самое до байта. Остановите сервер на это время.\n\n"
    "  --check    ничего не менять: построить рядом и сравнить с тем, что лежит;\n"
    "             код ответа 1, если есть отличие\n\n"
    "Примеры\n"
    "  letopis rebuild --data school --check\n"
    "  letopis rebuild --data school\n",
    "  letopis rebuild --data DIR [--check]\n\n"
    "Pages of journals and diaries are but a reflection of the entries; they can be made\n"
    "anew on any day, and come out the same to the byte. Stop the server meanwhile.\n\n"
    "  --check    change nothing: build beside, and compare with what is there;\n"
    "             exit code 1 if anything differs\n\n"
    "Examples\n"
    "  letopis rebuild --data school --check --lang en\n"
    "  letopis rebuild --data school\n"};

void print_rebuilt(const Console& console, const ledger::Rebuilt& rebuilt, bool check,
                   double seconds) {
  const Language language = console.language();
  Table table({{std::string(console.in({"Представление", "View"}))},
               {std::string(console.in({"Строк", "Rows"})), Align::kRight},
               {std::string(console.in({"КБ", "KB"})), Align::kRight},
               {std::string(console.in({"Итог", "Outcome"}))}});
  for (const auto& view : rebuilt.views) {
    const auto outcome = !check       ? console.in({"построено заново", "made anew"})
                         : view.equal ? console.in({"совпадает", "the same"})
                                      : console.in({"ОТЛИЧАЕТСЯ", "DIFFERS"});
    table.row({view_title(language, view.name), grouped(view.rows), grouped(view.bytes / 1024),
               std::string(outcome)});
  }
  console.print(table.print());
  console.line();
  console.line(console.fill(
      {"  {} за {}\u00a0с, {} событий/с, корень {}", "  {} in {} s, {} events/s, root {}"},
      counted(language, rebuilt.size, kEntryNoun), decimal(language, seconds),
      grouped(
          static_cast<std::uint64_t>(static_cast<double>(rebuilt.size) / std::max(seconds, 1e-9))),
      shortened(signing::to_hex(rebuilt.root.view()))));
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto profile = read_profile(*directory);
  if (!profile) return profile.refusal();
  const auto key = read_verifier_key(school_files(*directory).verifier_key);
  if (!key) return key.refusal();
  const auto public_key = signing::public_key_from(key->key);
  if (!public_key) return public_key.refusal();
  const bool check = arguments.given("check");
  const auto began = std::chrono::steady_clock::now();
  const auto rebuilt = [&] {
    ProgressBar bar(console, std::string(console.in({"Построение", "Building"})));
    const auto progress = [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); };
    const auto resources = ledger::make_resources();
    if (!check) {
      return ledger::rebuild_school(*directory, profile->origin, *public_key, projections::all(),
                                    resources, progress);
    }
    const ledger::Store store(std::filesystem::path(*directory) / "store", resources,
                              ledger::OpenMode::kReadOnly);
    return ledger::rebuild_views(store, projections::all(), ledger::RebuildMode::kCompare,
                                 progress);
  }();
  if (!rebuilt) return rebuilt.refusal();
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  bool equal = true;
  for (const auto& view : rebuilt->views) equal = equal && view.equal;
  if (console.json()) {
    json::array views;
    for (const auto& view : rebuilt->views) {
      views.push_back(json::object{{"name", view.name},
                                   {"rows", view.rows},
                                   {"bytes", view.bytes},
                                   {"equal", view.equal},
                                   {"first_difference", view.first_difference}});
    }
    print_json(console, {{"size", rebuilt->size},
                         {"root", signing::to_hex(rebuilt->root.view())},
                         {"seconds", seconds},
                         {"equal", equal},
                         {"views", std::move(views)}});
  } else {
    print_rebuilt(console, *rebuilt, check, seconds);
  }
  return check && !equal ? Exit::kAltered : Exit::kGood;
}

}  // namespace

Command rebuild_command() {
  return {"rebuild",
          {"журналы и дневники заново из записей", "journals and diaries anew from the entries"},
          kHelp,
          {{"data"}, {"check", OptionKind::kFlag}},
          0,
          run};
}

}  // namespace letopis::server
