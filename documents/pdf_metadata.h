// What a PDF says of itself, twice and alike: in its information dictionary and as XMP.
#pragma once

#include <string>

#include "documents/document.h"
#include "documents/moment.h"

namespace letopis::documents {

inline constexpr const char* kProducer = "letopis";

// "D:20261111123000+03'00'".
std::string pdf_date(const Moment& moment);

// XMP as PDF/A-1b asks (ISO 19005-1, 6.7): the same title, author, producer and dates.
// Requires: check(document).
std::string xmp_packet(const Document& document);

}  // namespace letopis::documents
