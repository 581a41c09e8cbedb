#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "cosigning/cosigning.h"
#include "office/receipt_file.h"
#include "office/school.h"
#include "office/school_naming.h"
#include "projections/journal_page.h"
#include "server/commands.h"
#include "server/witness_verbs.h"
#include "terminal/fact_story.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace cosigning;
using namespace office;
using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis receipt --data ПАПКА --lesson N --pupil N [--ordinal 1] --out ИМЯ\n"
    "  letopis receipt --data ПАПКА --position N --out ИМЯ\n\n"
    "Пишет квитанцию об отметке: ИМЯ.tlog-proof (доказательство) и ИМЯ.entry (сама\n"
    "запись). С ключом журнала любой человек проверит их без школы и без сети.\n\n"
    "  --lesson N       номер урока (его называет letopis changes и letopis diary)\n"
    "  --pupil N        ученик: номер или «Фамилия Имя»\n"
    "  --ordinal 1      какая по счёту отметка в клетке; последнее, что о ней записано\n"
    "  --position N     или прямо номер записи в журнале событий\n"
    "  --policy ФАЙЛ    правила доверия: какие свидетели заверяли журнал; без этого —\n"
    "                   policy.txt в папке журнала и свидетели, названные в нём самом\n"
    "  --out ИМЯ        начало имён обоих файлов\n\n"
    "Примеры\n"
    "  letopis receipt --data school --lesson 4412 --pupil 118 --out mark\n"
    "  letopis verify mark.tlog-proof --log-key school/log.vkey\n",
    "  letopis receipt --data DIR --lesson N --pupil N [--ordinal 1] --out PREFIX\n"
    "  letopis receipt --data DIR --position N --out PREFIX\n\n"
    "Writes the receipt of a mark: PREFIX.tlog-proof (the proof) and PREFIX.entry (the\n"
    "entry). With the log's key anyone can check them, without the school and offline.\n\n"
    "  --lesson N       number of the lesson (letopis changes and letopis diary name it)\n"
    "  --pupil N        the pupil: number, or family name and given name\n"
    "  --ordinal 1      which of the cell's marks; the last that was stated of it\n"
    "  --position N     or the number of an entry of the log\n"
    "  --policy FILE    the trust policy: which witnesses cosigned the log; else policy.txt\n"
    "                   in its directory, and the witnesses that the log names\n"
    "  --out PREFIX     what both files' names begin with\n\n"
    "Examples\n"
    "  letopis receipt --data school --lesson 4412 --pupil 118 --out mark\n"
    "  letopis verify mark.tlog-proof --log-key school/log.vkey --lang en\n"};

constexpr std::uint64_t kMostNumber = 0xffff'ffffU;
constexpr std::uint64_t kMostOrdinal = 1'000;

// The last valid step of the mark that is asked for.
Result<events::Position> find_mark(const SchoolReader& school, const Arguments& arguments) {
  const auto lesson = arguments.number("lesson", {1, kMostNumber});
  if (!lesson) return lesson.refusal();
  if (!*lesson) return arguments.needed("position").refusal();
  const auto wanted = arguments.needed("pupil");
  if (!wanted) return wanted.refusal();
  const auto pupil = school.pupil_named(*wanted);
  if (!pupil) return pupil.refusal();
  const auto ordinal = arguments.number("ordinal", {1, kMostOrdinal});
  if (!ordinal) return ordinal.refusal();
  std::optional<events::Position> found;
  const events::LessonNumber number{static_cast<std::uint32_t>(**lesson)};
  for (const auto& fact : projections::cell_history(school.log(), number, *pupil)) {
    if (fact.mark && !fact.is_void && fact.mark->ordinal == ordinal->value_or(1)) {
      found = fact.stamp.position;
    }
  }
  if (found) return *found;
  return Refusal{"receipt.no_mark",
                 {"в этой клетке журнала такой отметки нет", "there is no such mark in that cell"}};
}

Result<events::Position> find_position(const SchoolReader& school, const Arguments& arguments) {
  if (!arguments.given("position")) return find_mark(school, arguments);
  const auto position = arguments.number("position", {0, school.log().size() - 1});
  if (!position) return position.refusal();
  return events::Position{**position};
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto school = SchoolReader::open(arguments, console.language());
  if (!school) return school.refusal();
  const auto out = arguments.needed("out");
  if (!out) return out.refusal();
  const auto position = find_position(**school, arguments);
  if (!position) return position.refusal();
  const auto cosigning = Cosigning::open(**school, arguments.text("policy"));
  if (!cosigning) return cosigning.refusal();
  const auto under = best_for(*cosigning, *position);
  if (!under) return under.refusal();
  const auto receipt =
      make_receipt((*school)->log(), under->note, under->checkpoint.size, *position);
  if (!receipt) return receipt.refusal();
  const auto files = receipt_files(*out);
  if (auto written = write_receipt(*receipt, files); !written) return written.refusal();
  if (console.json()) {
    print_json(console, {{"position", position->value},
                         {"proof", files.proof.string()},
                         {"entry", files.entry.string()},
                         {"hashes", receipt->receipt.proof.size()},
                         {"cosignatures", under->verified.size() - 1},
                         {"size", under->checkpoint.size}});
    return Exit::kGood;
  }
  const auto event = (*school)->log().event(*position);
  const SchoolNaming naming((*school)->directory(), (*school)->names(), console.language());
  const StorySources sources{console.language(), &naming, &(*school)->zone()};
  if (event) console.paragraph(tell_briefly(event->event.fact, sources), 0);
  console.line();
  console.line(console.fill({"  доказательство  {}", "  proof  {}"}, files.proof.string()));
  console.line(console.fill({"  запись          {}", "  entry  {}"}, files.entry.string()));
  for (const auto& witness : cosigning->witnesses()) {
    const auto time = Cosigning::cosigned_at(*under, witness);
    if (!time) continue;
    console.line(console.fill({"  заверил         {}, {}", "  cosigned  {}, {}"}, witness.name,
                              utc_text(console.language(), *time)));
  }
  console.line();
  console.line(console.in({"Проверить их может любой, у кого есть ключ журнала:",
                           "Anyone who has the log's key can check them:"}));
  console.line(fmt::format("  letopis verify {} --log-key {}", files.proof.string(),
                           school_files((*school)->path()).verifier_key.string()));
  return Exit::kGood;
}

}  // namespace

Command receipt_command() {
  return {
      "receipt", {"квитанция об отметке: доказательство и запись", "the receipt of a mark"},
      kHelp,     {{"data"}, {"lesson"}, {"pupil"}, {"ordinal"}, {"position"}, {"policy"}, {"out"}},
      0,         run};
}

}  // namespace letopis::server
