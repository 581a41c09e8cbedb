// Findings as they are gathered: the first kept, all counted. Any thread.
#pragma once

#include <array>
#include <map>
#include <mutex>
#include <vector>

#include "audit/finding.h"

namespace letopis::audit {

class Findings {
 public:
  void add(Finding finding);
  void add(Fault fault, std::string where, Refusal what,
           std::optional<events::Position> position = std::nullopt) {
    add({fault, std::move(where), position, std::move(what)});
  }

  // From now on findings are about this volume, if they do not say so themselves.
  void about(std::string volume);

  // How many there are, and how many of one fault: kept or not.
  std::uint64_t in_all() const;
  std::uint64_t in_all(Fault fault) const;

  // Hands over those kept, those about an entry first, in the order of the log.
  std::vector<Finding> take();

 private:
  mutable std::mutex mutex_;
  std::vector<Finding> kept_;
  std::map<std::pair<std::string, std::string>, std::size_t> alike_;  // by place and code
  std::array<std::uint64_t, 3> of_fault_{};
  std::string volume_;
};

}  // namespace letopis::audit
