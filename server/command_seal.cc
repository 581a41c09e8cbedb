#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "server/archive_desk.h"
#include "server/archive_story.h"
#include "server/commands.h"

namespace letopis::server {

using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis seal --data ПАПКА --medium А --medium Б [--since ТОМ] [--trial]\n\n"
    "Запечатывает том архива: весь журнал событий, или то, что прибавилось после прошлого\n"
    "тома, на два носителя сразу. Записанное читается с носителей обратно и сверяется; только\n"
    "затем том получает имя, а журнал — подписанную запись о нём. Оба носителя должны быть\n"
    "зарегистрированы и лежать на разных дисках, не на диске сервера.\n\n"
    "  --medium ПУТЬ    носитель; дважды\n"
    "  --since ТОМ      только то, что прибавилось после тома с таким именем (последнего)\n"
    "  --trial          разрешить носители на одном диске; в томе и в записи это сказано\n\n"
    "Пример\n"
    "  letopis seal --data school --medium /mnt/a --medium /mnt/b\n",
    "  letopis seal --data DIR --medium A --medium B [--since VOLUME] [--trial]\n\n"
    "Seals a volume of the archive: the whole log, or what came after the volume before, to\n"
    "two media at once. What was written is read back from the media and compared; only then\n"
    "the volume gets its name, and the log a signed entry of it. Both media must be\n"
    "registered and lie on different disks, none of them the server's.\n\n"
    "  --medium PATH    a medium; twice\n"
    "  --since VOLUME   only what came after the volume of that name (the last one)\n"
    "  --trial          allow media on one disk; the volume and the entry say so\n\n"
    "Example\n"
    "  letopis seal --data school --medium /mnt/a --medium /mnt/b --lang en\n"};

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  const auto media = two_media(arguments);
  if (!media) return media.refusal();
  const auto desk = ArchiveDesk::open(*directory);
  if (!desk) return desk.refusal();
  const auto chosen = (*desk)->choose_media((*media)[0], (*media)[1], arguments.given("trial"));
  if (!chosen) return chosen.refusal();
  const auto told = seal_told(**desk, *chosen, arguments.text("since"), console);
  if (!told) return told.refusal();
  return Exit::kGood;
}

}  // namespace

Command seal_command() {
  return {
      "seal", {"запечатать том архива на два носителя", "seal a volume to two media"},
      kHelp,  {{"data"}, {"medium", OptionKind::kValues}, {"since"}, {"trial", OptionKind::kFlag}},
      0,      run};
}

}  // namespace letopis::server
