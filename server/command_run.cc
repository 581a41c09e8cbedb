#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include <boost/json/serialize.hpp>

#include "script/runner.h"
#include "server/commands.h"

namespace letopis::server {

using namespace script;
using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis run --data ПАПКА СЦЕНАРИЙ.jsonl [--strict] [--check]\n\n"
    "Выполняет команды сценария на учебном журнале событий. В каждой строке сценария — один\n"
    "объект JSON: когда, от чьего имени, что сделать (command) или показать (query). На каждую\n"
    "строку печатается одна строка JSON: номера записей и объявленные номера, ответ, либо\n"
    "отказ с причиной, пунктом регламента и тем, что было бы можно.\n"
    "Часы журнала идут по сценарию и только вперёд; ключи выводятся из seed первой строки.\n"
    "В новой или пустой папке первая строка — open_school; иначе сценарий продолжает журнал.\n\n"
    "  --strict    код 1, если хоть одна строка отклонена\n"
    "  --check     код 1, если хоть одна вышла не так, как ждёт её expect: \"accepted\",\n"
    "              \"late\", \"refused КОД\", \"answer\"; печатаются только такие строки и итог\n"
    "Код возврата: 0 — все строки поняты, 2 — какая-то не понята.\n"
    "Вместо файла можно указать «-»: сценарий читается со стандартного ввода.\n\n"
    "Примеры\n"
    "  letopis run --data school day.jsonl\n"
    "  letopis run --data school --strict day.jsonl\n"
    "Все команды: letopis commands\n",
    "  letopis run --data DIR SCRIPT.jsonl [--strict] [--check]\n\n"
    "Runs the commands of a script on a trial log. Each line of the script is one JSON object:\n"
    "when, as whom, what to do (command) or to show (query). For each line one line of JSON is\n"
    "printed: positions and the numbers declared, an answer, or a refusal with its reason, the\n"
    "clause of the regulation, and what would be allowed.\n"
    "The log's clock is set by the script and only goes on; keys derive from the first line's\n"
    "seed. In a new or empty directory the first line is open_school; otherwise the script goes\n"
    "on with the log that is there.\n\n"
    "  --strict    exit code 1 if any line was refused\n"
    "  --check     exit code 1 if any came out otherwise than its expect says: \"accepted\",\n"
    "              \"late\", \"refused CODE\", \"answer\"; only those and the sum are printed\n"
    "Exit code: 0 if every line was understood, 2 if one was not.\n"
    "With \"-\" for the file the script is read from standard input.\n\n"
    "Examples\n"
    "  letopis run --data school day.jsonl --lang en\n"
    "  letopis run --data school --strict day.jsonl\n"
    "All commands: letopis commands\n"};

// A line without its end; empty iff there are no more. A line beyond the limit is cut where the
// reader will refuse it, and the rest of it is passed over.
std::optional<std::string> next_line(std::istream& in) {
  std::string line;
  auto* buffer = in.rdbuf();
  bool any = false;
  for (auto one = buffer->sbumpc(); one != std::char_traits<char>::eof(); one = buffer->sbumpc()) {
    any = true;
    if (one == '\n') return line;
    if (line.size() <= kMaxLineBytes) line += static_cast<char>(one);
  }
  return any ? std::optional(std::move(line)) : std::nullopt;
}

bool is_blank(std::string_view line) {
  return line.size() <= kMaxLineBytes && line.find_first_not_of(" \t\r") == std::string_view::npos;
}

Refusal too_many_lines() {
  return {"run.too_many_lines",
          {fmt::format("в сценарии больше {} строк", kMaxLines),
           fmt::format("the script has more than {} lines", kMaxLines)}};
}

// Some editors begin a file with the byte order mark.
std::string_view without_mark(std::string_view line) {
  constexpr std::string_view mark = "\xef\xbb\xbf";
  return line.starts_with(mark) ? line.substr(mark.size()) : line;
}

Outcome run_lines(std::istream& in, Runner& runner, const Console& console, bool only_otherwise) {
  std::uint64_t number = 0;
  while (const auto line = next_line(in)) {
    if (++number > kMaxLines) return too_many_lines();
    if (is_blank(*line)) continue;
    const auto outcome = runner.take(number, number == 1 ? without_mark(*line) : *line);
    if (!only_otherwise || outcome.contains("otherwise")) {
      console.line(boost::json::serialize(outcome));
    }
  }
  const auto end = runner.end();
  if (!end) return end.refusal();
  console.line(boost::json::serialize(*end));
  return Done{};
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  if (arguments.words().empty()) {
    return Refusal{"run.no_script",
                   {"не указан сценарий", "no script was named"},
                   {},
                   where_help_is(arguments.called())};
  }
  const auto& script = arguments.words().front();
  std::ifstream file;
  if (script != "-") {
    file.open(script, std::ios::binary);
    if (!file) {
      return Refusal{"run.no_script",
                     {fmt::format("сценарий {} не читается", script),
                      fmt::format("the script {} cannot be read", script)}};
    }
  }
  // What a script names lies beside it; one from standard input stands where the program does.
  auto beside = std::filesystem::path(script == "-" ? "" : script).parent_path();
  auto runner = Runner::on(*directory, std::move(beside));
  if (!runner) return runner.refusal();
  if (auto done =
          run_lines(script == "-" ? std::cin : file, *runner, console, arguments.given("check"));
      !done) {
    return done.refusal();
  }
  if (runner->tally().not_understood > 0) return Exit::kUsage;
  if (arguments.given("check") && runner->tally().otherwise > 0) return Exit::kAltered;
  return arguments.given("strict") && runner->tally().refused > 0 ? Exit::kAltered : Exit::kGood;
}

}  // namespace

Command run_command() {
  return {"run", {"выполнить сценарий на учебном журнале", "run a script on a trial log"},
          kHelp, {{"data"}, {"strict", OptionKind::kFlag}, {"check", OptionKind::kFlag}},
          1,     run};
}

}  // namespace letopis::server
