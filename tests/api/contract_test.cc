// The contract names exactly what there is.
#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "api/contract.h"
#include "api/routes.h"
#include "api/served_school.h"
#include "wishes/queries.h"

namespace letopis::api {
namespace {

constexpr std::string_view kViews = "/api/v1/views/";

// "GET /api/v1": of the YAML's `paths`, which has a path at the first indent and a method at the
// second.
std::set<std::string> contracted() {
  std::istringstream lines{std::string(contract_text())};
  std::set<std::string> out;
  std::string path;
  bool among_paths = false;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.front() != ' ') among_paths = line == "paths:";
    if (!among_paths) continue;
    if (line.starts_with("  /")) path = line.substr(2, line.size() - 3);
    for (const char* method : {"GET", "POST", "PUT", "DELETE"}) {
      std::string small(method);
      for (char& one : small) one = static_cast<char>(one - 'A' + 'a');
      if (line == "    " + small + ":") out.insert(std::string(method) + " " + path);
    }
  }
  return out;
}

std::set<std::string> routed() {
  std::set<std::string> out;
  for (const auto& route : routes()) {
    std::string path(route.path);
    if (const auto dots = path.find("...}"); dots != std::string::npos) path.erase(dots, 3);
    out.insert(std::string(route.method) + " " + path);
  }
  for (const auto& query : wishes::queries()) {
    out.insert("GET " + std::string(kViews) + std::string(query.name));
  }
  return out;
}

TEST(Contract, HasEveryRouteAndViewAndNoOther) { EXPECT_EQ(contracted(), routed()); }

TEST(Contract, IsServedAsItStands) {
  ServedSchool served;
  const auto told = served.get("/api/v1/openapi.yaml");
  EXPECT_EQ(told.status(), 200u);
  EXPECT_EQ(told.header("Content-Type"), "application/yaml; charset=utf-8");
  EXPECT_EQ(told.answer.body, contract_text());
  EXPECT_THAT(told.answer.body, testing::StartsWith("openapi: 3.1.0\n"));
}

TEST(Contract, TheDoorTellsEveryRouteInBothLanguages) {
  ServedSchool served;
  const auto told = served.get("/api/v1").json();
  const auto& list = told.at("routes").as_array();
  ASSERT_EQ(list.size(), routes().size());
  for (const auto& one : list) {
    EXPECT_FALSE(one.at("ru").as_string().empty());
    EXPECT_FALSE(one.at("en").as_string().empty());
  }
}

TEST(Contract, TheSchoolTellsItsLogAndItsClock) {
  ServedSchool served;
  const auto school = served.get("/api/v1/school").json();
  EXPECT_EQ(school.at("origin").as_string(), served.school().profile().origin);
  EXPECT_EQ(school.at("size"), served.school().ledger().snapshot()->size());
  EXPECT_EQ(school.at("trial"), true);
  EXPECT_EQ(school.at("time_zone"), "Europe/Moscow");
  EXPECT_TRUE(school.at("now").as_string().starts_with("2026-03-11T1"));
}

}  // namespace
}  // namespace letopis::api
