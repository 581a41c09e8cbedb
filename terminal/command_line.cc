#include "terminal/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

namespace letopis::terminal {
namespace {

constexpr std::array<Option, 3> kCommon = {
    {{"help", OptionKind::kFlag}, {"lang", OptionKind::kValue}, {"json", OptionKind::kFlag}}};

Refusal refuse(const char* code, const Called& called, std::string ru, std::string en) {
  return {code, {std::move(ru), std::move(en)}, {}, where_help_is(called)};
}

// The option, spelt otherwise, that was perhaps meant.
std::size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t i = 0; i <= right.size(); ++i) row[i] = i;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

std::optional<std::string_view> nearest(std::string_view word,
                                        const std::vector<std::string_view>& known) {
  std::optional<std::string_view> best;
  std::size_t least = 3;  // farther than two letters away nothing was meant
  for (const auto one : known) {
    if (const auto away = distance(word, one); away < least) {
      least = away;
      best = one;
    }
  }
  return best;
}

Refusal unknown(const char* code, const Called& called, std::string_view word,
                std::string_view prefix, const std::vector<std::string_view>& known) {
  std::string ru = fmt::format("«{}»: здесь такого нет", word);
  std::string en = fmt::format("\"{}\" is not known here", word);
  if (const auto meant = nearest(word.substr(std::min(prefix.size(), word.size())), known)) {
    ru += fmt::format("; может быть, {}{}?", prefix, *meant);
    en += fmt::format("; perhaps {}{}?", prefix, *meant);
  }
  return refuse(code, called, std::move(ru), std::move(en));
}

std::vector<Option> options_of(const Command& command) {
  std::vector<Option> all = command.options;
  all.insert(all.end(), kCommon.begin(), kCommon.end());
  return all;
}

void declare(CLI::App& app, const Option& option, std::vector<std::string>& values) {
  const std::string name = fmt::format("--{}", option.name);
  if (option.kind == OptionKind::kFlag) {
    app.add_flag_callback(name, [&values] { values.emplace_back(); });
    return;
  }
  auto* added = app.add_option(name, values);
  added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  added->allow_extra_args(option.kind == OptionKind::kManyValues);
}

// Splits what no option took into the command's own words; an unknown option is refused.
Result<std::vector<std::string>> own_words(const Called& called, const Command& command,
                                           std::vector<std::string> remaining) {
  std::vector<std::string_view> known;
  for (const auto& option : options_of(command)) known.push_back(option.name);
  for (const auto& word : remaining) {
    if (word.starts_with("-") && word.size() > 1) {
      return unknown("arguments.unknown", called, word.substr(0, word.find('=')), "--", known);
    }
  }
  if (remaining.size() > command.most_words) {
    const auto& extra = remaining[command.most_words];
    return refuse("arguments.words", called, fmt::format("лишнее слово: «{}»", extra),
                  fmt::format("one word too many: \"{}\"", extra));
  }
  return remaining;
}

Refusal too_long(const Called& called) {
  return refuse("arguments.too_many", called, "слишком длинная команда", "too long a command");
}

bool is_language(std::string_view word) { return word == "ru" || word == "en"; }

Result<Arguments> parse_options(Called called, const Command& command,
                                std::vector<std::string> words) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  const auto options = options_of(command);
  std::vector<std::vector<std::string>> values(options.size());
  for (std::size_t i = 0; i < options.size(); ++i) declare(app, options[i], values[i]);
  std::reverse(words.begin(), words.end());  // CLI11 takes them from the end
  try {
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    const std::string says = error.what();
    const auto name = says.substr(0, says.find(':'));
    return refuse("arguments.value", called, fmt::format("{}: нет значения", name),
                  fmt::format("{}: its value is missing", name));
  }
  auto own = own_words(called, command, app.remaining());
  if (!own) return own.refusal();
  Arguments::Values given;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (values[i].empty()) continue;
    if (values[i].size() > 1 && options[i].kind == OptionKind::kValue) {
      return refuse("arguments.twice", called, fmt::format("--{} указан дважды", options[i].name),
                    fmt::format("--{} is given twice", options[i].name));
    }
    given[std::string(options[i].name)] = std::move(values[i]);
  }
  const Arguments arguments(std::move(called), std::move(given), std::move(*own));
  if (const auto language = arguments.text("lang"); language && !is_language(*language)) {
    return refuse("arguments.language", arguments.called(),
                  fmt::format("--lang: «{}» не знаю, есть ru и en", *language),
                  fmt::format("--lang: \"{}\" is not known, there are ru and en", *language));
  }
  return arguments;
}

}  // namespace

Language language_of(std::span<const std::string> words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--lang=en") return Language::kEnglish;
    if (words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "en") {
      return Language::kEnglish;
    }
  }
  return Language::kRussian;
}

Result<Arguments> parse_command_line(std::span<const std::string> words, std::string_view program,
                                     const std::vector<Command>& commands) {
  Called called{std::string(program), {}};
  if (words.size() > kMaxWords) return too_long(called);
  // What all commands know may stand before the command too.
  std::vector<std::string> rest(words.begin(), words.end());
  auto at = rest.begin();
  while (at != rest.end() && at->starts_with("--")) at += *at == "--lang" ? 2 : 1;
  Command command;
  if (at < rest.end()) {
    std::vector<std::string_view> known;
    for (const auto& one : commands) known.push_back(one.name);
    const auto found = std::find(known.begin(), known.end(), *at);
    if (found == known.end()) return unknown("arguments.command", called, *at, "", known);
    command = commands[static_cast<std::size_t>(found - known.begin())];
    called.command = command.name;
    rest.erase(at);
  }
  return parse_options(std::move(called), command, std::move(rest));
}

Result<Arguments> parse_single_command(std::span<const std::string> words, const Command& command) {
  Called called{std::string(command.name), {}};
  if (words.size() > kMaxWords) return too_long(called);
  return parse_options(std::move(called), command, {words.begin(), words.end()});
}

}  // namespace letopis::terminal
