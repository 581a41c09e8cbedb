#include "verifier/submission_report.h"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "archive/layout.h"
#include "signing/encoding.h"
#include "terminal/json.h"
#include "verifier/check.h"
#include "verifier/verdict_report.h"

namespace letopis::verifier {
namespace {

namespace json = boost::json;
using archive::SubmissionVerdict;
using archive::TrustState;
using terminal::Console;
using terminal::counted;
using terminal::Exit;
using terminal::Tone;

constexpr std::size_t kFindingsShown = 8;
constexpr terminal::Noun kDocumentNoun{"документ", "документа", "документов", "document",
                                       "documents"};

// What the lines about a medium say of it holds for a submission, too.
archive::Verdict as_of_medium(const SubmissionVerdict& verdict) {
  archive::Verdict medium;
  medium.path = verdict.path;
  medium.trust = verdict.trust;
  medium.witnessed = verdict.witnessed;
  medium.size = verdict.info ? verdict.info->end.value : 0;
  if (verdict.witnessed) medium.size = std::max(medium.size, verdict.witnessed->size);
  medium.altered = verdict.altered;
  medium.rolled_back = verdict.rolled_back;
  medium.incomplete = verdict.incomplete;
  medium.findings_in_all = verdict.findings_in_all;
  return medium;
}

void print_what(const SubmissionVerdict& verdict, const Console& console) {
  const auto language = console.language();
  const auto& info = *verdict.info;
  console.line(
      console.fill({"  {} · учебный год {}", "  {} · the year {}"}, info.name, info.years));
  console.line(
      console.fill({"  журнал {} · кому: {} · собран {}", "  the log {} · to: {} · packed {}"},
                   archive::shown_name(info.origin), archive::shown_name(info.receiver), info.day));
  console.line(console.fill({"  заверено: {}, по журналу событий из {}, корень {}",
                             "  certified: {}, from a log of {}, root {}"},
                            counted(language, verdict.certified.documents, kDocumentNoun),
                            counted(language, info.end.value, terminal::kEntryNoun),
                            terminal::shortened(signing::to_hex(info.root.view()))));
  for (const auto& volume : verdict.volumes) {
    const std::string until = volume.keep_until
                                  ? terminal::day_text(language, *volume.keep_until)
                                  : std::string(console.in({"постоянно", "for ever"}));
    console.line(console.fill(
        {"  ✓ том {} внесён в журнал; хранить: {}", "  ✓ the volume {} is in the log; kept: {}"},
        volume.name, until));
  }
}

void print_signers(const SubmissionVerdict& verdict, const Console& console) {
  const auto& certified = verdict.certified;
  for (const auto& [name, times] : certified.signers) {
    console.line(console.fill(
        {"  ✓ подписал(а): {} — подписей {}", "  ✓ signed by {}: {} signatures"}, name, times));
  }
  if (certified.first_stamped && certified.last_stamped) {
    console.line(console.fill({"  ✓ метки времени: {}, с {} по {}", "  ✓ timestamps: {}, {} to {}"},
                              certified.timestamps, pki::print_moment(*certified.first_stamped),
                              pki::print_moment(*certified.last_stamped)));
  }
  const auto warn = [&](const terminal::Text& text, std::uint64_t count) {
    if (count > 0) console.line("  " + console.toned(Tone::kWarning, console.fill(text, count)));
  };
  warn({"документов без подписи: {}", "documents without a signature: {}"}, certified.not_signed);
  warn({"подписей, которых здесь не проверить: {}", "signatures that cannot be checked here: {}"},
       certified.not_checked);
  if (!certified.vouched) {
    console.paragraph(console.in(
        {"Подписи верны сами по себе; за удостоверяющий центр файл доверия не ручается: в нём нет "
         "строки authority.",
         "The signatures are valid in themselves; the trust file does not vouch for their "
         "authority: it has no line authority."}));
  }
  for (const auto& one : certified.information) {
    console.paragraph(console.says(one.says));
  }
}

void print_findings(const SubmissionVerdict& verdict, const Console& console) {
  if (verdict.findings.empty()) return;
  console.line();
  console.line(console.toned(Tone::kTitle, console.in({"  Что найдено", "  What was found"})));
  for (std::size_t i = 0; i < verdict.findings.size() && i < kFindingsShown; ++i) {
    const auto& one = verdict.findings[i];
    console.line(fmt::format("  {} {} ({})", console.toned(Tone::kBad, "✗"),
                             console.says(one.what.says), archive::shown_name(one.file)));
  }
  if (verdict.findings_in_all > kFindingsShown) {
    console.line(console.fill({"    Всего находок: {}.", "    Findings in all: {}."},
                              verdict.findings_in_all));
  }
}

}  // namespace

Exit exit_of(const SubmissionVerdict& verdict) { return exit_of(as_of_medium(verdict)); }

void print_submission(const SubmissionVerdict& verdict, const Console& console) {
  const Exit exit = exit_of(verdict);
  const bool good = exit == Exit::kGood;
  const bool unknown = exit == Exit::kNoTrustedKey;
  console.line(console.toned(good      ? Tone::kGood
                             : unknown ? Tone::kWarning
                                       : Tone::kBad,
                             fmt::format("{} {}",
                                         good      ? "✓"
                                         : unknown ? "!"
                                                   : "✗",
                                         verdict_line(as_of_medium(verdict), console.language()))));
  if (verdict.info) {
    print_what(verdict, console);
    print_signers(verdict, console);
  }
  print_findings(verdict, console);
}

void print_submission_json(const SubmissionVerdict& verdict, const Console& console) {
  json::object out{{"path", verdict.path.string()},
                   {"exit", static_cast<int>(exit_of(verdict))},
                   {"trusted", verdict.trust == TrustState::kTrusted},
                   {"tag_manifest", signing::to_hex(verdict.tag_manifest.view())},
                   {"files", verdict.files},
                   {"bytes", verdict.bytes},
                   {"findings_in_all", verdict.findings_in_all}};
  if (verdict.info) {
    out["submission"] = verdict.info->name;
    out["receiver"] = archive::shown_name(verdict.info->receiver);
    out["log_size"] = verdict.info->end.value;
    out["root"] = signing::to_hex(verdict.info->root.view());
  }
  if (verdict.witnessed) {
    json::array names;
    for (const auto& name : verdict.witnessed->names) names.emplace_back(name);
    out["witnessed"] = json::object{{"names", std::move(names)},
                                    {"size", verdict.witnessed->size},
                                    {"time", verdict.witnessed->time.value}};
  }
  json::array volumes;
  for (const auto& volume : verdict.volumes) volumes.emplace_back(volume.name);
  out["volumes"] = std::move(volumes);
  json::object signers;
  for (const auto& [name, times] : verdict.certified.signers) signers[name] = times;
  out["certified"] = json::object{{"documents", verdict.certified.documents},
                                  {"signatures", verdict.certified.signatures},
                                  {"timestamps", verdict.certified.timestamps},
                                  {"not_signed", verdict.certified.not_signed},
                                  {"not_checked", verdict.certified.not_checked},
                                  {"vouched", verdict.certified.vouched},
                                  {"signers", std::move(signers)}};
  json::array findings;
  for (const auto& one : verdict.findings) {
    findings.push_back(json::object{
        {"code", one.what.code}, {"file", one.file}, {"says", console.says(one.what.says)}});
  }
  out["findings"] = std::move(findings);
  print_json(console, out);
}

}  // namespace letopis::verifier
