#include "intake/made_workbook.h"

#include <fcntl.h>
#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "outcome/invariant.h"

namespace letopis::intake {
namespace {

std::string fresh_path() {
  std::string path = (std::filesystem::temp_directory_path() / "workbook-XXXXXX").string();
  const int file = mkstemp(path.data());
  INVARIANT(file >= 0);
  close(file);
  return path;
}

lxw_row_t row_of(unsigned row) { return row - 1; }
lxw_col_t column_of(unsigned column) { return static_cast<lxw_col_t>(column - 1); }

}  // namespace

MadeWorkbook::MadeWorkbook(const std::string& first_sheet)
    : path_(fresh_path()),
      workbook_(workbook_new(path_.c_str())),
      sheet_(workbook_add_worksheet(workbook_, first_sheet.c_str())) {}

MadeWorkbook::~MadeWorkbook() {
  if (workbook_ != nullptr) workbook_close(workbook_);
  std::filesystem::remove(path_);
}

void MadeWorkbook::add_sheet(const std::string& name) {
  sheet_ = workbook_add_worksheet(workbook_, name.c_str());
}

void MadeWorkbook::text(unsigned row, unsigned column, const std::string& value) {
  worksheet_write_string(sheet_, row_of(row), column_of(column), value.c_str(), nullptr);
}

void MadeWorkbook::rich_text(unsigned row, unsigned column, const std::string& plain,
                             const std::string& bold) {
  lxw_format* format = workbook_add_format(workbook_);
  format_set_bold(format);
  std::string parts[] = {plain, bold};  // the library asks for text that it could change
  lxw_rich_string_tuple first{nullptr, parts[0].data()};
  lxw_rich_string_tuple second{format, parts[1].data()};
  lxw_rich_string_tuple* both[] = {&first, &second, nullptr};
  worksheet_write_rich_string(sheet_, row_of(row), column_of(column), both, nullptr);
}

void MadeWorkbook::number(unsigned row, unsigned column, double value, const std::string& format) {
  lxw_format* shown = nullptr;
  if (!format.empty()) {
    shown = workbook_add_format(workbook_);
    format_set_num_format(shown, format.c_str());
  }
  worksheet_write_number(sheet_, row_of(row), column_of(column), value, shown);
}

void MadeWorkbook::truth(unsigned row, unsigned column, bool value) {
  worksheet_write_boolean(sheet_, row_of(row), column_of(column), value ? 1 : 0, nullptr);
}

void MadeWorkbook::formula(unsigned row, unsigned column, const std::string& formula,
                           const std::string& result) {
  worksheet_write_formula_str(sheet_, row_of(row), column_of(column), formula.c_str(), nullptr,
                              result.c_str());
}

void MadeWorkbook::format_only(unsigned row, unsigned column) {
  lxw_format* format = workbook_add_format(workbook_);
  format_set_bold(format);
  worksheet_write_blank(sheet_, row_of(row), column_of(column), format);
}

std::string MadeWorkbook::take() {
  INVARIANT(workbook_ != nullptr && workbook_close(workbook_) == LXW_NO_ERROR);
  workbook_ = nullptr;
  std::ostringstream bytes;
  bytes << std::ifstream(path_, std::ios::binary).rdbuf();
  return bytes.str();
}

Parts unpacked(const std::string& bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  INVARIANT(archive != nullptr);
  Parts parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
    std::string text(stat.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    INVARIANT(zip_fread(file, text.data(), text.size()) == static_cast<zip_int64_t>(text.size()));
    zip_fclose(file);
    parts[stat.name] = text;
  }
  zip_discard(archive);
  return parts;
}

std::string packed(const Parts& parts, Packing packing) {
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  INVARIANT(archive != nullptr);
  for (const auto& [name, text] : parts) {
    zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    INVARIANT(index >= 0);
    if (packing == Packing::kStore) {
      zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
  }
  INVARIANT(zip_close(archive) == 0);
  zip_stat_t stat;
  INVARIANT(zip_source_open(target) == 0 && zip_source_stat(target, &stat) == 0);
  std::string bytes(stat.size, '\0');
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

Parts bare_workbook(const std::string& sheet) {
  const std::string relations =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return {
      {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + relations +
                          "/officeDocument\" Target=\"book/main.xml\"/></Relationships>"},
      {"book/main.xml",
       "<x:workbook><x:sheets><x:sheet name=\"A\" sheetId=\"1\" r:id=\"s1\"/></x:sheets>"
       "</x:workbook>"},
      {"book/_rels/main.xml.rels", "<Relationships><Relationship Id=\"s1\" Type=\"" + relations +
                                       "/worksheet\" Target=\"/book/sheet.xml\"/></Relationships>"},
      {"book/sheet.xml", sheet}};
}

}  // namespace letopis::intake
