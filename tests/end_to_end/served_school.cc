#include "end_to_end/served_school.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <csignal>

#include "accounts/account_book.h"
#include "accounts/sessions.h"
#include "events/codec.h"
#include "hosting/stating.h"
#include "office/clocks.h"
#include "signing/encoding.h"

namespace letopis::end_to_end {
namespace {

namespace json = boost::json;

constexpr std::uint64_t kCells = 200'000;

}  // namespace

Serving::Serving(std::vector<std::string> words) {
  words.insert(words.begin(), "serve");
  for (const char* word : {"--listen", "127.0.0.1:0", "--json"}) words.emplace_back(word);
  auto started = demo::Neighbour::start(LETOPIS_PROGRAM, words);
  if (!started) {
    ADD_FAILURE() << started.refusal().says.en;
    throw std::runtime_error("the server does not start");
  }
  server_ = std::make_unique<demo::Neighbour>(*std::move(started));
  const auto& url = server_->url();
  port_ = static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

void Serving::kill() {
  ::kill(process(), SIGKILL);
  int status = 0;
  ::waitpid(process(), &status, 0);
}

int Serving::terminate() {
  ::kill(process(), SIGTERM);
  int status = 0;
  ::waitpid(process(), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Client::Client(const http::Destination& to, std::string token) : token_(std::move(token)) {
  auto opened = http::Connection::open(to);
  if (opened) connection_ = *std::move(opened);
}

Client::Answer Client::get(const std::string& target) {
  http::Request request;
  request.method = "GET";
  request.target = target;
  return ask(std::move(request));
}

Client::Answer Client::post(const std::string& target, const json::object& body) {
  return send("POST", target, body);
}

Client::Answer Client::send(const std::string& method, const std::string& target,
                            const json::object& body) {
  if (method == "GET") return get(target);
  http::Request request;
  request.method = method;
  request.target = target;
  if (method == "DELETE" && body.empty()) return ask(std::move(request));
  request.headers.push_back({"Content-Type", "application/json"});
  request.body = json::serialize(body);
  return ask(std::move(request));
}

Client::Answer Client::ask(http::Request request) {
  if (!connection_) return {};
  if (!token_.empty()) request.headers.push_back({"Authorization", "Bearer " + token_});
  const auto answer = connection_->ask(request);
  if (!answer) {
    connection_.reset();
    return {};
  }
  Answer out{answer->status, {}};
  boost::system::error_code failed;
  const auto parsed = json::parse(answer->body, failed);
  if (!failed && parsed.is_object()) out.body = parsed.get_object();
  return out;
}

TaughtSchool::TaughtSchool(const std::filesystem::path& directory) : directory_(directory) {
  auto school = bench::BenchSchool::create_served({directory, kTeachers, kCells});
  if (!school) throw std::runtime_error(school.refusal().says.en);
  school_ = *std::move(school);
  school_->close();
  const auto shelf = shelf::Shelf::open(directory / "shelf");
  if (!shelf) throw std::runtime_error(shelf.refusal().says.en);
  const office::SystemClock clock;
  accounts::AccountBook book(**shelf);
  accounts::Sessions sessions(**shelf, clock);
  for (unsigned i = 0; i < kTeachers; ++i) {
    accounts::Account account;
    account.person = school_->teacher(i);
    account.custody = accounts::Custody::kBrowser;
    account.public_key = school_->teachers_key(i);
    book.put(account);
    accounts::Session session;
    session.person = school_->teacher(i);
    session.custody = accounts::Custody::kBrowser;
    tokens_.push_back(sessions.open(session, nullptr).token);
  }
}

ledger::Command TaughtSchool::mark(unsigned teacher, std::uint64_t n) const {
  return school_->mark(school_->cell_of(teacher, n, 0));
}

ledger::Command TaughtSchool::rival_of(const ledger::Command& first, unsigned teacher,
                                       std::uint64_t n) const {
  auto rival = mark(teacher, n);  // commands are told apart by the millisecond
  while (id_of(rival) == id_of(first)) rival = mark(teacher, n);
  return rival;
}

json::object TaughtSchool::body_of(const ledger::Command& command) {
  json::array events;
  for (const auto& event : command.events) {
    events.push_back(json::object{{"bytes", signing::to_base64(bytes_of(event.bytes))},
                                  {"key", signing::to_hex(event.key.view())},
                                  {"signature", signing::to_base64(event.signature.view())}});
  }
  return {{"events", std::move(events)}};
}

std::string TaughtSchool::id_of(const ledger::Command& command) {
  const auto event = events::decode(bytes_of(command.events.front().bytes));
  return hosting::print_command_id(event->command);
}

}  // namespace letopis::end_to_end
