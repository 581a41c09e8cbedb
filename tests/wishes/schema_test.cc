#include <gmock/gmock.h>

#include <set>

#include <boost/json/serialize.hpp>

#include "wishes/describing.h"
#include "wishes/queries.h"
#include "wishes/verbs.h"

namespace letopis::wishes {
namespace {

namespace json = boost::json;

void expect_described(const json::object& schema, std::string_view where) {
  ASSERT_TRUE(schema.contains("description")) << where;
  EXPECT_FALSE(schema.at("description").get_string().empty()) << where;
  EXPECT_FALSE(schema.at("x-description-ru").get_string().empty()) << where;
}

// The fields of an object and of all objects inside it; "do" and "show" say themselves what they
// are.
void expect_fields_described(const json::object& schema, const std::string& where) {
  const auto* properties = schema.if_contains("properties");
  if (properties == nullptr) return;
  for (const auto& [name, value] : properties->get_object()) {
    const auto& field = value.get_object();
    const auto place = where + "." + std::string(name);
    if (!field.contains("const")) expect_described(field, place);
    expect_fields_described(field, place);
    if (const auto* items = field.if_contains("items")) {
      expect_fields_described(items->get_object(), place + "[]");
    }
  }
}

TEST(Schema, EveryFactOfTheClosedListIsACommandByItsName) {
  std::set<std::string_view> names;
  for (const auto& verb : verbs()) EXPECT_TRUE(names.insert(verb.name).second) << verb.name;
  std::size_t facts = 0;
  [&]<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    ((facts += names.count(std::variant_alternative_t<kIndex, events::AnyFact>::kName)), ...);
  }
  (std::make_index_sequence<events::kFacts>());
  EXPECT_EQ(facts, events::kFacts);
  // Every kind of command but the plain statement of facts; the bundled regulations by name, and a
  // message with one text.
  EXPECT_EQ(names.size(), events::kFacts + std::variant_size_v<rules::Command> - 1 + 2);
}

TEST(Schema, EveryCommandQueryAndFieldIsDescribedInBothLanguages) {
  for (const auto& verb : verbs()) {
    const auto schema = schema_of(verb);
    expect_described(schema, verb.name);
    expect_fields_described(schema, std::string(verb.name));
  }
  for (const auto& query : queries()) {
    const auto schema = query.schema();
    expect_described(schema, query.name);
    expect_fields_described(schema, std::string(query.name));
  }
}

TEST(Schema, SaysWhatIsNeededAndWhatMayBeLeftOut) {
  for (const auto& verb : verbs()) {
    if (verb.name != "mark_given") continue;
    const auto schema = schema_of(verb);
    EXPECT_EQ(json::serialize(schema.at("required")), R"(["do","lesson","pupil","value"])");
    const auto& fields = schema.at("properties").get_object();
    EXPECT_EQ(fields.at("ordinal").at("default"), json::value(1));
    EXPECT_EQ(fields.at("pupil").at("$ref"), json::value("#/$defs/person"));
    EXPECT_THAT(std::string(fields.at("day").at("description").get_string()),
                testing::HasSubstr("the day of the lesson"));
  }
}

TEST(Schema, NumbersThatAFactDeclaresAreNoFields) {
  for (const auto& verb : verbs()) {
    if (verb.name != "lesson_held") continue;
    EXPECT_FALSE(schema_of(verb).at("properties").get_object().contains("lesson"));
  }
}

TEST(Schema, EveryReferenceMayBeANumber) {
  const auto references = reference_schemas();
  EXPECT_EQ(references.size(), static_cast<std::size_t>(events::NumberKind::kSchoolEvent) + 1);
  for (const auto& [name, schema] : references) {
    EXPECT_EQ(schema.at("anyOf").at(0).at("type"), json::value("integer")) << name;
  }
}

}  // namespace
}  // namespace letopis::wishes
