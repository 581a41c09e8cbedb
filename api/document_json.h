// A document as JSON, for who draws it otherwise: a page, a program.
#pragma once

#include <boost/json/object.hpp>

#include "documents/document.h"

namespace letopis::api {

// {"title", "made", "sheets": [{"name", "title", "lines": [{"label", "value"}], "blocks":
// [{"table":
// {"caption", "head": [[cell]], "groups": [{"caption", "rows": [[cell]]}], "totals": [[cell]]}} or
// {"paragraph"} or
// {"list"}], "signatures": [{"post", "name", "date"}], "footer", "code"}]}. A cell is its value,
// or, where it spans or says more, {"value", "columns", "rows", "shade"}; numbers are numbers, days
// "2026-03-11".
boost::json::object document_json(const documents::Document& document);

}  // namespace letopis::api
