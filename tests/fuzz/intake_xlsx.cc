// Workbooks: the bytes as a file, and as one part of a workbook that is whole otherwise. What is
// accepted is a table within its limits.
#include <cstdint>

#include "events/text.h"
#include "intake/made_workbook.h"
#include "intake/xlsx.h"

using namespace letopis::intake;  // NOLINT(google-build-using-namespace)

namespace {

void judge(const std::string& bytes) {
  const auto table = read_xlsx(bytes);
  if (!table) {
    INVARIANT(table.faults().count() > 0);
    return;
  }
  for (const Row& row : table->rows) {
    INVARIANT(row.cells.size() == table->heading.cells.size() && row.number <= kMaxRows);
    for (const std::string& cell : row.cells) INVARIANT(letopis::events::is_plain_text(cell));
  }
}

// A workbook of a real program, with the shared texts and styles that a bare one lacks.
const Parts& whole_workbook() {
  static const Parts parts = [] {
    MadeWorkbook made("A");
    made.text(1, 1, "Фамилия");
    made.number(2, 1, 40'972, "dd.mm.yyyy");
    return unpacked(made.take());
  }();
  return parts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  judge(text);
  Parts parts = whole_workbook();
  auto part = parts.begin();
  std::advance(part, data[0] % parts.size());
  part->second = text;
  judge(packed(parts, Packing::kStore));
  return 0;
}
