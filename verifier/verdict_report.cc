#include "verifier/verdict_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "archive/layout.h"
#include "signing/encoding.h"
#include "terminal/table.h"
#include "verifier/certified_report.h"
#include "verifier/entry_teller.h"

namespace letopis::verifier {
namespace {

using archive::TrustState;
using archive::Verdict;
using audit::Fault;
using audit::Finding;
using terminal::Console;
using terminal::counted;
using terminal::Exit;
using terminal::fill;
using terminal::grouped;
using terminal::Language;
using terminal::Text;
using terminal::Tone;

constexpr std::size_t kIndentOfOne = 5;  // columns, of a verdict among others
constexpr terminal::Noun kVolumeNoun{"том", "тома", "томов", "volume", "volumes"};
constexpr terminal::Noun kFileNoun{"файл", "файла", "файлов", "file", "files"};
// One line of «what was checked»; a finding belongs to the first line that names its place.
struct Part {
  Text what;
  std::uint64_t count = 0;
  std::string beside;
  std::vector<std::string_view> places;  // of Finding::where, or beginnings of its code
};

std::string megabytes(std::uint64_t bytes, Language language) {
  return fill(language, {"{} МБ, каждый байт", "{} MB, every byte"},
              grouped((bytes + 999'999) / 1'000'000));
}

std::string of_documents(const Verdict& verdict, Language language) {
  if (!verdict.certified.any()) return {};
  return fill(language, {"подписей {}, меток времени {}", "{} signatures, {} timestamps"},
              grouped(verdict.certified.signatures), grouped(verdict.certified.timestamps));
}

// Volumes of old carry none, and then there is nothing to say of it.
bool has_access(const Verdict& verdict) {
  return verdict.access_size > 0 ||
         std::any_of(verdict.findings.begin(), verdict.findings.end(),
                     [](const auto& finding) { return finding.where == "access"; });
}

std::vector<Part> parts_of(const Verdict& verdict, Language language) {
  std::string of_signatures = fill(language, {"ключей {}", "{} keys"}, grouped(verdict.keys));
  if (verdict.since) {
    of_signatures +=
        fill(language, {"; до записи № {} — в прошлый раз", "; before entry {} last time"},
             grouped(*verdict.since));
  }
  std::vector<Part> parts{
      {{"подписи авторов", "authors' signatures"},
       verdict.signatures,
       of_signatures,
       {"signature.invalid"}},
      {{"читаемые строки", "readable lines"}, verdict.renditions, "", {"rendition."}},
      {{"порядок и полнота", "order and completeness"},
       verdict.commands,
       fill(language, {"команд; потоков {}", "commands; {} streams"}, grouped(verdict.streams)),
       {"entry.command", "entry.time", "entry.stated", "stream.", "key."}},
      {{"записи и дерево", "entries and tree"}, verdict.entries, "", {"entries", "tree", "start"}},
      {{"контрольные точки", "checkpoints"},
       verdict.checkpoints,
       fill(language, {"подписей свидетелей {}", "{} cosignatures"}, grouped(verdict.cosignatures)),
       {"checkpoint", "known", "witness"}},
      {{"документы", "documents"},
       verdict.certified.documents,
       of_documents(verdict, language),
       {"documents"}},
      {{"подписи томов", "volumes' signatures"},
       verdict.volumes.size(),
       "",
       {"signature", "volume", "medium", "keys"}},
      {{"файлы и описи", "files and manifests"},
       verdict.files,
       megabytes(verdict.bytes, language),
       {"files", "manifest"}},
  };
  if (!has_access(verdict)) return parts;
  parts.insert(parts.begin(),
               {{"журнал доступа", "log of access"},
                verdict.access_entries,
                fill(language, {"дерево и подпись; всего {}", "tree and signature; {} in all"},
                     grouped(verdict.access_size)),
                {"access"}});
  return parts;
}

bool belongs(const Finding& finding, const Part& part) {
  for (const auto place : part.places) {
    const bool of_code = place.find('.') != std::string_view::npos;
    if (of_code ? finding.what.code.starts_with(place) : finding.where == place) return true;
  }
  return false;
}

const Part* part_of(const Finding& finding, const std::vector<Part>& parts) {
  for (const auto& part : parts) {
    if (belongs(finding, part)) return &part;
  }
  return nullptr;
}

std::string_view state_word(Fault fault, Language language) {
  switch (fault) {
    case Fault::kAltered: return Text{"ИЗМЕНЕНО", "ALTERED"}.in(language);
    case Fault::kRolledBack:
      return Text{"ДРУГАЯ ВЕТВЬ ИЛИ СТАРАЯ КОПИЯ", "ROLLED BACK OR FORKED"}.in(language);
    case Fault::kIncomplete: return Text{"НЕПОЛНО", "INCOMPLETE"}.in(language);
  }
  return {};
}

void print_parts(const Verdict& verdict, const Console& console) {
  const Language language = console.language();
  const auto parts = parts_of(verdict, language);
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    const Finding* first = nullptr;
    for (const auto& finding : verdict.findings) {
      if (!first && part_of(finding, parts) == &*part) first = &finding;
    }
    const bool none = part->count == 0 && !first;
    const auto tone = first ? Tone::kBad : none ? Tone::kFaint : Tone::kGood;
    const auto sign = first ? "✗" : none ? "–" : "✓";
    const auto state = first ? std::string(state_word(first->fault, language)) : part->beside;
    console.line(fmt::format(
        "  {}  {}{}{}{}", console.toned(tone, sign), terminal::padded(part->what.in(language), 24),
        terminal::padded(grouped(part->count), 10, terminal::Align::kRight),
        state.empty() ? "" : "   ", first ? console.toned(tone, state) : state));
  }
}

std::string witnessed_by(const Verdict& verdict, Language language) {
  const auto& seen = *verdict.witnessed;
  auto line = fill(language, {"засвидетельствовано: {}, {}", "witnessed by {} at {}"},
                   fmt::format("{}", fmt::join(seen.names, ", ")),
                   moment_of(seen.time.value, verdict, language));
  if (seen.size == verdict.size) return line;
  return line + fill(language, {" (только первые {})", " (the first {} only)"},
                     counted(language, seen.size, terminal::kEntryNoun));
}

// What an earlier visit is said to have checked was not checked now.
std::string not_checked(const Verdict& verdict, Language language) {
  if (!verdict.since) return {};
  return fill(language,
              {" · подписи до записи № {} не проверялись",
               " · signatures before entry {} were not checked"},
              *verdict.since);
}

// The texts themselves are not on the medium: what can be intact here is the promise of them.
void print_erased(const Verdict& verdict, const Console& console) {
  for (const auto& name : verdict.skipped) {
    console.line(console.toned(Tone::kWarning,
                               console.fill({"  Пропущено: {} — недописанный том, он не проверялся",
                                             "  Left out: {}, a volume not written to its end"},
                                            archive::shown_name(name))));
  }
  if (verdict.texts == 0) return;
  const Language language = console.language();
  std::string line =
      fill(language,
           {"Имена и закрытые тексты (в архиве их нет, только обязательства): целы {}",
            "Names and private texts (not in the archive, only commitments): {} intact"},
           grouped(verdict.texts - verdict.texts_erased));
  if (verdict.texts_erased > 0) {
    line += fill(language, {", стёрты {}", ", {} erased"}, grouped(verdict.texts_erased));
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < verdict.erased.size() && i < most; ++i) {
      const auto& one = verdict.erased[i];
      line += fill(language, {"{} № {} по приказу № {} от {}", "{} person {} by order {} of {}"},
                   i == 0 ? " —" : ",", one.person.value, one.order.number,
                   terminal::day_text(language, one.order.day));
    }
    if (verdict.erased.size() > most) line += " …";
  }
  console.paragraph(line);
}

void print_what(const Verdict& verdict, const Console& console) {
  const Language language = console.language();
  const auto school = verdict.school.empty() ? std::string() : verdict.school + " · ";
  console.line(fmt::format("  {}{}{}", school, archive::shown_name(verdict.origin),
                           verdict.trial_log ? console.in({" · учебный журнал", " · a trial log"})
                                             : std::string_view()));
  std::string medium = verdict.path.string();
  if (verdict.medium) {
    medium = fill(language, {"носитель № {}{} ({})", "medium {}{} ({})"}, verdict.medium->value,
                  verdict.room.empty() ? "" : ", " + verdict.room, verdict.path.string());
  }
  console.line("  " + medium);
  const auto newest =
      verdict.volumes.empty() ? "" : verdict.volumes.back().path.filename().string();
  console.line(fill(language,
                    {"  {}, последний — {}; {}, корень {}", "  {}, the last {}; {}, root {}"},
                    counted(language, verdict.volumes.size(), kVolumeNoun), newest,
                    counted(language, verdict.size, terminal::kEntryNoun),
                    terminal::shortened(signing::to_hex(verdict.root.view()))));
  if (verdict.trial_media) {
    console.line(
        console.in({"  Пробные носители: они не разделены (один диск или диск сервера).",
                    "  Trial media: they do not stand apart (one disk, or the server's)."}));
  }
}

// « (том …, файл …)», as far as the sentence does not say it itself.
std::string place_of(const Finding& finding, std::string_view sentence, Language language) {
  std::string place;
  if (!finding.volume.empty() && sentence.find(finding.volume) == std::string_view::npos) {
    place = fill(language, {"том {}", "volume {}"}, finding.volume);
  }
  if (!finding.file.empty() && finding.file != finding.volume &&
      sentence.find(finding.file) == std::string_view::npos) {
    place += place.empty() ? "" : ", ";
    place += fill(language, {"файл {}", "file {}"}, finding.file);
  }
  return place.empty() ? place : " (" + place + ")";
}

void print_finding(const Finding& finding, bool same_entry, EntryTeller& teller,
                   const Console& console, std::size_t indent = 2) {
  const Language language = console.language();
  std::string sentence;
  if (finding.position) {
    sentence = fill(language, {"запись № {}: ", "entry {}: "}, finding.position->value);
  }
  sentence += terminal::in(language, finding.what.says);
  sentence += place_of(finding, sentence, language);
  std::string before = std::string(indent, ' ') + console.toned(Tone::kBad, "✗") + " ";
  for (const auto& line : terminal::wrapped(sentence, Console::kPageWidth - indent - 2)) {
    console.line(before + console.toned(Tone::kTitle, line));
    before = std::string(indent + 2, ' ');
  }
  if (!finding.position || same_entry) return;
  if (const auto told = teller.tell(*finding.position); !told.empty()) {
    console.paragraph(told, indent + 2);
  }
}

void print_findings(const Verdict& verdict, const Console& console) {
  if (verdict.findings.empty()) return;
  console.line();
  console.line(console.toned(Tone::kTitle, console.in({"  Что найдено", "  What was found"})));
  EntryTeller teller(verdict, console.language());
  std::size_t shown = 0;
  std::optional<events::Position> last;
  for (const auto& finding : verdict.findings) {
    if (shown++ == kMostFindingsShown) break;
    print_finding(finding, finding.position && finding.position == last, teller, console);
    last = finding.position;
  }
  if (verdict.findings_in_all > kMostFindingsShown) {
    console.line(console.fill({"    Всего находок: {}. Полный список даёт --json.",
                               "    Findings in all: {}. --json gives the whole list."},
                              grouped(verdict.findings_in_all)));
  }
}

void print_trust(const Verdict& verdict, const Console& console) {
  static constexpr Text trusted{
      "Ключ журнала — из вашего файла доверия: проверка не полагается на слова школы.",
      "The log's key is from your trust file: the check does not rely on the school's word."};
  static constexpr Text not_given{
      "Файла доверия нет (--trust), и ключ взят из самого тома: кто переписал том, мог заменить и "
      "ключ. Доказано только, что том согласован сам с собой.",
      "There is no trust file (--trust), and the key was taken from the volume itself: who wrote "
      "it "
      "anew could replace the key too. It is proved to be consistent in itself only."};
  static constexpr Text unknown{
      "Ни один ключ из вашего файла доверия не подтвердил подписи всех томов: доказано не больше, "
      "чем "
      "их согласие с самими собой.",
      "No key of your trust file has verified the signature of every volume: nothing more is "
      "proved "
      "than that they agree with themselves."};
  const auto& text = verdict.trust == TrustState::kTrusted    ? trusted
                     : verdict.trust == TrustState::kNotGiven ? not_given
                                                              : unknown;
  console.paragraph(console.in(text));
}

void print_comparison(const Checked& checked, const Console& console) {
  const auto& comparison = checked.comparison;
  const bool same = comparison.findings.empty();
  console.title(console.fill({"Носители между собой: одинаковых томов {}",
                              "The media against each other: {} volumes the same"},
                             comparison.same));
  if (same) {
    console.line("  " +
                 console.toned(Tone::kGood, console.in({"✓ отличий нет", "✓ no difference"})));
  }
  for (const auto& finding : comparison.findings) {
    console.line(fmt::format("  {} {}", console.toned(Tone::kBad, "✗"),
                             terminal::in(console.language(), finding.what.says)));
  }
}

std::string marked_line(const Verdict& verdict, const Console& console,
                        std::string_view beside = {}) {
  const Exit exit = exit_of(verdict);
  const auto tone = exit == Exit::kGood           ? Tone::kGood
                    : exit == Exit::kNoTrustedKey ? Tone::kWarning
                                                  : Tone::kBad;
  const auto sign = exit == Exit::kGood ? "✓" : exit == Exit::kNoTrustedKey ? "!" : "✗";
  return console.toned(
      tone, fmt::format("{} {}{}", sign, verdict_line(verdict, console.language()), beside));
}

}  // namespace

std::string verdict_line(const Verdict& verdict, Language language) {
  const auto says = [&](const Text& text) { return std::string(text.in(language)); };
  const std::string who =
      verdict.witnessed ? witnessed_by(verdict, language)
                        : says({"согласовано только само с собой", "consistent in itself only"});
  switch (exit_of(verdict)) {
    case Exit::kAltered: return says({"ИЗМЕНЕНО", "ALTERED"});
    case Exit::kRolledBack: return says({"СТАРАЯ КОПИЯ ИЛИ ДРУГАЯ ВЕТВЬ", "ROLLED BACK OR FORKED"});
    case Exit::kIncomplete: return says({"НЕПОЛНО · ", "INCOMPLETE · "}) + who;
    case Exit::kNoTrustedKey:
      return says({"НЕТ КЛЮЧА, КОТОРОМУ МОЖНО ВЕРИТЬ · согласовано только само с собой",
                   "NO TRUSTED KEY · consistent in itself only"});
    case Exit::kGood:
    case Exit::kUsage: break;
  }
  return says({"НЕ ИЗМЕНЕНО · ", "INTACT · "}) + who + not_checked(verdict, language);
}

void print_verdict(const Verdict& verdict, const Console& console) {
  console.line(marked_line(verdict, console));
  print_what(verdict, console);
  console.line();
  print_parts(verdict, console);
  print_erased(verdict, console);
  print_certified(verdict, console);
  print_destroyed(verdict, console);
  print_findings(verdict, console);
  console.line();
  print_trust(verdict, console);
}

void print_finding_of(const Verdict& verdict, const Console& console) {
  console.line(
      std::string(kIndentOfOne, ' ') +
      marked_line(verdict, console, fmt::format(" ({})", static_cast<int>(exit_of(verdict)))));
  EntryTeller teller(verdict, console.language());
  if (verdict.findings.empty()) return;
  print_finding(verdict.findings.front(), false, teller, console, kIndentOfOne + 2);
}

void print_checked(const Checked& checked, const Console& console) {
  for (const auto& verdict : checked.verdicts) {
    if (&verdict != &checked.verdicts.front()) console.line();
    print_verdict(verdict, console);
  }
  if (checked.verdicts.size() == 2) print_comparison(checked, console);
  std::uint64_t files = 0;
  for (const auto& verdict : checked.verdicts) files += verdict.files;
  console.line();
  console.line(console.fill({"  {} за {} с", "  {} in {} s"},
                            counted(console.language(), files, kFileNoun),
                            terminal::decimal(console.language(), checked.seconds)));
}

}  // namespace letopis::verifier
