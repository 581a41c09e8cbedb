#include <boost/json/object.hpp>

#include "bench/bench.h"
#include "terminal/fact_words.h"
#include "terminal/json.h"
#include "terminal/table.h"

namespace letopis::bench {

using namespace terminal;

namespace {

namespace json = boost::json;

json::object figure_json(const BenchFigure& figure, const MachineLimits& machine) {
  json::object settings;
  for (const auto& [name, value] : figure.settings) settings[name] = value;
  json::object out{{"name", figure.name},
                   {"events", figure.events},
                   {"seconds", figure.seconds},
                   {"events_per_second",
                    figure.seconds > 0 ? static_cast<double>(figure.events) / figure.seconds : 0},
                   {"figure", figure.figure},
                   {"figure_is", figure.figure_is.en},
                   {"limit", figure.limit},
                   {"limit_is", figure.limit_is.en},
                   {"ratio", figure.ratio()},
                   {"budget", figure.budget},
                   {"budget_is", figure.at_most ? "at most" : "at least"}};
  for (const auto& [name, value] : figure.also) out[name] = value;
  out["settings"] = std::move(settings);
  out["machine"] = json::object{{"cores", machine.cores},
                                {"signs_per_second", machine.standard.signs_per_second},
                                {"checks_per_second", machine.standard.checks_per_second},
                                {"own_signs_per_second", machine.own.signs_per_second},
                                {"own_checks_per_second", machine.own.checks_per_second},
                                {"syncs_per_second", machine.syncs_per_second},
                                {"sha256_bytes_per_second", machine.sha256_bytes_per_second}};
  return out;
}

void print_machine(const MachineLimits& machine, const Console& console) {
  const auto whole = [](double value) { return grouped(static_cast<std::uint64_t>(value)); };
  console.title(console.in({"Машина", "The machine"}));
  const auto line = [&](const Text& label, const std::string& value) {
    console.line("  " + padded(console.in(label), 36) + padded(value, 12, Align::kRight));
  };
  line({"ядер", "cores"}, std::to_string(machine.cores));
  line({"подписей Ed25519/с на ядро", "Ed25519 signatures/s a core"},
       whole(machine.standard.signs_per_second));
  line({"  библиотекой программы", "  by the program's library"},
       whole(machine.own.signs_per_second));
  line({"проверок Ed25519/с на ядро", "Ed25519 checks/s a core"},
       whole(machine.standard.checks_per_second));
  line({"  библиотекой программы", "  by the program's library"},
       whole(machine.own.checks_per_second));
  line({"fdatasync/с", "fdatasync/s"}, whole(machine.syncs_per_second));
  line({"SHA-256, МБ/с на ядро", "SHA-256, MB/s a core"},
       whole(machine.sha256_bytes_per_second / 1e6));
}

std::string number_text(Language language, double value) {
  return value >= 1000 ? grouped(static_cast<std::uint64_t>(value))
                       : decimal(language, value, value >= 100 ? 0 : 2);
}

// What the further figures are called on the screen; for machines their names stay.
std::string also_label(Language language, std::string_view name) {
  static constexpr std::pair<std::string_view, Text> labels[] = {
      {"p50_us", {"ожидание, медиана, мкс", "wait, median, µs"}},
      {"p90_us", {"ожидание, 90 %, мкс", "wait, 90 %, µs"}},
      {"p99_us", {"ожидание, 99 %, мкс", "wait, 99 %, µs"}},
      {"most_us", {"ожидание, наибольшее, мкс", "wait, longest, µs"}},
      {"p50_us_small", {"при 100 000: медиана, мкс", "at 100 000: median, µs"}},
      {"p99_us_small", {"при 100 000: 99 %, мкс", "at 100 000: 99 %, µs"}},
      {"own_limit", {"предел библиотеки программы", "limit of the program's library"}},
      {"admit_p50_us", {"допуск отметки, медиана, мкс", "admitting a mark, median, µs"}},
      {"admit_p90_us", {"90 %, мкс", "90 %, µs"}},
      {"admit_p99_us", {"99 %, мкс", "99 %, µs"}},
      {"admit_fresh_p50_us", {"медиана без памяти о школе, мкс", "median, keeping nothing, µs"}},
      {"bytes_per_event", {"байт на диске на событие", "bytes on disk an event"}},
      {"settle_seconds", {"хранилище привело себя в порядок за, с", "the store settled in, s"}},
      {"open_seconds", {"открытие журнала, с", "opening the log, s"}},
      {"rss_mb", {"память, МБ", "memory, MB"}},
      {"most_rss_mb", {"память, наибольшая, МБ", "memory at most, MB"}},
      {"findings", {"находок", "findings"}},
      {"without_signatures_events_per_second",
       {"без подписей, записей/с", "without signatures, entries/s"}},
      {"volume_mb", {"том, МБ", "volume, MB"}},
      {"medium_mb_per_second", {"скорость носителя, МБ/с", "the medium's speed, MB/s"}},
      {"sha256_mb_per_second", {"SHA-256 на всех ядрах, МБ/с", "SHA-256 on all cores, MB/s"}},
      {"without_signatures_budget", {"  бюджет", "  the budget"}},
      {"p50_ms", {"страница, медиана, мс", "a page, median, ms"}},
      {"p90_ms", {"страница, 90 %, мс", "a page, 90 %, ms"}},
      {"p99_ms", {"страница, 99 %, мс", "a page, 99 %, ms"}},
      {"most_ms", {"страница, наибольшее, мс", "a page, longest, ms"}},
      {"past_p50_ms", {"на прошлый момент, медиана, мс", "as of the past, median, ms"}},
      {"past_p99_ms", {"на прошлый момент, 99 %, мс", "as of the past, 99 %, ms"}},
      {"past_budget_ms", {"  бюджет", "  the budget"}},
      {"cells_a_page", {"клеток на странице", "cells a page"}},
  };
  for (const auto& [key, label] : labels) {
    if (key == name) return std::string(label.in(language));
  }
  constexpr std::string_view rows = "rows_";
  if (!name.starts_with(rows)) return std::string(name);
  return fill(language, {"строк: {}", "rows: {}"}, view_title(language, name.substr(rows.size())));
}

}  // namespace

void print_figure(const BenchFigure& figure, const MachineLimits& machine, const Console& console) {
  const Language language = console.language();
  print_machine(machine, console);
  static constexpr std::pair<std::string_view, Text> titles[] = {
      {"append", {"Запись событий", "Appending events"}},
      {"growth", {"Рост журнала событий", "Growth of the log"}},
      {"rebuild", {"Журналы и дневники заново", "Views anew"}},
      {"live", {"Полная проверка журнала", "The whole check of a log"}},
      {"seal", {"Том на два носителя", "A volume to two media"}},
      {"verify", {"Полная проверка тома", "The whole check of a volume"}},
      {"journal", {"Страница журнала", "A journal's page"}},
      {"admit", {"Допуск отметки", "Admitting a mark"}},
  };
  for (const auto& [name, title] : titles) {
    if (name == figure.name) console.title(console.in(title));
  }
  const auto line = [&](std::string_view label, double value, std::string_view unit) {
    console.line("  " + padded(label, 36) +
                 padded(number_text(language, value), 12, Align::kRight) + "  " +
                 std::string(unit));
  };
  line(console.in({"число", "figure"}), figure.figure, figure.figure_is.in(language));
  line(console.in({"предел", "limit"}), figure.limit, figure.limit_is.in(language));
  const bool kept =
      figure.at_most ? figure.ratio() <= figure.budget : figure.ratio() >= figure.budget;
  line(console.in({"отношение", "ratio"}), figure.ratio(),
       console.fill(figure.at_most ? Text{"не больше {}: {}", "at most {}: {}"}
                                   : Text{"не меньше {}: {}", "at least {}: {}"},
                    decimal(language, figure.budget, 2),
                    console.toned(kept ? Tone::kGood : Tone::kBad,
                                  kept ? console.in({"выдержано", "kept"})
                                       : console.in({"не выдержано", "not kept"}))));
  line(console.in({"событий", "events"}), static_cast<double>(figure.events), "");
  line(console.in({"секунд", "seconds"}), figure.seconds, "");
  for (const auto& [name, value] : figure.also) line(also_label(language, name), value, "");
  if (console.json()) print_json(console, figure_json(figure, machine));
}

}  // namespace letopis::bench
