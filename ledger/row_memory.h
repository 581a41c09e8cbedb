// Rows of views that the writer sought lately, absent ones too: where a lesson stands is asked for
// each of its marks. Exact, since the writer alone changes rows and forgets what it changes.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

namespace letopis::ledger {

// One thread: the writer.
class RowMemory {
 public:
  // All is forgotten when so many are held.
  static constexpr std::size_t kMaxRows = 8'192;

  // What stands under the key: as remembered, or else as `seek` gives it.
  template <class Seek>
  const std::optional<std::string>& recall(const std::string& key, Seek seek) {
    if (const auto known = rows_.find(key); known != rows_.end()) return known->second;
    if (rows_.size() >= kMaxRows) rows_.clear();
    return rows_.emplace(key, seek(key)).first->second;
  }
  void forget(const std::string& key) { rows_.erase(key); }
  void forget_all() { rows_.clear(); }

 private:
  std::unordered_map<std::string, std::optional<std::string>> rows_;
};

}  // namespace letopis::ledger
