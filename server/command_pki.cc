#include "server/commands.h"
#include "server/pki_verbs.h"

namespace letopis::server {

using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis pki init --out ПАПКА [--school НАЗВАНИЕ] [--until ДЕНЬ]\n"
    "  letopis pki issue --dir ПАПКА --role РОЛЬ --name \"ФИО\" --out ФАЙЛ.p12 [--until ДЕНЬ]\n"
    "  letopis pki revoke № --dir ПАПКА [--since ДЕНЬ]\n"
    "  letopis pki relist --dir ПАПКА\n"
    "  letopis pki list --dir ПАПКА | --data ПАПКА\n"
    "  letopis pki take --data ПАПКА [--certificate ФАЙЛ] [--person №] [--order № --day ДЕНЬ]\n"
    "                   [--authority root.pem] [--revocations revoked.crl]\n"
    "  letopis pki end --data ПАПКА --certificate ФАЙЛ --reason ПОЧЕМУ [--order № --day ДЕНЬ]\n\n"
    "Сертификаты, которыми подписываются документы. Для начала школа или район заводит\n"
    "собственный удостоверяющий центр; потом можно принять и сертификаты другого. Папка\n"
    "центра живёт не на сервере: её ключ подпишет что угодно от чьего угодно имени.\n\n"
    "Что центр выдал, школа принимает приказом (take): запись об этом стоит в журнале\n"
    "событий. revoke отзывает: подписанное раньше остаётся в силе, если есть метка времени.\n"
    "relist выпускает список отозванных заново, раз в год или чаще.\n\n"
    "  --out              папка нового центра; имя файла для нового ключа\n"
    "  --school           название школы в сертификатах, до 64 знаков\n"
    "  --dir              папка центра\n"
    "  --role             director, deputy, school или tsa (служба меток времени)\n"
    "  --name             кому: как пишется в подписи\n"
    "  --until            последний день; без него корню 15 лет, ключу 15 месяцев, tsa 5 лет\n"
    "  --since            с какого дня отозван; без него — с этой минуты\n"
    "  --data             папка школы\n"
    "  --certificate      файл .pem или .p12; для end годится и начало отпечатка\n"
    "  --person           номер человека, который им подписывает; без него — школа\n"
    "  --order, --day     номер и день приказа\n"
    "  --reason           почему сертификат больше не служит\n"
    "  --authority        корневой сертификат, который понесут тома\n"
    "  --revocations      список отозванных, который понесут тома\n"
    "  --password-file    пароль корневого ключа (или файла .p12) первой строкой файла\n"
    "  --key-password-file  пароль нового ключа; без файлов пароли спрашиваются\n\n"
    "Примеры\n"
    "  letopis pki init --out /mnt/safe/pki --school \"МАОУ «Лицей № 1»\"\n"
    "  letopis pki issue --dir /mnt/safe/pki --role director --name \"Иванова И. И.\" --out d.p12\n"
    "  letopis pki take --data school --certificate d.pem --person 2 --order 12-ОД --day "
    "2026-09-01\n",
    "  letopis pki init --out DIR [--school NAME] [--until DAY]\n"
    "  letopis pki issue --dir DIR --role ROLE --name NAME --out FILE.p12 [--until DAY]\n"
    "  letopis pki revoke NUMBER --dir DIR [--since DAY]\n"
    "  letopis pki relist --dir DIR\n"
    "  letopis pki list --dir DIR | --data DIR\n"
    "  letopis pki take --data DIR [--certificate FILE] [--person N] [--order N --day DAY]\n"
    "                   [--authority root.pem] [--revocations revoked.crl]\n"
    "  letopis pki end --data DIR --certificate FILE --reason WHY [--order N --day DAY]\n\n"
    "Certificates that sign documents. For a start a school or a district has an authority of\n"
    "its own; those of another may be taken later. The authority's folder does not live on the\n"
    "server: its key signs anything in anybody's name.\n\n"
    "What was issued a school takes by an order, and its log says so. revoke calls back: what\n"
    "was signed before stands, if it has a timestamp. relist makes the list of revocations\n"
    "anew, once a year or more often.\n\n"
    "  --out              folder of a new authority; name of the file of a new key\n"
    "  --school           the school's name in certificates, at most 64 characters\n"
    "  --dir              folder of the authority\n"
    "  --role             director, deputy, school or tsa (a timestamp authority)\n"
    "  --name             to whom: as it stands in the signature\n"
    "  --until            last day; else 15 years for a root, 15 months for a key, 5 years tsa\n"
    "  --since            day from which it is revoked; else from this minute\n"
    "  --data             folder of the school\n"
    "  --certificate      a file .pem or .p12; for end the beginning of a digest will do\n"
    "  --person           number of the person who signs with it; else the school does\n"
    "  --order, --day     number and day of the order\n"
    "  --reason           why the certificate serves no more\n"
    "  --authority        a root certificate for volumes to carry\n"
    "  --revocations      a list of revocations for volumes to carry\n"
    "  --password-file    password of the root key (or of a .p12), as a file's first line\n"
    "  --key-password-file  password of a new key; without files passwords are asked for\n\n"
    "Examples\n"
    "  letopis pki init --out /mnt/safe/pki --school \"School 1\" --lang en\n"
    "  letopis pki issue --dir /mnt/safe/pki --role director --name \"Ivanova I.\" --out d.p12\n"
    "  letopis pki take --data school --certificate d.pem --person 2 --order 12 --day "
    "2026-09-01\n"};

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto verb = arguments.words().empty() ? std::string() : arguments.words().front();
  if (verb == "init") return pki_init(arguments, console);
  if (verb == "issue") return pki_issue(arguments, console);
  if (verb == "revoke") return pki_revoke(arguments, console);
  if (verb == "relist") return pki_relist(arguments, console);
  if (verb == "list" && arguments.given("data")) return pki_list_of_school(arguments, console);
  if (verb == "list") return pki_list(arguments, console);
  if (verb == "take") return pki_take(arguments, console);
  if (verb == "end") return pki_end(arguments, console);
  return Refusal{"pki.verb",
                 {"что сделать с сертификатами: init, issue, revoke, relist, list, take или end?",
                  "what is to be done: init, issue, revoke, relist, list, take or end?"}};
}

}  // namespace

Command pki_command() {
  return {"pki",
          {"сертификаты, которыми подписывают документы", "certificates that sign documents"},
          kHelp,
          {{"out"},
           {"school"},
           {"until"},
           {"dir"},
           {"role"},
           {"name"},
           {"since"},
           {"data"},
           {"certificate"},
           {"person"},
           {"order"},
           {"day"},
           {"reason"},
           {"authority"},
           {"revocations"},
           {"password-file"},
           {"key-password-file"}},
          2,
          run};
}

}  // namespace letopis::server
