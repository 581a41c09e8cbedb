#include "demo/steps.h"

#include <fmt/format.h>

#include <algorithm>

#include "office/own_program.h"

namespace letopis::demo {

using namespace office;
using namespace terminal;

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-_./:=,+").find(c) != std::string_view::npos;
}

bool is_plain_word(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_plain);
}

std::string quoted(const std::string& word, const std::string& place) {
  if (word == place) return "$S";
  if (word.starts_with(place + "/")) {
    const auto rest = word.substr(place.size());
    return is_plain_word(rest) ? "$S" + rest : "\"$S" + rest + '"';
  }
  if (is_plain_word(word)) return word;
  std::string made = "'";
  for (const char c : word) {
    if (c == '\'') {
      made += "'\\''";
    } else {
      made += c;
    }
  }
  return made + "'";
}

}  // namespace

std::string shell_text(const Words& words, const std::filesystem::path& place) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += quoted(word, place.string());
  }
  return text;
}

Outcome run_steps(const Console& console, const std::filesystem::path& place,
                  const std::vector<Words>& steps) {
  for (const auto& words : steps) {
    const auto text = "letopis " + shell_text(words, place);
    console.line();
    console.line("  " + console.toned(Tone::kFaint, "$ " + text));
    Words spoken = words;
    if (console.language() == Language::kEnglish) spoken.insert(spoken.end(), {"--lang", "en"});
    if (run_own(spoken) != 0) {
      return Refusal{"demo.step",
                     {fmt::format("не вышло: {}", text), fmt::format("this failed: {}", text)}};
    }
  }
  return Done{};
}

void show_command(const Console& console, const Text& what, std::string_view command) {
  console.line("  " + console.toned(Tone::kFaint, fmt::format("# {}", console.in(what))));
  console.line(fmt::format("  {}", command));
}

}  // namespace letopis::demo
