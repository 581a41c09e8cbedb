#include "mail/settings.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

namespace letopis::mail {
namespace {

namespace json = boost::json;

constexpr std::size_t kMostTextBytes = 1'024;
constexpr std::int64_t kMostPort = 65'535;

Refusal bad(std::string_view ru, std::string_view en) {
  return {"mail.settings", {fmt::format("mail.json: {}", ru), fmt::format("mail.json: {}", en)}};
}

Result<std::string> text_of(std::string_view name, const json::value& value) {
  const auto* text = value.if_string();
  const bool good = text != nullptr && !text->empty() && text->size() <= kMostTextBytes &&
                    text->find('\n') == json::string::npos;
  if (good) return std::string(*text);
  return bad(fmt::format("{} — непустая строка", name), fmt::format("{} is a line of text", name));
}

Outcome read_port(const json::value& value, SmtpSettings& smtp) {
  const auto* port = value.if_int64();
  if (port == nullptr || *port < 1 || *port > kMostPort) {
    return bad("port — число от 1 до 65535", "port is a number from 1 to 65535");
  }
  smtp.port = static_cast<std::uint16_t>(*port);
  return Done{};
}

Outcome read_encryption(const std::string& word, SmtpSettings& smtp) {
  if (word == "starttls") {
    smtp.encryption = Encryption::kStartTls;
  } else if (word == "tls") {
    smtp.encryption = Encryption::kTls;
  } else if (word == "none") {
    smtp.encryption = Encryption::kNone;
  } else {
    return bad("encryption — starttls, tls или none", "encryption is starttls, tls or none");
  }
  return Done{};
}

Outcome read_language(const std::string& word, PostSettings& settings) {
  if (word != "ru" && word != "en") return bad("language — ru или en", "language is ru or en");
  settings.language = word == "ru" ? terminal::Language::kRussian : terminal::Language::kEnglish;
  return Done{};
}

Outcome read_setting(std::string_view name, const json::value& value, PostSettings& settings) {
  if (name == "port") return read_port(value, settings.smtp);
  auto text = text_of(name, value);
  if (!text) return text.refusal();
  if (name == "encryption") return read_encryption(*text, settings.smtp);
  if (name == "language") return read_language(*text, settings);
  if (name == "host") {
    settings.smtp.host = *text;
  } else if (name == "user") {
    settings.smtp.user = *text;
  } else if (name == "password_file") {
    settings.password_file = *text;
  } else if (name == "authorities") {
    settings.smtp.authorities = *text;
  } else if (name == "from") {
    settings.smtp.from.address = *text;
  } else if (name == "name") {
    settings.smtp.from.name = *text;
  } else if (name == "page") {
    settings.page = *text;
  } else {
    return bad(fmt::format("неизвестная настройка {}", name),
               fmt::format("the setting {} is unknown", name));
  }
  return Done{};
}

// Empty iff it cannot be read, or is longer than that.
std::optional<std::string> read_up_to(const std::filesystem::path& file, std::size_t most) {
  std::ifstream in(file, std::ios::binary);
  std::string text(most + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!in.is_open() || in.bad() || static_cast<std::size_t>(in.gcount()) > most) {
    return std::nullopt;
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

}  // namespace

Result<PostSettings> parse_settings(std::string_view text) {
  boost::system::error_code failed;
  const auto parsed = json::parse(text, failed);
  if (failed || !parsed.is_object()) return bad("это не объект JSON", "this is no JSON object");
  PostSettings settings;
  for (const auto& [name, value] : parsed.get_object()) {
    if (auto read = read_setting(name, value, settings); !read) return read.refusal();
  }
  if (settings.smtp.user.has_value() != settings.password_file.has_value()) {
    return bad("user и password_file указывают вместе", "user and password_file go together");
  }
  if (auto good = check(settings.smtp); !good) return good.refusal();
  return settings;
}

Result<std::optional<PostSettings>> read_settings(const std::filesystem::path& directory) {
  const auto file = directory / "mail.json";
  if (!std::filesystem::exists(file)) return std::optional<PostSettings>{};
  const auto text = read_up_to(file, kMostSettingsBytes);
  if (!text) throw std::runtime_error("cannot read " + file.string());
  auto settings = parse_settings(*text);
  if (!settings) return settings.refusal();
  if (settings->password_file) {
    auto password = read_up_to(*settings->password_file, kMostPasswordBytes);
    while (password && !password->empty() &&
           (password->back() == '\n' || password->back() == '\r')) {
      password->pop_back();
    }
    if (!password || password->empty()) {
      return Refusal{"mail.password",
                     {"файл с паролем почты не прочитать: " + settings->password_file->string(),
                      "the password of mail cannot be read: " + settings->password_file->string()}};
    }
    settings->smtp.password = *std::move(password);
  }
  return std::optional(*std::move(settings));
}

}  // namespace letopis::mail
