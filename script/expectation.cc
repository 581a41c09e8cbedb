#include "script/expectation.h"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "wishes/misread.h"

namespace letopis::script {
namespace {

namespace json = boost::json;
using Kind = RunnerExpectation::Kind;

constexpr std::string_view kAccepted = "accepted";
constexpr std::string_view kRefused = "refused ";

Refusal not_an_expectation() {
  return wishes::wrong_type(
      "line.expect",
      {"\"accepted\", \"late\", \"elsewhere\", \"late elsewhere\", \"refused КОД\", \"answer\", "
       "{\"answer\": […], \"absent\": […]} или {\"refused\": \"КОД\", \"says\": […]}",
       "\"accepted\", \"late\", \"elsewhere\", \"late elsewhere\", \"refused CODE\", \"answer\", "
       "{\"answer\": […], \"absent\": […]} or {\"refused\": \"CODE\", \"says\": […]}"});
}

std::optional<std::vector<std::string>> texts_in(const json::object& expect,
                                                 std::string_view field) {
  std::vector<std::string> texts;
  const auto* value = expect.if_contains(field);
  if (value == nullptr) return texts;
  const auto* list = value->if_array();
  if (list == nullptr || list->size() > kMostExpectedTexts) return std::nullopt;
  for (const auto& one : *list) {
    const auto* text = one.if_string();
    if (text == nullptr) return std::nullopt;
    texts.emplace_back(std::string_view(*text));
  }
  return texts;
}

// {"refused": code, "says": texts that the refusal has}
std::optional<RunnerExpectation> refusal_in(const json::object& expect, const json::value& code) {
  auto says = texts_in(expect, "says");
  if (!code.is_string() || !says || expect.size() != 1u + expect.count("says")) {
    return std::nullopt;
  }
  return RunnerExpectation{
      Kind::kRefused, {}, std::string(code.get_string()), *std::move(says), {}};
}

std::optional<RunnerExpectation> expectation_in(const json::value& expect) {
  if (const auto* word = expect.if_string()) {
    const std::string_view text = *word;
    if (text == kAccepted) return RunnerExpectation{};
    if (text == "late" || text == "elsewhere" || text == "late elsewhere") {
      return RunnerExpectation{Kind::kAccepted, std::string(text), {}, {}, {}};
    }
    if (text == "answer") return RunnerExpectation{Kind::kAnswer, {}, {}, {}, {}};
    if (!text.starts_with(kRefused)) return std::nullopt;
    return RunnerExpectation{Kind::kRefused, {}, std::string(text.substr(kRefused.size())), {}, {}};
  }
  const auto* object = expect.if_object();
  if (object == nullptr) return std::nullopt;
  if (const auto* code = object->if_contains("refused")) return refusal_in(*object, *code);
  for (const auto& [name, value] : *object) {
    if (name != "answer" && name != "absent") return std::nullopt;
  }
  auto present = texts_in(*object, "answer");
  auto absent = texts_in(*object, "absent");
  if (!present || !absent) return std::nullopt;
  return RunnerExpectation{Kind::kAnswer, {}, {}, *std::move(present), *std::move(absent)};
}

// Those of an outcome that was accepted; null has none.
std::string flags_of(const json::object* accepted) {
  std::string flags;
  for (const std::string_view flag : {"late", "elsewhere"}) {
    if (accepted == nullptr || !accepted->contains(flag)) continue;
    flags += (flags.empty() ? "" : " ") + std::string(flag);
  }
  return flags;
}

// In a word: "refused mark.late", "late".
std::string word_of(const json::object& outcome) {
  if (const auto* refused = outcome.if_contains("refused")) {
    return std::string(kRefused) + std::string(refused->at("code").as_string());
  }
  if (outcome.contains("answer")) return "answer";
  const auto flags = flags_of(outcome.at("accepted").if_object());
  return flags.empty() ? std::string(kAccepted) : flags;
}

std::string word_of(const RunnerExpectation& expected) {
  switch (expected.kind) {
    case Kind::kAccepted: return expected.flags.empty() ? std::string(kAccepted) : expected.flags;
    case Kind::kRefused: return std::string(kRefused) + expected.code;
    case Kind::kAnswer: return "answer";
  }
  INVARIANT(false);
}

std::optional<Sentence> difference_of(const RunnerExpectation& expected,
                                      const json::object& outcome) {
  const auto is = word_of(outcome);
  if (is != word_of(expected)) {
    return Sentence{fmt::format("ожидалось {}, вышло {}", word_of(expected), is),
                    fmt::format("expected {}, came out {}", word_of(expected), is)};
  }
  const auto* told = outcome.if_contains(expected.kind == Kind::kRefused ? "refused" : "answer");
  if (told == nullptr) return std::nullopt;
  const std::string answer = json::serialize(*told);
  for (const auto& text : expected.present) {
    if (answer.find(text) == std::string::npos) {
      return Sentence{fmt::format("в ответе нет: {}", text),
                      fmt::format("the answer lacks: {}", text)};
    }
  }
  for (const auto& text : expected.absent) {
    if (answer.find(text) != std::string::npos) {
      return Sentence{fmt::format("в ответе лишнее: {}", text),
                      fmt::format("the answer should not have: {}", text)};
    }
  }
  return std::nullopt;
}

}  // namespace

Result<std::optional<RunnerExpectation>> read_expectation(const json::object& line) {
  const auto* expect = line.if_contains("expect");
  if (expect == nullptr) return std::optional<RunnerExpectation>();
  auto expectation = expectation_in(*expect);
  if (!expectation) return not_an_expectation();
  expectation->open = line.contains("open");
  return std::optional(*std::move(expectation));
}

std::optional<Sentence> differs(const RunnerExpectation& expected, const json::object& outcome) {
  auto difference = difference_of(expected, outcome);
  if (!expected.open) return difference;
  if (difference) return std::nullopt;
  return Sentence{"вышло, как ожидалось: open больше не нужно",
                  "it came out as expected: open is no longer needed"};
}

}  // namespace letopis::script
