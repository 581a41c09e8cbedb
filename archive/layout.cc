#include "archive/layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/text.h"
#include "signing/encoding.h"

namespace letopis::archive {
namespace {

constexpr std::size_t kMostCodeBytes = 40;
constexpr std::string_view kMiddleOfLog = "_log_v";
constexpr std::string_view kMiddleOfDocuments = "_doc_v";
static_assert(kMiddleOfLog.size() == kMiddleOfDocuments.size());

bool is_code(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where the middle of a volume's name begins.
std::size_t middle_of(std::string_view name) {
  const auto of_log = name.rfind(kMiddleOfLog);
  const auto of_documents = name.rfind(kMiddleOfDocuments);
  if (of_log == std::string_view::npos) return of_documents;
  return of_documents == std::string_view::npos ? of_log : std::max(of_log, of_documents);
}

std::string code_of(std::string_view origin) {
  const auto cut = origin.rfind('/');
  std::string code(cut == std::string_view::npos ? origin : origin.substr(cut + 1));
  code.resize(std::min(code.size(), kMostCodeBytes));
  for (char& c : code) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!is_code(c)) c = '-';
  }
  return code.empty() ? "log" : code;
}

}  // namespace

std::string rendition_path(std::uint64_t position) {
  return fmt::format("{}{:06}.jsonl", kEventsFolder, position / kEntriesOfRendition);
}

std::string checkpoint_path(std::uint64_t size) {
  return fmt::format("{}{:012}", kCheckpointsFolder, size);
}

std::string revocations_path(std::size_t number) {
  return fmt::format("{}{:03}.crl", kRevocationsFolder, number);
}

std::string volume_name(std::string_view origin, std::string_view years,
                        events::VolumeNumber number, events::VolumeKind kind) {
  const auto middle = kind == events::VolumeKind::kLog ? kMiddleOfLog : kMiddleOfDocuments;
  return fmt::format("{}_{}{}{:03}", code_of(origin), years, middle, number.value);
}

bool is_volume_name(std::string_view name) {
  const auto middle = middle_of(name);
  if (middle == std::string_view::npos) return false;
  const auto number = name.substr(middle + kMiddleOfLog.size());
  const auto front = name.substr(0, middle);
  const auto cut = front.rfind('_');
  if (cut == std::string_view::npos || cut == 0 || cut > kMostCodeBytes) return false;
  const auto years = front.substr(cut + 1);
  return std::all_of(front.begin(), front.begin() + static_cast<std::ptrdiff_t>(cut), is_code) &&
         !years.empty() && years.size() <= 9 &&
         std::all_of(years.begin(), years.end(), [](char c) { return is_digit(c) || c == '-'; }) &&
         number.size() >= 3 && number.size() <= 10 &&
         std::all_of(number.begin(), number.end(), is_digit);
}

std::uint64_t number_in(std::string_view volume_name) {
  auto digits = volume_name.substr(middle_of(volume_name) + kMiddleOfLog.size());
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return signing::from_decimal(digits).value();
}

events::VolumeKind kind_in(std::string_view volume_name) {
  return volume_name.substr(middle_of(volume_name)).starts_with(kMiddleOfLog)
             ? events::VolumeKind::kLog
             : events::VolumeKind::kDocument;
}

namespace {

// Marks that turn the direction of a line, end it or cannot be seen: what stands beside them would
// read otherwise than it is written.
bool has_hidden_marks(std::string_view text) {
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const std::string_view three = text.substr(at, 3);
    if (three == "\xEF\xBB\xBF") return true;                             // U+FEFF
    if (three >= "\xE2\x80\x8B" && three <= "\xE2\x80\x8F") return true;  // U+200B to 200F
    if (three >= "\xE2\x80\xA8" && three <= "\xE2\x80\xAE") return true;  // U+2028 to 202E
    if (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9") return true;  // U+2066 to 2069
  }
  return false;
}

}  // namespace

std::string shown_name(std::string_view name) {
  if (events::is_plain_text(name) && name.find('\n') == std::string_view::npos &&
      !has_hidden_marks(name)) {
    return std::string(name);
  }
  std::string out;
  for (const char c : name) {
    const bool plain = c >= ' ' && c <= '~';
    out += plain ? std::string(1, c) : fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace letopis::archive
