// What people could do to an archive behind the program's back: a person with the medium in hand,
// an administrator, and one who has the log's key besides. For the demo, on copies.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "archive/seal.h"
#include "events/event.h"
#include "signing/ed25519.h"

namespace letopis::demo {

// A mark in an entry made a better one; all else in the entry stays, its author's signature too.
struct ForgedMark {
  std::string entry;
  events::MarkValue was = {};
  events::MarkValue is = {};
};
std::optional<ForgedMark> forge_mark(const std::string& entry);

// A volume of a medium taken apart: its entries and what it says of itself.
struct OpenedVolume {
  std::filesystem::path path;
  archive::BagInfo info;
  std::vector<std::string> entries;
  std::string checkpoint;
};
// Requires: a whole volume that is sound.
OpenedVolume open_volume(const std::filesystem::path& path);
// The entries of all volumes of a medium. Requires: they are sound.
std::vector<std::string> entries_of(const std::filesystem::path& medium);

// The last mark of the volume that was corrected: nothing of its cell comes after it.
std::optional<events::Position> last_mark_in(const OpenedVolume& volume);

// Each changes the volume's files as its name says; the position is that of the entry in question.
void edit_in_bundle(const OpenedVolume& volume, events::Position position,
                    const std::string& entry);
void drop_from_bundle(const OpenedVolume& volume, events::Position position);
// Edits entry, tile and readable line, and writes both manifests anew: only the signatures stay.
void edit_everywhere(const OpenedVolume& volume, events::Position position,
                     const std::string& entry);

// With the log's key: the volume sealed anew from these entries, in the place of the old one.
void seal_anew(const OpenedVolume& volume, const std::vector<std::string>& entries,
               const signing::PrivateKey& log_key);

}  // namespace letopis::demo
