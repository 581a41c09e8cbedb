#include "verifier/verify_command.h"

#include "verifier/submission_report.h"
#include "verifier/verdict_report.h"

namespace letopis::verifier {
namespace {

using terminal::Arguments;
using terminal::Console;
using terminal::Exit;
using terminal::Text;

constexpr Text kHelp{
    "  letopis-verify ПУТЬ [ПУТЬ2] --trust ФАЙЛ [--since КОНТРОЛЬНАЯ-ТОЧКА]\n\n"
    "Проверяет архив журнала событий школы без сети и без программы школы: каждый байт,\n"
    "подписи всех авторов, права их ключей, полноту и порядок записей, дерево, контрольные\n"
    "точки, свидетелей, описи файлов, читаемые строки, цепь томов, заверенные документы, их\n"
    "подписи сертификатами и метки времени. ПУТЬ — носитель целиком или один том; два пути\n"
    "проверяются каждый сам по себе и затем друг против друга. ПУТЬ к\n"
    "комплекту, который школа сдала (letopis certify), проверяется так же.\n\n"
    "  --trust ФАЙЛ    файл доверия, который вы храните у себя: ключ журнала, запись № 0,\n"
    "                  свидетели, удостоверяющие центры, контрольные точки прошлых\n"
    "                  проверок. Без него доказано только, что архив согласован сам с собой\n"
    "                  (код 5)\n"
    "  --since ФАЙЛ    контрольная точка прошлой проверки: доказать, что прежние записи те\n"
    "                  же, и проверить подписи только новых\n"
    "  --gost          проверить и подписи по ГОСТ Р 34.10-2012: нужна программа openssl с\n"
    "                  модулем gost; без этого о них сказано «не проверено»\n\n"
    "Код ответа: 0 не изменено · 1 изменено · 4 старая копия или другая ветвь ·\n"
    "3 неполно · 5 нет ключа, которому можно верить · 2 не прочесть или неверный вызов\n\n"
    "Примеры\n"
    "  letopis-verify /mnt/a --trust trust.txt\n"
    "  letopis-verify /mnt/a /mnt/b --trust trust.txt\n"
    "  letopis-verify /mnt/a --trust trust.txt --since june.checkpoint --json\n",
    "  letopis-verify PATH [PATH2] --trust FILE [--since CHECKPOINT]\n\n"
    "Checks the archive of a school's log offline and without the school's program: every\n"
    "byte, the signatures of all authors, the standing of their keys, that entries are\n"
    "complete and in order, tree, checkpoints, witnesses, manifests, readable lines, the\n"
    "chain of volumes, certified documents with the signatures of their certificates and\n"
    "their timestamps. PATH is a whole medium or one volume; two paths are checked each on\n"
    "its own and then against each other. PATH of a submission that a school handed over\n"
    "(letopis certify) is checked in the same way.\n\n"
    "  --trust FILE    the trust file that you keep: the log's key, entry 0, witnesses,\n"
    "                  authorities, checkpoints of earlier visits. Without it the archive is\n"
    "                  proved to be consistent in itself only (exit code 5)\n"
    "  --since FILE    checkpoint of an earlier visit: prove that the entries before it are\n"
    "                  the same, and check the signatures of new ones only\n"
    "  --gost          check signatures by GOST R 34.10-2012 too: the program openssl with its\n"
    "                  engine gost is needed; else they are said to be not checked\n\n"
    "Exit code: 0 intact · 1 altered · 4 rolled back or forked · 3 incomplete ·\n"
    "5 no trusted key · 2 unreadable, or wrong usage\n\n"
    "Examples\n"
    "  letopis-verify /mnt/a --trust trust.txt --lang en\n"
    "  letopis-verify /mnt/a /mnt/b --trust trust.txt\n"
    "  letopis-verify /mnt/a --trust trust.txt --since june.checkpoint --json\n"};

Result<CheckOrder> read_order(const Arguments& arguments) {
  CheckOrder order;
  for (const auto& word : arguments.words()) order.paths.emplace_back(word);
  if (order.paths.empty()) {
    return Refusal{"arguments.missing",
                   {"не указано, что проверять: папка носителя или тома",
                    "what to check is missing: the folder of a medium or of a volume"}};
  }
  if (const auto file = arguments.text("trust")) {
    auto trust = read_trust(*file);
    if (!trust) return trust.refusal();
    order.trust = std::move(*trust);
  }
  if (const auto file = arguments.text("since")) {
    auto known = read_known(*file, order.trust);
    if (!known) return known.refusal();
    order.since = std::move(*known);
  }
  return order;
}

// What a school handed over, by whoever received it.
Exit check_submission_told(const CheckOrder& order, const Console& console) {
  archive::CheckSettings settings;
  settings.trust = order.trust ? &*order.trust : nullptr;
  settings.since = order.since;
  settings.past_cache = order.past_cache;
  settings.gost = order.gost;
  const auto verdict = archive::check_submission(order.paths.front(), settings);
  if (console.json()) {
    print_submission_json(verdict, console);
  } else {
    print_submission(verdict, console);
  }
  return exit_of(verdict);
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  auto order = read_order(arguments);
  if (!order) return order.refusal();
  std::optional<pki::GostEngine> gost;
  if (arguments.given("gost")) {
    auto found = pki::GostEngine::find();
    if (!found) return found.refusal();
    gost = std::move(*found);
    order->gost = &*gost;
  }
  if (order->paths.size() == 1 && archive::is_submission(order->paths.front())) {
    return check_submission_told(*order, console);
  }
  const auto checked = [&] {
    terminal::ProgressBar bar(console, std::string(console.in({"Проверка", "Checking"})));
    return check(*order, [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); });
  }();
  if (!checked) return checked.refusal();
  if (console.json()) {
    print_checked_json(*checked, console);
  } else {
    print_checked(*checked, console);
  }
  return checked->exit();
}

}  // namespace

terminal::Command verify_command() {
  return {"letopis-verify",
          {"проверка архива без школы и без сети", "a check of an archive, offline"},
          kHelp,
          {{"trust"}, {"since"}, {"gost", terminal::OptionKind::kFlag}},
          2,
          run};
}

}  // namespace letopis::verifier
