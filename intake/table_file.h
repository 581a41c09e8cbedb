// A table from whatever file a person chose: a workbook or CSV.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/table.h"

namespace letopis::intake {

// Told apart by the first bytes, not by the name: what begins as a zip file or an old workbook is
// read as xlsx.h says, all else as csv.h says. A CSV file has no sheets; the name is passed over.
Reading<Table> read_table(std::string_view bytes,
                          const std::optional<std::string>& sheet = std::nullopt);

}  // namespace letopis::intake
