#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "archivist/destroying.h"
#include "events/text.h"
#include "server/commands.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace archivist;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr std::size_t kMaxActBytes = 100;

constexpr Text kHelp{
    "  letopis destroy ТОМ --data ПАПКА --medium А [--medium Б] --act \"№ 12\" --date "
    "2031-07-10\n\n"
    "Уничтожает том документов, срок хранения которого истёк, целиком на каждом из названных\n"
    "носителей, по акту. О каждом носителе в журнале остаётся подписанная запись, и проверки\n"
    "отвечают «уничтожен по акту», а не «тома нет». Раньше срока — отказ с названием дня; тома\n"
    "журнала событий не уничтожаются никогда. Прерванное доводится до конца повторным вызовом.\n\n"
    "  --medium ПУТЬ    носитель; по разу на каждый, которые есть под рукой\n"
    "  --act НОМЕР      номер акта об уничтожении\n"
    "  --date ДАТА      дата акта\n\n"
    "Пример\n"
    "  letopis destroy nn125_2025-2026_doc_v004 --data school --medium /mnt/a --medium /mnt/b \\\n"
    "      --act \"№ 12\" --date 2031-07-10\n",
    "  letopis destroy VOLUME --data DIR --medium A [--medium B] --act \"№ 12\" --date "
    "2031-07-10\n\n"
    "Destroys a document volume whose term of keeping is over, whole, on each of the media\n"
    "named, by an act. Of each medium a signed entry is left in the log, and checks answer\n"
    "\"destroyed by the act\", not \"missing\". Before its term it is refused, with the day;\n"
    "volumes of the log are never destroyed. What was cut off is finished by another call.\n\n"
    "  --medium PATH    a medium; once for each that is at hand\n"
    "  --act NUMBER     the number of the act of destruction\n"
    "  --date DATE      the day of the act\n\n"
    "Example\n"
    "  letopis destroy nn125_2025-2026_doc_v004 --data school --medium /mnt/a --medium /mnt/b \\\n"
    "      --act \"№ 12\" --date 2031-07-10 --lang en\n"};

Result<DestroyOrder> read_order(const Arguments& arguments) {
  if (arguments.words().size() != 1) {
    return Refusal{"destroy.volume",
                   {"назовите том, который уничтожают", "name the volume to be destroyed"}};
  }
  DestroyOrder order;
  order.volume = arguments.words().front();
  for (const auto& medium : arguments.texts("medium")) order.media.emplace_back(medium);
  if (order.media.empty()) {
    return Refusal{"destroy.media",
                   {"назовите хотя бы один носитель: --medium ПУТЬ",
                    "name at least one medium: --medium PATH"}};
  }
  const auto act = arguments.needed("act");
  if (!act) return act.refusal();
  if (auto date = arguments.needed("date"); !date) return date.refusal();
  const auto date = arguments.day("date");
  if (!date) return date.refusal();
  if (act->size() > kMaxActBytes || !events::is_plain_text(*act)) {
    return Refusal{"destroy.act",
                   {"номер акта — короткий текст без управляющих знаков",
                    "the number of the act is a short text without control characters"}};
  }
  order.act = {*act, **date};
  return order;
}

json::array numbers_of(const std::vector<events::MediumNumber>& media) {
  json::array numbers;
  for (const auto medium : media) numbers.emplace_back(medium.value);
  return numbers;
}

void print(const DestroyedVolume& done, const DestroyOrder& order, const Console& console) {
  for (const auto medium : done.now) {
    console.line(console.toned(
        Tone::kGood, console.fill({"✓ Том {} уничтожен на носителе № {} по акту {}",
                                   "✓ The volume {} is destroyed on medium {} by the act {}"},
                                  done.name, medium.value, order.act.number)));
  }
  for (const auto medium : done.before) {
    console.line(console.fill(
        {"  На носителе № {} он был уничтожен раньше", "  On medium {} it was destroyed before"},
        medium.value));
  }
  for (const auto medium : done.owed) {
    console.line(console.toned(
        Tone::kWarning, console.fill({"! На носителе № {} он ещё лежит: уничтожьте его и там",
                                      "! On medium {} it lies still: destroy it there too"},
                                     medium.value)));
  }
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto order = read_order(arguments);
  if (!order) return order.refusal();
  const auto desk = ArchiveDesk::open(*directory);
  if (!desk) return desk.refusal();
  const auto done = destroy(**desk, *order);
  if (!done) return done.refusal();
  if (console.json()) {
    print_json(console, {{"volume", done->name},
                         {"destroyed", numbers_of(done->now)},
                         {"destroyed_before", numbers_of(done->before)},
                         {"owed", numbers_of(done->owed)}});
  } else {
    print(*done, *order, console);
  }
  return Exit::kGood;
}

}  // namespace

Command destroy_command() {
  return {"destroy", {"уничтожить том документов по акту", "destroy a document volume by an act"},
          kHelp,     {{"data"}, {"medium", OptionKind::kValues}, {"act"}, {"date"}},
          1,         run};
}

}  // namespace letopis::server
