// A document as the bytes of a file, in the format that the file's name asks for.
#pragma once

#include <filesystem>
#include <string>

#include "documents/document.h"

namespace letopis::reading {

// Refuses print.format (an ending other than .pdf, .html, .xlsx and .csv) and what the renderers
// refuse.
Result<std::string> rendered(const documents::Document& document,
                             const std::filesystem::path& file);

Result<std::string> rendered_pdf(const documents::Document& document);

}  // namespace letopis::reading
