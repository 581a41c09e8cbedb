#include "verifier/certified_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "regulations/time_zone.h"

namespace letopis::verifier {
namespace {

using archive::Certified;
using archive::Verdict;
using terminal::Console;
using terminal::grouped;
using terminal::Language;
using terminal::Text;
using terminal::Tone;

constexpr std::size_t kMostSignersNamed = 6;

std::string told_signers(const Certified& certified, Language language) {
  std::string line;
  std::size_t named = 0;
  for (const auto& [name, count] : certified.signers) {
    if (named == kMostSignersNamed) return line + " …";
    line += fmt::format("{}{} ({})", named++ == 0 ? "" : ", ", name, grouped(count));
  }
  return line.empty() ? std::string(Text{"никто", "nobody"}.in(language)) : line;
}

std::string moment(pki::Moment at, const Verdict& verdict, Language language) {
  const auto seconds = std::max<std::int64_t>(0, at.time_since_epoch().count());
  return moment_of(static_cast<std::uint64_t>(seconds), verdict, language);
}

std::string told_timestamps(const Verdict& verdict, Language language) {
  const auto& certified = verdict.certified;
  if (!certified.first_stamped || !certified.last_stamped) {
    return std::string(
        Text{"; меток времени нет: день подписания известен только со слов подписавших",
             "; no timestamps: when it was signed only the signers say"}
            .in(language));
  }
  const auto first = moment(*certified.first_stamped, verdict, language);
  const auto last = moment(*certified.last_stamped, verdict, language);
  const auto count = grouped(certified.timestamps);
  if (first == last) {
    return terminal::fill(language, {"; меток времени {}: {}", "; {} timestamps: {}"}, count,
                          first);
  }
  return terminal::fill(language, {"; меток времени {}: с {} по {}", "; {} timestamps: {} to {}"},
                        count, first, last);
}

// Whose word the authority's is: it makes the difference between proved and agreeing.
Text trust_text(const Certified& certified) {
  if (certified.vouched) {
    return {"Удостоверяющий центр — из вашего файла доверия.",
            "The authority is from your trust file."};
  }
  return {
      "Подписи сертификатов верны сами по себе; за удостоверяющий центр никто не поручился: "
      "в файле доверия нет строки authority с его отпечатком.",
      "The certificates' signatures are valid in themselves; nobody vouches for their "
      "authority: the trust file has no line authority with its digest."};
}

}  // namespace

std::string moment_of(std::uint64_t seconds, const Verdict& verdict, Language language) {
  constexpr std::uint64_t most = signing::kMaxCosignatureTime / 1000;  // that milliseconds can say
  const events::Instant instant{static_cast<std::int64_t>(std::min(seconds, most)) * 1000};
  if (const auto zone = regulations::TimeZone::named(verdict.time_zone)) {
    return terminal::moment_text(language, instant, *zone);
  }
  const auto utc = regulations::TimeZone::named("Etc/UTC");
  return utc ? terminal::moment_text(language, instant, *utc) + " UTC" : std::to_string(seconds);
}

void print_certified(const Verdict& verdict, const Console& console) {
  const auto& certified = verdict.certified;
  if (!certified.any()) return;
  const Language language = console.language();
  console.line();
  if (certified.signatures > 0) {
    console.paragraph(terminal::fill(language, {"Подписали: {}{}.", "Signed by {}{}."},
                                     told_signers(certified, language),
                                     told_timestamps(verdict, language)));
    console.paragraph(trust_text(certified).in(language));
  }
  if (certified.not_signed > 0) {
    console.paragraph(terminal::fill(language,
                                     {"Документов без подписи сертификатом: {}; за них ручается "
                                      "только подпись тома.",
                                      "Documents that no certificate signed: {}; the volume's "
                                      "signature alone vouches for them."},
                                     grouped(certified.not_signed)));
  }
  if (certified.not_checked > 0) {
    console.paragraph(console.toned(
        Tone::kWarning,
        terminal::fill(language, {"Не проверено подписей: {}.", "Signatures not checked: {}."},
                       grouped(certified.not_checked))));
  }
  for (const auto& told : certified.information) {
    console.paragraph(
        fmt::format("· {}{}", console.says(told.says),
                    told.times > 1 ? fmt::format(" (×{})", grouped(told.times)) : ""));
  }
}

void print_destroyed(const Verdict& verdict, const Console& console) {
  const Language language = console.language();
  for (const auto& one : verdict.destroyed) {
    if (one.medium != verdict.medium) continue;
    console.paragraph(terminal::fill(
        language,
        {"Том {} уничтожен по акту {} от {}.", "The volume {} was destroyed by the act {} of {}."},
        one.name, one.act.number, terminal::day_text(language, one.act.day)));
  }
  for (const auto& one : verdict.owed) {
    console.paragraph(console.toned(
        Tone::kWarning,
        terminal::fill(language,
                       {"Том {} по акту {} от {} должен быть уничтожен, а здесь он ещё лежит: "
                        "letopis destroy",
                        "The volume {} is to be destroyed by the act {} of {}, and lies here "
                        "still: letopis destroy"},
                       one.name, one.act.number, terminal::day_text(language, one.act.day))));
  }
}

}  // namespace letopis::verifier
