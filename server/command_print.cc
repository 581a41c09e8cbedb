#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "office/new_file.h"
#include "outcome/bytes.h"
#include "reading/rendering.h"
#include "reading/report_choice.h"
#include "reports/make.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "terminal/json.h"
#include "terminal/table.h"

namespace letopis::server {

using namespace office;
using namespace reading;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr mode_t kOwnersAlone = 0600;  // a report holds names and marks

constexpr Text kPrintHelp{
    "  letopis print --data ПАПКА --report ОТЧЁТ --out ФАЙЛ\n\n"
    "Печатает отчёт: PDF, страницу HTML, книгу XLSX или таблицу CSV — по окончанию имени файла.\n"
    "Тот же журнал событий и те же слова дают тот же файл, байт в байт.\n\n"
    "  --report ОТЧЁТ        что напечатать; список: letopis reports\n"
    "  --class 5а            класс\n"
    "  --group ГРУППА        группа со своим журналом: название или номер\n"
    "  --subject ПРЕДМЕТ     предмет, полностью или кратко\n"
    "  --pupil УЧЕНИК        фамилия и имя (можно начало) или номер\n"
    "  --teacher УЧИТЕЛЬ     то же об учителе или другом сотруднике\n"
    "  --period 1            четверть или полугодие; без него — весь учебный год\n"
    "  --from, --to ДАТА     или любой промежуток в пределах года\n"
    "  --as-of МОМЕНТ        как было известно тогда: 2026-01-15T12:00\n"
    "  --size ЧИСЛО          или на столько записей журнала событий\n"
    "  --as КТО              кто читает: номер или начало имени; чего ему не открыто, то не\n"
    "                        печатается. Без этого — владелец папки, ему открыто всё\n"
    "  --out ФАЙЛ            куда; уже существующий файл не переписывается\n\n"
    "Примеры\n"
    "  letopis print --data school --report summary_sheet --class 5а --out 5а.pdf\n"
    "  letopis print --data school --report parents_sheet --pupil 118 --from 2026-01-12 "
    "--to 2026-01-17 --out неделя.pdf\n",
    "  letopis print --data DIR --report REPORT --out FILE\n\n"
    "Prints a report: PDF, an HTML page, an XLSX workbook or a CSV table, by the file's ending.\n"
    "The same log and the same words give the same file, byte for byte.\n\n"
    "  --report REPORT       what to print; the list: letopis reports\n"
    "  --class 5а            the class\n"
    "  --group GROUP         a group that has a journal: its name or number\n"
    "  --subject SUBJECT     the subject, in full or in short\n"
    "  --pupil PUPIL         family name and given name (their beginning will do), or a number\n"
    "  --teacher TEACHER     the same of a teacher, or another of the staff\n"
    "  --period 1            the quarter or half-year; without it the whole year\n"
    "  --from, --to DATE     or any span within the year\n"
    "  --as-of MOMENT        as it was known then: 2026-01-15T12:00\n"
    "  --size NUMBER         or at so many entries of the log\n"
    "  --as PERSON           who reads it: a number, or the beginning of a name; what is not open\n"
    "                        to that person is not printed. Without it the owner of the folder,\n"
    "                        to whom all is open\n"
    "  --out FILE            where to; a file that is there already is not written over\n\n"
    "Examples\n"
    "  letopis print --data school --report summary_sheet --class 5а --out 5a.pdf --lang en\n"
    "  letopis print --data school --report parents_sheet --pupil 118 --from 2026-01-12 "
    "--to 2026-01-17 --out week.pdf\n"};

constexpr Text kReportsHelp{
    "  letopis reports\n\n"
    "Перечисляет отчёты, которые печатает letopis print: как назвать и что указать.\n\n"
    "Пример\n"
    "  letopis reports\n",
    "  letopis reports\n\n"
    "Lists the reports that letopis print makes: what to call them and what to name.\n\n"
    "Example\n"
    "  letopis reports --lang en\n"};

Result<Exit> print(const Arguments& arguments, const Console& console) {
  const auto file = arguments.needed("out");
  if (!file) return file.refusal();
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  auto choice = choose_report(**school, arguments, console.language());
  if (!choice) return choice.refusal();
  const auto reader = choose_reader(**school, arguments);
  if (!reader) return reader.refusal();
  if (*reader) choice->request.made_by = (*reader)->person;
  const auto made =
      reports::make({(*school)->log(), (*school)->texts(), choice->log, *reader}, choice->request);
  if (!made) return made.refusal();
  const auto bytes = rendered(made->document, *file);
  if (!bytes) return bytes.refusal();
  if (auto written = write_new(*file, *bytes, kOwnersAlone); !written) return written.refusal();
  const std::string digest = signing::to_hex(signing::sha256(bytes_of(*bytes)).bytes);
  if (console.json()) {
    print_json(console, {{"file", *file},
                         {"sheets", made->document.sheets.size()},
                         {"log_size", choice->log.size},
                         {"code", made->document.sheets.front().footer.code.value_or("")},
                         {"sha256", digest}});
    return Exit::kGood;
  }
  console.line(console.fill({"  {} · {}", "  {} · {}"}, *file, made->document.title));
  console.line(console.fill({"  по журналу событий из {}", "  from a log of {}"},
                            counted(console.language(), choice->log.size, kEntryNoun)));
  console.line("  SHA-256 " + digest);
  return Exit::kGood;
}

std::string asks(Language language, const reports::ReportRow& row) {
  std::string out;
  const auto say = [&](reports::Ask ask, std::string_view option) {
    if (ask == reports::Ask::kNo) return;
    if (!out.empty()) out += " ";
    out += ask == reports::Ask::kMust ? std::string(option) : fmt::format("[{}]", option);
  };
  say(row.school_class, "--class");
  say(row.group, "--group");
  say(row.subject, "--subject");
  const bool of_teacher = row.report == reports::Report::kSubjectTeacher ||
                          row.report == reports::Report::kDue ||
                          row.report == reports::Report::kActivity;
  say(row.person, of_teacher ? "--teacher" : "--pupil");
  return out.empty() ? std::string(Text{"—", "—"}.in(language)) : out;
}

Result<Exit> list(const Arguments&, const Console& console) {
  if (console.json()) {
    json::array out;
    for (const auto& row : reports::report_table()) {
      out.push_back(json::object{{"report", std::string(row.key)},
                                 {"title", std::string(row.title.in(console.language()))},
                                 {"asks", asks(console.language(), row)}});
    }
    print_json(console, {{"reports", std::move(out)}});
    return Exit::kGood;
  }
  Table table({{std::string(console.in({"Отчёт", "Report"}))},
               {std::string(console.in({"Что это", "What it is"})), Align::kLeft, 40},
               {std::string(console.in({"Что указать", "What to name"}))}});
  for (const auto& row : reports::report_table()) {
    table.row({std::string(row.key), std::string(row.title.in(console.language())),
               asks(console.language(), row)});
  }
  console.print(table.print());
  return Exit::kGood;
}

}  // namespace

Command print_command() {
  return {"print",
          {"напечатать отчёт: PDF, HTML, XLSX, CSV", "print a report: PDF, HTML, XLSX, CSV"},
          kPrintHelp,
          {{"data"},
           {"report"},
           {"class"},
           {"group"},
           {"subject"},
           {"pupil"},
           {"teacher"},
           {"period"},
           {"from"},
           {"to"},
           {"as-of"},
           {"size"},
           {"as"},
           {"out"}},
          0,
          print};
}

Command reports_command() {
  return {"reports", {"какие отчёты есть", "which reports there are"}, kReportsHelp, {}, 0, list};
}

}  // namespace letopis::server
