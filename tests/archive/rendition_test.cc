#include "archive/rendition.h"

#include <gtest/gtest.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "archive/temporary_directory.h"
#include "events/fact_filling.h"
#include "events/fact_shapes.h"
#include "events/trial_events.h"

namespace letopis::archive {
namespace {

namespace json = boost::json;

events::EntryParts parts_at(std::int64_t recorded) {
  events::EntryParts parts;
  parts.recorded = {recorded};
  parts.key.digest.bytes.fill(std::byte{0xAB});
  return parts;
}

std::string line_of(const events::Event& event, std::int64_t recorded = 1'757'939'700'500) {
  std::string line;
  append_rendition(line, {7}, parts_at(recorded), event);
  return line;
}

std::string says_of(const events::Fact& fact) {
  const auto line = line_of(events::trial_event(fact));
  const auto at = line.find("\"says\":") + 7;
  return line.substr(at, line.size() - at - 2);
}

// Of 32 equal bytes.
std::string repeated(std::string_view byte) {
  std::string digits;
  for (int i = 0; i < 32; ++i) digits += byte;
  return digits;
}

TEST(Rendition, MarkIsWrittenAsTheDocumentSays) {
  RecordProperty("requirement", "ARC-02 ARC-05");
  EXPECT_EQ(line_of(events::trial_event(events::full_mark())),
            "{\"position\":7,\"recorded\":\"2025-09-15T12:35:00.500Z\","
            "\"stated\":\"2025-09-15T12:35:00.123Z\",\"author\":1017,\"key\":\"" +
                repeated("ab") +
                "\",\"stream\":\"cell\",\"of\":[41207,1163,0],\"version\":3,"
                "\"command\":\"01020304050607081112131415161718\",\"index\":1,\"count\":2,"
                "\"fact\":\"mark_given\",\"says\":{\"lesson\":41207,\"pupil\":1163,"
                "\"day\":\"2025-09-15\",\"ordinal\":1,\"value\":\"four\",\"work\":1,"
                "\"permission\":9,\"comment\":\"" +
                repeated("5a") + "\"}}\n");
}

TEST(Rendition, MembersStandInTheOrderOfTheDocumentsExample) {
  const auto document =
      bytes_of_file(std::filesystem::path(LETOPIS_SOURCE_DIR) / "docs/archive-format.md");
  auto at = document.find("{\"position\":7");
  ASSERT_NE(at, std::string::npos);
  const auto parsed = json::parse(line_of(events::trial_event(events::full_mark())));
  for (const auto& member : parsed.as_object()) {
    const auto found = document.find("\"" + std::string(member.key()) + "\":", at);
    ASSERT_NE(found, std::string::npos) << member.key();
    at = found;
  }
}

json::object said_of(const events::FactShape& shape, const events::Fact& fact) {
  const auto line = line_of(events::trial_event(fact));
  EXPECT_EQ(line.find('\n'), line.size() - 1) << shape.name;
  std::error_code wrong;
  const auto parsed = json::parse(line, wrong);
  EXPECT_FALSE(wrong) << line;
  EXPECT_EQ(parsed.at("fact").as_string(), shape.name);
  return parsed.at("says").as_object();
}

TEST(Rendition, AFullFactIsOneLineOfJsonWithTheSchemasFields) {
  const auto shapes = events::fact_shapes();
  for (std::size_t ordinal = 0; ordinal < shapes.size(); ++ordinal) {
    const auto& fields = shapes[ordinal].fields;
    const auto says = said_of(shapes[ordinal], events::full_fact(ordinal));
    ASSERT_EQ(says.size(), fields.size()) << shapes[ordinal].name;
    auto field = fields.begin();
    for (const auto& member : says) EXPECT_EQ(member.key(), (field++)->name);
  }
}

// So a line keeps its words when a later schema adds a field that may be absent.
TEST(Rendition, WhatIsAbsentIsLeftOutAndTheRestKeepsItsOrder) {
  const auto shapes = events::fact_shapes();
  for (std::size_t ordinal = 0; ordinal < shapes.size(); ++ordinal) {
    const auto says = said_of(shapes[ordinal], events::bare_fact(ordinal));
    auto member = says.begin();
    for (const auto& field : shapes[ordinal].fields) {
      if (member != says.end() && member->key() == field.name) {
        EXPECT_FALSE(member->value().is_null()) << shapes[ordinal].name << '.' << field.name;
        ++member;
      } else {
        EXPECT_TRUE(field.optional) << shapes[ordinal].name << '.' << field.name;
      }
    }
    EXPECT_EQ(member, says.end()) << shapes[ordinal].name;
  }
}

TEST(Rendition, FactsThatDifferAreWrittenDifferently) {
  for (std::size_t ordinal = 0; ordinal < events::kFacts; ++ordinal) {
    EXPECT_NE(says_of(events::full_fact(ordinal)), says_of(events::bare_fact(ordinal))) << ordinal;
  }
}

TEST(Rendition, TextsKeepTheirCharactersAndLoseNoQuote) {
  events::PlanAdopted plan;
  plan.plan = {1};
  plan.load = {2};
  plan.name = "«Алгебра» \"7\\8\"\nи — 𝛼";
  plan.topics = {{1, "/", false}, {2, "", true}};
  const auto says = says_of(plan);
  EXPECT_NE(says.find("\"name\":\"«Алгебра» \\\"7\\\\8\\\"\\nи — 𝛼\""), std::string::npos) << says;
  EXPECT_NE(says.find("\"topic\":\"/\""), std::string::npos) << says;
  EXPECT_EQ(json::parse(says).at("name").as_string(), plan.name);
}

TEST(Rendition, DaysAndMomentsAreThoseOfTheCalendar) {
  const auto day = [](std::int32_t value) {
    auto mark = events::plain_mark();
    mark.day = {value};
    const auto says = says_of(mark);
    const auto at = says.find("\"day\":") + 6;
    return says.substr(at, says.find(',', at) - at);
  };
  EXPECT_EQ(day(0), "\"1970-01-01\"");
  EXPECT_EQ(day(-1), "\"1969-12-31\"");
  EXPECT_EQ(day(19'782), "\"2024-02-29\"");
  EXPECT_EQ(day(20'346), "\"2025-09-15\"");
  for (const auto value :
       {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()}) {
    EXPECT_GT(day(value).size(), 10u) << "some text, and no crash";
  }
  const auto recorded = [](std::int64_t value) {
    const auto line = line_of(events::trial_event(events::plain_mark()), value);
    const auto at = line.find("\"recorded\":") + 11;
    return line.substr(at, line.find(',', at) - at);
  };
  EXPECT_EQ(recorded(0), "\"1970-01-01T00:00:00.000Z\"");
  EXPECT_EQ(recorded(1'709'251'199'999), "\"2024-02-29T23:59:59.999Z\"");
  EXPECT_EQ(recorded(253'402'300'799'999), "\"9999-12-31T23:59:59.999Z\"");
  EXPECT_EQ(recorded(253'402'300'800'000), "253402300800000");
  EXPECT_EQ(recorded(-1), "-1");
}

}  // namespace
}  // namespace letopis::archive
