#include "ledger/findings.h"

#include <algorithm>

namespace letopis::ledger {

void Findings::add(Finding finding) {
  const std::lock_guard lock(mutex_);
  ++in_all_;
  if (kept_.size() < kMaxFindings) kept_.push_back(std::move(finding));
}

void Findings::into(Verdict& verdict) {
  const std::lock_guard lock(mutex_);
  std::stable_sort(kept_.begin(), kept_.end(), [](const Finding& left, const Finding& right) {
    return left.position < right.position;
  });
  verdict.findings = std::move(kept_);
  verdict.findings_in_all = in_all_;
}

}  // namespace letopis::ledger
