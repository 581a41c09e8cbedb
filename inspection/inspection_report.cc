#include "inspection/inspection_report.h"

#include <fmt/format.h>

#include "inspection/damaged_log.h"
#include "signing/encoding.h"
#include "terminal/fact_words.h"
#include "terminal/table.h"

namespace letopis::inspection {

using namespace terminal;

namespace {

using ledger::Fault;
using ledger::Finding;

// One line of «what was checked»; a finding belongs to the line that names its place.
struct Part {
  Text what;
  std::uint64_t count = 0;
  std::vector<std::string_view> places;  // beginnings of Finding::where
};

std::vector<Part> parts_of(const ledger::Verdict& verdict) {
  return {
      {{"записи и дерево", "entries and tree"}, verdict.size, {"entries", "tree", "store"}},
      {{"подписи авторов", "authors' signatures"}, verdict.signatures, {"signature"}},
      {{"ключи подписи", "signing keys"}, verdict.keys, {"keys"}},
      {{"команды и потоки", "commands and streams"},
       verdict.commands + verdict.streams,
       {"commands", "streams", "indices", "default"}},
      {{"контрольная точка", "checkpoint"}, verdict.checkpoint.empty() ? 0U : 1U, {"checkpoint"}},
      {{"журналы и дневники", "journals and diaries"}, verdict.view_rows, {"view", "heads"}},
      {{"имена и тексты", "names and texts"}, verdict.texts, {"vault"}},
      {{"файлы ключей и школы", "key and school files"}, 3, {"log.", "school."}},
  };
}

std::string_view state_word(Fault fault, Language language) {
  switch (fault) {
    case Fault::kAltered: return Text{"ИЗМЕНЕНО", "ALTERED"}.in(language);
    case Fault::kRolledBack: return Text{"ОТКАТ", "ROLLED BACK"}.in(language);
    case Fault::kIncomplete: return Text{"НЕПОЛНО", "INCOMPLETE"}.in(language);
  }
  return {};
}

bool belongs(const Finding& finding, const Part& part) {
  // The ledger files a bad signature under its entry; people look for it among the signatures.
  const bool of_signature = finding.what.code.starts_with("signature");
  for (const auto place : part.places) {
    if (of_signature ? place == "signature" : finding.where.starts_with(place)) return true;
  }
  return false;
}

// What a finding is about, where its own sentence does not say it.
std::string about(const Finding& finding, Language language) {
  static constexpr std::pair<std::string_view, Text> places[] = {
      {"entries", {"записи: ", "entries: "}},
      {"checkpoint", {"контрольная точка: ", "checkpoint: "}},
      {"vault.keys", {"ключи к именам и текстам: ", "keys of the vault: "}},
      {"vault", {"имена и тексты: ", "vault: "}},
      {"store", {"хранилище: ", "store: "}},
      {"views", {"страницы журналов: ", "views: "}},
  };
  if (finding.position)
    return fill(language, {"запись № {}: ", "entry {}: "}, finding.position->value);
  for (const auto& [place, text] : places) {
    if (finding.where == place) return std::string(text.in(language));
  }
  return {};
}

void print_parts(const Inspection& inspection, const Console& console) {
  const Language language = console.language();
  for (const auto& part : parts_of(inspection.verdict)) {
    const Finding* first = nullptr;
    for (const auto& finding : inspection.verdict.findings) {
      if (!first && belongs(finding, part)) first = &finding;
    }
    const bool unread = part.count == 0 && inspection.verdict.findings_in_all > 0;
    const auto state = first    ? state_word(first->fault, language)
                       : unread ? Text{"не проверено", "not checked"}.in(language)
                                : Text{"не изменено", "unaltered"}.in(language);
    const auto tone = first ? Tone::kBad : unread ? Tone::kWarning : Tone::kGood;
    const auto sign = first ? "✗" : unread ? "–" : "✓";
    console.line(fmt::format("  {}  {}{}   {}", console.toned(tone, sign),
                             padded(part.what.in(language), 24),
                             padded(grouped(part.count), 10, Align::kRight),
                             first ? console.toned(tone, state) : std::string(state)));
  }
}

// Those that name an entry come first, and those of one entry stand together.
std::vector<const Finding*> ordered(const std::vector<Finding>& findings) {
  std::vector<const Finding*> out;
  for (const bool of_entry : {true, false}) {
    for (const auto& finding : findings) {
      if (finding.position.has_value() == of_entry) out.push_back(&finding);
    }
  }
  return out;
}

// The whole sentence. Of a view its rows say nothing to a person; --json has them.
std::string sentence(const Finding& finding, Language language) {
  constexpr std::string_view view = "view ";
  if (!finding.where.starts_with(view)) {
    return about(finding, language) + in(language, finding.what.says);
  }
  return fill(language,
              {"{}: страницы не те, что следуют из записей",
               "{}: the pages do not follow from the entries"},
              view_title(language, finding.where.substr(view.size())));
}

void print_finding(const Finding& finding, bool same_entry, const DamagedLog& log,
                   const Console& console) {
  const Language language = console.language();
  const auto lines = wrapped(sentence(finding, language), Console::kPageWidth - 4);
  for (const auto& line : lines) {
    const bool first = &line == &lines.front();
    console.line(fmt::format("  {} {}", first ? console.toned(Tone::kBad, "✗") : " ",
                             console.toned(Tone::kTitle, line)));
  }
  if (!finding.position || same_entry) return;
  if (const auto told = log.tell(*finding.position); !told.empty()) console.paragraph(told, 4);
}

void print_findings(const Inspection& inspection, const Console& console) {
  const DamagedLog log(inspection.directory, console.language());
  std::size_t shown = 0;
  std::optional<events::Position> last;
  for (const auto* finding : ordered(inspection.verdict.findings)) {
    if (shown++ == kMostFindingsShown) break;
    print_finding(*finding, finding->position && finding->position == last, log, console);
    last = finding->position;
  }
  if (inspection.verdict.findings_in_all > kMostFindingsShown) {
    console.paragraph(console.fill({"Всего находок: {}. Полный список даёт --json.",
                                    "Findings in all: {}. --json gives the whole list."},
                                   grouped(inspection.verdict.findings_in_all)));
  }
}

// Pages alone are mended by making them anew; where the entries are altered nothing mends them.
void print_remedy(const Inspection& inspection, const Console& console) {
  for (const auto& finding : inspection.verdict.findings) {
    if (!finding.where.starts_with("view ")) return;
  }
  console.line();
  console.line(console.fill(
      {"  Записи целы, испорчены только страницы. Построить их заново: letopis rebuild --data {}",
       "  The entries are intact, only pages are spoilt. To make them anew: letopis rebuild --data "
       "{}"},
      inspection.directory.string()));
}

void print_trust(const Inspection& inspection, const Console& console) {
  static constexpr Text outside{
      "Ключ журнала принесён извне: проверка не полагается на слова школы.",
      "The log's key was brought from outside: the check does not rely on the school's word."};
  static constexpr Text inside{
      "Ключ взят из той же папки (log.vkey). Это доказывает только, что журнал согласован сам с "
      "собой: кто меняет всё сразу, заменит и ключ. Инспектор приносит ключ с собой: --log-key.",
      "The key was taken from the same directory (log.vkey). That proves only that the log is "
      "consistent in itself: who alters everything replaces the key too. An inspector brings the "
      "key: --log-key."};
  console.line();
  console.paragraph((inspection.key_from_outside ? outside : inside).in(console.language()));
}

std::string root_text(const Inspection& inspection) {
  return shortened(signing::to_hex(inspection.verdict.root.view()));
}

}  // namespace

std::string verdict_line(const Inspection& inspection, Language language) {
  static constexpr Text good_inside{"ЖУРНАЛ СОБЫТИЙ НЕ ИЗМЕНЁН — согласован сам с собой",
                                    "THE LOG IS INTACT — consistent in itself only"};
  static constexpr Text good_outside{"ЖУРНАЛ СОБЫТИЙ НЕ ИЗМЕНЁН — по ключу, принесённому извне",
                                     "THE LOG IS INTACT — by a key brought from outside"};
  switch (inspection.exit()) {
    case Exit::kGood:
      return std::string((inspection.key_from_outside ? good_outside : good_inside).in(language));
    case Exit::kAltered:
      return std::string(Text{"ЖУРНАЛ СОБЫТИЙ ИЗМЕНЁН", "THE LOG WAS ALTERED"}.in(language));
    case Exit::kRolledBack:
      return std::string(Text{"ЖУРНАЛ СОБЫТИЙ — СТАРАЯ КОПИЯ ИЛИ ДРУГАЯ ВЕТВЬ",
                              "THE LOG WAS ROLLED BACK OR FORKED"}
                             .in(language));
    case Exit::kIncomplete:
      return std::string(Text{"ЖУРНАЛ СОБЫТИЙ НЕПОЛОН", "THE LOG IS INCOMPLETE"}.in(language));
    case Exit::kNoTrustedKey:
    case Exit::kUsage: break;
  }
  return std::string(Text{"ПРОВЕРИТЬ НЕЧЕМ: нет ключа, которому можно верить (--log-key)",
                          "NOTHING TO CHECK BY: there is no trusted key (--log-key)"}
                         .in(language));
}

void print_inspection(const Inspection& inspection, const Console& console) {
  const Language language = console.language();
  const bool good = inspection.exit() == Exit::kGood;
  console.line(
      console.toned(good ? Tone::kGood : Tone::kBad,
                    fmt::format("{} {}", good ? "✓" : "✗", verdict_line(inspection, language))));
  if (inspection.key) {
    const auto school = DamagedLog(inspection.directory, language).school_name();
    console.line();
    console.line(
        fmt::format("  {}{}{}{}", school, school.empty() ? "" : " · ", inspection.profile.origin,
                    inspection.profile.trial ? console.in({" · учебный журнал", " · a trial log"})
                                             : std::string_view()));
    console.line(console.fill(
        {"  Размер {}, корень {}, проверено за {}\u00a0с", "  Size {}, root {}, checked in {} s"},
        counted(language, inspection.verdict.size, kEntryNoun), root_text(inspection),
        decimal(language, inspection.seconds)));
    console.line();
    print_parts(inspection, console);
    if (inspection.verdict.texts_erased > 0) {
      console.line(console.fill({"     стёрто по приказам: {}", "     erased by order: {}"},
                                grouped(inspection.verdict.texts_erased)));
    }
  }
  if (!inspection.verdict.findings.empty()) {
    console.title(console.in({"Что найдено", "What was found"}));
    print_findings(inspection, console);
    print_remedy(inspection, console);
  }
  if (inspection.key) print_trust(inspection, console);
}

}  // namespace letopis::inspection
