// What fields the facts of the code have, to be held against the schema and the document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/facts.h"

namespace letopis::events {

struct FieldShape {
  std::string name;
  std::string type;  // "PersonNumber", "Day", "Text"; empty for a word and for a value of fields
  bool declares = false;
  bool optional = false;
  bool list = false;
  std::vector<std::string_view> words;  // of a word
  std::vector<FieldShape> fields;       // of a value
};

struct FactShape {
  std::string name;
  std::vector<FieldShape> fields;
};

// By ordinal.
std::vector<FactShape> fact_shapes();

}  // namespace letopis::events
