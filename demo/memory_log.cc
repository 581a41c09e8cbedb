#include "demo/memory_log.h"

#include "events/codec.h"
#include "events/entry.h"
#include "signing/checkpoint.h"

namespace letopis::demo {

MemoryLog::MemoryLog(const std::vector<std::string>& entries, const std::string& origin,
                     const signing::PrivateKey& log_key)
    : entries_(entries) {
  signing::MerkleFrontier frontier;
  std::vector<signing::TileHash> completed;
  for (const auto& entry : entries) {
    completed.clear();
    frontier.append(signing::leaf_hash(bytes_of(entry)), completed);
    for (const auto& one : completed) hashes_[one.tile_level].push_back(one.hash);
    const auto parts = events::cut_entry(bytes_of(entry));
    const auto event = parts ? events::decode(parts->event) : parts.refusal();
    // What cannot be is left for the verifier to find.
    if (event) static_cast<void>(keys_.apply(*event, {frontier.size() - 1}));
  }
  checkpoint_ = signing::sign_checkpoint({origin, frontier.size(), frontier.root()}, log_key);
}

archive::LogSource MemoryLog::source() const {
  return {checkpoint_,
          [this](events::Position first, std::size_t count) {
            const auto from = entries_.begin() + static_cast<std::ptrdiff_t>(first.value);
            return std::vector<std::string>(from, from + static_cast<std::ptrdiff_t>(count));
          },
          [this](unsigned level, std::uint64_t first, std::size_t count) {
            const auto& row = hashes_.at(level);
            const auto from = row.begin() + static_cast<std::ptrdiff_t>(first);
            return std::vector<signing::Digest>(from, from + static_cast<std::ptrdiff_t>(count));
          }};
}

}  // namespace letopis::demo
