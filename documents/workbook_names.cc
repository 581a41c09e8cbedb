#include "documents/workbook_names.h"

#include <fmt/format.h>
#include <glib.h>

#include <set>

namespace letopis::documents {
namespace {

constexpr std::string_view kForbidden = "[]:*?/\\\n";
constexpr std::string_view kReserved = "history";

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(text.size())));
}

std::string first_characters(std::string_view text, std::size_t count) {
  if (characters(text) <= count) return std::string(text);
  const char* end = g_utf8_offset_to_pointer(text.data(), static_cast<glong>(count));
  return {text.data(), end};
}

// Without spaces and apostrophes at its ends.
std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" '");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" '") - first + 1);
}

std::string cleaned(std::string_view asked) {
  std::string name;
  for (const char one : asked) name += kForbidden.find(one) == std::string_view::npos ? one : ' ';
  name = trimmed(first_characters(trimmed(name), kMaxTabCharacters));
  return name.empty() ? "-" : name;
}

std::string without_case(const std::string& text) {
  gchar* folded = g_utf8_casefold(text.data(), static_cast<gssize>(text.size()));
  std::string out = folded;
  g_free(folded);
  return out;
}

}  // namespace

std::vector<std::string> tab_names(const std::vector<std::string_view>& asked) {
  std::set<std::string> taken = {std::string(kReserved)};
  std::vector<std::string> names;
  for (const std::string_view one : asked) {
    const std::string wanted = cleaned(one);
    std::string name = wanted;
    for (std::size_t number = 2; !taken.insert(without_case(name)).second; ++number) {
      const std::string end = fmt::format(" {}", number);
      name = first_characters(wanted, kMaxTabCharacters - end.size()) + end;
    }
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace letopis::documents
