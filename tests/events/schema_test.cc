// Code and schema say the same: facts, fields and words, by order and by name.
#include <capnp/schema.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "events/event.capnp.h"
#include "events/fact_filling.h"
#include "events/fact_shapes.h"
#include "events/stream.h"

namespace letopis::events {
namespace {

// "schoolClass" is "school_class" in code.
std::string in_code(std::string_view camel) {
  std::string snake;
  for (const char letter : camel) {
    const auto byte = static_cast<unsigned char>(letter);
    if (std::isupper(byte)) snake += '_';
    snake += static_cast<char>(std::tolower(byte));
  }
  return snake;
}

std::string in_code(const capnp::StructSchema::Field& field) {
  return in_code(field.getProto().getName().cStr());
}

std::vector<std::string> words_of(const capnp::EnumSchema& schema) {
  std::vector<std::string> words;
  for (const auto one : schema.getEnumerants()) {
    EXPECT_EQ(one.getOrdinal(), words.size());
    words.push_back(in_code(one.getProto().getName().cStr()));
  }
  return words;
}

capnp::schema::Type::Which wire_type(const std::string& type) {
  using Which = capnp::schema::Type::Which;
  static const std::map<std::string, Which> types = {
      {"Day", Which::INT32},  {"Instant", Which::INT64},  {"Position", Which::UINT64},
      {"u16", Which::UINT16}, {"u32", Which::UINT32},     {"Bool", Which::BOOL},
      {"Text", Which::TEXT},  {"Digest", Which::DATA},    {"PublicKey", Which::DATA},
      {"KeyId", Which::DATA}, {"Commitment", Which::DATA}};
  const auto found = types.find(type);
  return found == types.end() ? Which::UINT32 : found->second;  // else a number of a thing
}

void expect_same(const std::vector<FieldShape>& code, const capnp::StructSchema& wire,
                 const std::string& where);

void expect_same(const FieldShape& code, capnp::Type wire, const std::string& where) {
  ASSERT_EQ(code.list, wire.isList()) << where;
  if (code.list) wire = wire.asList().getElementType();
  if (!code.words.empty()) {
    ASSERT_TRUE(wire.isEnum()) << where;
    EXPECT_EQ(words_of(wire.asEnum()),
              std::vector<std::string>(code.words.begin(), code.words.end()))
        << where;
  } else if (!code.fields.empty()) {
    ASSERT_TRUE(wire.isStruct()) << where;
    expect_same(code.fields, wire.asStruct(), where);
  } else {
    EXPECT_EQ(wire.which(), wire_type(code.type)) << where;
  }
}

void expect_same(const std::vector<FieldShape>& code, const capnp::StructSchema& wire,
                 const std::string& where) {
  const auto fields = wire.getFields();
  ASSERT_EQ(fields.size(), code.size()) << where;
  for (const auto field : fields) {
    const auto at = field.getProto().getOrdinal().getExplicit();
    ASSERT_LT(at, code.size()) << where;
    EXPECT_EQ(in_code(field), code[at].name) << where;
    expect_same(code[at], field.getType(), where + "." + code[at].name);
  }
}

capnp::StructSchema union_of_facts() {
  const capnp::StructSchema event = capnp::Schema::from<wire::Event>();
  return event.getFieldByName("fact").getType().asStruct();
}

TEST(Schema, TheUnionHasTheFactsOfTheCodeInTheirOrder) {
  const auto shapes = fact_shapes();
  const auto members = union_of_facts().getUnionFields();
  ASSERT_EQ(members.size(), kFacts);
  for (const auto member : members) {
    const auto ordinal = member.getProto().getDiscriminantValue();
    ASSERT_LT(ordinal, kFacts);
    EXPECT_EQ(in_code(member), shapes[ordinal].name);
    const std::string name = member.getType().asStruct().getShortDisplayName().cStr();
    EXPECT_EQ(in_code(name), "_" + shapes[ordinal].name);
  }
}

TEST(Schema, EveryFactHasTheFieldsAndWordsOfTheCode) {
  const auto shapes = fact_shapes();
  for (const auto member : union_of_facts().getUnionFields()) {
    const auto& shape = shapes[member.getProto().getDiscriminantValue()];
    expect_same(shape.fields, member.getType().asStruct(), shape.name);
  }
}

TEST(Schema, StreamKindsAreThoseOfTheCode) {
  const std::pair<StreamKind, const char*> kinds[] = {
      {StreamKind::kSchool, "school"},      {StreamKind::kYear, "year"},
      {StreamKind::kClass, "school_class"}, {StreamKind::kGroup, "group"},
      {StreamKind::kLoad, "load"},          {StreamKind::kTimetable, "timetable"},
      {StreamKind::kPerson, "person"},      {StreamKind::kLesson, "lesson"},
      {StreamKind::kCell, "cell"},          {StreamKind::kPeriodMark, "period_mark"},
      {StreamKind::kDispute, "dispute"},    {StreamKind::kPermission, "permission"},
      {StreamKind::kRemark, "remark"},      {StreamKind::kControlNote, "control_note"},
      {StreamKind::kCopy, "copy"},          {StreamKind::kVolume, "volume"},
      {StreamKind::kMedium, "medium"},      {StreamKind::kMessage, "message"},
      {StreamKind::kPost, "post"},          {StreamKind::kSchoolEvent, "school_event"}};
  const auto words = words_of(capnp::Schema::from<wire::StreamKind>());
  ASSERT_EQ(words.size(), std::size(kinds));
  for (const auto& [kind, name] : kinds) {
    EXPECT_EQ(words[static_cast<std::size_t>(kind)], name);
  }
}

struct Named {
  const char* fact;
  const char* field;
};

// What is free text about a person, so that destroying the person's key erases it.
TEST(Schema, FreeTextAboutPersonsIsNeverInTheOpen) {
  RecordProperty("requirement", "ACC-15");
  const Named committed[] = {{"person_registered", "fields"},
                             {"person_changed", "fields"},
                             {"mark_given", "comment"},
                             {"mark_corrected", "note"},
                             {"mark_withdrawn", "note"},
                             {"period_mark_corrected", "note"},
                             {"period_mark_withdrawn", "note"},
                             {"absence_explained", "document"},
                             {"individual_homework_set", "text"},
                             {"dispute_raised", "text"},
                             {"dispute_answered", "text"},
                             {"pupil_noted", "text"},
                             {"remark_made", "text"},
                             {"consent_recorded", "document"},
                             {"exemption_given", "document"}};
  const auto shapes = fact_shapes();
  for (const Named& expected : committed) {
    const std::string fact = expected.fact;
    const std::string name = expected.field;
    const auto shape = std::find_if(shapes.begin(), shapes.end(),
                                    [&](const FactShape& one) { return one.name == fact; });
    ASSERT_NE(shape, shapes.end()) << fact;
    bool found = false;
    for (const auto& field : shape->fields) {
      EXPECT_NE(field.type, "Text") << fact << "." << field.name;
      const auto& held = field.fields.empty() ? field : field.fields.back();
      if (field.name == name) found = held.type == "Commitment";
    }
    EXPECT_TRUE(found) << fact << "." << name << " is no commitment";
  }
}

}  // namespace
}  // namespace letopis::events
