// What it means to leave a field out, where it may be left out though it has a value always.
#pragma once

#include <string_view>

#include "wishes/form.h"

namespace letopis::wishes {

struct Omitted {
  enum class Kind : unsigned char {
    kJson,       // the value in `json`
    kToday,      // the day of the wish
    kLessonDay,  // the day of the lesson that the wish names before
    kAuthor,     // whoever wishes
    kKey,        // the key in force of the person whom the wish names before, else the latest
  };
  std::string_view form;  // of which verb, or of which kind of value
  std::string_view field;
  Kind kind = Kind::kJson;
  std::string_view json = {};
};

// Null: the field must be there. Optional fields, lists, yes-or-no fields and numbers that a fact
// declares are not in this table: they may always be left out.
const Omitted* omitted(std::string_view form, std::string_view field);

// For the schema: «без этого — день урока».
Text tell_omitted(Omitted::Kind kind);

}  // namespace letopis::wishes
