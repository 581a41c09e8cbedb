#include "server/witness_verbs.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdio>

#include "office/clocks.h"
#include "office/new_file.h"
#include "office/school_files.h"
#include "signing/encoding.h"
#include "terminal/json.h"
#include "terminal/table.h"
#include "witness/service.h"

namespace letopis::server {

using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::int64_t kMillisecondsASecond = 1'000;

signing::UnixSeconds now() {
  const auto at = SystemClock().now().milliseconds / kMillisecondsASecond;
  return {at < 0 ? 0 : static_cast<std::uint64_t>(at)};
}

Result<witness::Witness> witness_of(const Arguments& arguments) {
  const auto directory = arguments.needed("dir");
  if (!directory) return directory.refusal();
  return witness::Witness::open(*directory);
}

Refusal needs_word(const char* verb, const Sentence& what) {
  return {
      "arguments.missing",
      {fmt::format("witness {}: {}", verb, what.ru), fmt::format("witness {}: {}", verb, what.en)}};
}

signing::Checkpoint checkpoint_of(const std::string& note) {
  const auto parsed = signing::parse_note(note);
  auto checkpoint = parsed ? signing::parse_checkpoint(parsed->text) : parsed.refusal();
  INVARIANT(checkpoint.has_value());  // the witness opened it before it kept it
  return *std::move(checkpoint);
}

fs::path answer_file(fs::path request) { return request.replace_extension(".answer"); }

}  // namespace

std::string utc_text(Language language, signing::UnixSeconds time) {
  constexpr std::uint64_t most = signing::kMaxCosignatureTime / kMillisecondsASecond;
  const events::Instant moment{static_cast<std::int64_t>(std::min(time.value, most)) *
                               kMillisecondsASecond};
  const auto utc = regulations::TimeZone::named("Etc/UTC");
  return utc ? moment_with_seconds(language, moment, *utc) + " UTC" : std::to_string(time.value);
}

Result<signing::VerifierKey> key_from(const std::string& text_or_file) {
  auto key = signing::parse_verifier_key(text_or_file);
  if (key) return key;
  std::error_code ignored;
  return fs::exists(text_or_file, ignored) ? read_verifier_key(text_or_file) : key;
}

Result<Exit> witness_init(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("dir");
  if (!directory) return directory.refusal();
  const auto name = arguments.needed("name");
  if (!name) return name.refusal();
  const auto key = witness::create_witness(*directory, *name, signing::Secret32::random());
  if (!key) return key.refusal();
  const auto text = signing::print_verifier_key(*key);
  if (console.json()) {
    print_json(console, {{"dir", *directory}, {"verifier_key", text}});
    return Exit::kGood;
  }
  console.line(
      console.fill({"Свидетель готов: папка {}.", "The witness is ready: {}."}, *directory));
  console.line(console.in({"Его ключ проверки передайте школе и инспекторам:",
                           "Hand its verifier key to the school and to inspectors:"}));
  console.line("  " + text);
  return Exit::kGood;
}

Result<Exit> witness_add_log(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("dir");
  if (!directory) return directory.refusal();
  if (arguments.words().size() != 2) {
    return needs_word("add-log", {"чей журнал? Укажите ключ школы (log.vkey)",
                                  "whose log? Name the school's key (log.vkey)"});
  }
  const auto key = key_from(arguments.words()[1]);
  if (!key) return key.refusal();
  if (auto added = witness::add_log(*directory, *key); !added) return added.refusal();
  if (console.json()) {
    print_json(console, {{"origin", key->name}});
    return Exit::kGood;
  }
  console.line(console.fill({"Свидетель заверяет теперь журнал {}.", "The witness watches {} now."},
                            key->name));
  return Exit::kGood;
}

Result<Exit> witness_serve(const Arguments& arguments, const Console& console) {
  const auto witness = witness_of(arguments);
  if (!witness) return witness.refusal();
  const auto listen = arguments.needed("listen");
  if (!listen) return listen.refusal();
  const auto at = http::parse_listen_address(*listen);
  if (!at) return at.refusal();
  auto server = http::Server::listen(at->address, at->port, {.limits = witness::service_limits()},
                                     witness::service(*witness, now));
  if (!server) return server.refusal();
  (*server)->stop_on_signals();
  if (console.json()) {
    print_json(console, {{"address", at->address}, {"port", (*server)->port()}});
  } else {
    console.line(
        console.fill({"Свидетель {} отвечает на http://{}:{}/add-checkpoint. Остановить: Ctrl+C.",
                      "The witness {} answers at http://{}:{}/add-checkpoint. To stop it: Ctrl+C."},
                     witness->name(), at->address, (*server)->port()));
  }
  std::fflush(stdout);  // whoever started it may read where it listens
  (*server)->run();
  return Exit::kGood;
}

Result<Exit> witness_answer(const Arguments& arguments, const Console& console) {
  const auto witness = witness_of(arguments);
  if (!witness) return witness.refusal();
  if (arguments.words().size() < 2) {
    return needs_word("answer", {"на какие запросы? Укажите файлы .request",
                                 "which requests? Name the .request files"});
  }
  bool all_cosigned = true;
  json::array told;
  for (std::size_t i = 1; i < arguments.words().size(); ++i) {
    const fs::path file(arguments.words()[i]);
    const auto request = read_small_file(file, witness::kMaxRequestBytes);
    if (!request) return request.refusal();
    const auto answer = witness->add_checkpoint(*request, now());
    const auto beside = answer_file(file);
    if (auto written = write_new(beside, witness::print_answer(answer), 0644); !written) {
      return written.refusal();
    }
    all_cosigned = all_cosigned && answer.status == 200;
    told.push_back(json::object{{"answer", beside.string()}, {"status", answer.status}});
    if (console.json()) continue;
    console.line(answer.status == 200
                     ? console.fill({"{}: заверено", "{}: cosigned"}, beside.string())
                     : console.fill({"{}: не заверено ({})", "{}: not cosigned ({})"},
                                    beside.string(), answer.status));
  }
  if (console.json()) print_json(console, {{"answers", std::move(told)}});
  return all_cosigned ? Exit::kGood : Exit::kIncomplete;
}

Result<Exit> witness_list(const Arguments& arguments, const Console& console) {
  const auto witness = witness_of(arguments);
  if (!witness) return witness.refusal();
  const auto known = witness->known();
  if (!known) return known.refusal();
  json::array logs;
  for (const auto& log : *known) {
    Table table({{std::string(console.in({"Записей", "Entries"})), Align::kRight},
                 {std::string(console.in({"Корень", "Root"}))},
                 {std::string(console.in({"Заверено", "Cosigned"}))}});
    json::array kept;
    for (const auto& one : log.kept) {
      const auto checkpoint = checkpoint_of(one.note);
      const auto root = signing::to_hex(checkpoint.root.view());
      table.row(
          {grouped(checkpoint.size), shortened(root), utc_text(console.language(), one.time)});
      kept.push_back(
          json::object{{"size", checkpoint.size}, {"root", root}, {"time", one.time.value}});
    }
    logs.push_back(json::object{{"origin", log.origin},
                                {"checkpoints", std::move(kept)},
                                {"evidence", log.evidence.size()}});
    if (console.json()) continue;
    console.title(log.origin);
    if (table.empty()) {
      console.line(console.in({"  Ещё ничего не заверено.", "  Nothing is cosigned yet."}));
    } else {
      console.print(table.print());
    }
    if (log.evidence.empty()) continue;
    console.line(console.toned(
        Tone::kBad, console.fill({"  Есть улики, что журнал раздвоился: {}. letopis witness proof",
                                  "  Evidence that the log forked: {}. letopis witness proof"},
                                 log.evidence.size())));
  }
  if (console.json()) print_json(console, {{"logs", std::move(logs)}});
  return Exit::kGood;
}

}  // namespace letopis::server
