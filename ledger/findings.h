// Findings as they are gathered: the first kept, all counted. Any thread.
#pragma once

#include <map>
#include <mutex>

#include "ledger/verify.h"

namespace letopis::ledger {

class Findings {
 public:
  void add(Finding finding);
  void add(Fault fault, std::string where, Refusal what,
           std::optional<events::Position> position = std::nullopt) {
    add({fault, std::move(where), position, std::move(what)});
  }
  // Hands over what was found, those about an entry first, in the order of the log.
  void into(Verdict& verdict);

 private:
  std::mutex mutex_;
  std::vector<Finding> kept_;
  std::map<std::pair<std::string, std::string>, std::size_t> alike_;  // by place and code
  std::uint64_t in_all_ = 0;
};

}  // namespace letopis::ledger
