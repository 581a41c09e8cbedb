#include "server/commands.h"
#include "server/serving.h"
#include "wishes/moment.h"

namespace letopis::server {

using namespace terminal;

namespace {

constexpr Text kHelp{
    "  letopis serve --data ПАПКА [--listen 127.0.0.1:8080]\n"
    "  letopis serve --schools ПАПКА --listen АДРЕС:ПОРТ --tls-chain ФАЙЛ --tls-key ФАЙЛ\n\n"
    "Обслуживает школу — или все школы папки — страницами и программами по HTTP. Любой\n"
    "адрес, кроме этого же компьютера, требует TLS (ключ и сертификат делает letopis tls\n"
    "init). Останавливают сервер Ctrl+C или SIGTERM: принятое не теряется. По SIGHUP он\n"
    "перечитывает сертификат.\n\n"
    "  --data ПАПКА       журнал одной школы\n"
    "  --schools ПАПКА    папка, в которой каждая школа — папка; её имя — начало адресов\n"
    "  --listen           адрес и порт (127.0.0.1:8080); порт 0 — любой свободный\n"
    "  --tls-chain ФАЙЛ   сертификат сервера и вышестоящие, PEM\n"
    "  --tls-key ФАЙЛ     его закрытый ключ, PEM\n"
    "  --clock МОМЕНТ     для пробы: с какого момента идут её часы\n"
    "                     (2026-03-11T07:30:00+03:00)\n"
    "  --pages ПАПКА      построенные страницы, если они не рядом с программой\n"
    "  --log requests     писать строку о каждом запросе (без личных данных), не только о сбоях\n\n"
    "Примеры\n"
    "  letopis serve --data school\n"
    "  letopis serve --schools district --listen 0.0.0.0:443 \\\n"
    "    --tls-chain tls/chain.pem --tls-key tls/key.pem\n",
    "  letopis serve --data DIR [--listen 127.0.0.1:8080]\n"
    "  letopis serve --schools FOLDER --listen HOST:PORT --tls-chain FILE --tls-key FILE\n\n"
    "Serves a school, or all schools of a folder, to pages and programs over HTTP. Any address\n"
    "but this very computer demands TLS (letopis tls init makes a key and a certificate). It is\n"
    "stopped by Ctrl+C or SIGTERM: nothing that was accepted is lost. On SIGHUP it reads the\n"
    "certificate again.\n\n"
    "  --data DIR         the log of one school\n"
    "  --schools FOLDER   each folder in it is a school; its name begins the addresses\n"
    "  --listen           address and port (127.0.0.1:8080); port 0: any free one\n"
    "  --tls-chain FILE   the server's certificate and those above it, PEM\n"
    "  --tls-key FILE     its private key, PEM\n"
    "  --clock MOMENT     for a trial: from which moment its clock goes on\n"
    "                     (2026-03-11T07:30:00+03:00)\n"
    "  --pages DIR        the built pages, if they are not beside the program\n"
    "  --log requests     write a line for each request (no personal data), not of failures "
    "alone\n\n"
    "Examples\n"
    "  letopis serve --data school --lang en\n"
    "  letopis serve --schools district --listen 0.0.0.0:443 \\\n"
    "    --tls-chain tls/chain.pem --tls-key tls/key.pem\n"};

constexpr std::string_view kHere = "127.0.0.1:8080";

Result<std::optional<http::TlsFiles>> tls_files(const Arguments& arguments) {
  const auto chain = arguments.text("tls-chain");
  const auto key = arguments.text("tls-key");
  if (chain && key) return std::optional<http::TlsFiles>({*chain, *key});
  if (chain || key) return arguments.needed(chain ? "tls-key" : "tls-chain").refusal();
  return std::optional<http::TlsFiles>();
}

Result<Serving> read_serving(const Arguments& arguments) {
  Serving serving;
  const auto at = http::parse_listen_address(arguments.text("listen").value_or(std::string(kHere)));
  if (!at) return at.refusal();
  serving.at = *at;
  auto tls = tls_files(arguments);
  if (!tls) return tls.refusal();
  serving.tls = *std::move(tls);
  serving.log_requests = arguments.text("log") == "requests";
  if (const auto folder = arguments.text("pages")) serving.pages = *folder;
  if (const auto clock = arguments.text("clock")) {
    const auto moment = wishes::parse_moment(*clock);
    if (!moment) return moment.refusal();
    serving.trial_begins = *moment;
  }
  if (const auto folder = arguments.text("schools")) {
    auto places = hosting::schools_in(*folder);
    if (!places) return places.refusal();
    serving.places = *std::move(places);
    return serving;
  }
  const auto directory = arguments.needed("data");
  if (!directory) return directory.refusal();
  serving.places = {{"school", *directory}};
  serving.at_root = "school";
  return serving;
}

Result<Exit> run(const Arguments& arguments, const Console& console) {
  const auto serving = read_serving(arguments);
  if (!serving) return serving.refusal();
  return serve(*serving, console);
}

}  // namespace

Command serve_command() {
  return {"serve",
          {"страницы и программы по HTTP", "pages and programs over HTTP"},
          kHelp,
          {{"data"},
           {"schools"},
           {"listen"},
           {"tls-chain"},
           {"tls-key"},
           {"clock"},
           {"pages"},
           {"log"}},
          0,
          run};
}

}  // namespace letopis::server
