#include <algorithm>
#include <bit>

#include "signing/merkle.h"

namespace letopis::signing {

namespace {

Refusal wrong_length() {
  return {"proof.length",
          {"Длина доказательства не следует из номера и размера.",
           "The proof's length does not follow from index and size."}};
}

Refusal wrong_root() {
  return {"proof.root",
          {"Доказательство приводит к другому корню.", "The proof leads to another root."}};
}

Refusal wrong_index() {
  return {"proof.index",
          {"Запись с этим номером не входит в дерево.", "No entry of this index is in the tree."}};
}

Refusal wrong_sizes() {
  return {"proof.sizes",
          {"Прежнее дерево больше нового.", "The old tree is larger than the new one."}};
}

// The path from a leaf to the root, cut where it stops being a path inside one complete subtree:
// below, every level has a sibling; above, only the levels where the path is a right child.
struct PathShape {
  unsigned inner;
  unsigned border;
};

PathShape shape_of(std::uint64_t index, std::uint64_t size) {
  const auto inner = static_cast<unsigned>(std::bit_width(index ^ (size - 1)));
  const auto border = inner < 64 ? static_cast<unsigned>(std::popcount(index >> inner)) : 0U;
  return {inner, border};
}

// Hashes upwards inside the complete subtree: bit by bit the index says on which side we are.
Digest climb_inner(Digest hash, std::span<const Digest> siblings, std::uint64_t index) {
  for (const Digest& sibling : siblings) {
    hash = (index & 1) == 0 ? node_hash(hash, sibling) : node_hash(sibling, hash);
    index >>= 1;
  }
  return hash;
}

// The same, taking only the siblings on the left: what an older tree knew.
Digest climb_left(Digest hash, std::span<const Digest> siblings, std::uint64_t index) {
  for (const Digest& sibling : siblings) {
    if ((index & 1) == 1) hash = node_hash(sibling, hash);
    index >>= 1;
  }
  return hash;
}

Digest climb_border(Digest hash, std::span<const Digest> siblings) {
  for (const Digest& sibling : siblings) hash = node_hash(sibling, hash);
  return hash;
}

// The largest complete subtree at the right edge of a tree of `old_size` leaves is where both trees
// part: its height, and whether the proof begins with its hash. It does not where it is the whole
// old tree, whose root is known.
struct Fork {
  unsigned height;
  bool is_old_root;
};

Fork fork_of(std::uint64_t old_size) {
  return {static_cast<unsigned>(std::countr_zero(old_size)), std::has_single_bit(old_size)};
}

Outcome compare_equal_trees(const ConsistencyClaim& claim, std::span<const Digest> proof) {
  if (!proof.empty()) return wrong_length();
  if (claim.old_root != claim.new_root) return wrong_root();
  return Done{};
}

}  // namespace

std::size_t inclusion_proof_length(std::uint64_t index, std::uint64_t size) {
  INVARIANT(index < size);
  const PathShape shape = shape_of(index, size);
  return shape.inner + shape.border;
}

std::size_t consistency_proof_length(std::uint64_t old_size, std::uint64_t new_size) {
  INVARIANT(old_size > 0 && old_size <= new_size);
  if (old_size == new_size) return 0;
  const Fork fork = fork_of(old_size);
  const PathShape shape = shape_of(old_size - 1, new_size);
  return shape.inner - fork.height + shape.border + (fork.is_old_root ? 0 : 1);
}

Outcome verify_inclusion(const InclusionClaim& claim, std::span<const Digest> proof) {
  if (claim.index >= claim.size) return wrong_index();
  const PathShape shape = shape_of(claim.index, claim.size);
  if (proof.size() != shape.inner + shape.border) return wrong_length();
  const Digest inner = climb_inner(claim.leaf, proof.first(shape.inner), claim.index);
  if (climb_border(inner, proof.subspan(shape.inner)) != claim.root) return wrong_root();
  return Done{};
}

Outcome verify_consistency(const ConsistencyClaim& claim, std::span<const Digest> proof) {
  if (claim.old_size > claim.new_size) return wrong_sizes();
  if (claim.old_size == 0) {
    return Refusal{"proof.empty_tree",
                   {"Согласованность с пустым деревом ничего не доказывает.",
                    "Consistency with the empty tree proves nothing."}};
  }
  if (claim.old_size == claim.new_size) return compare_equal_trees(claim, proof);
  if (proof.size() != consistency_proof_length(claim.old_size, claim.new_size)) {
    return wrong_length();
  }

  const Fork fork = fork_of(claim.old_size);
  const PathShape shape = shape_of(claim.old_size - 1, claim.new_size);
  const Digest seed = fork.is_old_root ? claim.old_root : proof.front();
  const auto path = proof.subspan(fork.is_old_root ? 0 : 1);
  const auto inner = path.first(shape.inner - fork.height);
  const auto border = path.subspan(inner.size());
  const std::uint64_t index = fork.height < 64 ? (claim.old_size - 1) >> fork.height : 0;

  const Digest old_root = climb_border(climb_left(seed, inner, index), border);
  const Digest new_root = climb_border(climb_inner(seed, inner, index), border);
  if (old_root != claim.old_root || new_root != claim.new_root) return wrong_root();
  return Done{};
}

Outcome verify_extension(const ConsistencyClaim& claim, std::span<const Digest> proof) {
  if (claim.old_size != 0) return verify_consistency(claim, proof);
  if (!proof.empty()) return wrong_length();
  if (claim.old_root != empty_root()) return wrong_root();
  if (claim.new_size == 0 && claim.new_root != empty_root()) return wrong_root();
  return Done{};
}

}  // namespace letopis::signing
