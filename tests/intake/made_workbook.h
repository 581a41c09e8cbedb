// Workbooks as other programs make them: real files by libxlsxwriter, and zip files of any parts.
#pragma once

#include <map>
#include <string>

struct lxw_workbook;
struct lxw_worksheet;

namespace letopis::intake {

// Rows and columns count from 1, as a spreadsheet shows them. One workbook is taken once.
class MadeWorkbook {
 public:
  explicit MadeWorkbook(const std::string& first_sheet);
  ~MadeWorkbook();
  MadeWorkbook(const MadeWorkbook&) = delete;
  MadeWorkbook& operator=(const MadeWorkbook&) = delete;

  void add_sheet(const std::string& name);  // what follows goes there
  void text(unsigned row, unsigned column, const std::string& value);
  void rich_text(unsigned row, unsigned column, const std::string& plain, const std::string& bold);
  void number(unsigned row, unsigned column, double value, const std::string& format = "");
  void truth(unsigned row, unsigned column, bool value);
  void formula(unsigned row, unsigned column, const std::string& formula,
               const std::string& result);
  void format_only(unsigned row, unsigned column);

  std::string take();  // the bytes of the file

 private:
  std::string path_;
  lxw_workbook* workbook_;
  lxw_worksheet* sheet_;
};

using Parts = std::map<std::string, std::string>;
Parts unpacked(const std::string& zip);
enum class Packing { kStore, kDeflate };
std::string packed(const Parts& parts, Packing packing = Packing::kDeflate);

// The least parts of a workbook around this sheet's XML.
Parts bare_workbook(const std::string& sheet);

}  // namespace letopis::intake
