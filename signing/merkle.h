// The Merkle tree of RFC 9162 section 2.1: its hashes, its right edge, and the checking of proofs.
//
//            root                  A tree of n leaves splits at the largest power of two below n.
//           /    \                 Appending needs only the right edge: the roots of the complete
//          *      *                subtrees that n is the sum of, one for each bit of n that is
//        /   \     \               set. Here n = 7: hashes of 4, 2 and 1 leaves.
//       *     *     *   \          .
//      / \   / \   / \   \         .
//     0   1 2   3 4   5   6
//
// Reading proofs out of stored hashes: tile_tree.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "outcome/bytes.h"
#include "outcome/result.h"
#include "signing/digest.h"

namespace letopis::signing {

Digest leaf_hash(Bytes entry);                              // SHA-256(00, entry)
Digest node_hash(const Digest& left, const Digest& right);  // SHA-256(01, left, right)
Digest empty_root();                                        // SHA-256 of nothing

// No proof of either kind is longer than this, whatever the size.
inline constexpr std::size_t kMaxProofHashes = 64;

// A hash that a tile holds: item `index` of level `tile_level`, the root of the 256^tile_level
// leaves from index * 256^tile_level on.
struct TileHash {
  unsigned tile_level = 0;
  std::uint64_t index = 0;
  Digest hash;
  bool operator==(const TileHash&) const = default;
};

// The right edge of a tree that grows. A plain value; one thread at a time.
class MerkleFrontier {
 public:
  MerkleFrontier() = default;  // the empty tree

  // The edge as it was kept: `hashes` as hashes() gave them at that size. Refuses a number of
  // hashes that does not follow from the size ("merkle.frontier").
  static Result<MerkleFrontier> restore(std::uint64_t size, std::vector<Digest> hashes);

  // Appends one leaf hash. The second form also adds to `completed` every hash that tiles hold and
  // that this leaf completes: itself, and the levels above at each 256th, 65 536th … leaf.
  void append(const Digest& leaf);
  void append(const Digest& leaf, std::vector<TileHash>& completed);

  std::uint64_t size() const { return size_; }
  const std::vector<Digest>& hashes() const { return hashes_; }  // the largest subtree first
  Digest root() const;

  bool operator==(const MerkleFrontier&) const = default;

 private:
  std::uint64_t size_ = 0;
  std::vector<Digest> hashes_;
};

struct InclusionClaim {
  std::uint64_t index = 0;
  std::uint64_t size = 0;
  Digest leaf;
  Digest root;
};

// Done iff `proof` (the leaf's sibling first) shows that the leaf stands at index in the tree of
// that size and root. Refuses an index outside the tree ("proof.index"), any length but the exact
// one ("proof.length") and another root ("proof.root"). RFC 9162 section 2.1.3.2.
Outcome verify_inclusion(const InclusionClaim& claim, std::span<const Digest> proof);

struct ConsistencyClaim {
  std::uint64_t old_size = 0;
  std::uint64_t new_size = 0;
  Digest old_root;
  Digest new_root;
};

// Done iff `proof` shows that the new tree extends the old one. Refuses an old size of 0
// ("proof.empty_tree": nothing would be shown), one above the new size ("proof.sizes"), any length
// but the exact one ("proof.length"), and another root ("proof.root"). RFC 9162 section 2.1.4.2.
Outcome verify_consistency(const ConsistencyClaim& claim, std::span<const Digest> proof);

// The same for a witness, who starts from nothing: from size 0 it is done iff the proof is empty
// and the old root is that of the empty tree.
Outcome verify_extension(const ConsistencyClaim& claim, std::span<const Digest> proof);

// The exact lengths that the two above require. Require: index < size; 0 < old_size <= new_size.
std::size_t inclusion_proof_length(std::uint64_t index, std::uint64_t size);
std::size_t consistency_proof_length(std::uint64_t old_size, std::uint64_t new_size);

}  // namespace letopis::signing
