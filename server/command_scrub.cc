#include "archivist/archive_story.h"
#include "server/commands.h"
#include "verifier/verdict_report.h"

namespace letopis::server {

using namespace archivist;
using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis scrub --data ПАПКА --medium А --medium Б\n\n"
    "Читает с обоих носителей каждый байт, мимо памяти машины, и проверяет всё, что проверяет\n"
    "letopis-verify, ключами и контрольными точками самой школы; затем сверяет носители между\n"
    "собой. О каждом томе на каждом носителе в журнале остаётся подписанная запись.\n\n"
    "Код ответа — как у letopis-verify: 0 не изменено · 1 изменено · 4 старая копия или\n"
    "другая ветвь · 3 неполно · 2 неверный вызов\n\n"
    "Пример\n"
    "  letopis scrub --data school --medium /mnt/a --medium /mnt/b\n",
    "  letopis scrub --data DIR --medium A --medium B\n\n"
    "Reads every byte of both media, past the machine's memory, and checks all that\n"
    "letopis-verify checks, with the school's own keys and checkpoints; then it holds the\n"
    "media against each other. Of each volume on each medium a signed entry is left in the\n"
    "log.\n\n"
    "Exit code as of letopis-verify: 0 intact · 1 altered · 4 rolled back or forked ·\n"
    "3 incomplete · 2 wrong usage\n\n"
    "Example\n"
    "  letopis scrub --data school --medium /mnt/a --medium /mnt/b --lang en\n"};

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto media = two_media(arguments);
  if (!media) return media.refusal();
  const auto desk = ArchiveDesk::open(*directory);
  if (!desk) return desk.refusal();
  if (auto own = (*desk)->expect_own(*media); !own) return own.refusal();
  const auto trust = (*desk)->trust();
  if (!trust) return trust.refusal();
  const auto checked =
      check_told({(*media)[0], (*media)[1]}, *trust, (*desk)->destroyed(), console);
  if (!checked) return checked.refusal();
  std::vector<events::Fact> facts;
  for (const auto& verdict : checked->verdicts) {
    for (auto& fact : checked_facts((*desk)->volumes(), verdict)) facts.push_back(std::move(fact));
  }
  if (!facts.empty()) {
    const auto accepted = (*desk)->state(std::move(facts));
    if (!accepted) return accepted.refusal();
  }
  if (console.json()) {
    verifier::print_checked_json(*checked, console);
  } else {
    verifier::print_checked(*checked, console);
  }
  return checked->exit();
}

}  // namespace

Command scrub_command() {
  return {"scrub", {"проверить оба носителя и записать об этом", "check both media and record it"},
          kHelp,   {{"data"}, {"medium", OptionKind::kValues}},
          0,       run};
}

}  // namespace letopis::server
