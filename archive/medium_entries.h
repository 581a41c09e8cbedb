// Entries as they lie in volumes, for telling people what they say; nothing here is proved.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/verdict.h"
#include "events/event.h"
#include "outcome/result.h"

namespace letopis::archive {

// Nothing here throws or refuses: what cannot be read is left out. One thread.
class MediumEntries {
 public:
  // Of these only log volumes hold entries.
  explicit MediumEntries(std::vector<CheckedVolume> volumes);

  // The bytes that stand at a position; empty iff they cannot be read.
  std::optional<std::string> entry(events::Position position) const;
  // The bundle in which a position lies, from its first entry on; empty iff it cannot be read.
  std::vector<std::string> bundle_at(events::Position position) const;
  // The readable line of a position, without its newline.
  std::optional<std::string> rendition(events::Position position) const;

  // Every event that can be read, in order, until `event` answers false.
  using Event = std::function<bool(events::Position position, const events::Event& event)>;
  void each(const Event& event) const;

 private:
  const CheckedVolume* volume_of(events::Position position) const;
  std::vector<std::string> bundle(const CheckedVolume& volume, std::uint64_t first) const;

  std::vector<CheckedVolume> volumes_;
};

// The exact bytes of entries in their order, from 0 on: for restoring what was checked before. One
// thread.
class EntryStream {
 public:
  explicit EntryStream(const MediumEntries& entries) : entries_(entries) {}

  // Refuses restore.entry_missing where a volume does not give it (any more).
  Result<std::string> next();

 private:
  const MediumEntries& entries_;
  std::uint64_t position_ = 0;
  std::vector<std::string> bundle_;  // that the position lies in
};

}  // namespace letopis::archive
