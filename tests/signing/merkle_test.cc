#include "signing/merkle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "signing/encoding.h"
#include "signing/trial_keys.h"

namespace letopis::signing {
namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();

// RFC 9162 section 2.1.3.1, as it is written there.
std::vector<Digest> plain_path(const std::vector<Digest>& leaves, std::size_t index,
                               std::size_t first, std::size_t count) {
  if (count == 1) return {};
  std::size_t left = 1;
  while (left * 2 < count) left *= 2;
  const bool is_right = index - first >= left;
  auto path = is_right ? plain_path(leaves, index, first + left, count - left)
                       : plain_path(leaves, index, first, left);
  path.push_back(is_right ? plain_root(leaves, first, left)
                          : plain_root(leaves, first + left, count - left));
  return path;
}

TEST(Merkle, HashesAreTaggedAsRfc9162Says) {
  EXPECT_EQ(to_hex(empty_root().view()),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(to_hex(leaf_hash({}).view()),
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  std::string node("\x01");
  node += text_of(leaf_hash({}).view());
  node += text_of(empty_root().view());
  EXPECT_EQ(node_hash(leaf_hash({}), empty_root()), sha256(bytes_of(node)));
}

// The tree of eight that the public vectors use.
TEST(Merkle, RootOfEightKnownEntries) {
  MerkleFrontier frontier;
  for (const char* entry : {"", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f"}) {
    frontier.append(leaf_hash(*from_hex(entry)));
  }
  EXPECT_EQ(to_hex(frontier.root().view()),
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
}

TEST(MerkleFrontier, RootIsThatOfTheDefinitionAtEverySize) {
  const auto leaves = trial_leaves(300);
  MerkleFrontier frontier;
  EXPECT_EQ(frontier.root(), empty_root());
  for (std::size_t size = 1; size <= leaves.size(); ++size) {
    frontier.append(leaves[size - 1]);
    ASSERT_EQ(frontier.size(), size);
    ASSERT_EQ(frontier.hashes().size(), static_cast<std::size_t>(__builtin_popcountll(size)));
    ASSERT_EQ(frontier.root(), plain_root(leaves, size)) << size;
  }
}

TEST(MerkleFrontier, GoesOnFromWhatWasKept) {
  const auto leaves = trial_leaves(100);
  MerkleFrontier kept;
  for (std::size_t at = 0; at < 77; ++at) kept.append(leaves[at]);
  auto restored = MerkleFrontier::restore(kept.size(), kept.hashes());
  ASSERT_TRUE(restored);
  EXPECT_EQ(*restored, kept);
  for (std::size_t at = 77; at < 100; ++at) restored->append(leaves[at]);
  EXPECT_EQ(restored->root(), plain_root(leaves, 100));
}

TEST(MerkleFrontier, AWrongNumberOfHashesIsRefused) {
  for (const std::size_t count : {0U, 2U, 4U}) {
    EXPECT_EQ(code_of(MerkleFrontier::restore(7, std::vector<Digest>(count))), "merkle.frontier");
  }
}

TEST(MerkleFrontier, TellsEveryHashThatTilesHold) {
  const auto leaves = trial_leaves(600);
  MerkleFrontier told;
  MerkleFrontier silent;
  std::vector<TileHash> completed;
  for (const Digest& leaf : leaves) {
    told.append(leaf, completed);
    silent.append(leaf);
    ASSERT_EQ(told, silent);
  }
  std::vector<TileHash> expected;
  for (std::uint64_t index = 0; index < 600; ++index) {
    expected.push_back({0, index, leaves[index]});
    if (index == 255) expected.push_back({1, 0, plain_root(leaves, 0, 256)});
    if (index == 511) expected.push_back({1, 1, plain_root(leaves, 256, 256)});
  }
  EXPECT_EQ(completed, expected);
}

TEST(MerkleFrontier, A65536thLeafCompletesTwoLevels) {
  MerkleFrontier frontier = *MerkleFrontier::restore(65'535, std::vector<Digest>(16));
  std::vector<TileHash> completed;
  frontier.append(Digest{}, completed);
  ASSERT_EQ(completed.size(), 3U);
  EXPECT_EQ(completed[1].tile_level, 1U);
  EXPECT_EQ(completed[1].index, 255U);
  EXPECT_EQ(completed[2].tile_level, 2U);
  EXPECT_EQ(completed[2].index, 0U);
  EXPECT_EQ(completed[2].hash, frontier.root());
}

TEST(InclusionProof, HoldsForEveryLeafAndNoOther) {
  const auto leaves = trial_leaves(33);
  for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
    const Digest root = plain_root(leaves, size);
    for (std::uint64_t index = 0; index < size; ++index) {
      const auto proof = plain_path(leaves, index, 0, size);
      ASSERT_EQ(proof.size(), inclusion_proof_length(index, size));
      const InclusionClaim claim{index, size, leaves[index], root};
      ASSERT_TRUE(verify_inclusion(claim, proof)) << index << " of " << size;
      InclusionClaim other = claim;
      other.leaf = leaf_hash(bytes_of("another entry"));
      EXPECT_EQ(code_of(verify_inclusion(other, proof)), "proof.root");
      other = claim;
      other.root.bytes[31] ^= std::byte{1};
      EXPECT_EQ(code_of(verify_inclusion(other, proof)), "proof.root");
    }
  }
}

TEST(InclusionProof, OfAnyOtherLengthIsRefused) {
  const auto leaves = trial_leaves(21);
  for (std::uint64_t index = 0; index < 21; ++index) {
    auto proof = plain_path(leaves, index, 0, 21);
    const InclusionClaim claim{index, 21, leaves[index], plain_root(leaves, 21)};
    proof.push_back(proof.back());
    EXPECT_EQ(code_of(verify_inclusion(claim, proof)), "proof.length");
    proof.resize(proof.size() - 2);
    EXPECT_EQ(code_of(verify_inclusion(claim, proof)), "proof.length");
  }
}

TEST(InclusionProof, OutsideTheTreeIsRefused) {
  EXPECT_EQ(code_of(verify_inclusion({0, 0, {}, empty_root()}, {})), "proof.index");
  EXPECT_EQ(code_of(verify_inclusion({5, 5, {}, {}}, {})), "proof.index");
  EXPECT_EQ(code_of(verify_inclusion({kMost, 8, {}, {}}, {})), "proof.index");
}

TEST(InclusionProof, LengthsHoldAtTheEdgeOf64Bits) {
  EXPECT_EQ(inclusion_proof_length(0, 1), 0U);
  EXPECT_EQ(inclusion_proof_length(0, kMost), 64U);
  EXPECT_EQ(inclusion_proof_length(kMost - 1, kMost), 63U);
  EXPECT_EQ(inclusion_proof_length(0, std::uint64_t{1} << 63), 63U);
  EXPECT_EQ(inclusion_proof_length(std::uint64_t{1} << 63, (std::uint64_t{1} << 63) + 1), 1U);
  const std::vector<Digest> proof(64);
  EXPECT_EQ(code_of(verify_inclusion({0, kMost, {}, {}}, proof)), "proof.root");
}

TEST(ConsistencyProof, LengthsHoldAtTheEdgeOf64Bits) {
  EXPECT_EQ(consistency_proof_length(1, kMost), 64U);
  EXPECT_EQ(consistency_proof_length(std::uint64_t{1} << 63, kMost), 1U);
  EXPECT_EQ(consistency_proof_length(kMost, kMost), 0U);
  const std::vector<Digest> proof(64);
  EXPECT_EQ(code_of(verify_consistency({1, kMost, {}, {}}, proof)), "proof.root");
}

TEST(ConsistencyProof, FromTheEmptyTreeIsAcceptedByAWitnessOnly) {
  const Digest root = plain_root(trial_leaves(3), 3);
  const ConsistencyClaim claim{0, 3, empty_root(), root};
  EXPECT_EQ(code_of(verify_consistency(claim, {})), "proof.empty_tree");
  EXPECT_TRUE(verify_extension(claim, {}));
  EXPECT_EQ(code_of(verify_extension(claim, std::vector<Digest>(1))), "proof.length");
  EXPECT_EQ(code_of(verify_extension({0, 3, root, root}, {})), "proof.root");
  EXPECT_TRUE(verify_extension({0, 0, empty_root(), empty_root()}, {}));
  EXPECT_EQ(code_of(verify_extension({0, 0, empty_root(), root}, {})), "proof.root");
}

TEST(ConsistencyProof, BackwardsIsRefused) {
  EXPECT_EQ(code_of(verify_consistency({4, 3, {}, {}}, {})), "proof.sizes");
  EXPECT_EQ(code_of(verify_extension({4, 3, {}, {}}, {})), "proof.sizes");
}

TEST(ConsistencyProof, AnotherRootAtTheSameSizeIsRefused) {
  const Digest root = plain_root(trial_leaves(3), 3);
  EXPECT_TRUE(verify_consistency({3, 3, root, root}, {}));
  EXPECT_EQ(code_of(verify_consistency({3, 3, root, empty_root()}, {})), "proof.root");
}

}  // namespace
}  // namespace letopis::signing
