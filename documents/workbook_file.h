// A workbook while it is written, in memory alone: names of pupils leave no file behind.
#pragma once

#include <xlsxwriter.h>

#include <string>

#include "documents/document.h"

namespace letopis::documents {

// A bug in what was asked of the library, or no memory.
void expect_written(lxw_error error);

class WorkbookFile {
 public:
  // With the document's properties. Requires: check(document).
  explicit WorkbookFile(const Document& document);
  ~WorkbookFile();
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;

  lxw_workbook* get() const { return workbook_; }

  // Its bytes; afterwards it is closed.
  std::string take();

 private:
  int file_;
  lxw_workbook* workbook_;
};

}  // namespace letopis::documents
