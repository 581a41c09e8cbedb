#include "api/served_school.h"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <fstream>

#include "trial/keyring.h"
#include "wishes/moment.h"

namespace letopis::api {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr unsigned kPupils = 24;

struct Lived {
  fs::path data;
  std::vector<demo::TodaysLogin> logins;
};

trial::Settings settings() {
  trial::Settings of_trial;
  of_trial.pupils = kPupils;
  return of_trial;
}

const Lived& lived() {
  static const office::ScratchDirectory scratch("letopis-today");
  static const Lived school = [] {
    Lived out{scratch.path() / "school", {}};
    auto logins = demo::live_today(out.data, settings(), {});
    INVARIANT(logins.has_value());
    out.logins = *std::move(logins);
    return out;
  }();
  return school;
}

}  // namespace

json::object Told::json() const {
  boost::system::error_code failed;
  auto value = json::parse(answer.body, failed);
  if (!failed && value.is_object()) return std::move(value.get_object());
  ADD_FAILURE() << "no JSON object: " << answer.body.substr(0, 200);
  return {};
}

std::string Told::code() const {
  if (!header("Content-Type").starts_with("application/problem+json")) return {};
  return std::string(json().at("code").as_string());
}

std::string Told::header(std::string_view name) const {
  return std::string(http::header(answer.headers, name).value_or(""));
}

std::vector<std::string> Told::cookies() const {
  std::vector<std::string> out;
  for (const auto& one : answer.headers) {
    if (one.name == "Set-Cookie") out.push_back(one.value.substr(0, one.value.find(';')));
  }
  return out;
}

ServedSchool::ServedSchool(const Conditions& conditions)
    : scratch_("letopis-served"), data_(scratch_.path() / "school"), conditions_(conditions) {
  office::copy_school(lived().data, data_);
  if (conditions_.site) std::ofstream(data_ / "serve.json") << *conditions_.site;
  if (conditions_.disk) shelves_.env = conditions_.disk(data_);
  open(conditions_.begins);
}

void ServedSchool::open(const std::string& at) {
  const auto begins = wishes::parse_moment(at);
  INVARIANT(begins.has_value());
  auto schools = hosting::Schools::of({{"school", data_}}, "school",
                                      {ledger::make_resources(), shelves_, stretching_, *begins});
  INVARIANT(schools.has_value());
  schools_ = *std::move(schools);
  auto found = schools_->find(kHost, "/");
  INVARIANT(found.has_value());
  school_ = found->school;
  service_ = std::make_unique<Service>(*schools_);
}

void ServedSchool::restart(const std::optional<std::string>& at) {
  service_.reset();
  school_.reset();
  schools_.reset();
  open(at.value_or(conditions_.begins));
}

Told ServedSchool::ask(http::Request request) {
  if (request.peer.empty()) request.peer = kPeer;
  if (!http::header(request.headers, "Host")) request.headers.push_back({"Host", kHost});
  std::string_view route = "unknown";
  auto answer = service_->answer(request, route);
  return {std::move(answer), std::string(route)};
}

Told ServedSchool::get(const std::string& target, std::vector<http::Header> headers) {
  return ask({"GET", target, std::move(headers)});
}

Told ServedSchool::send(const std::string& method, const std::string& target,
                        const json::object& body, std::vector<http::Header> headers) {
  headers.push_back({"Content-Type", "application/json"});
  return ask({method, target, std::move(headers), json::serialize(body)});
}

Guest::Guest(ServedSchool& at, const std::string& login) : at_(at) {
  const auto told = at.send("POST", "/api/v1/sessions",
                            {{"login", login}, {"password", kPassword}, {"token", true}});
  EXPECT_EQ(told.status(), 201u) << login << ": " << told.answer.body;
  if (told.status() != 201) return;
  const auto session = told.json();
  token_ = session.at("token").as_string();
  person_ = {session.at("person").to_number<std::uint32_t>()};
}

Told Guest::get(const std::string& target, std::vector<http::Header> headers) const {
  headers.push_back(authorization());
  return at_.get(target, std::move(headers));
}

Told Guest::post(const std::string& target, const json::object& body) const {
  return at_.send("POST", target, body, {authorization()});
}

Told Guest::put(const std::string& target, const json::object& body) const {
  return at_.send("PUT", target, body, {authorization()});
}

Told Guest::remove(const std::string& target, const json::object& body) const {
  return at_.send("DELETE", target, body, {authorization()});
}

Told Guest::command(const json::object& command) const {
  return post("/api/v1/commands", {{"command", command}});
}

signing::PrivateKey key_of(events::PersonNumber person) {
  auto own = settings();
  own.origin += "-today";
  return trial::Keyring(own).key_of(person, 0);
}

std::vector<std::string> all_logins() {
  std::vector<std::string> out;
  for (const auto& one : lived().logins) out.push_back(one.login);
  return out;
}

json::object proof() { return {{"password", kPassword}}; }

TaughtToday taught_today(const Guest& teacher, const Guest& leader) {
  std::string led;
  const auto session = leader.get("/api/v1/sessions/current").json();
  for (const auto& role : session.at("roles").as_array()) {
    if (const auto* name = role.as_object().if_contains("class")) led = name->as_string();
  }
  const auto timetable =
      teacher.get("/api/v1/views/timetable?from=2026-03-11&to=2026-03-11").json();
  for (const auto& day : timetable.at("days").as_array()) {
    for (const auto& one : day.at("lessons").as_array()) {
      const auto& lesson = one.as_object();
      if (lesson.at("class").as_string() != led) continue;
      return {led, std::string(lesson.at("subject").as_string()),
              lesson.at("load").to_number<std::uint64_t>(),
              lesson.at("bell").to_number<std::uint64_t>()};
    }
  }
  ADD_FAILURE() << "the teacher has no lesson in " << led << " today";
  return {};
}

std::uint64_t record_lesson(const Guest& teacher, const TaughtToday& taught) {
  const auto told = teacher.command({{"do", "record_lesson"},
                                     {"load", taught.load},
                                     {"day", "2026-03-11"},
                                     {"bell", taught.bell},
                                     {"topic", "Степени сравнения"}});
  EXPECT_EQ(told.status(), 201u) << told.answer.body;
  if (told.status() != 201) return 0;
  return told.json().at("declared").at("lesson").to_number<std::uint64_t>();
}

}  // namespace letopis::api
