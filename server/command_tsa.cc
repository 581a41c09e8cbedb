#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstdio>

#include "notary/document_signing.h"
#include "notary/timestamp_service.h"
#include "office/new_file.h"
#include "office/password.h"
#include "office/school_files.h"
#include "pki/timestamp.h"
#include "server/commands.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace notary;
using namespace office;
using namespace terminal;

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t kMostWords = 100;
constexpr PasswordQuestion kPassword{
    "password-file", {"Пароль ключа меток времени", "Password of the timestamp key"}};

constexpr Text kHelp{
    "  letopis tsa init --out ПАПКА --identity tsa.p12\n"
    "  letopis tsa serve --dir ПАПКА --listen АДРЕС:ПОРТ\n"
    "  letopis tsa answer ФАЙЛ.tsq… --dir ПАПКА\n\n"
    "Служба меток времени (RFC 3161) школы или района: подтверждает, что подпись уже была в\n"
    "такую-то секунду. Документов она не видит, только их отпечатки. Её часам верят: держите\n"
    "её не там, где подписывают, и на сверенных часах. Если часы ушли назад больше чем на\n"
    "минуту, она не отвечает. Номера меток не повторяются никогда.\n\n"
    "serve отвечает на POST / с Content-Type: application/timestamp-query, без шифрования:\n"
    "ответ подписан. answer отвечает на файлы с флеш-накопителя: ответ .tsr ложится рядом.\n"
    "Код ответа: 0 — все метки поставлены, 3 — в какой-то отказано.\n\n"
    "  --out            новая папка службы\n"
    "  --identity       ключ и сертификат: letopis pki issue --role tsa\n"
    "  --dir            папка службы\n"
    "  --listen         адрес и порт, например 127.0.0.1:8081; порт 0 — любой свободный\n"
    "  --password-file  пароль ключа первой строкой файла; без этого он спрашивается\n\n"
    "Примеры\n"
    "  letopis tsa init --out tsa --identity tsa.p12\n"
    "  letopis tsa serve --dir tsa --listen 127.0.0.1:8081\n",
    "  letopis tsa init --out DIR --identity tsa.p12\n"
    "  letopis tsa serve --dir DIR --listen HOST:PORT\n"
    "  letopis tsa answer FILE.tsq… --dir DIR\n\n"
    "A timestamp authority (RFC 3161) of a school or a district: it vouches that a signature\n"
    "was there at a certain second. It sees no document, only digests. Its clock is believed:\n"
    "keep it apart from those who sign, with a clock that is set. When the clock has gone back\n"
    "by more than a minute it does not answer. Numbers of timestamps never repeat.\n\n"
    "serve answers POST / with Content-Type: application/timestamp-query, plain: answers are\n"
    "signed. answer takes files from a stick: the answer .tsr lies beside each.\n"
    "Exit code: 0 all are stamped, 3 one was rejected.\n\n"
    "  --out            a new folder of the authority\n"
    "  --identity       key and certificate: letopis pki issue --role tsa\n"
    "  --dir            folder of the authority\n"
    "  --listen         address and port, as 127.0.0.1:8081; port 0: any free one\n"
    "  --password-file  the key's password as a file's first line; else it is asked for\n\n"
    "Examples\n"
    "  letopis tsa init --out tsa --identity tsa.p12 --lang en\n"
    "  letopis tsa serve --dir tsa --listen 127.0.0.1:8081\n"};

Result<std::unique_ptr<TimestampDesk>> desk_of(const Arguments& arguments, const Console& console) {
  const auto directory = arguments.needed("dir");
  if (!directory) return directory.refusal();
  const auto password = read_password(arguments, console, kPassword);
  if (!password) return password.refusal();
  return TimestampDesk::open(*directory, password->reveal(), system_moment);
}

Result<Exit> init(const Arguments& arguments, const Console& console) {
  const auto out = arguments.needed("out");
  if (!out) return out.refusal();
  const auto place = arguments.needed("identity");
  if (!place) return place.refusal();
  const auto password = read_password(arguments, console, kPassword);
  if (!password) return password.refusal();
  const auto identity = open_identity(*place, password->reveal());
  if (!identity) return identity.refusal();
  if (auto made = TimestampDesk::create(*out, *identity, password->reveal()); !made) {
    return made.refusal();
  }
  if (console.json()) {
    print_json(console, {{"dir", *out}, {"subject", identity->certificate().subject}});
    return Exit::kGood;
  }
  console.line(console.fill({"Служба меток времени готова: папка {}. Пароль у ключа прежний.",
                             "The timestamp authority is ready: {}. The key's password stays."},
                            *out));
  return Exit::kGood;
}

Result<Exit> serve(const Arguments& arguments, const Console& console) {
  const auto listen = arguments.needed("listen");
  if (!listen) return listen.refusal();
  const auto at = http::parse_listen_address(*listen);
  if (!at) return at.refusal();
  const auto desk = desk_of(arguments, console);
  if (!desk) return desk.refusal();
  auto server = http::Server::listen(at->address, at->port, {.limits = timestamp_service_limits()},
                                     timestamp_service(**desk));
  if (!server) return server.refusal();
  (*server)->stop_on_signals();
  if (console.json()) {
    print_json(console, {{"address", at->address}, {"port", (*server)->port()}});
  } else {
    console.line(console.fill(
        {"Служба меток времени отвечает на http://{}:{}/ без шифрования. Остановить: Ctrl+C.",
         "The timestamp authority answers at http://{}:{}/, plain. To stop it: Ctrl+C."},
        at->address, (*server)->port()));
  }
  std::fflush(stdout);  // whoever started it may read where it listens
  (*server)->run();
  return Exit::kGood;
}

Result<Exit> answer(const Arguments& arguments, const Console& console) {
  if (arguments.words().size() < 2) {
    return Refusal{"arguments.missing",
                   {"tsa answer: на какие запросы? Укажите файлы .tsq",
                    "tsa answer: which requests? Name the files .tsq"}};
  }
  const auto desk = desk_of(arguments, console);
  if (!desk) return desk.refusal();
  bool all_granted = true;
  json::array told;
  for (std::size_t i = 1; i < arguments.words().size(); ++i) {
    const fs::path file(arguments.words()[i]);
    const auto request = read_small_file(file, pki::kMaxTimestampRequestBytes);
    if (!request) return request.refusal();
    const auto made = (*desk)->answer(bytes_of(*request));
    if (!made) return made.refusal();
    auto beside = file;
    beside.replace_extension(".tsr");
    if (auto written = write_new(beside, std::string(text_of(*made)), 0644); !written) {
      return written.refusal();
    }
    const auto says = pki::parse_timestamp(*made);
    all_granted = all_granted && says;
    told.push_back(json::object{{"answer", beside.string()}, {"granted", says.has_value()}});
    if (console.json()) continue;
    console.line(says ? console.fill({"{}: метка времени {}", "{}: stamped at {}"}, beside.string(),
                                     pki::print_moment(says->at))
                      : console.fill({"{}: отказано", "{}: rejected"}, beside.string()));
  }
  if (console.json()) print_json(console, {{"answers", std::move(told)}});
  return all_granted ? Exit::kGood : Exit::kIncomplete;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto verb = arguments.words().empty() ? std::string() : arguments.words().front();
  if (verb == "init") return init(arguments, console);
  if (verb == "serve") return serve(arguments, console);
  if (verb == "answer") return answer(arguments, console);
  return Refusal{"tsa.verb",
                 {"что сделать службе меток времени: init, serve или answer?",
                  "what is the timestamp authority to do: init, serve or answer?"}};
}

}  // namespace

Command tsa_command() {
  return {"tsa",      {"служба меток времени", "a timestamp authority"},
          kHelp,      {{"out"}, {"identity"}, {"dir"}, {"listen"}, {"password-file"}},
          kMostWords, run};
}

}  // namespace letopis::server
