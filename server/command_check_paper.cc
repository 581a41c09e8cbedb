#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "documents/render_csv.h"
#include "office/new_file.h"
#include "outcome/bytes.h"
#include "reading/paper_again.h"
#include "reading/rendering.h"
#include "reading/report_choice.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace office;
using namespace reading;
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
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  const auto reader = choose_reader(**school, arguments);
  if (!reader) return reader.refusal();
  const auto again = made_again(**school, code_text(arguments), *reader);
  if (!again) return again.refusal();
  const auto& made = again->made;
  const std::string digest = signing::to_hex(signing::sha256(bytes_of(again->pdf)).bytes);
  const auto text = sheet_text(made.document, again->code.sheet);
  if (!text) return text.refusal();
  if (const auto file = arguments.text("out")) {
    const auto bytes = rendered(made.document, *file);
    if (!bytes) return bytes.refusal();
    if (auto written = write_new(*file, *bytes, kOwnersAlone); !written) return written.refusal();
  }
  if (console.json()) {
    print_json(console, {{"title", made.document.title},
                         {"sheet", again->code.sheet},
                         {"log_size", again->code.size},
                         {"pdf_sha256", digest},
                         {"erased", made.nameless.size()},
                         {"text", *text}});
    return Exit::kGood;
  }
  console.title(console.fill({"{}, лист {} из {}", "{}, sheet {} of {}"}, made.document.title,
                             again->code.sheet, made.document.sheets.size()));
  console.print(*text);
  tell_nameless(console, made.nameless);
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
