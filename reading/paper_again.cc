#include "reading/paper_again.h"

#include <fmt/format.h>

#include "reading/rendering.h"
#include "reading/report_choice.h"

namespace letopis::reading {

using namespace office;

namespace {

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

}  // namespace

Result<MadeAgain> made_again(const SchoolReader& school, std::string_view text,
                             const std::optional<reports::Reader>& reader) {
  auto code = reports::parse_paper_code(text);
  if (!code) return code.refusal();
  const auto log = log_state(school, code->size);
  if (!log) return log.refusal();
  if (auto same = check_log(school, *code, *log); !same) return same.refusal();
  auto made = reports::make({school.log(), school.texts(), *log, reader}, code->request);
  if (!made) return made.refusal();
  if (code->sheet > made->document.sheets.size()) {
    return Refusal{
        "paper.no_sheet",
        {"в этом документе нет листа с таким номером", "the document has no sheet of that number"}};
  }
  auto pdf = rendered_pdf(made->document);
  if (!pdf) return pdf.refusal();
  return MadeAgain{std::move(*code), std::move(*made), std::move(*pdf)};
}

}  // namespace letopis::reading
