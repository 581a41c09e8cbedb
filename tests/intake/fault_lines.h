// Faults as lines that a test can compare at a glance: "people.class R4 C3 5Ъ".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/table.h"

namespace letopis::intake {

// Code, file, row and column (as far as known) and value of each listed fault.
std::vector<std::string> lines_of(const std::vector<Fault>& faults);

template <class T>
std::vector<std::string> lines_of(const Reading<T>& reading) {
  return reading ? std::vector<std::string>{} : lines_of(reading.faults().listed());
}

// The table of a CSV text that has no faults.
Table table_from(std::string_view csv);

}  // namespace letopis::intake
