// How a school is served over HTTP: `letopis serve` as a process of its own, and a load beside it
// on the same cores.
#include <fmt/format.h>

#include <fstream>
#include <set>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "accounts/account_book.h"
#include "accounts/sessions.h"
#include "bench/bench.h"
#include "bench/load.h"
#include "bench/school.h"
#include "demo/neighbour.h"
#include "office/own_program.h"
#include "office/school.h"
#include "reading/journal_choice.h"
#include "regulations/civil_day.h"
#include "shelf/shelf.h"
#include "signing/encoding.h"

namespace letopis::bench {

using namespace office;
using namespace terminal;

namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

constexpr double kPageBudgetMs = 10;
constexpr double kPagesASecond = 2'000;
constexpr double kMarkBudgetMs = 25;
constexpr unsigned kConnections = 64;
constexpr std::size_t kSessions = 8;  // that share them; a person has no more than a few
constexpr std::uint64_t kPageRequests = 30'000;
constexpr std::uint64_t kMarks = 100'000;
constexpr std::uint64_t kMostRequests = 10'000'000;

// Of another process; 0 where the kernel does not tell.
double resident_mb(pid_t process) {
  std::ifstream file(fmt::format("/proc/{}/statm", process));
  double pages = 0, resident = 0;
  file >> pages >> resident;
  return resident * 4'096 / 1e6;
}

struct Guest {
  events::PersonNumber person;
  signing::PublicKey key;
};

// An account and a session for each, as if they had signed in with a key of their browser.
Result<std::vector<std::string>> sign_in(const fs::path& directory,
                                         const std::vector<Guest>& guests) {
  const auto shelf = shelf::Shelf::open(directory / "shelf");
  if (!shelf) return shelf.refusal();
  const SystemClock clock;
  accounts::AccountBook book(**shelf);
  accounts::Sessions sessions(**shelf, clock);
  std::vector<std::string> tokens;
  for (const auto& guest : guests) {
    accounts::Account account;
    account.person = guest.person;
    account.custody = accounts::Custody::kBrowser;
    account.public_key = guest.key;
    book.put(account);
    accounts::Session session;
    session.person = guest.person;
    session.custody = accounts::Custody::kBrowser;
    session.device = "bench";
    tokens.push_back(sessions.open(session, nullptr).token);
  }
  return tokens;
}

struct Served {
  demo::Neighbour server;
  http::Destination at;
};

// Over TLS with a certificate of its own, where that is asked for.
Result<Served> serve(const BenchWork& work, const fs::path& directory, bool tls) {
  std::vector<std::string> words{"serve",    "--data",      directory.string(),
                                 "--listen", "127.0.0.1:0", "--json"};
  const auto keys = work.scratch / "tls";
  if (tls) {
    const auto password = work.scratch / "password";
    std::ofstream(password) << "bench-password\n";
    if (run_own({"tls", "init", "--dir", keys.string(), "--host", "localhost", "--password-file",
                 password.string(), "--json"}) != 0) {
      return Refusal{"bench.tls", {"сертификат не выпустился", "no certificate was issued"}};
    }
    for (const char* word : {"--tls-chain", "chain.pem", "--tls-key", "key.pem"}) {
      words.push_back(word[0] == '-' ? word : (keys / word).string());
    }
  }
  auto server = demo::Neighbour::start(own_program(), words);
  if (!server) return server.refusal();
  http::Destination at{"127.0.0.1", 0, {}};
  const auto& url = server->url();
  const auto colon = url.rfind(':');
  const auto port = signing::from_decimal(url.substr(colon + 1, url.size() - colon - 2));
  if (!port) return port.refusal();
  at.port = static_cast<std::uint16_t>(*port);
  if (tls) at.tls = http::Trust{keys / "root.pem", "localhost"};
  return Served{*std::move(server), std::move(at)};
}

http::Request request(std::string method, std::string target, const std::string& token) {
  http::Request out;
  out.method = std::move(method);
  out.target = std::move(target);
  out.headers = {{"Authorization", "Bearer " + token}};
  return out;
}

// Every class's journal in every subject and quarter, as addresses.
std::vector<std::string> page_addresses(const SchoolReader& school) {
  std::vector<std::string> pages;
  const auto year = school.year();
  if (!year) return pages;
  for (const auto& one : school.directory().classes(year->last_day)) {
    std::set<events::SubjectNumber> subjects;
    for (const auto& load : school.directory().loads_of(one.number)) {
      subjects.insert(load.place.subject);
    }
    for (const auto& period :
         reading::periods_of_grade(school.directory(), year->year, one.grade)) {
      for (const auto subject : subjects) {
        pages.push_back(fmt::format(
            "/api/v1/views/journal?class={}&subject={}&from={}&to={}", one.number.value,
            subject.value, regulations::iso(period.first_day), regulations::iso(period.last_day)));
      }
    }
  }
  return pages;
}

std::string body_of(const ledger::Command& command) {
  json::array events;
  for (const auto& event : command.events) {
    events.push_back(json::object{{"bytes", signing::to_base64(bytes_of(event.bytes))},
                                  {"key", signing::to_hex(event.key.view())},
                                  {"signature", signing::to_base64(event.signature.view())}});
  }
  return json::serialize(json::object{{"events", std::move(events)}});
}

void tell(BenchFigure& figure, const LoadRun& run, const Served& served, bool tls) {
  figure.events = run.answers;
  figure.seconds = run.seconds;
  figure.figure = run.latency_ms.p99;
  figure.figure_is = {"мс, p99", "ms, p99"};
  figure.limit_is = {"мс, бюджет", "ms, the budget"};
  figure.budget = 1;
  figure.at_most = true;
  figure.settings.emplace_back("tls", tls ? "yes" : "no");
  figure.also.insert(figure.also.end(),
                     {{"p50_ms", run.latency_ms.p50},
                      {"p90_ms", run.latency_ms.p90},
                      {"most_ms", run.latency_ms.most},
                      {"answers_per_second", static_cast<double>(run.answers) / run.seconds},
                      {"body_bytes", run.body_bytes},
                      {"server_rss_mb", resident_mb(served.server.process())}});
}

Result<std::uint64_t> requests_of(const BenchWork& work, std::uint64_t usual) {
  const auto given = work.arguments.number("requests", {1, kMostRequests});
  if (!given) return given.refusal();
  return given->value_or(usual);
}

}  // namespace

Result<BenchFigure> bench_serve_pages(const BenchWork& work) {
  const auto requests = requests_of(work, kPageRequests);
  if (!requests) return requests.refusal();
  const auto log = bench_log(work);
  if (!log) return log.refusal();
  std::vector<std::string> pages;
  Guest reader;
  {
    const auto school = SchoolReader::open(*log, work.console.language());
    if (!school) return school.refusal();
    pages = page_addresses(**school);
    const auto& directory = (*school)->directory();
    reader.person = directory.holders_of(events::Role::kDirector).front().person;
    reader.key = directory.keys_of(reader.person).back().public_key;
  }
  const auto tokens = sign_in(*log, std::vector<Guest>(kSessions, reader));
  if (!tokens) return tokens.refusal();
  const bool tls = work.arguments.given("tls");
  const auto served = serve(work, *log, tls);
  if (!served) return served.refusal();
  LoadWork load{served->at, kConnections, pages.size(), {}};
  const auto make = [&](unsigned connection, std::uint64_t n) {
    constexpr std::size_t stride = 101;  // prime, so that it meets every page
    const auto which = (n * kConnections + connection) * stride % pages.size();
    return request("GET", pages[which], (*tokens)[connection % kSessions]);
  };
  load.requests = std::max<std::uint64_t>(load.requests, kConnections);
  if (const auto warm = run_load(load, 200, make); !warm) return warm.refusal();
  load.requests = *requests;
  load.rate = kPagesASecond;
  const auto run = run_load(load, 200, make);
  if (!run) return run.refusal();
  BenchFigure figure;
  figure.name = "serve_pages";
  figure.limit = kPageBudgetMs;
  tell(figure, *run, *served, tls);
  figure.also.emplace_back("asked_per_second", kPagesASecond);
  return figure;
}

Result<BenchFigure> bench_serve_marks(const BenchWork& work) {
  const auto marks = requests_of(work, kMarks);
  if (!marks) return marks.refusal();
  const auto before = work.arguments.number("events", {0, kMostRequests});
  if (!before) return before.refusal();
  const auto directory = work.scratch / "marks";
  auto school = BenchSchool::create_served(
      {directory, kConnections, *marks + before->value_or(0) + 2 * kConnections * 1'000});
  if (!school) return school.refusal();
  if (auto filled = (*school)->fill(before->value_or(0)); !filled) return filled.refusal();
  (*school)->close();
  std::vector<Guest> teachers;
  for (unsigned i = 0; i < kConnections; ++i) {
    teachers.push_back({(*school)->teacher(i), (*school)->teachers_key(i)});
  }
  const auto tokens = sign_in(directory, teachers);
  if (!tokens) return tokens.refusal();
  const bool tls = work.arguments.given("tls");
  const auto served = serve(work, directory, tls);
  if (!served) return served.refusal();
  const auto first = before->value_or(0);
  const auto run = run_load(
      {served->at, kConnections, *marks, {}}, 201, [&](unsigned connection, std::uint64_t n) {
        auto out = request("POST", "/api/v1/events", (*tokens)[connection]);
        out.headers.push_back({"Content-Type", "application/json"});
        out.body = body_of((*school)->mark((*school)->cell_of(connection, n, first)));
        return out;
      });
  if (!run) return run.refusal();
  BenchFigure figure;
  figure.name = "serve_marks";
  figure.limit = kMarkBudgetMs;
  tell(figure, *run, *served, tls);
  figure.also.emplace_back("events_before", static_cast<double>(first));
  return figure;
}

}  // namespace letopis::bench
