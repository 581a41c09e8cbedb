// All that a script's line may hold, as one JSON Schema, and as a list.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "wishes/form.h"

namespace letopis::script {

struct ListedWord {
  enum class Kind : unsigned char { kRunner, kCommand, kQuery };
  Kind kind = Kind::kRunner;
  std::string_view name;
  wishes::Text tells;
  std::function<boost::json::object()> schema;
};

// The runner's own, then all commands, then all queries.
std::vector<ListedWord> listed_words();

// JSON Schema 2020-12 of one line; under "$defs" each command as "do.mark_given", each query as
// "show.journal", and each kind of reference by its name.
boost::json::object schema_of_line();

}  // namespace letopis::script
