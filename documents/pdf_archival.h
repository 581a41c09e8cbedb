// A drawn PDF made into PDF/A-1b (ISO 19005-1): what an archive can still show in fifty years.
#pragma once

#include <string>

#include "documents/document.h"

namespace letopis::documents {

// Adds metadata, the meaning of colours, and what embedded fonts must say of themselves; takes away
// transparency and every date but the document's. The same bytes for the same input: objects stand
// in the order of the pages, and the file's identifier is a digest of it.
// Requires: `drawn` comes from PdfPages; check(document).
std::string archival(const std::string& drawn, const Document& document);

}  // namespace letopis::documents
