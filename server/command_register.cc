#include <boost/json/object.hpp>

#include "archivist/archive_files.h"
#include "archivist/register_acts.h"
#include "archivist/register_lists.h"
#include "office/clocks.h"
#include "server/commands.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace archivist;
using namespace office;
using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis register --data ПАПКА [volumes|copies|changes] [--falls-due]\n"
    "  letopis register print --data ПАПКА --file ФАЙЛ --code КОД --sheets N\n"
    "  letopis register certify N --data ПАПКА [--date ДАТА]\n"
    "  letopis register bind N --data ПАПКА --number N --sheets N --place ГДЕ\n"
    "  letopis register hand-over N --data ПАПКА --place КУДА [--to КОМУ] [--date ДАТА]\n"
    "  letopis register keep --data ПАПКА --order НОМЕР --journal 5 … | --customary\n\n"
    "Реестр того, что школа хранит: тома архива на носителях, печатные копии, изменённые\n"
    "отметки. Сроки хранения школа называет своим приказом; о чём он молчит, хранят постоянно.\n\n"
    "  --falls-due          что и когда пора уничтожить или перечитать\n"
    "  --file, --code       напечатанный PDF и слова QR-кода на любом его листе; документ\n"
    "                       делается заново и сличается с файлом байт в байт\n"
    "  --sheets N           сколько листов бумаги в копии\n"
    "  --number N           номер в реестре\n"
    "  --place ТЕКСТ        где хранится или куда передана\n"
    "  --to N               номер человека, которому передана\n"
    "  --date, --from       день (без него — сегодня) и день, с которого срок действует\n"
    "  --journal, --summary_sheet, --report_card ЛЕТ\n"
    "                       сколько лет хранить такие документы\n"
    "  --customary          сроки, обычные для школьных архивов\n\n"
    "Примеры\n"
    "  letopis register --data school --falls-due\n"
    "  letopis register bind 3 --data school --number 17 --sheets 48 --place \"Архив, шкаф 2\"\n",
    "  letopis register --data DIR [volumes|copies|changes] [--falls-due]\n"
    "  letopis register print --data DIR --file FILE --code CODE --sheets N\n"
    "  letopis register certify N --data DIR [--date DATE]\n"
    "  letopis register bind N --data DIR --number N --sheets N --place WHERE\n"
    "  letopis register hand-over N --data DIR --place WHERE [--to WHOM] [--date DATE]\n"
    "  letopis register keep --data DIR --order NUMBER --journal 5 … | --customary\n\n"
    "The register of what a school keeps: volumes of the archive on their media, printed\n"
    "copies, changed marks. Terms of keeping are set by the school's order; where it is silent,\n"
    "things are kept for ever.\n\n"
    "  --falls-due          what is to be destroyed or read anew, and when\n"
    "  --file, --code       the printed PDF and the words of the QR code on any of its sheets;\n"
    "                       the document is made anew and compared with the file, byte for byte\n"
    "  --sheets N           sheets of paper in the copy\n"
    "  --number N           its number in the register\n"
    "  --place TEXT         where it is kept, or where to it was handed over\n"
    "  --to N               number of the person whom it was handed over to\n"
    "  --date, --from       the day (else today), and the day from which a term is in force\n"
    "  --journal, --summary_sheet, --report_card YEARS\n"
    "                       for how many years such documents are kept\n"
    "  --customary          terms as archives of schools are used to them\n\n"
    "Examples\n"
    "  letopis register --data school --falls-due --lang en\n"
    "  letopis register bind 3 --data school --number 17 --sheets 48 --place \"Archive, case "
    "2\"\n"};

Refusal unknown(const std::string& what) {
  return {"register.which",
          {"в реестре нет такого: " + what, "the register has no such thing: " + what},
          {},
          {"Есть: volumes, copies, changes, print, certify, bind, hand-over, keep",
           "There are: volumes, copies, changes, print, certify, bind, hand-over, keep"}};
}

Result<std::vector<RegisterList>> chosen(const SchoolReader& school, const Arguments& arguments,
                                         Language language) {
  if (arguments.given("falls-due")) {
    return std::vector<RegisterList>{list_falling_due(school, today(), language)};
  }
  const std::string which = arguments.words().empty() ? std::string() : arguments.words().front();
  if (which == "volumes") return std::vector<RegisterList>{list_volumes(school, language)};
  if (which == "copies") return std::vector<RegisterList>{list_copies(school, language)};
  if (which == "changes") {
    const auto year = school.year();
    if (!year) return year.refusal();
    auto changes = list_changes(school, {{year->first_day, year->last_day}, {}}, language);
    if (!changes) return changes.refusal();
    return std::vector<RegisterList>{std::move(*changes)};
  }
  if (!which.empty()) return unknown(which);
  return std::vector<RegisterList>{list_volumes(school, language), list_copies(school, language)};
}

Result<Exit> show(const Arguments& arguments, const Console& console) {
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  const auto lists = chosen(**school, arguments, console.language());
  if (!lists) return lists.refusal();
  boost::json::object told;
  for (const auto& list : *lists) {
    if (!console.json()) {
      print_list(list, console);
      if (&list != &lists->back()) console.line();
    }
    told[list.code] = list_json(list);
  }
  if (console.json()) print_json(console, told);
  return Exit::kGood;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const std::string verb = arguments.words().empty() ? std::string() : arguments.words().front();
  if (verb == "print") return register_print(arguments, console);
  if (verb == "certify") return register_certify(arguments, console);
  if (verb == "bind") return register_bind(arguments, console);
  if (verb == "hand-over") return register_hand_over(arguments, console);
  if (verb == "keep") return register_keep(arguments, console);
  return show(arguments, console);
}

}  // namespace

Command register_command() {
  return {"register",
          {"реестр томов и печатных копий, сроки хранения",
           "the register of volumes and printed copies, terms of keeping"},
          kHelp,
          {{"data"},
           {"falls-due", OptionKind::kFlag},
           {"file"},
           {"code"},
           {"sheets"},
           {"number"},
           {"place"},
           {"to"},
           {"date"},
           {"from"},
           {"order"},
           {"journal"},
           {"summary_sheet"},
           {"report_card"},
           {"customary", OptionKind::kFlag}},
          2,
          run};
}

}  // namespace letopis::server
