// Where a command speaks: results to standard output, refusals and progress to standard error.
// Colours and moving bars only where a person sits before a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

#include "outcome/result.h"
#include "terminal/text.h"

namespace letopis::terminal {

enum class Tone : std::uint8_t { kPlain, kTitle, kFaint, kGood, kBad, kWarning };

// One thread.
class Console {
 public:
  struct Settings {
    Language language = Language::kRussian;
    bool json = false;
    std::string program;  // who speaks: a refusal begins with it
  };
  // Looks at the terminal and the variable NO_COLOR.
  explicit Console(Settings settings);

  const std::string& program() const { return settings_.program; }
  Language language() const { return settings_.language; }
  bool json() const { return settings_.json; }
  std::string_view in(const Text& text) const { return text.in(settings_.language); }
  const std::string& says(const Sentence& text) const {
    return terminal::in(settings_.language, text);
  }
  // The text with its {} filled in.
  template <class... Parts>
  std::string fill(const Text& text, const Parts&... parts) const {
    return terminal::fill(settings_.language, text, parts...);
  }

  std::string toned(Tone tone, std::string_view text) const;

  // One line, or several.
  void line(std::string_view text = {}) const;
  void title(std::string_view text) const;
  // Broken at spaces to the width of the page.
  void paragraph(std::string_view text, std::size_t indent = 2) const;
  void print(std::string_view text) const;

  // What went wrong and what would be allowed; to standard error, or a JSON object to standard
  // output.
  void refusal(const Refusal& refusal) const;

  bool shows_progress() const { return shows_progress_; }

  static constexpr std::size_t kPageWidth = 98;

 private:
  Settings settings_;
  bool colours_ = false;
  bool shows_progress_ = false;
};

// A bar on standard error for work that takes longer than a second; it is gone when the work ends.
// Any thread, one at a time.
class ProgressBar {
 public:
  ProgressBar(const Console& console, std::string title);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // `beside` stands after the bar: what is being done now.
  void show(std::uint64_t done, std::uint64_t all, std::string_view beside = {});

 private:
  const Console& console_;
  const std::string title_;
  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_{};
  bool visible_ = false;
};

}  // namespace letopis::terminal
