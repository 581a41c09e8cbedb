#include <fmt/format.h>

#include "bench/bench.h"
#include "office/scratch_directory.h"
#include "server/commands.h"

namespace letopis::server {

using namespace bench;
using namespace office;
using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis bench append|growth|rebuild|live|journal|admit|seal|verify|serve\n\n"
    "Сначала измеряет, на что способна сама машина, пока на ней ничего больше не работает\n"
    "(медиана трёх): подписи и проверки в секунду, fdatasync в секунду, байты SHA-256 в\n"
    "секунду. Потом — программу, и показывает число, предел и их отношение.\n\n"
    "  append     запись событий: 64 вызывающих, по одному событию в команде; каждый ждёт,\n"
    "             пока оно не окажется на диске\n"
    "  growth     цена события при 10 млн событий против цены при 100 тысячах\n"
    "  rebuild    журналы и дневники заново из записей\n"
    "  live       полная проверка журнала в хранилище\n"
    "  journal    страница журнала за четверть, сейчас и на прошлый момент\n"
    "  admit      допуск одной отметки правилами\n"
    "  seal       том архива на два носителя, с чтением обратно\n"
    "  verify     полная проверка тома, как letopis-verify\n"
    "  serve      страницы журнала по HTTP, 2000 запросов в секунду; с --marks — отметки,\n"
    "             подписанные клиентом, по 64 соединениям; с --tls — то же с шифрованием\n\n"
    "  --signed-by caller|server   append: подписано заранее или самим сервером\n"
    "  --callers 64 --events N     append: сколько вызывающих и событий; growth: событий\n"
    "  --requests N                serve: сколько запросов; --events N — записей до них\n"
    "  --data ПАПКА                на этом журнале (seal и verify добавят в него записи о томе);\n"
    "  --pupils N                  без этого — на своём, на столько учеников\n"
    "  --scratch ПАПКА             где держать свои журналы; без этого — временная папка\n"
    "  --json                      последняя строка — один объект JSON\n\n"
    "Примеры\n"
    "  letopis bench append --signed-by caller --json\n"
    "  letopis bench rebuild --data school\n",
    "  letopis bench append|growth|rebuild|live|journal|admit|seal|verify|serve\n\n"
    "First measures what the idle machine itself can do (median of three): signatures and\n"
    "checks a second, fdatasync a second, SHA-256 bytes a second. Then the program, and shows\n"
    "the figure, the limit and their ratio.\n\n"
    "  append     appending events: 64 callers, one event a command; each waits until it is\n"
    "             on disk\n"
    "  growth     the cost of an event at 10 million events against that at 100 thousand\n"
    "  rebuild    journals and diaries anew from the entries\n"
    "  live       the whole check of a log in its store\n"
    "  journal    a journal's page for a quarter, now and as of a past moment\n"
    "  admit      admitting one mark by the rules\n"
    "  seal       a volume of the archive to two media, read back\n"
    "  verify     the whole check of a volume, as letopis-verify does it\n"
    "  serve      journal pages over HTTP, 2000 requests a second; with --marks marks signed by\n"
    "             the client over 64 connections; with --tls the same encrypted\n\n"
    "  --signed-by caller|server   append: signed before, or by the server itself\n"
    "  --callers 64 --events N     append: how many callers and events; growth: events\n"
    "  --requests N                serve: how many requests; --events N entries before them\n"
    "  --data DIR                  on this log (seal and verify add the volume's entries to it);\n"
    "  --pupils N                  without it on one of its own, of so many pupils\n"
    "  --scratch DIR               where its own logs lie; a temporary directory without it\n"
    "  --json                      the last line is one JSON object\n\n"
    "Examples\n"
    "  letopis bench append --signed-by caller --json --lang en\n"
    "  letopis bench rebuild --data school\n"};

using Bench = Result<BenchFigure> (*)(const BenchWork&);

Result<BenchFigure> bench_serve(const BenchWork& work) {
  return work.arguments.given("marks") ? bench_serve_marks(work) : bench_serve_pages(work);
}

constexpr std::pair<std::string_view, Bench> kBenches[] = {
    {"append", bench_append}, {"growth", bench_growth},   {"rebuild", bench_rebuild},
    {"live", bench_live},     {"journal", bench_journal}, {"admit", bench_admit},
    {"seal", bench_seal},     {"verify", bench_verify},   {"serve", bench_serve}};

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto wanted = arguments.words().empty() ? std::string() : arguments.words().front();
  for (const auto& [name, bench] : kBenches) {
    if (name != wanted) continue;
    if (const auto where = arguments.text("scratch")) {
      std::filesystem::create_directories(*where);
      ::setenv("TMPDIR", where->c_str(), 1);  // before any thread starts
    }
    const ScratchDirectory scratch("letopis-bench");
    const auto machine = measure_machine(scratch.path());
    const auto figure = bench({arguments, console, machine, scratch.path()});
    if (!figure) return figure.refusal();
    print_figure(*figure, machine, console);
    return Exit::kGood;
  }
  return Refusal{
      "bench.which",
      {wanted.empty() ? "что измерять?" : fmt::format("«{}» измерять не умею", wanted),
       wanted.empty() ? "what is to be measured?"
                      : fmt::format("\"{}\" cannot be measured", wanted)},
      {},
      {"Есть: append, growth, rebuild, live, journal, admit, seal, verify, serve.",
       "There are: append, growth, rebuild, live, journal, admit, seal, verify, serve."}};
}

}  // namespace

Command bench_command() {
  return {"bench",
          {"замеры скорости на этой машине", "measurements of speed on this machine"},
          kHelp,
          {{"data"},
           {"signed-by"},
           {"callers"},
           {"events"},
           {"pupils"},
           {"scratch"},
           {"requests"},
           {"marks", OptionKind::kFlag},
           {"tls", OptionKind::kFlag}},
          1,
          run};
}

}  // namespace letopis::server
