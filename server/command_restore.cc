#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "archivist/restored_story.h"
#include "events/text.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "terminal/json.h"
#include "trial/settings.h"
#include "verifier/check.h"

namespace letopis::server {

using namespace archivist;
using namespace office;
using namespace terminal;

namespace {

constexpr std::size_t kMaxExportBytes = 64u << 20;
constexpr std::size_t kMaxOrderBytes = 100;
constexpr std::uint64_t kMostSeed = 0x7fff'ffff'ffff'ffffU;
constexpr std::string_view kUnknown = "unknown";

constexpr Text kHelp{
    "  letopis restore --from НОСИТЕЛЬ --trust ФАЙЛ --newest ТОЧКА|unknown --data НОВАЯ\n"
    "                  [--log-key ФАЙЛ] [--origin ИМЯ --order № --date ДЕНЬ]\n"
    "                  [--vault ВЫГРУЗКА --recipient-key ФАЙЛ]\n\n"
    "Восстанавливает сервер с носителя архива: проверяет носитель целиком, записывает журнал\n"
    "заново и доказывает, что корень дерева тот же. Имена возвращаются из выгрузки\n"
    "(letopis export-vault); без неё люди остаются номерами. Стёртое по приказам не вернётся.\n\n"
    "  --newest ТОЧКА     самая новая контрольная точка, которую кто-нибудь знает: спросите\n"
    "                     инспектора, свидетелей, родителей с квитанциями; unknown — никто\n"
    "  --log-key ФАЙЛ     сохранённый тайный ключ журнала (log.key)\n"
    "  --origin ИМЯ       новое имя журнала. Оно нужно, если известна точка новее носителя,\n"
    "                     если никто её не знает или ключ утрачен: тогда журнал продолжается\n"
    "                     с теми же записями под новым именем и ключом, и следующая запись\n"
    "                     говорит об этом\n"
    "  --order № --date ДЕНЬ   приказ, по которому журнал продолжен\n"
    "  --vault, --recipient-key   выгрузка имён и тайный ключ получателя\n"
    "  --seed, --pupils   для учебного журнала: из чего он прожит\n\n"
    "Пример\n"
    "  letopis restore --from /mnt/a --trust trust.txt --newest june.checkpoint \\\n"
    "      --log-key safe/log.key --data school2\n",
    "  letopis restore --from MEDIUM --trust FILE --newest CHECKPOINT|unknown --data NEW\n"
    "                  [--log-key FILE] [--origin NAME --order N --date DAY]\n"
    "                  [--vault EXPORT --recipient-key FILE]\n\n"
    "Makes a server again from a medium of the archive: checks the medium whole, writes the\n"
    "log anew and proves that the tree's root is the same. Names come back from an export\n"
    "(letopis export-vault); without it people stay numbers. What was erased by order stays\n"
    "erased.\n\n"
    "  --newest CHECKPOINT   the newest checkpoint that anybody knows: ask the inspector, the\n"
    "                     witnesses, parents with receipts; unknown: nobody\n"
    "  --log-key FILE     the log's secret key, if it was kept (log.key)\n"
    "  --origin NAME      a new name of the log. Needed where a newer checkpoint is known than\n"
    "                     the medium's, or nobody knows one, or the key is lost: then the log\n"
    "                     goes on with the same entries under a new name and key, and its next\n"
    "                     entry says so\n"
    "  --order N --date DAY   the order by which it goes on\n"
    "  --vault, --recipient-key   export of the names, and the recipient's secret key\n"
    "  --seed, --pupils   of a trial log: what it was lived from\n\n"
    "Example\n"
    "  letopis restore --from /mnt/a --trust trust.txt --newest june.checkpoint \\\n"
    "      --log-key safe/log.key --data school2 --lang en\n"};

Result<std::optional<signing::Secret32>> read_secret(const Arguments& arguments,
                                                     const char* option) {
  const auto file = arguments.text(option);
  if (!file) return std::optional<signing::Secret32>();
  const auto text = read_small_file(*file);
  if (!text) return text.refusal();
  const auto raw = signing::from_hex(std::string_view(*text).substr(0, text->find('\n')));
  if (!raw || raw->size() != signing::Secret32::kBytes) {
    return Refusal{
        "restore.secret",
        {fmt::format("--{}: в файле {} должны стоять 64 шестнадцатеричные цифры", option, *file),
         fmt::format("--{}: the file {} must hold 64 hexadecimal digits", option, *file)}};
  }
  return std::optional(signing::Secret32(std::span<const std::byte, 32>(raw->data(), raw->size())));
}

Outcome read_newest(const Arguments& arguments, RestoreOrder& order) {
  const auto newest = arguments.text("newest");
  if (!newest) {
    return Refusal{"restore.newest",
                   {"какая контрольная точка — самая новая из всех, что кто-нибудь знает? "
                    "Спросите инспектора, свидетелей, родителей с квитанциями",
                    "which checkpoint is the newest that anybody knows? Ask the inspector, the "
                    "witnesses, parents with receipts"},
                   {},
                   {"--newest ФАЙЛ, или --newest unknown, если не знает никто",
                    "--newest FILE, or --newest unknown if nobody knows"}};
  }
  if (*newest == kUnknown) return Done{};
  auto known = verifier::read_known(*newest, order.trust);
  if (!known) return known.refusal();
  order.newest = std::move(*known);
  return Done{};
}

Outcome read_continuation(const Arguments& arguments, RestoreOrder& order) {
  order.new_origin = arguments.text("origin").value_or("");
  if (!order.new_origin.empty() && !signing::is_key_name(order.new_origin)) {
    return Refusal{
        "restore.origin",
        {"--origin: так журнал событий назвать нельзя", "--origin: no log can be called so"}};
  }
  const auto number = arguments.text("order");
  const auto day = arguments.day("date");
  if (!day) return day.refusal();
  if (!number) return Done{};
  if (!*day || number->empty() || number->size() > kMaxOrderBytes ||
      !events::is_plain_text(*number)) {
    return Refusal{"restore.order",
                   {"у приказа нужны номер и день: --order НОМЕР --date ДЕНЬ",
                    "an order has a number and a day: --order NUMBER --date DAY"}};
  }
  order.order = events::Order{*number, **day};
  return Done{};
}

Outcome read_trial(const Arguments& arguments, RestoreOrder& order) {
  const auto seed = arguments.number("seed", {0, kMostSeed});
  if (!seed) return seed.refusal();
  const auto pupils = arguments.number("pupils", {1, trial::kMaxPupils});
  if (!pupils) return pupils.refusal();
  if (*seed && *pupils) order.trial = {**seed, static_cast<unsigned>(**pupils)};
  return Done{};
}

Outcome read_vault(const Arguments& arguments, RestoreOrder& order) {
  auto recipient = read_secret(arguments, "recipient-key");
  if (!recipient) return recipient.refusal();
  order.recipient = std::move(*recipient);
  const auto file = arguments.text("vault");
  if (file.has_value() != order.recipient.has_value()) {
    return Refusal{"restore.vault",
                   {"выгрузку открывает ключ получателя: --vault и --recipient-key даются вместе",
                    "a recipient's key opens the export: --vault and --recipient-key go together"}};
  }
  if (!file) return Done{};
  auto contents = read_small_file(*file, kMaxExportBytes);
  if (!contents) return contents.refusal();
  order.vault_export = std::move(*contents);
  return Done{};
}

Result<RestoreOrder> read_order(const Arguments& arguments) {
  const auto from = arguments.needed("from");
  if (!from) return from.refusal();
  const auto data = arguments.needed("data");
  if (!data) return data.refusal();
  const auto trust_file = arguments.needed("trust");
  if (!trust_file) return trust_file.refusal();
  auto trust = verifier::read_trust(*trust_file);
  if (!trust) return trust.refusal();
  auto seed = read_secret(arguments, "log-key");
  if (!seed) return seed.refusal();
  RestoreOrder order{*from, *data,        std::move(*trust), std::nullopt, std::move(*seed),
                     {},    std::nullopt, std::nullopt,      std::nullopt, std::nullopt};
  for (const auto& part : {read_newest, read_continuation, read_trial, read_vault}) {
    if (auto done = part(arguments, order); !done) return done.refusal();
  }
  return order;
}

void print_json_of(const RestoredSchool& restored, const RestoreOrder& order,
                   const Console& console) {
  print_json(console,
             {{"data", order.directory.string()},
              {"size", restored.log.size},
              {"root", signing::to_hex(restored.log.root.view())},
              {"origin", restored.origin},
              {"under_new_name_because", restored.why},
              {"continued", restored.continued},
              {"texts_restored", restored.texts ? restored.texts->restored : 0},
              {"texts_missing", restored.texts ? restored.texts->missing : restored.log.texts},
              {"texts_erased", restored.log.texts_erased}});
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto order = read_order(arguments);
  if (!order) return order.refusal();
  const auto restored = [&] {
    ProgressBar bar(console, std::string(console.in({"Восстановление", "Restoring"})));
    return restore_school(*order,
                          [&](std::uint64_t done, std::uint64_t all) { bar.show(done, all); });
  }();
  if (!restored) return restored.refusal();
  if (console.json()) {
    print_json_of(*restored, *order, console);
  } else {
    tell_restored(*restored, *order, console);
  }
  return Exit::kGood;
}

}  // namespace

Command restore_command() {
  return {"restore",
          {"восстановить сервер с носителя", "make a server again from a medium"},
          kHelp,
          {{"from"},
           {"trust"},
           {"newest"},
           {"data"},
           {"log-key"},
           {"origin"},
           {"order"},
           {"date"},
           {"vault"},
           {"recipient-key"},
           {"seed"},
           {"pupils"}},
          0,
          run};
}

}  // namespace letopis::server
