#include "ledger/findings.h"

#include <algorithm>

namespace letopis::ledger {

void Findings::add(Finding finding) {
  const std::lock_guard lock(mutex_);
  ++in_all_;
  if (kept_.size() == kMaxFindings) return;
  if (++alike_[{finding.where, finding.what.code}] > kMaxFindingsAlike) return;
  kept_.push_back(std::move(finding));
}

void Findings::into(Verdict& verdict) {
  const std::lock_guard lock(mutex_);
  std::stable_sort(kept_.begin(), kept_.end(), [](const Finding& left, const Finding& right) {
    // What is known to be about an entry comes first: it names the cause, the rest follows from it.
    if (left.position.has_value() != right.position.has_value()) return left.position.has_value();
    return left.position < right.position;
  });
  verdict.findings = std::move(kept_);
  verdict.findings_in_all = in_all_;
}

}  // namespace letopis::ledger
