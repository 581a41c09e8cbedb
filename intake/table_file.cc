#include "intake/table_file.h"

#include "intake/csv.h"
#include "intake/xlsx.h"

namespace letopis::intake {

Reading<Table> read_table(std::string_view bytes, const std::optional<std::string>& sheet) {
  const bool is_workbook = bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0");
  return is_workbook ? read_xlsx(bytes, sheet) : read_csv(bytes);
}

}  // namespace letopis::intake
