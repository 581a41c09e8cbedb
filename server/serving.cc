#include "server/serving.h"

#include <fmt/format.h>
#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <boost/asio/ip/address.hpp>
#include <boost/json/object.hpp>

#include "api/routes.h"
#include "office/own_program.h"
#include "pages/pages.h"
#include "server/front.h"
#include "terminal/json.h"

namespace letopis::server {

using namespace terminal;

namespace {

constexpr std::size_t kLogQueue = 8'192;  // lines that wait to be written; then the oldest go

Outcome check_address(const Serving& serving) {
  boost::system::error_code failed;
  if (serving.tls || boost::asio::ip::make_address(serving.at.address, failed).is_loopback()) {
    return Done{};
  }
  return Refusal{"serve.tls",
                 {fmt::format("адрес {} виден другим компьютерам: без шифрования на нём не служат",
                              serving.at.address),
                  fmt::format("other computers see {}: nothing is served there without encryption",
                              serving.at.address)},
                 {},
                 {"назовите --tls-chain и --tls-key (letopis tls init), или слушайте 127.0.0.1",
                  "name --tls-chain and --tls-key (letopis tls init), or listen on 127.0.0.1"}};
}

using LogThread = std::shared_ptr<spdlog::details::thread_pool>;  // shared with spdlog's loggers

std::shared_ptr<spdlog::logger> server_log(const LogThread& thread) {
  auto log = std::make_shared<spdlog::async_logger>(
      "letopis", std::make_shared<spdlog::sinks::stderr_sink_mt>(), thread,
      spdlog::async_overflow_policy::overrun_oldest);
  log->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l","event":%v})");
  return log;
}

void greet(const Console& console, const Serving& serving, std::uint16_t port) {
  if (console.json()) {
    print_json(console,
               {{"address", serving.at.address}, {"port", port}, {"tls", serving.tls.has_value()}});
  } else {
    const bool here = serving.at.address == "127.0.0.1";
    console.line(console.fill({"Журнал открыт: {}://{}:{}/  Остановить: Ctrl+C.",
                               "The journal is open at {}://{}:{}/  To stop it: Ctrl+C."},
                              serving.tls ? "https" : "http",
                              here ? "localhost" : serving.at.address, port));
  }
  std::fflush(stdout);  // whoever started it may read where it listens
}

http::ServerSettings settings_of(const Serving& serving, Front& front,
                                 const std::shared_ptr<spdlog::logger>& log) {
  http::ServerSettings settings;
  settings.tls = serving.tls;
  settings.body_limit = [](std::string_view method, std::string_view target) {
    return api::most_body(method, target);
  };
  settings.complain = api::Service::complaint;
  settings.stopping = [&front] { front.stopping(); };
  settings.certificates_refused = [log](const Refusal& refusal) {
    log->error(R"({{"what":"certificates","code":"{}"}})", refusal.code);
  };
  return settings;
}

// In a build tree the pages lie beside the presets, in an installed one under share.
Result<pages::Pages> own_pages(const Console& console) {
  const auto beside = office::own_program().parent_path();
  for (const auto* folder : {"../../web/app", "../share/letopis/pages"}) {
    std::error_code failed;
    const auto place = std::filesystem::weakly_canonical(beside / folder, failed);
    if (std::filesystem::exists(place / "index.html", failed)) return pages::Pages::read(place);
  }
  if (!console.json()) {
    console.line(
        console.in({"Страницы не построены (scripts/page): отвечаем только программам.",
                    "The pages are not built (scripts/page): programs alone are answered."}));
  }
  return pages::Pages::none();
}

}  // namespace

Result<Exit> serve(const Serving& serving, const Console& console) {
  if (auto good = check_address(serving); !good) return good.refusal();
  ::umask(077);  // what is written from now on is this account's alone
  accounts::Stretching stretching;
  const auto schools = hosting::Schools::of(
      serving.places, serving.at_root,
      {ledger::make_resources(), shelf::make_resources(), stretching, serving.trial_begins});
  if (!schools) return schools.refusal();
  const auto pages = serving.pages ? pages::Pages::read(*serving.pages) : own_pages(console);
  if (!pages) return pages.refusal();
  const auto thread = std::make_shared<spdlog::details::thread_pool>(kLogQueue, 1);
  const auto log = server_log(thread);
  Front front(**schools, *pages, log, serving.log_requests);
  auto server = http::Server::listen(
      serving.at.address, serving.at.port, settings_of(serving, front, log),
      [&front](const http::Request& request) { return front.answer(request); });
  if (!server) return server.refusal();
  front.counts_connections([&server] { return (*server)->connections(); });
  (*server)->stop_on_signals();
  (*server)->reload_on_signal();
  greet(console, serving, (*server)->port());
  (*server)->run();
  return Exit::kGood;
}

}  // namespace letopis::server
