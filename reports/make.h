// A report as a document: from the views as of a size of the log, by a request alone. The same log,
// size and request give the same document, whenever it is made. REP-11, PAP-05.
#pragma once

#include <vector>

#include "documents/document.h"
#include "reports/request.h"

namespace letopis::reports {

struct Made {
  documents::Document document;
  // Of whom the sheet once bore a name that is gone since: erased, or destroyed with its volume. A
  // sheet made before that shows more than this one.
  std::vector<events::PersonNumber> nameless;
  std::vector<events::PersonNumber> people;  // whom the sheets name, or could not name
};

// Each sheet's footer has the code that leads back to it (paper_code.h). Refuses what Desk::laid
// refuses (who may not read it among that), report.not_in_class, report.empty (no sheet to print)
// and report.too_long (more sheets than a document holds).
Result<Made> make(const Source& source, const Request& request);

}  // namespace letopis::reports
