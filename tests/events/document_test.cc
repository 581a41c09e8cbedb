// docs/event-format.md says what the code does: its example is made again, its lists are compared.
#include <capnp/schema.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "events/commitment.h"
#include "events/envelope.h"
#include "events/fact_filling.h"
#include "events/fact_shapes.h"
#include "events/fact_values.h"
#include "events/format_document.h"
#include "events/trial_events.h"
#include "signing/encoding.h"
#include "signing/merkle.h"

namespace letopis::events {
namespace {

constexpr Instant kRecorded{1'757'939'701'000};

// The mark of the document's example.
Event example() {
  Event event = trial_event(plain_mark());
  for (std::size_t i = 0; i < 32; ++i) event.log.bytes.bytes[i] = static_cast<std::byte>(0xC0 + i);
  event.version = 1;
  event.command = {0x0011'2233'4455'66FF, 0x8899'AABB'CCDD'EEFF};
  event.index = 0;
  event.count = 1;
  return event;
}

signing::PrivateKey key_of(const FormatDocument& document) {
  const auto seed = signing::from_hex(document.hex("seed"));
  return signing::PrivateKey(signing::Secret32(std::span<const std::byte, 32>(*seed)));
}

// The bytes of a table of the example, joined.
std::string bytes_in(const std::vector<Row>& rows) {
  std::string hex;
  for (const auto& row : rows) {
    if (row[1] == "the event") break;
    for (const char digit : unquoted(row[1])) {
      if (digit != ' ') hex += digit;
    }
  }
  return hex;
}

TEST(FormatDocument, ItsEventIsWhatTheCodeWrites) {
  const FormatDocument document;
  EXPECT_EQ(signing::to_hex(encode(example())), document.hex("event"));
  const auto read = decode(*signing::from_hex(document.hex("event")));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, example());
  EXPECT_EQ(bytes_in(document.rows({"word", "bytes"})), document.hex("event"));
}

TEST(FormatDocument, ItsEntryIsSignedWithTheKeyOfItsSeed) {
  const FormatDocument document;
  const auto key = key_of(document);
  EXPECT_EQ(signing::to_hex(key.public_key().view()), document.hex("public key"));
  const auto entry = make_entry(sign_event(encode(example()), key), kRecorded);
  EXPECT_EQ(signing::to_hex(bytes_of(entry)), document.hex("entry"));
  EXPECT_EQ(bytes_in(document.rows({"at", "bytes"})) + document.hex("event"),
            document.hex("entry"));
  EXPECT_EQ(signing::to_hex(signing::leaf_hash(bytes_of(entry)).view()), document.hex("leaf"));
  const auto parts = cut_entry(bytes_of(entry));
  EXPECT_TRUE(
      verify_event(parts->event, *signing::CheckedKey::admit(key.public_key()), parts->signature));
}

TEST(FormatDocument, TheFrameOfItsEntryIsCutAtTheBordersItNames) {
  const FormatDocument document;
  std::size_t at = 0;
  for (const auto& row : document.rows({"at", "bytes"})) {
    EXPECT_EQ(row[0], std::to_string(at));
    if (row[1] != "the event") at += unquoted(row[1]).size() / 2;
  }
  EXPECT_EQ(at, kEntryFrameBytes);
}

TEST(FormatDocument, ItsCommitmentIsWhatTheCodeComputes) {
  std::array<std::byte, 32> salt{};
  for (std::size_t i = 0; i < 32; ++i) salt[i] = static_cast<std::byte>(i);
  EXPECT_EQ(signing::to_hex(commit(salt, "Иванова Мария").digest.view()),
            FormatDocument().hex("commitment"));
}

// The names of enumerations and values, which only the schema knows.
std::string type_in_schema(capnp::Type type) {
  if (type.isList()) type = type.asList().getElementType();
  if (type.isEnum()) return type.asEnum().getShortDisplayName().cStr();
  return type.isStruct() ? type.asStruct().getShortDisplayName().cStr() : "";
}

capnp::StructSchema::Field field_at(const capnp::StructSchema& schema, std::size_t ordinal) {
  for (const auto field : schema.getFields()) {
    if (field.getProto().getOrdinal().getExplicit() == ordinal) return field;
  }
  throw std::runtime_error("no such field in the schema");
}

capnp::StructSchema union_of_facts() {
  const capnp::StructSchema event = capnp::Schema::from<wire::Event>();
  return event.getFieldByName("fact").getType().asStruct();
}

// "group GroupNumber*", "order Order?", "lines [CurriculumLine]"
std::vector<std::string> as_documented(const std::vector<FieldShape>& fields,
                                       const capnp::StructSchema& schema) {
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < fields.size(); ++at) {
    const auto& field = fields[at];
    const auto named = type_in_schema(field_at(schema, at).getType());
    const auto type = named.empty() ? field.type : named;
    texts.push_back(field.name + ' ' + (field.list ? '[' + type + ']' : type));
    if (field.declares) texts.back() += '*';
    if (field.optional) texts.back() += '?';
  }
  return texts;
}

TEST(FormatDocument, ListsExactlyTheFactsOfTheCodeWithTheirFields) {
  const auto shapes = fact_shapes();
  const auto rows = FormatDocument().rows({"#", "fact", "states", "stream", "fields"});
  ASSERT_EQ(rows.size(), kFacts);
  const auto members = union_of_facts().getUnionFields();
  for (std::size_t ordinal = 0; ordinal < kFacts; ++ordinal) {
    const auto& row = rows[ordinal];
    EXPECT_EQ(row[0], std::to_string(ordinal));
    EXPECT_EQ(unquoted(row[1]), shapes[ordinal].name);
    EXPECT_FALSE(row[2].empty()) << row[1];
    const auto schema = members[static_cast<unsigned>(ordinal)].getType().asStruct();
    EXPECT_EQ(listed(row[4]), as_documented(shapes[ordinal].fields, schema)) << row[1];
  }
}

// "cell(lesson,pupil)": the kind's name, and the fields that make the stream's parts.
Stream stream_as_documented(const std::string& text, const Fact& fact,
                            const std::vector<Row>& kinds) {
  const auto bracket = std::min(text.find('('), text.size());
  const auto name = text.substr(0, bracket);
  const auto kind =
      std::find_if(kinds.begin(), kinds.end(), [&](const Row& row) { return row[1] == name; });
  EXPECT_NE(kind, kinds.end()) << name;
  Stream stream{static_cast<StreamKind>(kind - kinds.begin()), 0, 0, 0};
  if (bracket == text.size()) return stream;
  const auto numbers = numbers_in(fact);
  const auto parts = listed(text.substr(bracket + 1, text.size() - bracket - 2));
  std::uint32_t* const to[] = {&stream.a, &stream.b, &stream.c, &stream.c};
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (at == 3) stream.c *= 4;  // a result kind beside its period
    *to[at] += numbers.at(parts[at]);
  }
  return stream;
}

TEST(FormatDocument, NamesTheStreamOfEveryFact) {
  const FormatDocument document;
  const auto kinds = document.rows({"kind", "stream", "a", "b", "c"});
  ASSERT_EQ(kinds.size(), static_cast<std::size_t>(StreamKind::kSchoolEvent) + 1);
  for (std::size_t at = 0; at < kinds.size(); ++at) EXPECT_EQ(kinds[at][0], std::to_string(at));
  const auto rows = document.rows({"#", "fact", "states", "stream", "fields"});
  ASSERT_EQ(rows.size(), kFacts);
  for (std::size_t ordinal = 0; ordinal < kFacts; ++ordinal) {
    const Fact fact = full_fact(ordinal);
    EXPECT_EQ(stream_of(fact), stream_as_documented(rows[ordinal][3], fact, kinds))
        << rows[ordinal][1];
  }
}

// Collects the words of each enumeration and the fields of each value that a fact may hold.
void collect(const std::vector<FieldShape>& fields, const capnp::StructSchema& schema,
             std::map<std::string, std::vector<std::string>>& words,
             std::map<std::string, std::vector<std::string>>& values) {
  for (std::size_t at = 0; at < fields.size(); ++at) {
    auto type = field_at(schema, at).getType();
    const auto name = type_in_schema(type);
    if (!fields[at].words.empty()) words[name] = {fields[at].words.begin(), fields[at].words.end()};
    if (fields[at].fields.empty()) continue;
    if (type.isList()) type = type.asList().getElementType();
    values[name] = as_documented(fields[at].fields, type.asStruct());
    collect(fields[at].fields, type.asStruct(), words, values);
  }
}

std::map<std::string, std::vector<std::string>> listed_by_name(const std::vector<Row>& rows) {
  std::map<std::string, std::vector<std::string>> all;
  for (const auto& row : rows) all[unquoted(row.front())] = listed(row.back());
  return all;
}

TEST(FormatDocument, ListsExactlyTheWordsAndValuesOfTheCode) {
  std::map<std::string, std::vector<std::string>> words;
  std::map<std::string, std::vector<std::string>> values;
  const auto shapes = fact_shapes();
  for (const auto member : union_of_facts().getUnionFields()) {
    const auto& shape = shapes[member.getProto().getDiscriminantValue()];
    collect(shape.fields, member.getType().asStruct(), words, values);
  }
  const FormatDocument document;
  EXPECT_EQ(listed_by_name(document.rows({"enumeration", "what", "words"})), words);
  EXPECT_EQ(listed_by_name(document.rows({"value", "fields"})), values);
}

TEST(FormatDocument, StatesTheLimitsOfTheCode) {
  const std::vector<Row> limits = {{"an event", "65 000 bytes"},
                                   {"an entry", "65 104 bytes"},
                                   {"events of one command", "16 384"},
                                   {"one public text", "4 000 bytes"},
                                   {"items of one list", "4 096"},
                                   {"one private text", "64 000 bytes"},
                                   {"stated ahead of recorded", "300 000 ms"}};
  EXPECT_EQ(FormatDocument().rows({"what", "at most"}), limits);
  static_assert(kMaxEventBytes == 65'000 && kMaxEventBytes + kEntryFrameBytes == 65'104);
  static_assert(kMaxCommandEvents == 16'384 && kMaxTextBytes == 4'000 && kMaxListItems == 4'096);
  static_assert(kMaxPrivateTextBytes == 64'000 && kStatedAheadMs == 300'000);
}

}  // namespace
}  // namespace letopis::events
