// In which form an answer is wanted: by the suffix of the path, else by Accept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "documents/document.h"
#include "http/message.h"
#include "outcome/result.h"

namespace letopis::api {

enum class Format : std::uint8_t { kJson, kPdf, kXlsx, kCsv, kHtml };

// "journal.pdf" → "journal" and its format.
struct NameAndFormat {
  std::string name;
  std::optional<Format> format;
};
NameAndFormat split_format(const std::string& segment);

// The first of the header's types, by its weights, that there is; JSON for "*/*" and no header.
// Refuses format.unknown, naming those there are.
Result<Format> accepted_format(std::optional<std::string_view> accept);

// Not JSON. `name` is for the file that a browser keeps: "journal.pdf". Refuses what the renderers
// refuse.
Result<http::Response> rendered(const documents::Document& document, Format format,
                                std::string_view name);

}  // namespace letopis::api
