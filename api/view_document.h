// The answer to a query as a document: its lists as tables, for those who want it on paper or in a
// spreadsheet. (What a school hands in has a report of its own: room reports.)
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "documents/document.h"
#include "terminal/text.h"

namespace letopis::api {

struct ViewSheet {
  std::string_view title;  // what the query is for
  std::string school;
  std::string made;  // "2026-03-11T09:20:00+03:00"
  terminal::Language language = terminal::Language::kRussian;
};

// Each list of objects becomes a table, a column for each name in it; a value inside a value is
// written out in its cell. What stands beside the lists goes into the heading.
documents::Document view_document(const boost::json::object& answer, const ViewSheet& sheet);

}  // namespace letopis::api
