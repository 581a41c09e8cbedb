// The words that a sheet's QR code holds: enough to make that very sheet again and to see whether
// it comes from this log. PAP-05.
//
//   letopis:v1 ORIGIN SIZE ROOT REPORT PARAMETERS SHEET
//
//   ORIGIN      the log's name
//   SIZE        entries as of which the sheet was made, decimal, at least 1
//   ROOT        the log's root at that size: base64url of 32 bytes without padding
//   REPORT      a key of report_table()
//   PARAMETERS  NAME=VALUE joined by commas, in this order, those that there are:
//               class group subject person period by (numbers), from to (2025-09-01), lang (en)
//   SHEET       which sheet of the document, from 1
//
// Parted by one space each. One request has one text, and only that is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "reports/request.h"

namespace letopis::reports {

inline constexpr std::size_t kMaxPaperCodeBytes = documents::kMaxCodeBytes;
inline constexpr std::size_t kMaxPaperOriginBytes = 120;  // so that the rest always fits

struct PaperCode {
  std::string origin;
  std::uint64_t size = 0;
  signing::Digest root;
  Request request;
  std::uint32_t sheet = 1;
  bool operator==(const PaperCode&) const = default;
};

// Requires: an origin without spaces of at most kMaxPaperOriginBytes, size and sheet at least 1.
std::string print_paper_code(const PaperCode& code);

// Refuses "paper_code.malformed" (anything but the text that print_paper_code gives),
// "paper_code.version" (a later version's) and what report_named refuses.
Result<PaperCode> parse_paper_code(std::string_view text);

}  // namespace letopis::reports
