// How a school's notices go out: the file mail.json in its data directory. Without the file none
// do.
//
//   {"host": "mail.school.example", "port": 587,
//    "encryption": "starttls",               or "tls", or on this very computer "none"
//    "user": "journal", "password_file": "/etc/letopis/mail-password",
//    "authorities": "/etc/letopis/ca.pem",   else those of the system
//    "from": "journal@school.example", "name": "Школа № 4",
//    "language": "ru",                       or "en"
//    "page": "https://journal.school.example"}
//
// Only host and from must be there; a user has a password file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "mail/smtp.h"
#include "outcome/result.h"
#include "terminal/text.h"

namespace letopis::mail {

inline constexpr std::size_t kMostSettingsBytes = 65'536;
inline constexpr std::size_t kMostPasswordBytes = 4'096;

struct PostSettings {
  SmtpSettings smtp;
  std::optional<std::filesystem::path> password_file;
  terminal::Language language = terminal::Language::kRussian;
  std::string page;
};

// The password is not read. Refuses mail.settings (not JSON, an unknown name, a value of another
// kind, a user without a password file or the other way round) and what smtp.h's `check` refuses.
Result<PostSettings> parse_settings(std::string_view text);

// With the password; empty iff there is no such file. Also refuses mail.password: its file cannot
// be read, or is empty or too long. Throws where mail.json cannot be read.
Result<std::optional<PostSettings>> read_settings(const std::filesystem::path& directory);

}  // namespace letopis::mail
