#include "api/format.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "documents/render_csv.h"
#include "documents/render_html.h"
#include "documents/render_pdf.h"
#include "documents/render_xlsx.h"

namespace letopis::api {
namespace {

struct FormatRow {
  Format format;
  std::string_view suffix;
  std::string_view type;
};

constexpr auto kFormats = std::to_array<FormatRow>({
    {Format::kJson, ".json", "application/json"},
    {Format::kPdf, ".pdf", "application/pdf"},
    {Format::kXlsx, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {Format::kCsv, ".csv", "text/csv"},
    {Format::kHtml, ".html", "text/html"},
});

const FormatRow& row_of(Format format) {
  return *std::find_if(kFormats.begin(), kFormats.end(),
                       [format](const auto& row) { return row.format == format; });
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

double weight_of(std::string_view parameters) {
  const auto at = parameters.find("q=");
  if (at == std::string_view::npos) return 1;
  double weight = 0;
  const auto digits = parameters.substr(at + 2);
  std::from_chars(digits.data(), digits.data() + digits.size(), weight);
  return weight;
}

Result<std::string> bytes_of_document(const documents::Document& document, Format format) {
  switch (format) {
    case Format::kPdf: {
      auto renderer = documents::PdfRenderer::open();
      if (!renderer) return renderer.refusal();
      return renderer->render(document);
    }
    case Format::kXlsx: return documents::render_xlsx(document);
    case Format::kCsv: return documents::render_csv(document);
    case Format::kHtml: return documents::render_html(document);
    case Format::kJson: break;
  }
  INVARIANT(false);
}

}  // namespace

NameAndFormat split_format(const std::string& segment) {
  for (const auto& row : kFormats) {
    if (segment.size() > row.suffix.size() && segment.ends_with(row.suffix)) {
      return {segment.substr(0, segment.size() - row.suffix.size()), row.format};
    }
  }
  return {segment, std::nullopt};
}

Result<Format> accepted_format(std::optional<std::string_view> accept) {
  if (!accept || accept->empty()) return Format::kJson;
  std::optional<Format> best;
  double best_weight = 0;
  for (std::string_view rest = *accept; !rest.empty();) {
    const auto comma = rest.find(',');
    const auto one = trimmed(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    const auto semicolon = one.find(';');
    const auto type = trimmed(one.substr(0, semicolon));
    const double weight =
        semicolon == std::string_view::npos ? 1 : weight_of(one.substr(semicolon + 1));
    for (const auto& row : kFormats) {
      const bool any = type == "*/*" || (type == "application/*" && row.format == Format::kJson);
      if ((type != row.type && !(any && row.format == Format::kJson)) || weight <= best_weight) {
        continue;
      }
      best = row.format;
      best_weight = weight;
    }
  }
  if (best) return *best;
  return Refusal{"format.unknown",
                 {"в таком виде ответа нет", "there is no answer of that type"},
                 {},
                 {"есть JSON, PDF, XLSX, CSV и HTML", "there are JSON, PDF, XLSX, CSV and HTML"}};
}

Result<http::Response> rendered(const documents::Document& document, Format format,
                                std::string_view name) {
  auto bytes = bytes_of_document(document, format);
  if (!bytes) return bytes.refusal();
  const auto& row = row_of(format);
  std::string type(row.type);
  if (format == Format::kCsv || format == Format::kHtml) type += "; charset=utf-8";
  auto answer = http::answer(200, type, *std::move(bytes));
  const std::string_view how = format == Format::kHtml ? "inline" : "attachment";
  answer.headers.push_back(
      {"Content-Disposition",
       std::string(how) + "; filename=\"" + std::string(name) + std::string(row.suffix) + "\""});
  return answer;
}

}  // namespace letopis::api
