// What a volume carries of the schema, so that somebody can read it when this program is gone: the
// files of the source tree, built into the program.
#pragma once

#include <span>
#include <string_view>

namespace letopis::archive {

struct SchemaFile {
  std::string_view name;  // "event.capnp"
  std::string_view contents;
};

// Sorted by name: event.capnp and what it includes, event-format.md, archive-format.md.
std::span<const SchemaFile> schema_files();

}  // namespace letopis::archive
