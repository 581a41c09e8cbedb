#include "terminal/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "terminal/json.h"
#include "terminal/table.h"

namespace letopis::terminal {
namespace {

std::string_view escape(Tone tone) {
  switch (tone) {
    case Tone::kPlain: return "";
    case Tone::kTitle: return "\x1b[1m";
    case Tone::kFaint: return "\x1b[2m";
    case Tone::kGood: return "\x1b[1;32m";
    case Tone::kBad: return "\x1b[1;31m";
    case Tone::kWarning: return "\x1b[1;33m";
  }
  return "";
}

}  // namespace

Console::Console(Settings settings)
    : settings_(std::move(settings)),
      colours_(isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr),
      shows_progress_(isatty(STDERR_FILENO) == 1) {}

std::string Console::toned(Tone tone, std::string_view text) const {
  if (!colours_ || tone == Tone::kPlain) return std::string(text);
  return fmt::format("{}{}\x1b[0m", escape(tone), text);
}

void Console::line(std::string_view text) const {
  print(text);
  print("\n");
}

void Console::title(std::string_view text) const {
  print("\n");
  line(toned(Tone::kTitle, text));
  print("\n");
}

void Console::paragraph(std::string_view text, std::size_t indent) const {
  for (const auto& one : wrapped(text, kPageWidth - indent)) {
    line(std::string(indent, ' ') + one);
  }
}

void Console::print(std::string_view text) const {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void Console::refusal(const Refusal& refusal) const {
  if (json()) {
    print(refusal_json(refusal, language()));
    print("\n");
    return;
  }
  std::string out = fmt::format("{}: {}\n", program(), says(refusal.says));
  if (!says(refusal.allowed).empty()) out += fmt::format("{}\n", says(refusal.allowed));
  std::fflush(stdout);
  std::fwrite(out.data(), 1, out.size(), stderr);
}

ProgressBar::ProgressBar(const Console& console, std::string title)
    : console_(console), title_(std::move(title)) {}

ProgressBar::~ProgressBar() {
  if (!visible_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
}

void ProgressBar::show(std::uint64_t done, std::uint64_t all, std::string_view beside) {
  using std::chrono::milliseconds;
  if (!console_.shows_progress()) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - began_ < milliseconds(300) || now - shown_ < milliseconds(100)) return;
  shown_ = now;
  visible_ = true;
  constexpr std::uint64_t cells = 30;
  const std::uint64_t filled = all == 0 ? 0 : std::min(cells, done * cells / all);
  std::string bar;
  for (std::uint64_t i = 0; i < cells; ++i) bar += i < filled ? "█" : "░";
  const auto line =
      fmt::format("{} {} {:3} %  {}", title_, bar,
                  all == 0 ? 0 : std::min<std::uint64_t>(100, done * 100 / all), beside);
  std::fputs(fmt::format("\r{}\x1b[K", cut_to(line, Console::kPageWidth)).c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace letopis::terminal
