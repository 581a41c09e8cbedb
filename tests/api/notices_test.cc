// Parents choose of what they are written to.
#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "api/served_school.h"

namespace letopis::api {
namespace {

namespace json = boost::json;

const std::string kRoute = "/api/v1/notices";

TEST(NoticeTopics, AParentChoosesThemAndTheyOutliveARestart) {
  RecordProperty("requirement", "DRY-06");
  ServedSchool served;
  const Guest parent(served, "roditel");
  const auto usual = parent.get(kRoute).json();
  EXPECT_EQ(usual.at("topics"), (json::array{"messages", "news", "events", "absences", "week"}));
  const json::array chosen{"day", "corrections"};
  const auto told = parent.put(kRoute, {{"topics", chosen}});
  EXPECT_EQ(told.status(), 200u) << told.answer.body;
  EXPECT_EQ(told.json().at("topics"), (json::array{"corrections", "day"}));
  served.restart();
  EXPECT_EQ(Guest(served, "roditel").get(kRoute).json().at("topics"),
            (json::array{"corrections", "day"}));
}

TEST(NoticeTopics, WhatIsNoTopicChangesNothing) {
  ServedSchool served;
  const Guest parent(served, "roditel");
  for (const json::object& body :
       {json::object{{"topics", {"news", "weather"}}}, json::object{{"topics", "news"}},
        json::object{}, json::object{{"topics", json::array(8, "news")}}}) {
    EXPECT_EQ(parent.put(kRoute, body).code(), "body.field") << json::serialize(body);
  }
  EXPECT_EQ(parent.get(kRoute).json().at("topics").as_array().size(), 5u);
}

TEST(NoticeTopics, WhoHasNoChildInTheSchoolIsWrittenToByNobody) {
  ServedSchool served;
  const Guest teacher(served, "deputy");
  EXPECT_EQ(teacher.get(kRoute).status(), 422u);
  EXPECT_EQ(teacher.put(kRoute, {{"topics", json::array{}}}).code(), "choice.no_child");
}

}  // namespace
}  // namespace letopis::api
