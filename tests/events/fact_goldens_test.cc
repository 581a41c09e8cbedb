// The bytes of every fact as they were when it was published. Each line of facts_v1.txt says:
// ordinal, name, full or bare, how many fields the fact had then, the event in hexadecimal.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "events/fact_filling.h"
#include "events/fact_shapes.h"
#include "events/golden_file.h"
#include "events/trial_events.h"
#include "signing/encoding.h"

namespace letopis::events {
namespace {

constexpr const char* kGoldens = "facts_v1.txt";
constexpr const char* kHowToAdd = "a new fact or field: run the tests with LETOPIS_WRITE_GOLDENS=1";

struct Golden {
  std::size_t ordinal = 0;
  std::string name;
  std::string filling;
  std::size_t fields = 0;
  std::string event;  // hexadecimal
};

Golden parse(const std::string& line) {
  Golden golden;
  std::istringstream(line) >> golden.ordinal >> golden.name >> golden.filling >> golden.fields >>
      golden.event;
  return golden;
}

Fact sample(const Golden& golden) {
  return golden.filling == "full" ? full_fact(golden.ordinal, golden.fields)
                                  : bare_fact(golden.ordinal, golden.fields);
}

std::vector<std::string> lines_of_today() {
  std::vector<std::string> lines;
  const auto shapes = fact_shapes();
  for (std::size_t ordinal = 0; ordinal < kFacts; ++ordinal) {
    for (const char* filling : {"full", "bare"}) {
      const Golden golden{
          ordinal, shapes[ordinal].name, filling, shapes[ordinal].fields.size(), {}};
      std::ostringstream line;
      line << ordinal << ' ' << golden.name << ' ' << filling << ' ' << golden.fields << ' '
           << signing::to_hex(encode(trial_event(sample(golden))));
      lines.push_back(line.str());
    }
  }
  return lines;
}

TEST(FactGoldens, EveryFactOfTodayStandsInTheGoldens) {
  GoldenFile goldens(kGoldens);
  const auto today = lines_of_today();
  goldens.add(today);
  for (const auto& line : today) EXPECT_TRUE(goldens.holds(line)) << kHowToAdd << ": " << line;
}

TEST(FactGoldens, EveryGoldenKeepsItsOrdinalAndItsName) {
  const auto shapes = fact_shapes();
  std::set<std::size_t> seen;
  const GoldenFile goldens(kGoldens);
  for (const auto& line : goldens.lines()) {
    const Golden golden = parse(line);
    ASSERT_LT(golden.ordinal, kFacts) << "a published fact is gone: " << golden.name;
    EXPECT_EQ(shapes[golden.ordinal].name, golden.name) << golden.ordinal;
    EXPECT_LE(golden.fields, shapes[golden.ordinal].fields.size()) << golden.name;
    seen.insert(golden.ordinal);
  }
  EXPECT_EQ(seen.size(), kFacts);
}

TEST(FactGoldens, EveryGoldenIsWrittenAndReadAsItWas) {
  const GoldenFile goldens(kGoldens);
  for (const auto& line : goldens.lines()) {
    const Golden golden = parse(line);
    ASSERT_LT(golden.ordinal, kFacts) << golden.name;
    const Event event = trial_event(sample(golden));
    EXPECT_EQ(signing::to_hex(encode(event)), golden.event) << golden.name << golden.filling;
    const auto decoded = decode(*signing::from_hex(golden.event));
    ASSERT_TRUE(decoded) << golden.name << ": " << decoded.refusal().says.en;
    EXPECT_EQ(*decoded, event) << golden.name << golden.filling;
  }
}

TEST(FactGoldens, TheEnvelopeIsReadWithoutTheFact) {
  const GoldenFile goldens(kGoldens);
  for (const auto& line : goldens.lines()) {
    const Golden golden = parse(line);
    ASSERT_LT(golden.ordinal, kFacts) << golden.name;
    const auto envelope = decode_envelope(*signing::from_hex(golden.event));
    ASSERT_TRUE(envelope) << golden.name;
    EXPECT_EQ(*envelope, trial_event(sample(golden))) << golden.name;
  }
}

}  // namespace
}  // namespace letopis::events
