#include <fmt/format.h>

#include <algorithm>

#include "demo/forgeries.h"
#include "demo/story.h"
#include "inspection/inspection_report.h"
#include "office/own_program.h"
#include "office/scratch_directory.h"
#include "projections/journal_page.h"
#include "terminal/enumeration_words.h"

namespace letopis::demo {

using namespace inspection;
using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;

void put_entry(const fs::path& store_directory, events::Position position,
               const std::string& entry) {
  const ledger::Store store(store_directory, ledger::make_resources(), ledger::OpenMode::kExisting);
  ledger::require(store.db().Put({}, store.family(ledger::Family::kEntries),
                                 ledger::entry_key(position), entry));
}

// The cell's last mark that stands in the log.
std::optional<events::Position> last_mark(const SchoolReader& school, const TellingCell& cell) {
  std::optional<events::Position> found;
  for (const auto& fact : projections::cell_history(school.log(), cell.lesson, cell.pupil)) {
    if (fact.mark && fact.mark->value) found = fact.stamp.position;
  }
  return found;
}

}  // namespace

Outcome tell_intruder(const SchoolReader& school, const TellingCell& cell, const Console& console) {
  console.title(
      console.in({"5. Правка в обход программы", "5. An edit behind the program's back"}));
  const auto position = last_mark(school, cell);
  const auto entry = position ? school.log().entry(*position) : std::nullopt;
  const auto forged = entry ? forge_mark(*entry) : std::nullopt;
  if (!forged) return Done{};
  console.paragraph(console.fill(
      {"В копии хранилища у записи № {} изменены байты: вместо «{}» стоит «{}». Программа об этом "
       "не знает. Вот что видит инспектор, который принёс с собой ключ журнала:",
       "In a copy of the store the bytes of entry {} are changed: instead of \"{}\" it says "
       "\"{}\". The program does not know. This is what an inspector sees who brought the log's "
       "key:"},
      position->value, token_of(forged->was), token_of(forged->is)));
  console.line();
  const ScratchDirectory scratch("letopis-intruder");
  const auto copy = scratch.path() / "school";
  copy_school(school.path(), copy);
  put_entry(copy / "store", *position, forged->entry);
  const auto inspection = [&] {
    ProgressBar bar(console, std::string(console.in({"Проверка", "Checking"})));
    return inspect({copy, school_files(school.path()).verifier_key.string()},
                   [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); });
  }();
  if (!inspection) return inspection.refusal();
  print_inspection(*inspection, console);
  return Done{};
}

void tell_what_next(const SchoolReader& school, const TellingCell& cell,
                    const std::array<fs::path, 2>& media, const Console& console) {
  console.title(console.in({"11. Что посмотреть дальше", "11. Where to look next"}));
  const auto program = program_path();
  const auto data = school.path().string();
  const auto english = console.language() == Language::kEnglish ? " --lang en" : "";
  const auto show = [&](const Text& what, const std::string& command) {
    console.line("  " + console.toned(Tone::kFaint, fmt::format("# {}", console.in(what))));
    console.line(fmt::format("  {} {}{}", program, command, english));
  };
  show({"проверить весь журнал", "check the whole log"}, fmt::format("verify --data {}", data));
  show({"проверить оба носителя и записать об этом", "check both media and record it"},
       fmt::format("scrub --data {} --medium {} --medium {}", data, media[0].string(),
                   media[1].string()));
  show({"другая страница журнала", "another page of the journal"},
       fmt::format("journal --data {} --class {} --subject \"{}\" --quarter 1", data,
                   cell.school_class.name(), cell.subject.name));
  show({"дневник этого ученика", "this pupil's week"},
       fmt::format("diary --data {} --pupil {} --week {}", data, cell.pupil.value,
                   day_text(Language::kEnglish, cell.day)));
  show({"все изменения в классе", "all changes in the class"},
       fmt::format("changes --data {} --class {}", data, cell.school_class.name()));
  show({"квитанция об этой отметке", "the receipt of this mark"},
       fmt::format("receipt --data {} --lesson {} --pupil {} --out mark", data, cell.lesson.value,
                   cell.pupil.value));
  show({"журналы и дневники заново из записей", "journals and diaries anew from the entries"},
       fmt::format("rebuild --data {} --check", data));
}

}  // namespace letopis::demo
