// letopis-verify as an inspector calls it: exit codes, words, JSON.
#include <gmock/gmock.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "archive/layout.h"
#include "archive/volume_forger.h"
#include "events/facts_marks.h"
#include "terminal/program.h"
#include "verifier/verify_command.h"

namespace letopis::verifier {
namespace {

using archive::MediumCopy;
using archive::SealedSchool;
using archive::TemporaryDirectory;
using archive::VolumeForger;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Ran {
  int exit = 0;
  std::string out;
  std::string errors;
};

Ran verify(const std::vector<std::string>& words) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Ran ran;
  ran.exit = terminal::run_single(words, verify_command());
  std::fflush(stdout);
  ran.out = testing::internal::GetCapturedStdout();
  ran.errors = testing::internal::GetCapturedStderr();
  return ran;
}

const SealedSchool& school() { return SealedSchool::first_days(); }

// What an inspector brings along.
class Inspector {
 public:
  Inspector() {
    archive::put_file(trust(), archive::print_trust(school().trust()));
    archive::put_file(visit(), school().log_at(1).checkpoint());
  }
  std::string trust() const { return place_.path() / "trust.txt"; }
  std::string visit() const { return place_.path() / "june.checkpoint"; }
  std::string file(std::string_view name) const { return place_.path() / name; }

 private:
  TemporaryDirectory place_;
};

TEST(VerifyProgram, EndsWith0OnEachMediumWithTheTrustFileAnd5Without) {
  RecordProperty("requirement", "ARC-05 ARC-02 ARC-03");
  const Inspector inspector;
  for (const std::size_t which : {0u, 1u}) {
    const std::string medium = school().medium(which);
    const auto trusted = verify({medium, "--trust", inspector.trust()});
    EXPECT_EQ(trusted.exit, 0) << trusted.out;
    EXPECT_THAT(trusted.out, StartsWith("✓ НЕ ИЗМЕНЕНО"));
    EXPECT_EQ(trusted.errors, "");
    const auto alone = verify({medium, "--lang", "en"});
    EXPECT_EQ(alone.exit, 5);
    EXPECT_THAT(alone.out, StartsWith("! NO TRUSTED KEY"));
  }
  const auto both = verify({school().medium(0), school().medium(1), "--trust", inspector.trust()});
  EXPECT_EQ(both.exit, 0) << both.out;
  EXPECT_THAT(both.out, HasSubstr("отличий нет"));
}

TEST(VerifyProgram, SinceAnEarlierVisitIsSaid) {
  const Inspector inspector;
  const auto ran = verify({school().medium(0), "--trust", inspector.trust(), "--since",
                           inspector.visit(), "--lang", "en"});
  EXPECT_EQ(ran.exit, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("before entry " + std::to_string(school().log_at(1).size())));
}

TEST(VerifyProgram, WhatItCannotReadIsARefusalNotAVerdict) {
  const Inspector inspector;
  const std::string medium = school().medium(0);
  archive::put_file(inspector.file("bad"), "believe me\n");
  const TemporaryDirectory empty;
  for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                {"/there/is/nothing"},
                                                {empty.path()},
                                                {inspector.trust()},
                                                {medium, "--trust", "/there/is/nothing"},
                                                {medium, "--trust", inspector.file("bad")},
                                                {medium, "--since", inspector.file("bad")},
                                                {medium, medium, medium},
                                                {medium, "--trust"},
                                                {medium, "--belief", "x"}}) {
    const auto ran = verify(words);
    EXPECT_EQ(ran.exit, 2) << testing::PrintToString(words);
    EXPECT_NE(ran.errors, "") << testing::PrintToString(words);
  }
}

// The checkpoint of an earlier visit is one of the trusted log's, or it proves nothing.
TEST(VerifyProgram, CheckpointOfAnEarlierVisitIsJudgedByTheTrustFile) {
  const Inspector inspector;
  const signing::PrivateKey stranger(signing::Secret32::derive(bytes_of("stranger"), "log"));
  const auto known =
      *signing::parse_checkpoint(signing::parse_note(school().log_at(1).checkpoint())->text);
  archive::put_file(inspector.file("forged"), signing::sign_checkpoint(known, stranger));
  EXPECT_EQ(verify({school().medium(0), "--trust", inspector.trust(), "--since",
                    inspector.file("forged")})
                .exit,
            2);
  EXPECT_EQ(verify({school().medium(0), "--since", inspector.file("forged")}).exit, 5);
}

TEST(VerifyProgram, JsonHoldsTheVerdictAndEveryFinding) {
  const Inspector inspector;
  const MediumCopy medium(school().medium(0));
  const VolumeForger newest(medium, school().volumes()[2].name);
  auto log = school().log_at(2);
  log.falsify(77, [](events::Event& event) { --event.stated.milliseconds; });
  newest.put_bundle(log, 77);
  newest.put("data/\x1b[2J\xff", "x");
  const auto ran = verify({medium.path(), "--trust", inspector.trust(), "--json"});
  EXPECT_EQ(ran.exit, 1);
  std::error_code wrong;
  const auto parsed = boost::json::parse(ran.out, wrong);
  ASSERT_FALSE(wrong) << ran.out;
  EXPECT_EQ(parsed.at("exit").as_int64(), 1);
  const auto& verdict = parsed.at("verdicts").at(0);
  EXPECT_EQ(verdict.at("trust").as_string(), "trusted");
  EXPECT_EQ(verdict.at("volumes").as_array().size(), 3u);
  std::set<std::string> codes;
  for (const auto& finding : verdict.at("findings").as_array()) {
    codes.emplace(finding.at("code").as_string());
    const auto& object = finding.as_object();
    if (const auto* position = object.if_contains("position")) {
      EXPECT_EQ(position->to_number<std::uint64_t>(), 77u);
      EXPECT_THAT(std::string(finding.at("entry").as_string()), HasSubstr("автор"));
    }
  }
  EXPECT_EQ(codes, (std::set<std::string>{"entry.not_in_tree", "rendition.differs",
                                          "signature.invalid", "tile.differs", "tree.root",
                                          "volume.extra_file", "volume.file_altered"}));
}

TEST(VerifyProgram, MarkThatWasEditedIsToldWithItsLessonAndItsAuthor) {
  RecordProperty("requirement", "ARC-05");
  const auto& year = SealedSchool::whole_year();
  const TemporaryDirectory place;
  archive::put_file(place.path() / "trust.txt", archive::print_trust(year.trust()));
  const MediumCopy medium(year.medium(0));
  auto log = year.log_at(2);
  const auto position = log.find("mark_given", 4'000);
  log.falsify(position, [](events::Event& event) {
    std::get<events::MarkGiven>(event.fact).value = events::MarkValue::kTwo;
  });
  VolumeForger(medium, year.volumes()[2].name).put_bundle(log, position);
  const auto ran = verify({medium.path(), "--trust", place.path() / "trust.txt"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.out, StartsWith("✗ ИЗМЕНЕНО"));
  EXPECT_THAT(ran.out, HasSubstr("сейчас в ней: Отметка"));
  EXPECT_THAT(ran.out, HasSubstr("автор № " + std::to_string(log.event(position).author.value)));
}

// An entry that cannot be read is told by its readable line, unless that would command a terminal.
TEST(VerifyProgram, ReadableLineThatCommandsATerminalIsNotRepeated) {
  const Inspector inspector;
  const MediumCopy medium(school().medium(0));
  const VolumeForger newest(medium, school().volumes()[2].name);
  auto log = school().log_at(2);
  log.entries[77] = std::string(200, 'x');
  newest.put_bundle(log, 77);
  const auto plain = verify({medium.path(), "--trust", inspector.trust()});
  EXPECT_EQ(plain.exit, 1);
  EXPECT_THAT(plain.out, HasSubstr("читаемая строка говорит"));
  auto lines = newest.read(archive::rendition_path(0));
  const auto at = lines.find("\"position\":77,");
  lines.replace(lines.find("\"fact\":", at), 1, "\x1b[2J");
  newest.put(archive::rendition_path(0), lines);
  const auto wild = verify({medium.path(), "--trust", inspector.trust()});
  EXPECT_EQ(wild.exit, 1);
  EXPECT_THAT(wild.out, Not(HasSubstr("\x1b[2J")));
}

// JSON can write such commands without one byte of them: in names and in values.
TEST(VerifyProgram, EscapedCommandsOfAReadableLineAreNotCarriedOut) {
  const Inspector inspector;
  const MediumCopy medium(school().medium(0));
  const VolumeForger newest(medium, school().volumes()[2].name);
  auto log = school().log_at(2);
  log.entries[77] = std::string(200, 'x');
  newest.put_bundle(log, 77);
  auto lines = newest.read(archive::rendition_path(0));
  const auto at = lines.find("\"says\":{", lines.find("\"position\":77,"));
  lines.insert(at + std::string_view("\"says\":{").size(),
               R"("\u001b[2Jname":"\u001b[32m","c1":"\u009b2J","delete":"\u007f",)");
  newest.put(archive::rendition_path(0), lines);
  const auto ran = verify({medium.path(), "--trust", inspector.trust()});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.out, HasSubstr("читаемая строка говорит"));
  for (const char* command : {"\x1b", "\xc2\x9b", "\x7f"}) {
    EXPECT_THAT(ran.out, Not(HasSubstr(command)));
  }
}

}  // namespace
}  // namespace letopis::verifier
