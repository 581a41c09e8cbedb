#include "archive/manifest.h"

#include <fmt/format.h>

#include <set>

#include "signing/encoding.h"
#include "signing/text_rules.h"

namespace letopis::archive {
namespace {

constexpr std::size_t kDigits = 64;

Refusal refuse(const char* code, std::size_t line, const char* ru, const char* en) {
  return {code,
          {fmt::format("строка {} описи файлов: {}", line, ru),
           fmt::format("line {} of the manifest: {}", line, en)}};
}

bool is_path_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

std::string lower(std::string_view path) {
  std::string out(path);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

bool is_volume_path(std::string_view path) {
  if (path.empty() || path.size() > kMaxPathBytes || path.back() == '/') return false;
  while (!path.empty()) {
    const auto part = path.substr(0, path.find('/'));
    if (part.empty() || part == "." || part == "..") return false;
    for (const char c : part) {
      if (!is_path_character(c)) return false;
    }
    path.remove_prefix(std::min(path.size(), part.size() + 1));
  }
  return true;
}

std::string print_manifest(const Manifest& manifest) {
  std::string out;
  for (const auto& [path, digest] : manifest) {
    out += signing::to_hex(digest.view());
    out += "  ";
    out += path;
    out += '\n';
  }
  return out;
}

Result<Manifest> parse_manifest(std::string_view text) {
  Manifest manifest;
  std::set<std::string> names;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const auto line = signing::take_line(text);
    if (!line || line->size() < kDigits + 3 || line->substr(kDigits, 2) != "  ") {
      return refuse("manifest.malformed", number, "это не строка sha256sum",
                    "it is no line of sha256sum");
    }
    const auto raw = signing::from_hex(line->substr(0, kDigits));
    if (!raw) {
      return refuse("manifest.malformed", number, "это не контрольная сумма", "it is no digest");
    }
    const auto path = line->substr(kDigits + 2);
    if (!is_volume_path(path)) {
      return refuse("manifest.path", number, "такого имени у файла тома не бывает",
                    "no file of a volume has this name");
    }
    if (!manifest.empty() && path <= manifest.rbegin()->first) {
      return refuse("manifest.malformed", number, "строки стоят не по порядку",
                    "the lines are not in order");
    }
    if (!names.insert(lower(path)).second) {
      return refuse("manifest.same_name", number, "имя отличается от другого лишь регистром",
                    "the name differs from another in case only");
    }
    manifest.emplace_hint(manifest.end(), path, *signing::digest_from(*raw));
  }
  return manifest;
}

}  // namespace letopis::archive
