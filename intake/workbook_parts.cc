#include "intake/workbook_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "intake/table.h"
#include "intake/words.h"
#include "intake/xlsx.h"

namespace letopis::intake {
namespace {

std::string_view local(std::string_view name) { return name.substr(name.rfind(':') + 1); }

std::string attribute_named(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute one : node.attributes()) {
    if (local(one.name()) == name) return one.value();
  }
  return "";
}

Faults not_a_workbook() {
  return file_fault("xlsx.not",
                    {"это не книга Excel (.xlsx)", "this is no workbook of Excel (.xlsx)"});
}

struct Relation {
  std::string kind;  // the last word of its type: "worksheet", "styles"
  std::string part;
};
using Relations = std::map<std::string, Relation>;

// Targets are relative to the folder of the part that names them, or absolute.
Reading<Relations> read_relations(ZipParts& parts, const std::string& part,
                                  const std::string& folder) {
  const auto tree = tree_of(parts, part);
  if (!tree) return tree.faults();
  Relations relations;
  for (const pugi::xml_node one : children_named((*tree)->document_element(), "Relationship")) {
    const std::string type = attribute_named(one, "Type");
    const std::string target = attribute_named(one, "Target");
    const bool absolute = target.starts_with('/');
    relations[attribute_named(one, "Id")] = {type.substr(type.rfind('/') + 1),
                                             absolute ? target.substr(1) : folder + target};
  }
  return relations;
}

std::optional<std::string> part_of_kind(const Relations& relations, std::string_view kind) {
  for (const auto& [id, relation] : relations) {
    if (relation.kind == kind) return relation.part;
  }
  return std::nullopt;
}

Reading<std::vector<std::string>> read_shared_texts(ZipParts& parts, const std::string& part) {
  const auto tree = tree_of(parts, part);
  if (!tree) return tree.faults();
  std::vector<std::string> texts;
  for (const pugi::xml_node one : children_named((*tree)->document_element(), "si")) {
    texts.push_back(text_of_runs(one));
  }
  return texts;
}

Reading<std::vector<NumberFormat>> read_formats(ZipParts& parts, const std::string& part) {
  const auto tree = tree_of(parts, part);
  if (!tree) return tree.faults();
  const pugi::xml_node root = (*tree)->document_element();
  std::map<unsigned, NumberFormat> spelled;
  for (const pugi::xml_node one : children_named(child_named(root, "numFmts"), "numFmt")) {
    const auto id = whole_number(attribute_named(one, "numFmtId"));
    if (id) spelled[*id] = spelled_format(attribute_named(one, "formatCode"));
  }
  std::vector<NumberFormat> formats;
  for (const pugi::xml_node one : children_named(child_named(root, "cellXfs"), "xf")) {
    const unsigned id = whole_number(attribute_named(one, "numFmtId")).value_or(0);
    const auto found = spelled.find(id);
    formats.push_back(found == spelled.end() ? built_in_format(id) : found->second);
  }
  return formats;
}

// The part of the wanted sheet.
Reading<std::string> find_sheet(pugi::xml_node workbook, const Relations& relations,
                                const std::optional<std::string>& wanted) {
  std::string names;
  for (const pugi::xml_node one : children_named(child_named(workbook, "sheets"), "sheet")) {
    const std::string name = attribute_named(one, "name");
    const auto found = relations.find(attribute_named(one, "id"));
    const bool is_table = found != relations.end() && found->second.kind == "worksheet";
    if (is_table && (!wanted || tidy(lower(name)) == tidy(lower(*wanted)))) {
      return found->second.part;
    }
    names += (names.empty() ? "" : ", ") + name;
  }
  if (!wanted) return not_a_workbook();
  return file_fault("xlsx.sheet", {fmt::format("в книге нет листа «{}»; есть: {}", excerpt(*wanted),
                                               excerpt(names)),
                                   fmt::format("the workbook has no sheet “{}”; there are: {}",
                                               excerpt(*wanted), excerpt(names))});
}

}  // namespace

std::vector<pugi::xml_node> children_named(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> found;
  for (const pugi::xml_node one : node.children()) {
    if (local(one.name()) == name) found.push_back(one);
  }
  return found;
}

pugi::xml_node child_named(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node one : node.children()) {
    if (local(one.name()) == name) return one;
  }
  return {};
}

std::string text_of_runs(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node one : node.children()) {
    const std::string_view name = local(one.name());
    if (name == "t") text += one.text().get();
    if (name == "r") text += child_named(one, "t").text().get();
  }
  // How Excel writes the carriage return of a pasted text.
  static constexpr std::string_view escaped_return = "_x000D_";
  for (std::size_t at = text.find(escaped_return); at != std::string::npos;
       at = text.find(escaped_return, at)) {
    text.erase(at, escaped_return.size());
  }
  return text;
}

Reading<std::unique_ptr<pugi::xml_document>> tree_of(ZipParts& parts, const std::string& name) {
  const auto text = parts.part(name);
  if (!text) return text.faults();
  auto tree = std::make_unique<pugi::xml_document>();
  const bool small = *text && static_cast<std::size_t>(std::count((*text)->begin(), (*text)->end(),
                                                                  '<')) <= kMaxElements;
  if (!small || !tree->load_buffer((*text)->data(), (*text)->size(),
                                   pugi::parse_default | pugi::parse_ws_pcdata_single)) {
    return file_fault(
        "xlsx.xml",
        {fmt::format("часть книги {} не читается или слишком велика", excerpt(name)),
         fmt::format("the workbook's part {} is unreadable or too large", excerpt(name))});
  }
  return tree;
}

Reading<Workbook> read_workbook(ZipParts& parts, const std::optional<std::string>& sheet) {
  static constexpr std::string_view root_relations = "_rels/.rels";
  if (!parts.has(root_relations)) return not_a_workbook();
  const auto from_root = read_relations(parts, std::string(root_relations), "");
  if (!from_root) return from_root.faults();
  const auto main_part = part_of_kind(*from_root, "officeDocument");
  if (!main_part) return not_a_workbook();
  const std::size_t cut = main_part->rfind('/') + 1;
  const std::string folder = main_part->substr(0, cut);
  const auto tree = tree_of(parts, *main_part);
  if (!tree) return tree.faults();
  const pugi::xml_node root = (*tree)->document_element();
  const auto relations =
      read_relations(parts, folder + "_rels/" + main_part->substr(cut) + ".rels", folder);
  if (!relations) return relations.faults();
  Workbook workbook;
  auto part = find_sheet(root, *relations, sheet);
  if (!part) return part.faults();
  workbook.sheet_part = *std::move(part);
  const std::string from_1904 = attribute_named(child_named(root, "workbookPr"), "date1904");
  if (from_1904 == "1" || from_1904 == "true") workbook.first_day = FirstDay::k1904;
  if (const auto texts_part = part_of_kind(*relations, "sharedStrings")) {
    auto texts = read_shared_texts(parts, *texts_part);
    if (!texts) return texts.faults();
    workbook.shared_texts = *std::move(texts);
  }
  if (const auto styles_part = part_of_kind(*relations, "styles")) {
    auto formats = read_formats(parts, *styles_part);
    if (!formats) return formats.faults();
    workbook.formats = *std::move(formats);
  }
  return workbook;
}

}  // namespace letopis::intake
