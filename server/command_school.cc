#include <fmt/format.h>
#include <sys/stat.h>

#include <boost/json/object.hpp>

#include "hosting/founding.h"
#include "office/new_file.h"
#include "server/commands.h"
#include "signing/encoding.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace terminal;
using namespace office;

namespace {

constexpr Text kHelp{
    "  letopis school add --data ПАПКА --origin ИМЯ --director «Фамилия Имя Отчество» \\\n"
    "    --login ИМЯ --founder-key ФАЙЛ\n\n"
    "Начинает журнал новой школы. Ключ основателя — единственный, который делает директора;\n"
    "его пишут в файл, уносят с сервера и хранят в сейфе. Директор входит по коду: код\n"
    "показывают один раз. Остальное — название, регламент, людей — вносит уже директор.\n\n"
    "  --data ПАПКА         новая или пустая папка\n"
    "  --origin ИМЯ         имя журнала на весь мир: letopis.example/nn125\n"
    "  --director ИМЯ       фамилия, имя и отчество директора\n"
    "  --login ИМЯ          имя директора для входа\n"
    "  --founder-key ФАЙЛ   куда записать ключ основателя; такого файла ещё нет\n\n"
    "Пример\n"
    "  letopis school add --data district/nn125 --origin letopis.example/nn125 \\\n"
    "    --director \"Орлова Анна Сергеевна\" --login orlova --founder-key /media/usb/nn125.key\n",
    "  letopis school add --data DIR --origin NAME --director \"Family Given Patronymic\" \\\n"
    "    --login NAME --founder-key FILE\n\n"
    "Begins a new school's log. The founder's key alone makes a director; it is written to a\n"
    "file, carried away from the server and kept in a safe. The director comes in by a code that\n"
    "is shown once. All else (name, regulation, people) the director enters.\n\n"
    "  --data DIR           new or empty\n"
    "  --origin NAME        the log's name in the world: letopis.example/nn125\n"
    "  --director NAME      the director's family name, given name and patronymic\n"
    "  --login NAME         the director's log-in\n"
    "  --founder-key FILE   where to write the founder's key; there is no such file yet\n\n"
    "Example\n"
    "  letopis school add --data district/nn125 --origin letopis.example/nn125 \\\n"
    "    --director \"Orlova Anna\" --login orlova --founder-key /media/usb/nn125.key\n"};

// «Фамилия Имя Отчество», the last may be missing.
Outcome read_name(const std::string& text, hosting::FoundingWish& wish) {
  const auto first = text.find(' ');
  if (first != std::string::npos) {
    const auto second = text.find(' ', first + 1);
    wish.family_name = text.substr(0, first);
    wish.given_name = text.substr(first + 1, second - first - 1);
    if (second != std::string::npos) wish.patronymic = text.substr(second + 1);
  }
  if (!wish.family_name.empty() && !wish.given_name.empty()) return Done{};
  return Refusal{"school.director",
                 {"имя директора: фамилия, имя, отчество через пробел",
                  "the director's name: family name, given name, patronymic, with spaces"}};
}

Result<hosting::FoundingWish> read_wish(const Arguments& arguments) {
  hosting::FoundingWish wish;
  const auto origin = arguments.needed("origin");
  if (!origin) return origin.refusal();
  const auto director = arguments.needed("director");
  if (!director) return director.refusal();
  const auto login = arguments.needed("login");
  if (!login) return login.refusal();
  wish.origin = *origin;
  wish.login = *login;
  if (auto named = read_name(*director, wish); !named) return named.refusal();
  return wish;
}

Result<Exit> add(const Arguments& arguments, const Console& console) {
  const auto data = arguments.needed("data");
  if (!data) return data.refusal();
  const auto key_file = arguments.needed("founder-key");
  if (!key_file) return key_file.refusal();
  const auto wish = read_wish(arguments);
  if (!wish) return wish.refusal();
  ::umask(077);  // of the school's folder and all in it
  const auto founder_seed = signing::Secret32::random();
  // First of all: a school whose founder's key was lost could never replace its director's.
  auto written = write_new(*key_file, signing::to_hex(founder_seed.reveal()) + "\n", 0600);
  if (!written) return written.refusal();
  accounts::Stretching stretching;
  const auto founded =
      hosting::found_school(*data, *wish, founder_seed, ledger::make_resources(), stretching);
  if (!founded) {
    std::error_code ignored;
    std::filesystem::remove(*key_file, ignored);
    return founded.refusal();
  }
  const auto code = founded->print();
  if (console.json()) {
    print_json(console, {{"data", *data}, {"founder_key", *key_file}, {"code", code}});
    return Exit::kGood;
  }
  console.line(console.fill({"Школа заведена: {}", "The school is begun: {}"}, *data));
  console.line(console.fill({"Код директора ({}), показывается один раз:  {}",
                             "The director's code ({}), shown once:  {}"},
                            wish->login, code));
  console.line(console.fill({"Ключ основателя — {}. Унесите его с этого компьютера.",
                             "The founder's key is {}. Carry it away from this computer."},
                            *key_file));
  return Exit::kGood;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  if (!arguments.words().empty() && arguments.words().front() == "add") {
    return add(arguments, console);
  }
  return Refusal{"school.verb",
                 {"что сделать со школой: add?", "what is to be done with a school: add?"}};
}

}  // namespace

Command school_command() {
  return {"school", {"завести школу", "begin a school"},
          kHelp,    {{"data"}, {"origin"}, {"director"}, {"login"}, {"founder-key"}},
          1,        run};
}

}  // namespace letopis::server
