// A password or a PIN: from a file's first line, or typed at the terminal unseen; never from the
// command line, where every process of the computer could read it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcome/result.h"
#include "terminal/arguments.h"
#include "terminal/console.h"

namespace letopis::office {

inline constexpr std::size_t kMaxPasswordBytes = 1'024;
inline constexpr std::size_t kLeastNewPassword = 8;  // characters of one that is chosen here

// Wiped when it goes; move only.
class Password {
 public:
  explicit Password(std::string_view text) : text_(text.begin(), text.end()) {}
  Password(Password&&) noexcept = default;
  Password& operator=(Password&& other) noexcept;
  Password(const Password&) = delete;
  Password& operator=(const Password&) = delete;
  ~Password();

  std::string_view reveal() const { return {text_.data(), text_.size()}; }

 private:
  std::vector<char> text_;
};

struct PasswordQuestion {
  std::string_view option;  // that names a file: "password-file"
  terminal::Text asks;      // "Пароль корневого ключа"
};

// Refuses password.file (not there, empty or too long), password.no_terminal (no such option, and
// nobody sits here) and password.empty.
Result<Password> read_password(const terminal::Arguments& arguments,
                               const terminal::Console& console, const PasswordQuestion& question);

// One that is chosen now: typed twice. Refuses as above, password.short and password.differs.
Result<Password> choose_password(const terminal::Arguments& arguments,
                                 const terminal::Console& console,
                                 const PasswordQuestion& question);

}  // namespace letopis::office
