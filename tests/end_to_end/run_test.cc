// Scripts as a person runs them: the real program on a real directory.
#include <gmock/gmock.h>

#include <regex>
#include <sstream>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "end_to_end/lived_school.h"

namespace letopis::end_to_end {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using testing::HasSubstr;

std::string day_script() {
  return std::string(LETOPIS_SOURCE_DIR) + "/tests/end_to_end/scripts/day.jsonl";
}

constexpr std::string_view kOpening =
    R"({"at": "2025-08-25T09:00:00+03:00", "as": "founder", "command": {"do": "open_school",)"
    R"( "seed": 3, "origin": "letopis.example/small", "name": "Школа", "short_name": "Ш",)"
    R"( "time_zone": "Europe/Moscow", "school_days_a_week": 5, "director": {"login": "director",)"
    R"( "family_name": "Орлова", "given_name": "Анна"}}})";

std::string line(std::string_view at, std::string_view as, std::string_view command) {
  return "{\"at\": \"2025-" + std::string(at) + "+03:00\", \"as\": \"" + std::string(as) +
         "\", \"command\": " + std::string(command) + "}";
}

// A directory of its own, and the scripts run in it.
class Run : public testing::Test {
 protected:
  Run() : scratch_("letopis-run"), data_(scratch_.path() / "school") {}

  Ran run_file(const std::string& script, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"run", "--data", data_.string(), script};
    words.insert(words.end(), more.begin(), more.end());
    return letopis(words);
  }
  Ran run_lines(const std::vector<std::string>& lines, const std::vector<std::string>& more = {}) {
    std::string script;
    for (const auto& one : lines) script += one + "\n";
    const auto file = (scratch_.path() / "script.jsonl").string();
    write_whole(file, script);
    return run_file(file, more);
  }
  static std::vector<json::object> outcomes(const Ran& ran) {
    std::vector<json::object> out;
    std::istringstream lines(ran.out);
    for (std::string one; std::getline(lines, one);) out.push_back(json::parse(one).as_object());
    return out;
  }
  static std::string code(const json::object& outcome) {
    const auto* refused = outcome.if_contains("refused");
    return refused == nullptr ? std::string() : std::string(refused->at("code").as_string());
  }

  const office::ScratchDirectory scratch_;
  const fs::path data_;
};

TEST_F(Run, ADayOfASchoolIsLived) {
  const auto ran = run_file(day_script());
  ASSERT_EQ(ran.exit, 0) << ran.errors;
  const auto all = outcomes(ran);
  EXPECT_EQ(all.back().at("end").at("expected").as_int64() + 1,
            static_cast<std::int64_t>(all.size()));
  EXPECT_EQ(all.back().at("end").at("otherwise"), json::value(0));
  std::map<std::string, int> refused;
  for (const auto& one : all) {
    if (!code(one).empty()) ++refused[code(one)];
  }
  const std::map<std::string, int> expected{{"access.out_of_reach", 1},
                                            {"access.no_role", 1},
                                            {"reference.unknown", 1},
                                            {"reading.no_role", 1},
                                            {"reading.out_of_reach", 2}};
  EXPECT_EQ(refused, expected);
  const auto verified = letopis({"verify", "--data", data_.string()});
  EXPECT_EQ(verified.exit, 0) << verified.out;
  EXPECT_THAT(verified.out, HasSubstr("учебный журнал"));
}

TEST_F(Run, WhatWasRecordedIsReadByOtherCommandsToo) {
  ASSERT_EQ(run_file(day_script()).exit, 0);
  const auto page = letopis({"journal", "--data", data_.string(), "--class", "5а", "--subject",
                             "Математика", "--quarter", "1"});
  EXPECT_EQ(page.exit, 0) << page.errors;
  EXPECT_THAT(page.out, HasSubstr("Смирнова"));
  EXPECT_THAT(page.out, HasSubstr("Доли и дроби"));
}

TEST_F(Run, TheSameScriptGivesTheSameRoot) {
  const auto first = outcomes(run_file(day_script()));
  const office::ScratchDirectory elsewhere("letopis-run-again");
  const auto second =
      outcomes(letopis({"run", "--data", (elsewhere.path() / "other").string(), day_script()}));
  EXPECT_EQ(first.back().at("end").at("root"), second.back().at("end").at("root"));
  EXPECT_GT(first.back().at("end").at("size").as_int64(), 50);
}

TEST_F(Run, GoesOnWithALogAndItsLogins) {
  ASSERT_EQ(run_lines({std::string(kOpening)}).exit, 0);
  const auto ran = run_lines(
      {line("08-25T10:00:00", "director", R"({"do": "person_registered", "login": "petrova"})"),
       std::string(kOpening),
       line("08-25T10:01:00", "director", R"({"do": "account_opened", "person": "petrova"})")});
  EXPECT_EQ(ran.exit, 2) << ran.errors;  // the opening comes an hour too late
  const auto all = outcomes(ran);
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(json::serialize(all[0].at("accepted").at("declared")), R"({"person":2})");
  EXPECT_EQ(code(all[1]), "line.time_back");
  EXPECT_EQ(code(all[2]), "");
  EXPECT_THAT(read_whole(data_ / "logins.json"), HasSubstr(R"("petrova":2)"));
}

TEST_F(Run, TimeNeverGoesBack) {
  const auto ran =
      run_lines({std::string(kOpening),
                 line("08-25T10:00:00", "director", R"({"do": "room_registered", "name": "1"})"),
                 line("08-25T09:59:59", "director", R"({"do": "clock_confirmed"})")});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(code(outcomes(ran)[2]), "line.time_back");
  // Nor does it between two runs.
  const auto later =
      run_lines({line("08-25T08:59:59", "director", R"({"do": "person_registered"})")});
  EXPECT_EQ(code(outcomes(later)[0]), "line.time_back");
}

TEST_F(Run, ALineThatIsRefusedChangesNothing) {
  const auto before = outcomes(run_lines({std::string(kOpening)}));
  const auto ran = run_lines(
      {line("08-25T10:00:00", "director", R"({"do": "pupil_graduated"})"),
       line("08-25T10:00:00", "director", R"({"do": "account_opened", "person": 99})"),
       line("08-25T10:00:00", "director", R"({"do": "person_registered", "login": "director"})"),
       line("08-25T10:00:00", "director",
            R"({"do": "mark_given", "lesson": 1, "pupil": 1,)"
            R"( "value": 5})"),
       line("08-25T10:00:00", "nobody", R"({"do": "person_registered"})"),
       line("08-25T10:00:00", "founder", R"({"do": "person_registered", "login": "x"})"),
       "not json", "[1]", R"({"at": "soon", "as": "director", "command": {}})", "{\"at\": 1"});
  EXPECT_EQ(ran.exit, 2);
  const auto all = outcomes(ran);
  ASSERT_EQ(all.size(), 11u);
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    EXPECT_NE(code(all[i]), "") << json::serialize(all[i]);
  }
  EXPECT_EQ(all.back().at("end").at("size"), before.back().at("end").at("size"));
  EXPECT_EQ(all.back().at("end").at("root"), before.back().at("end").at("root"));
  EXPECT_THAT(read_whole(data_ / "logins.json"), testing::Not(HasSubstr("\"x\"")));
}

TEST_F(Run, RefusalsAreResultsUnlessAskedToBeStrict) {
  const std::vector<std::string> lines{
      std::string(kOpening),
      line("08-25T10:00:00", "director", R"({"do": "account_opened", "person": 99})")};
  EXPECT_EQ(run_lines(lines).exit, 0);
  EXPECT_EQ(run_lines({lines[1]}, {"--strict"}).exit, 1);
  EXPECT_EQ(run_lines({"{}"}, {"--strict"}).exit, 2);
}

TEST_F(Run, AFoundingThatIsRefusedLeavesNothing) {
  auto wish = json::parse(kOpening).as_object();
  wish["command"].as_object()["parameters"] =
      json::array{json::object{{"key", "no.such.key"}, {"value", "1"}}};
  EXPECT_EQ(code(outcomes(run_lines({json::serialize(wish)}))[0]), "parameter.unknown");
  EXPECT_FALSE(fs::exists(data_));
  // The login is the last thing of a founding.
  auto nameless = json::parse(kOpening).as_object();
  nameless["command"].as_object()["director"].as_object()["login"] = "Директор";
  EXPECT_EQ(code(outcomes(run_lines({json::serialize(nameless)}))[0]), "login.unreadable");
  EXPECT_EQ(std::distance(fs::directory_iterator(scratch_.path()), {}), 1);  // the script
  wish["command"].as_object()["parameters"] = json::array{};
  wish["command"].as_object()["regulation"] = "of another school";
  const auto unknown = outcomes(run_lines({json::serialize(wish)}));
  EXPECT_EQ(code(unknown[0]), "regulation.unknown");
  EXPECT_THAT(std::string(unknown[0].at("refused").at("allowed").at("en").as_string()),
              HasSubstr("nn125"));
  EXPECT_FALSE(fs::exists(data_));
  EXPECT_EQ(run_lines({std::string(kOpening)}).exit, 0);
}

TEST_F(Run, EveryBundledRegulationIsAdopted) {
  for (const auto* name : {"lipetsk", "nikihita", "nn125", "saniba", "school4"}) {
    auto wish = json::parse(kOpening).as_object();
    wish["command"].as_object()["regulation"] = name;
    const office::ScratchDirectory scratch("letopis-run-regulation");
    const auto file = (scratch.path() / "script.jsonl").string();
    write_whole(file, json::serialize(wish) + "\n" +
                          R"({"at": "2025-08-25T10:00:00+03:00", "as": "director",)"
                          R"( "query": {"show": "regulation"}})");
    const auto all =
        outcomes(letopis({"run", "--data", (scratch.path() / "school").string(), file}));
    ASSERT_EQ(all.size(), 3u) << name;
    EXPECT_EQ(code(all[0]), "") << json::serialize(all[0]);
    EXPECT_GT(all[1].at("answer").at("parameters").as_array().size(), 10u) << name;
  }
}

TEST_F(Run, AnOpenSchoolIsNotOpenedAgain) {
  auto later = json::parse(kOpening).as_object();
  later["at"] = "2025-08-26T09:00:00+03:00";
  later["as"] = "director";
  const auto all = outcomes(run_lines({std::string(kOpening), json::serialize(later)}));
  EXPECT_EQ(code(all[1]), "run.school_open");
}

TEST_F(Run, WithoutASchoolNothingElseIsUnderstood) {
  const auto ran = run_lines({line("08-25T10:00:00", "director", R"({"do": "homework_none"})")});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(code(outcomes(ran)[0]), "line.no_school");
  EXPECT_FALSE(fs::exists(data_));
}

TEST_F(Run, APersonWithoutAKeySignsNothing) {
  const auto all = outcomes(run_lines(
      {std::string(kOpening),
       line("08-25T10:00:00", "director", R"({"do": "person_registered", "login": "deputy"})"),
       line("08-25T10:01:00", "director",
            R"({"do": "role_given", "person": "deputy", "role": "deputy",)"
            R"( "first_day": "2025-08-25", "order": {"number": "1", "day": "2025-08-25"}})"),
       line("08-25T10:02:00", "deputy", R"({"do": "room_registered", "name": "101"})")}));
  EXPECT_EQ(code(all[3]), "signer.no_key");
}

TEST_F(Run, ALineBeyondTheLimitIsPassedOver) {
  const auto all =
      outcomes(run_lines({std::string(kOpening), std::string(5u << 20, ' ') + "{}",
                          line("08-25T10:00:00", "director", R"({"do": "person_registered"})")}));
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(code(all[1]), "line.too_long");
  EXPECT_EQ(code(all[2]), "");
}

TEST_F(Run, TakesNoScriptForASchoolsOwnLog) {
  fs::create_directory(data_);
  write_whole(data_ / "school.json",
              "{\"format\":1,\"origin\":\"school.example/own\",\"trial\":null}\n");
  const auto ran = run_lines({std::string(kOpening)});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.errors, HasSubstr("только у пробы"));
}

// Written by somebody who knows the words of the commands and little more: it is told what is
// wrong.
TEST_F(Run, AScriptFullOfMistakesIsAnsweredLineByLine) {
  const auto ran =
      run_file(std::string(LETOPIS_SOURCE_DIR) + "/tests/end_to_end/scripts/stranger.jsonl");
  EXPECT_EQ(ran.exit, 2);
  const auto all = outcomes(ran);
  const auto& end = all.back().at("end").as_object();
  EXPECT_EQ(end.at("otherwise"), json::value(0)) << ran.out;
  EXPECT_GT(end.at("expected").as_int64(), 20);
}

TEST_F(Run, AByteOrderMarkBeforeTheScriptIsPassedOver) {
  const auto ran = run_lines({"\xef\xbb\xbf" + std::string(kOpening)});
  EXPECT_EQ(ran.exit, 0) << ran.out;
}

TEST_F(Run, AFileIsLookedForBesideItsScript) {
  write_whole(scratch_.path() / "staff.csv",
              "Фамилия;Имя;Роль;Логин\nПетрова;Мария;секретарь;petrova\n");
  const auto import = line("08-25T10:00:00", "director",
                           R"({"do": "import_file", "file": "staff.csv",)"
                           R"( "order": {"number": "1", "day": "2025-08-25"}, "codes": "paper"})");
  const auto ran = run_lines({std::string(kOpening), import});
  EXPECT_EQ(ran.exit, 0) << ran.errors;
  EXPECT_EQ(code(outcomes(ran)[1]), "") << ran.out;
  EXPECT_THAT(read_whole(data_ / "logins.json"), HasSubstr(R"("petrova":2)"));
  fs::create_directory(scratch_.path() / "elsewhere");
  const auto file = (scratch_.path() / "elsewhere" / "script.jsonl").string();
  write_whole(file,
              line("08-25T10:01:00", "director", R"({"do": "import_file", "file": "staff.csv"})"));
  EXPECT_EQ(code(outcomes(run_file(file))[0]), "media.file_absent");
}

TEST_F(Run, GoesOnWithALivedYear) {
  const SchoolCopy copy;
  const auto file = (scratch_.path() / "script.jsonl").string();
  write_whole(file, R"({"at": "2026-08-30T10:00:00+03:00", "as": 1, "query": {"show": "classes"}})"
                    "\n"
                    R"({"at": "2026-08-30T10:01:00+03:00", "as": 1, "command": {"do":)"
                    R"( "document_recorded", "kind": "other", "title": "Акт"}})"
                    "\n");
  const auto ran = letopis({"run", "--data", copy.data().string(), file});
  EXPECT_EQ(ran.exit, 0) << ran.errors << ran.out;
  const auto all = outcomes(ran);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(code(all[1]), "");
  EXPECT_EQ(letopis({"verify", "--data", copy.data().string()}).exit, 0);
}

// The first block of docs/commands.md is a script, the second what it answers, shortened.
TEST_F(Run, TheDocumentsExampleRuns) {
  const auto document = read_whole(std::string(LETOPIS_SOURCE_DIR) + "/docs/commands.md");
  const auto begin = document.find("```json\n") + 8;
  const auto script = document.substr(begin, document.find("```", begin) - begin);
  const auto file = (scratch_.path() / "script.jsonl").string();
  write_whole(file, script);
  const auto ran = run_file(file);
  EXPECT_EQ(ran.exit, 0) << ran.out;
  const auto all = outcomes(ran);
  for (const auto& one : all) EXPECT_EQ(code(one), "") << json::serialize(one);
  const auto answer = document.find("```json\n", begin) + 8;
  const auto shown = document.substr(answer, document.find("\n```", answer) - answer);
  EXPECT_EQ(shown, json::serialize(all[1]));
}

TEST(Commands, AreListedWithTheirFields) {
  const auto list = letopis({"commands"});
  EXPECT_EQ(list.exit, 0);
  for (const auto* word : {"open_school", "give_marks", "mark_given", "witness_ended", "diary"}) {
    EXPECT_THAT(list.out, HasSubstr(word));
  }
  const auto one = letopis({"commands", "mark_given", "--lang", "en"});
  EXPECT_EQ(one.exit, 0);
  EXPECT_THAT(one.out, HasSubstr("the day of the lesson"));
  EXPECT_EQ(letopis({"commands", "mark_gifen"}).exit, 2);
}

TEST(Commands, TheSchemaRefersOnlyToWhatItDefines) {
  const auto ran = letopis({"commands", "--json"});
  ASSERT_EQ(ran.exit, 0);
  const auto schema = json::parse(ran.out).as_object();
  EXPECT_EQ(schema.at("$schema"), json::value("https://json-schema.org/draft/2020-12/schema"));
  const auto& defined = schema.at("$defs").as_object();
  const std::regex reference(R"re("\$ref":"#/\$defs/([^"]+)")re");
  std::size_t references = 0;
  for (std::sregex_iterator at(ran.out.begin(), ran.out.end(), reference), end; at != end; ++at) {
    EXPECT_TRUE(defined.contains((*at)[1].str())) << (*at)[1];
    ++references;
  }
  EXPECT_GT(references, 200u);
}

// Where Python and its checker of schemas are there, the day's script is held against the schema.
TEST(Commands, TheDaysScriptFitsTheSchema) {
  const auto checker = run("python3", {"-c", "import jsonschema"});
  if (checker.exit != 0) GTEST_SKIP() << "there is no jsonschema";
  const office::ScratchDirectory scratch("letopis-schema");
  const auto schema = (scratch.path() / "schema.json").string();
  write_whole(schema, letopis({"commands", "--json"}).out);
  const auto checked =
      run("python3", {"-c",
                      "import json, sys, jsonschema\n"
                      "schema = json.load(open(sys.argv[1]))\n"
                      "kind = jsonschema.Draft202012Validator\n"
                      "kind.check_schema(schema)\n"
                      "check = kind(schema)\n"
                      "for line in open(sys.argv[2]): check.validate(json.loads(line))\n"
                      "bad = {'at': '2025-10-03T10:15:00Z', 'as': 'a', 'command': {'do': 'x'}}\n"
                      "assert not check.is_valid(bad)\n",
                      schema, day_script()});
  EXPECT_EQ(checked.exit, 0) << checked.errors;
}

}  // namespace
}  // namespace letopis::end_to_end
