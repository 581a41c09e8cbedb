#include "reports/paper_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <vector>

#include "documents/document.h"
#include "regulations/civil_day.h"
#include "signing/encoding.h"

namespace letopis::reports {
namespace {

constexpr std::string_view kKind = "letopis:";
constexpr std::string_view kVersion = "letopis:v1";
constexpr std::size_t kParts = 7;

using Values = std::map<std::string_view, std::string_view>;

Refusal malformed() {
  return {"paper_code.malformed",
          {"это не код листа, напечатанного этой программой",
           "this is not the code of a sheet that this program printed"},
          {},
          {"Код начинается с «letopis:v1» и состоит из семи слов; прочтите его ещё раз.",
           "A code begins with \"letopis:v1\" and has seven words; read it once more."}};
}

std::string root_text(const signing::Digest& root) {
  std::string out = signing::to_base64(root.bytes);
  std::replace(out.begin(), out.end(), '+', '-');
  std::replace(out.begin(), out.end(), '/', '_');
  while (out.ends_with('=')) out.pop_back();
  return out;
}

std::optional<signing::Digest> root_of(std::string_view text) {
  std::string padded(text);
  std::replace(padded.begin(), padded.end(), '-', '+');
  std::replace(padded.begin(), padded.end(), '_', '/');
  const auto bytes = signing::from_base64(padded + "=");
  signing::Digest root;
  if (!bytes || bytes->size() != root.bytes.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), root.bytes.begin());
  return root;
}

std::string parameters(const Request& request) {
  std::vector<std::string> parts;
  const auto number = [&parts](std::string_view name, const auto& value) {
    if (value) parts.push_back(fmt::format("{}={}", name, value->value));
  };
  number("class", request.school_class);
  number("group", request.group);
  number("subject", request.subject);
  number("person", request.person);
  number("period", request.period);
  number("by", request.made_by);
  parts.push_back("from=" + regulations::iso(request.days.first));
  parts.push_back("to=" + regulations::iso(request.days.last));
  if (request.language == terminal::Language::kEnglish) parts.emplace_back("lang=en");
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : ",") + part;
  return out;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  while (true) {
    const auto end = text.find(at);
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

template <class Number>
bool read_number(const Values& values, std::string_view name, std::optional<Number>& into) {
  const auto found = values.find(name);
  if (found == values.end()) return true;
  const auto value = signing::from_decimal(found->second);
  if (!value || *value == 0 || *value > std::numeric_limits<std::uint32_t>::max()) return false;
  into = Number{static_cast<std::uint32_t>(*value)};
  return true;
}

bool read_day(const Values& values, std::string_view name, events::Day& into) {
  const auto found = values.find(name);
  if (found == values.end()) return false;
  const auto day = regulations::parse_iso(found->second);
  if (day) into = *day;
  return day.has_value();
}

bool read_parameters(std::string_view text, Request& request) {
  Values values;
  for (const auto part : split(text, ',')) {
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) return false;
    values.emplace(part.substr(0, equals), part.substr(equals + 1));
  }
  if (values.contains("lang")) request.language = terminal::Language::kEnglish;
  return read_number(values, "class", request.school_class) &&
         read_number(values, "group", request.group) &&
         read_number(values, "subject", request.subject) &&
         read_number(values, "person", request.person) &&
         read_number(values, "period", request.period) &&
         read_number(values, "by", request.made_by) &&
         read_day(values, "from", request.days.first) && read_day(values, "to", request.days.last);
}

}  // namespace

std::string print_paper_code(const PaperCode& code) {
  INVARIANT(!code.origin.empty() && code.origin.size() <= kMaxPaperOriginBytes);
  INVARIANT(code.origin.find(' ') == std::string::npos);
  INVARIANT(code.size >= 1 && code.sheet >= 1);
  std::string out =
      fmt::format("{} {} {} {} {} {} {}", kVersion, code.origin, code.size, root_text(code.root),
                  row_of(code.request.report).key, parameters(code.request), code.sheet);
  INVARIANT(out.size() <= kMaxPaperCodeBytes);
  return out;
}

Result<PaperCode> parse_paper_code(std::string_view text) {
  if (text.size() > kMaxPaperCodeBytes || !text.starts_with(kKind)) return malformed();
  const auto parts = split(text, ' ');
  if (parts.front() != kVersion) {
    return Refusal{"paper_code.version",
                   {"код листа другой версии: эта программа читает «letopis:v1»",
                    "the sheet's code is of another version: this program reads \"letopis:v1\""}};
  }
  if (parts.size() != kParts) return malformed();
  if (parts[1].empty() || parts[1].size() > kMaxPaperOriginBytes) return malformed();
  const auto size = signing::from_decimal(parts[2]);
  const auto root = root_of(parts[3]);
  const auto sheet = signing::from_decimal(parts[6]);
  if (!size || *size == 0 || !root) return malformed();
  if (!sheet || *sheet == 0 || *sheet > documents::kMaxSheets) return malformed();
  const auto report = report_named(parts[4]);
  if (!report) return report.refusal();
  PaperCode code{
      std::string(parts[1]), *size, *root, {.report = *report}, static_cast<std::uint32_t>(*sheet)};
  if (!read_parameters(parts[5], code.request)) return malformed();
  // Whatever else could be read as the same request is no text of ours.
  if (print_paper_code(code) != text) return malformed();
  return code;
}

}  // namespace letopis::reports
