#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "documents/render_csv.h"
#include "outcome/bytes.h"
#include "reports/make.h"
#include "reports/paper_code.h"
#include "server/commands.h"
#include "server/new_file.h"
#include "server/rendering.h"
#include "server/report_choice.h"
#include "signing/encoding.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace terminal;

namespace {

constexpr std::size_t kCodeWords = 7;
constexpr mode_t kOwnersAlone = 0600;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr Text kHelp{
    "  letopis check-paper --data ПАПКА КОД\n\n"
    "Берёт слова из QR-кода напечатанного листа и делает тот же лист заново — по журналу событий\n"
    "того же размера. Сравните его с бумагой: если лист другой, бумагу изменили.\n\n"
    "  КОД            слова кода, начиная с letopis:v1\n"
    "  --as КТО       кто читает; без этого — владелец папки, ему открыто всё\n"
    "  --out ФАЙЛ     записать документ целиком: .pdf, .html, .xlsx или .csv\n\n"
    "Пример\n"
    "  letopis check-paper --data school \"letopis:v1 … 1\" --out лист.pdf\n",
    "  letopis check-paper --data DIR CODE\n\n"
    "Takes the words of a printed sheet's QR code and makes that sheet anew, from the log as it\n"
    "was at that size. Compare it with the paper: if the sheet differs, the paper was changed.\n\n"
    "  CODE           the words of the code, from letopis:v1 on\n"
    "  --as PERSON    who reads it; without it the owner of the folder, to whom all is open\n"
    "  --out FILE     write the whole document: .pdf, .html, .xlsx or .csv\n\n"
    "Example\n"
    "  letopis check-paper --data school \"letopis:v1 … 1\" --out sheet.pdf\n"};

// A code may come as one word or as seven.
std::string code_text(const Arguments& arguments) {
  std::string out;
  for (const auto& word : arguments.words()) out += (out.empty() ? "" : " ") + word;
  return out;
}

// That the sheet comes from this log, and from no other history of it.
Outcome check_log(const SchoolReader& school, const reports::PaperCode& code,
                  const reports::LogState& log) {
  if (code.origin != school.profile().origin) {
    return Refusal{"paper.other_log",
                   {fmt::format("лист напечатан по другому журналу событий: {}", code.origin),
                    fmt::format("the sheet was printed from another log: {}", code.origin)}};
  }
  if (log.root == code.root) return Done{};
  return Refusal{"paper.other_history",
                 {"лист напечатан по другой истории этого журнала: при том же числе записей корень "
                  "иной. Журнал подменили, или лист подделан",
                  "the sheet was printed from another history of this log: at the same size its "
                  "root is another. The log was replaced, or the sheet is forged"}};
}

void tell_nameless(const Console& console, const std::vector<events::PersonNumber>& nameless) {
  if (nameless.empty()) return;
  std::string numbers;
  for (const auto person : nameless) {
    numbers += (numbers.empty() ? "№ " : ", № ") + std::to_string(person.value);
  }
  console.line();
  console.paragraph(console.fill(
      {"После печати личные данные стёрты: {}. Вместо имён на новом листе номера; остальное на "
       "бумаге должно совпадать.",
       "Personal data were erased after printing: {}. The new sheet has numbers instead of "
       "names; all else on the paper must agree."},
      numbers));
}

// The sheet as lines of cells, without the marks by which a spreadsheet knows its files.
Result<std::string> sheet_text(const documents::Document& document, std::uint32_t sheet) {
  documents::Document alone = document;
  alone.sheets = {document.sheets[sheet - 1]};
  alone.sheets.front().page.spread = documents::Spread::kNone;
  auto text = documents::render_csv(alone);
  if (!text) return text.refusal();
  if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
  std::erase(*text, '\r');
  return text;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto code = reports::parse_paper_code(code_text(arguments));
  if (!code) return code.refusal();
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  const auto log = log_state(**school, code->size);
  if (!log) return log.refusal();
  if (auto same = check_log(**school, *code, *log); !same) return same.refusal();
  const auto reader = choose_reader(**school, arguments);
  if (!reader) return reader.refusal();
  const auto made =
      reports::make({(*school)->log(), (*school)->texts(), *log, *reader}, code->request);
  if (!made) return made.refusal();
  if (code->sheet > made->document.sheets.size()) {
    return Refusal{
        "paper.no_sheet",
        {"в этом документе нет листа с таким номером", "the document has no sheet of that number"}};
  }
  const auto pdf = rendered_pdf(made->document);
  if (!pdf) return pdf.refusal();
  const std::string digest = signing::to_hex(signing::sha256(bytes_of(*pdf)).bytes);
  const auto text = sheet_text(made->document, code->sheet);
  if (!text) return text.refusal();
  if (const auto file = arguments.text("out")) {
    const auto bytes = rendered(made->document, *file);
    if (!bytes) return bytes.refusal();
    if (auto written = write_new(*file, *bytes, kOwnersAlone); !written) return written.refusal();
  }
  if (console.json()) {
    print_json(console, {{"title", made->document.title},
                         {"sheet", code->sheet},
                         {"log_size", log->size},
                         {"pdf_sha256", digest},
                         {"erased", made->nameless.size()},
                         {"text", *text}});
    return Exit::kGood;
  }
  console.title(console.fill({"{}, лист {} из {}", "{}, sheet {} of {}"}, made->document.title,
                             code->sheet, made->document.sheets.size()));
  console.print(*text);
  tell_nameless(console, made->nameless);
  console.line();
  console.line(console.fill(
      {"  весь документ в PDF: SHA-256 {}", "  the document as PDF: SHA-256 {}"}, digest));
  return Exit::kGood;
}

}  // namespace

Command check_paper_command() {
  return {
      "check-paper", {"сделать заново лист по его QR-коду", "make a sheet anew from its QR code"},
      kHelp,         {{"data"}, {"as"}, {"out"}},
      kCodeWords,    run};
}

}  // namespace letopis::server
