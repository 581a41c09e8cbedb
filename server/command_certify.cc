#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "archivist/archive_story.h"
#include "certifying/certifying.h"
#include "certifying/difference.h"
#include "events/text.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace archivist;
using namespace certifying;
using namespace notary;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr std::size_t kMaxReceiverBytes = 200;

constexpr Text kHelp{
    "  letopis certify --data ПАПКА --year 2025/26 --medium А --medium Б\n"
    "                  --identity ФАЙЛ.p12 [--tsa АДРЕС] [--out ПАПКА] [--receiver КТО]\n"
    "  letopis certify --difference КОМПЛЕКТ --data ПАПКА [--out ФАЙЛ]\n\n"
    "Заверяет закрытый учебный год. Журнал событий публикуется и заверяется свидетелями; из\n"
    "этого состояния делаются сводные ведомости и журналы всех классов, PDF/A и CSV;\n"
    "каждый документ подписывается и получает метку времени; документы запечатываются на два\n"
    "носителя, по тому на каждый срок хранения, и том журнала событий, где об этом записано;\n"
    "и собирается комплект для сдачи, который получатель проверит без школы. Если работа прервана, "
    "повторите ту же команду.\n\n"
    "  --year ГОД           учебный год\n"
    "  --medium ПУТЬ        носитель; дважды\n"
    "  --identity, --second кто подписывает: файл PKCS#12 или pkcs11:…; второй — по желанию\n"
    "  --password-file, --second-password-file\n"
    "                       файлы с паролями; без них пароль спрашивается\n"
    "  --tsa АДРЕС          служба меток времени (RFC 3161)\n"
    "  --gost-certificate, --gost-key, --gost-password-file\n"
    "                       рядом и подпись по ГОСТ Р 34.10-2012: сертификат, ключ (PEM) и файл\n"
    "                       с паролем ключа; нужна программа openssl с модулем gost\n"
    "  --policy ФАЙЛ        правила доверия свидетелям; без этого — policy.txt в папке журнала\n"
    "  --with-report-cards  заверить и табели\n"
    "  --out ПАПКА          куда собрать комплект; без этого — submissions в папке журнала\n"
    "  --receiver КТО       кому он сдаётся\n"
    "  --again              заверить год, хотя он уже заверен\n"
    "  --trial              разрешить носители на одном диске; в томах это сказано\n"
    "  --difference КОМПЛЕКТ  что изменилось в отметках после него; с --out — в файл .csv, .pdf\n\n"
    "Примеры\n"
    "  letopis certify --data school --year 2025/26 --medium /mnt/a --medium /mnt/b \\\n"
    "      --identity director.p12 --tsa http://127.0.0.1:8318\n"
    "  letopis certify --difference school/submissions/nn125_2025-2026_submission_v1 "
    "--data school\n",
    "  letopis certify --data DIR --year 2025/26 --medium A --medium B\n"
    "                  --identity FILE.p12 [--tsa URL] [--out DIR] [--receiver WHO]\n"
    "  letopis certify --difference SUBMISSION --data DIR [--out FILE]\n\n"
    "Certifies a closed school year. The log is published and cosigned by its witnesses; from\n"
    "that state the summary sheets and journals of all classes are made, as PDF/A and CSV;\n"
    "each document is signed and timestamped; the documents are sealed to two media, one\n"
    "volume for each term of keeping, and a volume of the log that tells of them; and a\n"
    "submission is packed that its receiver checks without the school. If the work is cut off, "
    "give the same command again.\n\n"
    "  --year YEAR          the school year\n"
    "  --medium PATH        a medium; twice\n"
    "  --identity, --second who signs: a PKCS#12 file or pkcs11:…; a second one if wished\n"
    "  --password-file, --second-password-file\n"
    "                       files with the passwords; they are asked for otherwise\n"
    "  --tsa URL            a timestamp authority (RFC 3161)\n"
    "  --gost-certificate, --gost-key, --gost-password-file\n"
    "                       a signature by GOST R 34.10-2012 beside: certificate, key (PEM) and a "
    "file\n"
    "                       with the key's password; the program openssl with its engine gost is "
    "needed\n"
    "  --policy FILE        the trust policy of witnesses; else policy.txt beside the log\n"
    "  --with-report-cards  certify report cards, too\n"
    "  --out DIR            where to pack the submission; else submissions beside the log\n"
    "  --receiver WHO       whom it is handed over to\n"
    "  --again              certify the year although it was certified before\n"
    "  --trial              allow media on one disk; the volumes say so\n"
    "  --difference SUBMISSION  what became of marks since then; with --out to a file .csv, "
    ".pdf\n\n"
    "Examples\n"
    "  letopis certify --data school --year 2025/26 --medium /mnt/a --medium /mnt/b \\\n"
    "      --identity director.p12 --tsa http://127.0.0.1:8318 --lang en\n"
    "  letopis certify --difference school/submissions/nn125_2025-2026_submission_v1 "
    "--data school --lang en\n"};

Result<std::string> receiver_of(const Arguments& arguments, const Console& console) {
  const std::string text =
      arguments.text("receiver")
          .value_or(std::string(console.in({"получатель не назван", "no receiver named"})));
  if (!text.empty() && text.size() <= kMaxReceiverBytes && events::is_plain_text(text) &&
      text.find('\n') == std::string::npos) {
    return text;
  }
  return Refusal{"certify.receiver",
                 {"--receiver: нужен короткий текст без управляющих знаков",
                  "--receiver: a short text without control characters is needed"}};
}

Result<CertifyOrder> read_order(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto year = arguments.needed("year");
  if (!year) return year.refusal();
  const auto media = two_media(arguments);
  if (!media) return media.refusal();
  const auto receiver = receiver_of(arguments, console);
  if (!receiver) return receiver.refusal();
  CertifyOrder order;
  order.data = *directory;
  order.year = *year;
  order.media = *media;
  order.trial_media = arguments.given("trial");
  if (arguments.given("with-report-cards")) order.kinds.insert(events::CopyKind::kReportCard);
  order.policy = arguments.text("policy");
  order.out = arguments.text("out").value_or((order.data / "submissions").string());
  order.receiver = *receiver;
  order.again = arguments.given("again");
  return order;
}

void tell(const Console& console, const CertifiedYear& year) {
  if (console.json()) {
    json::array volumes;
    for (const auto& name : year.volumes) volumes.emplace_back(name);
    print_json(console, {{"documents", year.documents},
                         {"pages", year.pages},
                         {"pages_a_second", year.pages_a_second},
                         {"log_size", year.log_size},
                         {"witnessed", year.witnessed},
                         {"volumes", std::move(volumes)},
                         {"submission", year.package.string()},
                         {"tag_manifest", signing::to_hex(year.tag_manifest.view())}});
    return;
  }
  console.line(console.toned(Tone::kGood,
                             console.fill({"✓ Комплект {} собран", "✓ The submission {} is packed"},
                                          year.package.filename().string())));
  console.line("  " + year.package.string());
  console.line("  SHA-256 tagmanifest  " + signing::to_hex(year.tag_manifest.view()));
  if (!year.witnessed) {
    console.line("  " + console.toned(Tone::kWarning,
                                      console.in({"Правила доверия не требуют свидетелей: никто "
                                                  "вне школы этого состояния не видел",
                                                  "The trust policy asks for no witness: nobody "
                                                  "outside of the school has seen this state"})));
  }
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  if (const auto package = arguments.text("difference")) {
    return tell_difference(*package, arguments, console);
  }
  const auto order = read_order(arguments, console);
  if (!order) return order.refusal();
  const auto signer = open_signer(arguments, console);
  if (!signer) return signer.refusal();
  if (*signer == nullptr) {
    return Refusal{"certify.no_identity",
                   {"чьей подписью заверить? Назовите ключ: --identity ФАЙЛ.p12",
                    "whose signature certifies it? Name the key: --identity FILE.p12"}};
  }
  const auto certified = certify_told(*order, **signer, console);
  if (!certified) return certified.refusal();
  tell(console, *certified);
  return Exit::kGood;
}

}  // namespace

Command certify_command() {
  std::vector<Option> options{{"data"},
                              {"year"},
                              {"medium", OptionKind::kValues},
                              {"policy"},
                              {"with-report-cards", OptionKind::kFlag},
                              {"out"},
                              {"receiver"},
                              {"again", OptionKind::kFlag},
                              {"trial", OptionKind::kFlag},
                              {"difference"}};
  for (const auto& option : signing_options()) options.push_back(option);
  return {"certify",
          {"заверить учебный год и собрать комплект для сдачи",
           "certify a school year and pack its submission"},
          kHelp,
          std::move(options),
          0,
          run};
}

}  // namespace letopis::server
