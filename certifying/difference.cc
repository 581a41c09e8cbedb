#include "certifying/difference.h"

#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "archive/durable_files.h"
#include "archive/layout.h"
#include "archive/submission_info.h"
#include "archivist/archive_files.h"
#include "archivist/register_lists.h"
#include "certifying/year_standing.h"
#include "office/clocks.h"
#include "office/new_file.h"
#include "reading/rendering.h"
#include "reading/report_choice.h"
#include "terminal/json.h"

namespace letopis::certifying {

using namespace archivist;
using namespace office;
using namespace reading;
using namespace terminal;

namespace {

constexpr mode_t kOwnersAlone = 0600;

Result<archive::SubmissionInfo> read_info(const std::filesystem::path& package) {
  const auto text = archive::read_file(package / archive::kBagInfoFile, 65'536);
  if (!text) return text.refusal();
  return archive::parse_submission_info(*text);
}

// That the package comes from this log, and from no other history of it.
Outcome check_origin(const SchoolReader& school, const archive::SubmissionInfo& info) {
  const auto first = school.log().event({0});
  if (!first) return first.refusal();
  if (first->event.log != info.log) {
    return Refusal{"difference.other_log",
                   {fmt::format("комплект {} собран по другому журналу событий", info.name),
                    fmt::format("the submission {} was made from another log", info.name)}};
  }
  const auto log = log_state(school, info.end.value);
  if (!log) return log.refusal();
  if (log->root == info.root) return Done{};
  return Refusal{"difference.other_history",
                 {"комплект собран по другой истории этого журнала: при том же числе записей "
                  "корень иной",
                  "the submission was made from another history of this log: at the same size "
                  "its root is another"}};
}

}  // namespace

Result<Exit> tell_difference(const std::filesystem::path& package, const Arguments& arguments,
                             const Console& console) {
  const auto info = read_info(package);
  if (!info) return info.refusal();
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  if (auto ours = check_origin(**school, *info); !ours) return ours.refusal();
  const auto year = year_named((*school)->directory(), info->years);
  if (!year) return year.refusal();
  auto list = list_changes(**school, {{year->first_day, year->last_day}, info->end.value},
                           console.language());
  if (!list) return list.refusal();
  list->title = {"Изменения после сдачи комплекта", "Changes since the submission"};
  if (const auto file = arguments.text("out")) {
    const auto document = list_document(*list, day_text(Language::kEnglish, today()) + "T00:00:00Z",
                                        console.language());
    const auto bytes = rendered(document, *file);
    if (!bytes) return bytes.refusal();
    if (auto written = write_new(*file, *bytes, kOwnersAlone); !written) return written.refusal();
  }
  if (console.json()) {
    print_json(
        console,
        {{"submission", info->name}, {"since", info->end.value}, {"rows", list_json(*list)}});
    return Exit::kGood;
  }
  console.line(console.fill({"  {}, по журналу событий из {}", "  {}, from a log of {}"},
                            info->name, counted(console.language(), info->end.value, kEntryNoun)));
  print_list(*list, console);
  return Exit::kGood;
}

}  // namespace letopis::certifying
