#include "foreign/served_school.h"

#include <fstream>
#include <sstream>

#include <boost/json/parse.hpp>

#include "accounts/account_book.h"
#include "accounts/grants.h"
#include "demo/today.h"
#include "office/clocks.h"
#include "outcome/invariant.h"
#include "trial/settings.h"

namespace letopis::foreign {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kPupils = 40;

std::string quoted(const std::string& word) { return "'" + word + "'"; }

void open_doors(ServedSchool& school) {
  std::ofstream(school.data / "serve.json") << R"({"netschool": true, "calendar": true})";
  auto shelf = shelf::Shelf::open(school.data / "shelf");
  INVARIANT(shelf.has_value());
  const office::ScriptClock clock(demo::todays_morning());
  const accounts::AccountBook book(**shelf);
  accounts::Grants grants(**shelf, clock);
  const auto password = [&](const char* login) {
    return grants.make_application(*book.person_of(login), "netschool", "app")->secret;
  };
  const auto feed = [&](const char* login) {
    return grants.make_feed(*book.person_of(login), "calendar", "phone")->secret;
  };
  school.pupil_password = password("uchenik");
  school.parent_password = password("roditel");
  school.teacher_password = password("teacher");
  school.pupil_feed = feed("uchenik");
  school.teacher_feed = feed("teacher");
}

}  // namespace

const ServedSchool& served_school() {
  static const office::ScratchDirectory scratch("letopis-foreign");
  static ServedSchool school;
  static const demo::Neighbour server = [] {
    school.data = scratch.path() / "school";
    trial::Settings settings;
    settings.pupils = kPupils;
    INVARIANT(demo::live_today(school.data, settings, {}).has_value());
    open_doors(school);
    auto started = demo::Neighbour::start(
        LETOPIS_PROGRAM, {"serve", "--data", school.data.string(), "--listen", "127.0.0.1:0",
                          "--clock", "2026-03-11T07:45:00+03:00", "--json"});
    INVARIANT(started.has_value());
    school.url = started->url().substr(0, started->url().size() - 1);
    return *std::move(started);
  }();
  return school;
}

boost::json::value ran(const std::string& script, const std::vector<std::string>& words) {
  const office::ScratchDirectory scratch("letopis-node");
  const fs::path out = scratch.path() / "out.json";
  std::string command =
      "node " + quoted(std::string(std::getenv("LETOPIS_FOREIGN")) + "/" + script);
  for (const auto& word : words) command += " " + quoted(word);
  command += " " + quoted(out.string()) + " 1>&2";
  if (std::system(command.c_str()) != 0) return {};
  std::stringstream text;
  text << std::ifstream(out).rdbuf();
  return boost::json::parse(text.str());
}

}  // namespace letopis::foreign
