// The register as tables: for a terminal, for machines, and as the CSV files that lie beside
// certified documents in their volume.
#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "documents/document.h"
#include "office/school.h"
#include "terminal/console.h"
#include "terminal/text.h"

namespace letopis::archivist {

struct RegisterColumn {
  std::string_view code;  // for machines: "sha256"
  terminal::Text title;
  std::size_t most = 0;  // columns of a terminal; 0: whatever it takes
};

struct RegisterList {
  std::string_view code;  // for machines: "volumes"
  terminal::Text title;
  std::vector<RegisterColumn> columns;
  std::vector<std::vector<std::string>> rows;  // as many cells as columns
};

RegisterList list_volumes(const office::SchoolReader& school, terminal::Language language);
RegisterList list_copies(const office::SchoolReader& school, terminal::Language language);

// Marks of lessons in the span that were changed after they were given, or, since a size of the
// log, whatever became of marks: those given then as well.
struct ChangesAsked {
  projections::Interval days;
  std::optional<std::uint64_t> since;
};
Result<RegisterList> list_changes(const office::SchoolReader& school, const ChangesAsked& asked,
                                  terminal::Language language);
RegisterList list_falling_due(const office::SchoolReader& school, events::Day today,
                              terminal::Language language);

void print_list(const RegisterList& list, const terminal::Console& console);
boost::json::array list_json(const RegisterList& list);
// One sheet across; `made` as documents::Document has it.
documents::Document list_document(const RegisterList& list, const std::string& made,
                                  terminal::Language language);
// Refuses what render_csv refuses.
Result<std::string> list_csv(const RegisterList& list, const std::string& made,
                             terminal::Language language);

}  // namespace letopis::archivist
