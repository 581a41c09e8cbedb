// The XML parts of a workbook that a table needs: which sheets there are, its shared texts, and how
// its numbers are shown.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "intake/fault.h"
#include "intake/number_format.h"
#include "intake/zip_parts.h"

namespace letopis::intake {

// Children of this name whatever their prefix: programs write <sheet> and <x:sheet>.
std::vector<pugi::xml_node> children_named(pugi::xml_node node, std::string_view name);
// The first of them, or no node.
pugi::xml_node child_named(pugi::xml_node node, std::string_view name);

// The text of a shared or inline string: its runs in one, without phonetic signs.
std::string text_of_runs(pugi::xml_node node);

// The part as a tree. Faults: xlsx.xml (not there, no XML, too many elements), and zip_parts.h.
Reading<std::unique_ptr<pugi::xml_document>> tree_of(ZipParts& parts, const std::string& name);

struct Workbook {
  std::string sheet_part;
  std::vector<std::string> shared_texts;
  std::vector<NumberFormat> formats;  // by the style number of a cell
  FirstDay first_day = FirstDay::k1900;
};

// Requires: the parts are opened. Faults: xlsx.not, xlsx.sheet, xlsx.xml, and zip_parts.h.
Reading<Workbook> read_workbook(ZipParts& parts, const std::optional<std::string>& sheet);

}  // namespace letopis::intake
