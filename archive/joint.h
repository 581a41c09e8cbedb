// data/log/joint: what joins an incremental volume to the tree before it.
#pragma once

#include <string>
#include <string_view>

#include "outcome/result.h"
#include "signing/digest.h"
#include "signing/merkle.h"

namespace letopis::archive {

inline constexpr std::size_t kMaxJointBytes = 8'192;

// The tree of `old_size` entries had `old_root`; `edge` is its right edge at the last whole entry
// bundle before, from which the leaves of the volume's first bundle lead to that root.
struct Joint {
  std::uint64_t old_size = 0;
  signing::Digest old_root;
  signing::MerkleFrontier edge;
  bool operator==(const Joint&) const = default;
};

// The largest multiple of a bundle's width that is not above the size.
std::uint64_t bundle_border(std::uint64_t size);

// Requires: the edge stands at bundle_border(old_size).
std::string print_joint(const Joint& joint);

// Reads exactly what print_joint writes; refuses all else ("joint.malformed").
Result<Joint> parse_joint(std::string_view text);

}  // namespace letopis::archive
