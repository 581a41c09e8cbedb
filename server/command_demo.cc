#include <fmt/format.h>
#include <unistd.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "archivist/archive_story.h"
#include "demo/archive.h"
#include "demo/office.h"
#include "demo/story.h"
#include "demo/today.h"
#include "office/scratch_directory.h"
#include "server/commands.h"
#include "server/serving.h"
#include "signing/encoding.h"
#include "terminal/enumeration_words.h"
#include "terminal/json.h"
#include "trial/calendar_file.h"
#include "trial/results_file.h"

namespace letopis::server {

using namespace archivist;
using namespace demo;
using namespace office;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr Text kHelp{
    "  letopis demo [--pupils 600] [--seed 1] [--regulation ИМЯ] [--data ПАПКА]\n"
    "               [--medium А --medium Б] [--serve] [--today]\n\n"
    "Проживает 2025/26 учебный год выдуманной школы через настоящий журнал событий: классы с\n"
    "1 по 11, учителя, расписание, уроки, отметки, пропуски, исправления и споры, и всё — по\n"
    "принятому положению. Затем показывает итоги года, что положение разрешило и чего не\n"
    "разрешило, страницу журнала, историю одной клетки с доказательством, правку в обход\n"
    "программы, архив на двух пробных носителях, шесть атак на него, починку и\n"
    "восстановление.\n\n"
    "  --pupils 600         сколько учеников, от 1 до 5000\n"
    "  --seed 1             зерно: то же зерно — те же записи и тот же корень\n"
    "  --regulation ИМЯ     положение, по которому живёт школа: saniba, nikihita, nn125,\n"
    "                       school4 или lipetsk; без этого — положение пробной школы\n"
    "  --data ПАПКА         где оставить журнал; папка новая или пустая; без этого —\n"
    "                       временная, она будет названа\n"
    "  --medium ПАПКА       носитель архива, дважды; без этого — папки media/a и media/b рядом\n"
    "                       с журналом; файл доверия — trust.txt там же\n"
    "  --serve              в конце служить по адресу http://localhost:8080: вторая проба того\n"
    "                       же зерна, прожитая до утра 11 марта 2026 года, и часы её идут;\n"
    "                       на терминале — и без этого ключа\n"
    "  --today              только эта вторая проба, без рассказа о годе\n"
    "  --listen АДРЕС:ПОРТ  где служить, если не на 127.0.0.1:8080\n"
    "  --results CSV        настоящие результаты и пропуски (колонки absences, G1, G2, G3)\n"
    "  --calendar XML …     производственные календари; можно несколько\n\n"
    "Примеры\n"
    "  letopis demo\n"
    "  letopis demo --pupils 100 --data school\n"
    "  letopis demo --pupils 100 --regulation saniba\n"
    "  letopis demo --results student-por.csv --calendar 2025.xml 2026.xml\n",
    "  letopis demo [--pupils 600] [--seed 1] [--regulation NAME] [--data DIR]\n"
    "               [--medium A --medium B] [--serve] [--today]\n\n"
    "Lives the year 2025/26 of an invented school through the real log: classes 1 to 11,\n"
    "teachers, timetable, lessons, marks, absences, corrections, disputes, all under the\n"
    "adopted regulation. Then it shows the year in figures, what the regulation allowed and\n"
    "what it did not, a page of a journal, the story of one cell with its proof, an edit\n"
    "behind the program's back, the archive on two trial media, six attacks on it, repair and\n"
    "restore.\n\n"
    "  --pupils 600         how many pupils, 1 to 5000\n"
    "  --seed 1             the same seed gives the same entries and the same root\n"
    "  --regulation NAME    the regulation that the school lives by: saniba, nikihita, nn125,\n"
    "                       school4 or lipetsk; without it the trial school's own\n"
    "  --data DIR           where to leave the log; new or empty; without it a temporary\n"
    "                       directory, which will be named\n"
    "  --medium DIR         a medium of the archive, twice; without it the directories media/a\n"
    "                       and media/b beside the log; the trust file is trust.txt there\n"
    "  --serve              serve in the end at http://localhost:8080: a second trial of the\n"
    "                       same seed, lived until the morning of 11 March 2026, whose clock\n"
    "                       goes on; at a terminal without this flag too\n"
    "  --today              that second trial alone, without the story of the year\n"
    "  --listen HOST:PORT   where to serve, if not at 127.0.0.1:8080\n"
    "  --results CSV        real results and absences (columns absences, G1, G2, G3)\n"
    "  --calendar XML …     production calendars; several may be given\n\n"
    "Examples\n"
    "  letopis demo --lang en\n"
    "  letopis demo --pupils 100 --data school\n"
    "  letopis demo --pupils 100 --regulation saniba\n"
    "  letopis demo --results student-por.csv --calendar 2025.xml 2026.xml\n"};

constexpr std::uint64_t kMostSeed = 0x7fff'ffff'ffff'ffffU;

Refusal in_file(const std::string& file, Refusal refusal) {
  refusal.says.ru = fmt::format("{}: {}", file, refusal.says.ru);
  refusal.says.en = fmt::format("{}: {}", file, refusal.says.en);
  return refusal;
}

Result<trial::Settings> read_settings(const Arguments& arguments) {
  trial::Settings settings;
  const auto pupils = arguments.number("pupils", {1, trial::kMaxPupils});
  if (!pupils) return pupils.refusal();
  const auto seed = arguments.number("seed", {0, kMostSeed});
  if (!seed) return seed.refusal();
  settings.pupils = static_cast<unsigned>(pupils->value_or(settings.pupils));
  settings.seed = seed->value_or(settings.seed);
  if (const auto name = arguments.text("regulation")) {
    auto regulation = trial::bundled_regulation(*name);
    if (!regulation) return regulation.refusal();
    settings.regulation = std::move(*regulation);
    // Another log, so another name: keys and the log's id derive from it.
    settings.origin += "-" + *name;
  }
  if (const auto file = arguments.text("results")) {
    const auto text = read_small_file(*file, trial::kMaxResultsBytes);
    if (!text) return text.refusal();
    auto results = trial::read_results(*text);
    if (!results) return in_file(*file, results.refusal());
    settings.results = std::move(*results);
  }
  for (const auto& file : arguments.texts("calendar")) {
    const auto text = read_small_file(file, trial::kMaxCalendarBytes);
    if (!text) return text.refusal();
    const auto days = trial::read_calendar(*text);
    if (!days) return in_file(file, days.refusal());
    settings.calendar.insert(settings.calendar.end(), days->begin(), days->end());
  }
  return settings;
}

// The year runs from the middle of August to the end of June.
template <class Live>
auto live_in(const Console& console, const Text& what, const Live& live) {
  constexpr std::int64_t day_ms = 86'400'000;
  constexpr std::int64_t first_day = 20'318;  // 2025-08-18
  constexpr std::int64_t days = 316;
  ProgressBar bar(console, std::string(console.in(what)));
  return live([&](events::Instant now, std::uint64_t events) {
    const auto day = now.milliseconds / day_ms;
    bar.show(static_cast<std::uint64_t>(std::clamp<std::int64_t>(day - first_day, 0, days)), days,
             fmt::format("{}  {}", day_text(console.language(), {static_cast<std::int32_t>(day)}),
                         counted(console.language(), events, kEventNoun)));
  });
}

Result<LivedYear> live(const std::filesystem::path& directory, const trial::Settings& settings,
                       const Console& console) {
  return live_in(console, {"Учебный год", "The year"},
                 [&](const LivedSoFar& so_far) { return live_year(directory, settings, so_far); });
}

void print_demo_json(const Console& console, const DemoArchive& archive,
                     const archive::SealedVolume& sealed, const LivedYear& lived,
                     const SchoolSummary& summary) {
  json::object facts;
  for (const auto& [name, count] : lived.summary.facts) facts[name] = count;
  json::array refused;
  for (const RefusedAlike& one : lived.refused) {
    refused.push_back(
        {{"code", one.refusal.code}, {"clause", one.refusal.clause}, {"count", one.count}});
  }
  const auto& results = summary.school.results;
  const auto quality = results.quality_percent();
  const auto progress = results.progress_percent();
  print_json(console, {{"data", archive.data.string()},
                       {"events", lived.size},
                       {"commands", lived.summary.commands},
                       {"root", signing::to_hex(lived.root.view())},
                       {"seconds", lived.seconds},
                       {"classes", summary.school.classes},
                       {"pupils", summary.school.pupils},
                       {"teachers", summary.teachers},
                       {"lessons", summary.lessons},
                       {"quality_percent", quality ? json::value(*quality) : json::value()},
                       {"progress_percent", progress ? json::value(*progress) : json::value()},
                       {"late_entries", summary.late_entries},
                       {"elsewhere_entries", summary.elsewhere_entries},
                       {"disputes", summary.disputes},
                       {"refused", std::move(refused)},
                       {"facts", std::move(facts)},
                       {"media", {archive.media[0].string(), archive.media[1].string()}},
                       {"volume", sealed.name},
                       {"trust", trust_file(archive).string()}});
}

// What the log says, chapter by chapter; empty iff so small a school has no mark to speak of.
Result<std::optional<TellingCell>> tell_log(const SchoolReader& school,
                                            const trial::Settings& settings, const LivedYear& lived,
                                            const SchoolSummary& summary, const Console& console) {
  tell_year(school, lived, summary, console);
  if (auto told = tell_regulation(school, settings, lived, summary, console); !told) {
    return told.refusal();
  }
  auto cell = telling_cell(school, lived.summary);
  if (!cell) return cell;
  tell_page(school, *cell, console);
  if (auto told = tell_cell(school, *cell, console); !told) return told.refusal();
  if (auto told = tell_intruder(school, *cell, console); !told) return told.refusal();
  return cell;
}

Outcome tell_story(const DemoArchive& archive, const trial::Settings& settings,
                   const LivedYear& lived, const Console& console) {
  const auto school = SchoolReader::open(archive.data, console.language());
  if (!school) return school.refusal();
  const auto summary = summarize((*school)->log());
  if (!summary) return summary.refusal();
  if (console.json()) {
    const auto sealed = seal_demo(archive, console);
    if (!sealed) return sealed.refusal();
    print_demo_json(console, archive, *sealed, lived, *summary);
    return Done{};
  }
  const auto cell = tell_log(**school, settings, lived, *summary, console);
  if (!cell) return cell.refusal();
  const auto office = DemoOffice::open(archive, console);
  if (!office) return office.refusal();
  if (auto told = tell_archive(archive, *office, console); !told) return told;
  if (auto told = tell_attacks(console); !told) return told;
  if (auto told = tell_recovery(archive, settings, console); !told) return told;
  if (auto told = office->certify(console); !told) return told;
  if (*cell) tell_what_next(**school, **cell, archive.media, console);
  office->tell_checks(console);
  return Done{};
}

Result<DemoArchive> choose_places(const Arguments& arguments) {
  const auto wanted = arguments.text("data");
  DemoArchive archive;
  archive.data = wanted ? std::filesystem::path(*wanted) : new_temporary_directory("letopis-demo");
  if (!arguments.given("medium")) {
    archive.media = {archive.data / "media" / "a", archive.data / "media" / "b"};
    return archive;
  }
  const auto media = two_media(arguments);
  if (!media) return media.refusal();
  archive.media = *media;
  return archive;
}

void tell_logins(const std::vector<demo::TodaysLogin>& logins, bool beside_finished_year,
                 const Console& console) {
  console.title(console.in({"Кто может войти", "Who can sign in"}));
  for (const auto& one : logins) {
    console.line(fmt::format("  {:<14} {:<28} {}", one.login, word_of(console.language(), one.role),
                             one.name));
  }
  console.line(console.fill({"  Пароль у всех один: {}", "  The password is one for all: {}"},
                            demo::kTodaysPassword));
  if (!beside_finished_year) return;
  console.line(console.in({"  По адресу /year/ они же входят в законченный год.",
                           "  At /year/ the same people come into the finished year."}));
}

// The trial that goes on, and beside it, at /year/, the finished one where there is one.
Result<Exit> serve_today(const std::filesystem::path& year, const trial::Settings& settings,
                         const Arguments& arguments, const Console& console) {
  auto today = year;
  today += "-today";
  const auto logins =
      live_in(console, {"День для каждого", "A day for everyone"},
              [&](const LivedSoFar& so_far) { return demo::live_today(today, settings, so_far); });
  if (!logins) return logins.refusal();
  const auto at = http::parse_listen_address(arguments.text("listen").value_or("127.0.0.1:8080"));
  if (!at) return at.refusal();
  Serving serving;
  serving.at = *at;
  serving.places = {{"today", today}};
  if (!arguments.given("today")) {
    if (auto looked_at = demo::open_finished_year(year, settings); !looked_at) {
      return looked_at.refusal();
    }
    serving.places.push_back({"year", year});
  }
  serving.at_root = "today";
  serving.trial_begins = demo::todays_morning();
  if (!console.json()) tell_logins(*logins, !arguments.given("today"), console);
  return serve(serving, console);
}

bool is_at_terminal(const Console& console) {
  return console.shows_progress() && ::isatty(STDIN_FILENO) != 0;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto settings = read_settings(arguments);
  if (!settings) return settings.refusal();
  const auto archive = choose_places(arguments);
  if (!archive) return archive.refusal();
  if (arguments.given("today")) return serve_today(archive->data, *settings, arguments, console);
  const auto lived = live(archive->data, *settings, console);
  if (!lived) return lived.refusal();
  if (auto told = tell_story(*archive, *settings, *lived, console); !told) return told.refusal();
  if (!arguments.given("data") && !console.json()) {
    console.line();
    console.paragraph(console.fill({"Журнал лежит во временной папке {}; её можно удалить.",
                                    "The log lies in the temporary directory {}; you may "
                                    "delete it."},
                                   archive->data.string()));
  }
  if (!arguments.given("serve") && !is_at_terminal(console)) return Exit::kGood;
  return serve_today(archive->data, *settings, arguments, console);
}

}  // namespace

Command demo_command() {
  return {"demo",
          {"учебный год школы целиком и рассказ о нём", "a whole school year, and its story"},
          kHelp,
          {{"pupils"},
           {"seed"},
           {"regulation"},
           {"data"},
           {"results"},
           {"calendar", OptionKind::kManyValues},
           {"medium", OptionKind::kValues},
           {"serve", OptionKind::kFlag},
           {"today", OptionKind::kFlag},
           {"listen"}},
          0,
          run};
}

}  // namespace letopis::server
