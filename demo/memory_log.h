// A log made of entries alone, in memory: tree, checkpoint and keys follow from them. For those who
// forge a small one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "archive/log_source.h"
#include "events/key_standing.h"
#include "signing/ed25519.h"
#include "signing/merkle.h"

namespace letopis::demo {

// Outlives what `source` gave. Any thread may read.
class MemoryLog {
 public:
  MemoryLog(const std::vector<std::string>& entries, const std::string& origin,
            const signing::PrivateKey& log_key);
  MemoryLog(const MemoryLog&) = delete;
  MemoryLog& operator=(const MemoryLog&) = delete;

  archive::LogSource source() const;
  const events::KeyStandings& keys() const { return keys_; }

 private:
  const std::vector<std::string>& entries_;
  std::map<unsigned, std::vector<signing::Digest>> hashes_;  // by tile level
  std::string checkpoint_;
  events::KeyStandings keys_;
};

}  // namespace letopis::demo
