#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "archivist/archive_desk.h"
#include "archivist/archive_files.h"
#include "events/text.h"
#include "office/clocks.h"
#include "server/commands.h"
#include "terminal/json.h"
#include "terminal/table.h"

namespace letopis::server {

using namespace archivist;
using namespace office;
using namespace terminal;

namespace {

namespace json = boost::json;

constexpr std::size_t kMaxRoomBytes = 200;
constexpr std::uint64_t kMostNumber = 0xffff'ffffU;

constexpr Text kHelp{
    "  letopis media add ПУТЬ --data ПАПКА --room ГДЕ [--custodian N] [--trial]\n"
    "  letopis media list --data ПАПКА\n"
    "  letopis media retire N --data ПАПКА --reason ПОЧЕМУ\n\n"
    "Носители архива: диски и флеш-накопители, на которые запечатываются тома. При\n"
    "регистрации на носитель пишется карточка letopis-medium.txt, а в журнал событий — его\n"
    "номер, серийный номер диска, где он хранится и у кого. Носитель на диске сервера или в\n"
    "памяти не берётся: он пропал бы вместе с сервером.\n\n"
    "  --room ГДЕ         помещение или сейф; у двух носителей они разные\n"
    "  --custodian N      номер человека, который за него отвечает\n"
    "  --trial            взять и такой носитель, который не отделён от сервера\n"
    "  --reason ПОЧЕМУ    почему носитель списан\n\n"
    "Примеры\n"
    "  letopis media add /mnt/a --data school --room \"Кабинет 12, сейф\"\n"
    "  letopis media list --data school\n",
    "  letopis media add PATH --data DIR --room WHERE [--custodian N] [--trial]\n"
    "  letopis media list --data DIR\n"
    "  letopis media retire N --data DIR --reason WHY\n\n"
    "Media of the archive: disks and flash drives to which volumes are sealed. When one is\n"
    "registered, its identity letopis-medium.txt is written to it, and into the log its\n"
    "number, the disk's serial number, where it is kept and by whom. One on the server's own\n"
    "disk or in memory is refused: it would be lost with the server.\n\n"
    "  --room WHERE       a room or a safe; not the same for two media\n"
    "  --custodian N      number of the person who answers for it\n"
    "  --trial            take one, too, that does not stand apart from the server\n"
    "  --reason WHY       why the medium is retired\n\n"
    "Examples\n"
    "  letopis media add /mnt/a --data school --room \"Room 12, safe\" --lang en\n"
    "  letopis media list --data school\n"};

Refusal bad_text(const char* option) {
  return {"media.text",
          {fmt::format("--{}: нужен короткий текст без управляющих знаков", option),
           fmt::format("--{}: a short text without control characters is needed", option)}};
}

Result<std::string> short_text(const Arguments& arguments, const char* option) {
  auto text = arguments.needed(option);
  if (!text) return text;
  if (text->empty() || text->size() > kMaxRoomBytes || !events::is_plain_text(*text)) {
    return bad_text(option);
  }
  return text;
}

Result<Exit> add(const Arguments& arguments, const Console& console, ArchiveDesk& desk) {
  if (arguments.words().size() != 2) {
    return Refusal{"arguments.missing",
                   {"media add: какой носитель? Укажите его папку",
                    "media add: which medium? Name its folder"}};
  }
  const auto room = short_text(arguments, "room");
  if (!room) return room.refusal();
  const auto custodian = arguments.number("custodian", {1, kMostNumber});
  if (!custodian) return custodian.refusal();
  ArchiveDesk::NewMedium medium{arguments.words()[1], *room, std::nullopt,
                                arguments.given("trial")};
  if (*custodian) medium.custodian = {static_cast<std::uint32_t>(**custodian)};
  const auto added = desk.add_medium(medium);
  if (!added) return added.refusal();
  if (console.json()) {
    print_json(console, {{"medium", added->medium.value},
                         {"path", medium.path.string()},
                         {"serial", added->serial},
                         {"file_system", added->file_system}});
    return Exit::kGood;
  }
  console.line(
      console.fill({"Носитель № {} зарегистрирован: {} — {}.", "Medium {} is registered: {}, {}."},
                   added->medium.value, medium.path.string(), *room));
  console.line(console.fill(
      {"  файловая система {}, серийный номер {}", "  file system {}, serial number {}"},
      added->file_system.empty() ? "?" : added->file_system,
      added->serial.empty() ? "—" : added->serial));
  return Exit::kGood;
}

Result<Exit> list(const Console& console, const ArchiveDesk& desk) {
  const auto media = desk.media();
  if (console.json()) {
    json::array out;
    for (const auto& one : media) {
      out.push_back(json::object{{"medium", one.medium.value},
                                 {"room", one.room},
                                 {"serial", one.serial},
                                 {"file_system", one.file_system},
                                 {"retired", desk.is_retired(one.medium)}});
    }
    print_json(console, {{"media", std::move(out)}});
    return Exit::kGood;
  }
  if (media.empty()) {
    console.line(console.in({"Носителей пока нет: letopis media add ПУТЬ --data ПАПКА --room ГДЕ",
                             "No media yet: letopis media add PATH --data DIR --room WHERE"}));
    return Exit::kGood;
  }
  Table table({{"№", Align::kRight},
               {std::string(console.in({"Где хранится", "Kept in"})), Align::kLeft, 40},
               {std::string(console.in({"Диск", "Disk"})), Align::kLeft, 24},
               {std::string(console.in({"Состояние", "State"}))}});
  for (const auto& one : media) {
    table.row({std::to_string(one.medium.value), one.room,
               one.file_system + (one.serial.empty() ? "" : " · " + one.serial),
               std::string(desk.is_retired(one.medium) ? console.in({"списан", "retired"})
                                                       : console.in({"в работе", "in use"}))});
  }
  console.print(table.print());
  return Exit::kGood;
}

Result<Exit> retire(const Arguments& arguments, const Console& console, ArchiveDesk& desk) {
  const auto reason = short_text(arguments, "reason");
  if (!reason) return reason.refusal();
  const std::string number = arguments.words().size() == 2 ? arguments.words()[1] : std::string();
  for (const auto& one : desk.media()) {
    if (std::to_string(one.medium.value) != number || desk.is_retired(one.medium)) continue;
    const auto accepted = desk.state({events::MediumRetired{one.medium, today(), *reason}});
    if (!accepted) return accepted.refusal();
    if (console.json()) {
      print_json(console, {{"medium", one.medium.value}, {"retired", true}});
      return Exit::kGood;
    }
    console.line(
        console.fill({"Носитель № {} списан: {}.", "Medium {} is retired: {}."}, number, *reason));
    return Exit::kGood;
  }
  return Refusal{"media.unknown",
                 {fmt::format("носителя № {} в работе нет", number),
                  fmt::format("there is no medium {} in use", number)},
                 {},
                 {"Список: letopis media list --data ПАПКА", "letopis media list --data DIR"}};
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto desk = ArchiveDesk::open(*directory);
  if (!desk) return desk.refusal();
  const auto what = arguments.words().empty() ? std::string() : arguments.words().front();
  if (what == "add") return add(arguments, console, **desk);
  if (what == "list") return list(console, **desk);
  if (what == "retire") return retire(arguments, console, **desk);
  return Refusal{"media.which",
                 {"что сделать с носителями: add, list или retire?",
                  "what is to be done with media: add, list or retire?"}};
}

}  // namespace

Command media_command() {
  return {"media", {"носители архива", "the archive's media"},
          kHelp,   {{"data"}, {"room"}, {"custodian"}, {"reason"}, {"trial", OptionKind::kFlag}},
          2,       run};
}

}  // namespace letopis::server
