#include "office/password.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>

#include "signing/secret.h"

namespace letopis::office {

using namespace terminal;

namespace {

void wipe(std::span<char> text) { signing::wipe(std::as_writable_bytes(text)); }

// What is typed is not shown while this lives.
class Unseen {
 public:
  Unseen() : known_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~Unseen() {
    if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool known_;
};

using Line = std::array<char, kMaxPasswordBytes + 2>;  // and what shows that it is too long

// The first line of what a descriptor gives, without its end; nothing iff it is too long.
std::optional<Password> first_line(int from, Line& line) {
  std::size_t size = 0;
  while (size < line.size()) {
    const auto got = ::read(from, line.data() + size, line.size() - size);
    if (got <= 0) break;
    const auto before = size;
    size += static_cast<std::size_t>(got);
    if (std::find(line.data() + before, line.data() + size, '\n') != line.data() + size) break;
  }
  std::string_view text(line.data(), size);
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  if (text.size() > kMaxPasswordBytes) return std::nullopt;
  return Password(text);
}

std::optional<Password> first_line(int from) {
  Line line{};
  auto password = first_line(from, line);
  wipe(line);
  return password;
}

Result<Password> from_file(const std::string& file) {
  const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  auto password = opened < 0 ? std::nullopt : first_line(opened);
  if (opened >= 0) ::close(opened);
  if (password && !password->reveal().empty()) return *std::move(password);
  return Refusal{"password.file",
                 {fmt::format("в файле {} нет пароля: нужна одна непустая строка", file),
                  fmt::format("the file {} holds no password: one line is needed", file)}};
}

Result<Password> typed(const Console& console, const Text& asks) {
  std::fputs((std::string(console.in(asks)) + ": ").c_str(), stderr);
  std::fflush(stderr);
  std::optional<Password> password;
  {
    const Unseen unseen;
    password = first_line(STDIN_FILENO);
  }
  std::fputs("\n", stderr);
  if (password && !password->reveal().empty()) return *std::move(password);
  return Refusal{"password.empty", {"пароль не введён", "no password was typed"}};
}

Refusal no_terminal(std::string_view option) {
  return {"password.no_terminal",
          {"пароль не у кого спросить", "there is nobody to ask for the password"},
          {},
          {fmt::format("пароль первой строкой файла: --{} ФАЙЛ", option),
           fmt::format("the password as a file's first line: --{} FILE", option)}};
}

std::size_t characters_in(std::string_view text) {
  constexpr unsigned char continues = 0x80;
  constexpr unsigned char top_bits = 0xc0;
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char one) {
    return (static_cast<unsigned char>(one) & top_bits) != continues;
  }));
}

}  // namespace

Password& Password::operator=(Password&& other) noexcept {
  wipe(text_);
  text_ = std::move(other.text_);
  return *this;
}

Password::~Password() { wipe(text_); }

Result<Password> read_password(const Arguments& arguments, const Console& console,
                               const PasswordQuestion& question) {
  if (const auto file = arguments.text(question.option)) return from_file(*file);
  if (::isatty(STDIN_FILENO) != 1) return no_terminal(question.option);
  return typed(console, question.asks);
}

Result<Password> choose_password(const Arguments& arguments, const Console& console,
                                 const PasswordQuestion& question) {
  auto chosen = read_password(arguments, console, question);
  if (!chosen) return chosen;
  if (characters_in(chosen->reveal()) < kLeastNewPassword) {
    return Refusal{"password.short",
                   {fmt::format("пароль короче {} знаков", kLeastNewPassword),
                    fmt::format("the password has fewer than {} characters", kLeastNewPassword)}};
  }
  if (arguments.given(question.option)) return chosen;
  const auto again = typed(console, {"Ещё раз", "Once more"});
  if (!again) return again.refusal();
  if (again->reveal() == chosen->reveal()) return chosen;
  return Refusal{"password.differs",
                 {"пароли не совпали: ничего не сделано", "the two differ: nothing was done"}};
}

}  // namespace letopis::office
