// The schema as it was published: names, numbers, types and places of all that stands in an event.
// What is in schema_v1.txt stays as it is; the schema may only grow.
#include <capnp/schema.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "events/event.capnp.h"
#include "events/golden_file.h"

namespace letopis::events {
namespace {

std::string name_of(const capnp::Schema& schema) { return schema.getShortDisplayName().cStr(); }

std::string name_of(const capnp::Type& type) {
  if (type.isUInt16()) return "UInt16";
  if (type.isUInt32()) return "UInt32";
  if (type.isUInt64()) return "UInt64";
  if (type.isInt32()) return "Int32";
  if (type.isInt64()) return "Int64";
  if (type.isBool()) return "Bool";
  if (type.isText()) return "Text";
  if (type.isData()) return "Data";
  if (type.isEnum()) return name_of(type.asEnum());
  if (type.isStruct()) return name_of(type.asStruct());
  if (type.isList()) return fmt::format("List({})", name_of(type.asList().getElementType()));
  return "a type that no fact had so far";
}

// Prints what can be reached from a struct, each part once, by name.
class Printer {
 public:
  void print(const capnp::StructSchema& schema, const std::string& name) {
    const auto proto = schema.getProto();
    auto [lines, fresh] = lines_.try_emplace(name);
    if (!fresh) return;
    const auto shape = proto.getStruct();
    std::string head = fmt::format("struct {} {:x}", name, proto.getId());
    if (shape.getDiscriminantCount() > 0) {
      head += fmt::format(" union at {}", shape.getDiscriminantOffset());
    }
    lines->second.push_back(head);
    for (const auto field : schema.getFields()) lines->second.push_back(field_line(field, name));
  }

  void print(const capnp::EnumSchema& schema) {
    const std::string name = name_of(schema);
    auto [lines, fresh] = lines_.try_emplace(name);
    if (!fresh) return;
    lines->second.push_back(fmt::format("enum {} {:x}", name, schema.getProto().getId()));
    for (const auto one : schema.getEnumerants()) {
      lines->second.push_back(
          fmt::format("{}.{} = {}", name, one.getProto().getName().cStr(), one.getOrdinal()));
    }
  }

  std::vector<std::string> lines() const {
    std::vector<std::string> all;
    for (const auto& [name, lines] : lines_) all.insert(all.end(), lines.begin(), lines.end());
    return all;
  }

 private:
  std::string field_line(const capnp::StructSchema::Field& field, const std::string& parent) {
    const auto proto = field.getProto();
    const std::string name = fmt::format("{}.{}", parent, proto.getName().cStr());
    if (proto.isGroup()) {
      print(field.getType().asStruct(), name);
      return fmt::format("{} :group", name);
    }
    reach(field.getType());
    const auto slot = proto.getSlot();
    std::string line = fmt::format("{} @{} :{} at {}", name, proto.getOrdinal().getExplicit(),
                                   name_of(field.getType()), slot.getOffset());
    if (proto.getDiscriminantValue() != capnp::schema::Field::NO_DISCRIMINANT) {
      line += fmt::format(" union {}", proto.getDiscriminantValue());
    }
    if (slot.getHadExplicitDefault()) line += " with a default of its own";
    return line;
  }

  void reach(const capnp::Type& type) {
    if (type.isStruct()) print(type.asStruct(), name_of(type.asStruct()));
    if (type.isEnum()) print(type.asEnum());
    if (type.isList()) reach(type.asList().getElementType());
  }

  std::map<std::string, std::vector<std::string>> lines_;
};

std::vector<std::string> lines_of_today() {
  Printer printer;
  printer.print(capnp::Schema::from<wire::Event>(), "Event");
  printer.print(capnp::Schema::from<wire::StreamKind>());
  return printer.lines();
}

TEST(SchemaGolden, NothingPublishedIsChangedOrGone) {
  const auto today = lines_of_today();
  const GoldenFile golden("schema_v1.txt");
  ASSERT_FALSE(golden.lines().empty());
  for (const auto& line : golden.lines()) {
    EXPECT_NE(std::find(today.begin(), today.end(), line), today.end())
        << "a published part of the schema is no longer so: " << line;
  }
}

TEST(SchemaGolden, EveryPartOfTodayStandsInTheGolden) {
  GoldenFile golden("schema_v1.txt");
  const auto today = lines_of_today();
  golden.add(today);
  for (const auto& line : today) {
    EXPECT_TRUE(golden.holds(line))
        << "new in the schema: run the tests with LETOPIS_WRITE_GOLDENS=1: " << line;
  }
}

TEST(SchemaGolden, NoFieldHasADefaultOfItsOwn) {
  for (const auto& line : lines_of_today()) {
    EXPECT_EQ(line.find("with a default"), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace letopis::events
