#include "audit/findings.h"

#include <algorithm>
#include <numeric>

namespace letopis::audit {

void Findings::add(Finding finding) {
  const std::lock_guard lock(mutex_);
  ++of_fault_[static_cast<std::size_t>(finding.fault)];
  if (kept_.size() == kMaxFindings) return;
  if (++alike_[{finding.where, finding.what.code}] > kMaxFindingsAlike) return;
  if (finding.volume.empty()) finding.volume = volume_;
  kept_.push_back(std::move(finding));
}

void Findings::about(std::string volume) {
  const std::lock_guard lock(mutex_);
  volume_ = std::move(volume);
}

std::uint64_t Findings::in_all() const {
  const std::lock_guard lock(mutex_);
  return std::accumulate(of_fault_.begin(), of_fault_.end(), std::uint64_t{0});
}

std::uint64_t Findings::in_all(Fault fault) const {
  const std::lock_guard lock(mutex_);
  return of_fault_[static_cast<std::size_t>(fault)];
}

std::vector<Finding> Findings::take() {
  const std::lock_guard lock(mutex_);
  std::stable_sort(kept_.begin(), kept_.end(), [](const Finding& left, const Finding& right) {
    // What is known to be about an entry comes first: it names the cause, the rest follows from it.
    if (left.position.has_value() != right.position.has_value()) return left.position.has_value();
    return left.position < right.position;
  });
  return std::move(kept_);
}

}  // namespace letopis::audit
