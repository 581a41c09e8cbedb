#include "signing/tile_tree.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <utility>
#include <vector>

#include "signing/tiles.h"
#include "signing/trial_keys.h"

namespace letopis::signing {
namespace {

// What a ledger keeps of a tree: the hashes of the tile levels, and nothing between them.
class KeptTree {
 public:
  explicit KeptTree(std::uint64_t size) {
    std::vector<TileHash> completed;
    for (const Digest& leaf : trial_leaves(size)) {
      frontier_.append(leaf, completed);
      roots_.push_back(frontier_.root());
      frontiers_.push_back(frontier_);
    }
    for (const TileHash& hash : completed) hashes_[{hash.tile_level, hash.index}] = hash.hash;
  }

  // Reads as if the tree had only `size` leaves: what is asked beyond fails the test.
  RowReader reader(std::uint64_t size) const {
    return [this, size](unsigned level, std::uint64_t first, std::size_t count) {
      EXPECT_LE(first % kTileWidth + count, kTileWidth);
      EXPECT_LE(first + count, size >> (8 * level));
      std::vector<Digest> row;
      for (std::uint64_t at = first; at < first + count; ++at) {
        row.push_back(hashes_.at({level, at}));
      }
      return row;
    };
  }

  Digest root(std::uint64_t size) const { return size == 0 ? empty_root() : roots_[size - 1]; }
  const MerkleFrontier& frontier(std::uint64_t size) const { return frontiers_[size - 1]; }
  const Digest& leaf(std::uint64_t index) const { return hashes_.at({0, index}); }

 private:
  MerkleFrontier frontier_;
  std::vector<Digest> roots_;
  std::vector<MerkleFrontier> frontiers_;
  std::map<std::pair<unsigned, std::uint64_t>, Digest> hashes_;
};

constexpr std::uint64_t kLargest = 66'100;  // three tile levels

const KeptTree& kept_tree() {
  static const KeptTree tree(kLargest);
  return tree;
}

void expect_all_proofs(std::uint64_t old_size, std::uint64_t size, std::uint64_t index) {
  const KeptTree& tree = kept_tree();
  const RowReader reader = tree.reader(size);
  ASSERT_EQ(root_at(size, reader), tree.root(size)) << size;
  ASSERT_EQ(frontier_at(size, reader), tree.frontier(size)) << size;
  const auto inclusion = inclusion_proof(index, size, reader);
  ASSERT_TRUE(inclusion);
  ASSERT_TRUE(verify_inclusion({index, size, tree.leaf(index), tree.root(size)}, *inclusion))
      << index << " of " << size;
  const auto consistency = consistency_proof(old_size, size, reader);
  ASSERT_TRUE(consistency);
  ASSERT_TRUE(
      verify_consistency({old_size, size, tree.root(old_size), tree.root(size)}, *consistency))
      << old_size << " to " << size;
}

TEST(TileTree, GivesEveryProofOfSmallTrees) {
  for (std::uint64_t size = 1; size <= 40; ++size) {
    for (std::uint64_t index = 0; index < size; ++index) expect_all_proofs(index + 1, size, index);
  }
}

TEST(TileTree, GivesProofsAtTheBordersOfTiles) {
  for (const std::uint64_t size :
       {255U, 256U, 257U, 511U, 512U, 513U, 65'535U, 65'536U, 65'537U, 66'100U}) {
    for (const std::uint64_t index : {std::uint64_t{0}, size / 2, size - 1}) {
      expect_all_proofs(index + 1, size, index);
    }
  }
}

RC_GTEST_PROP(TileTree, GivesProofsAnywhere, ()) {
  const auto size = *rc::gen::inRange<std::uint64_t>(1, kLargest + 1);
  const auto index = *rc::gen::inRange<std::uint64_t>(0, size);
  const auto old_size = *rc::gen::inRange<std::uint64_t>(1, size + 1);
  expect_all_proofs(old_size, size, index);
  RC_ASSERT(!testing::Test::HasFailure());
}

TEST(ConsistencyProof, IsRefusedWhenShortenedLengthenedOrChanged) {
  const KeptTree& tree = kept_tree();
  for (const std::uint64_t old_size : {1U, 2U, 3U, 6U, 7U, 8U, 300U}) {
    const ConsistencyClaim claim{old_size, 1'000, tree.root(old_size), tree.root(1'000)};
    const auto proof = *consistency_proof(old_size, 1'000, tree.reader(1'000));
    auto changed = proof;
    changed.push_back(proof.back());
    EXPECT_EQ(code_of(verify_consistency(claim, changed)), "proof.length");
    changed.resize(proof.size() - 1);
    EXPECT_EQ(code_of(verify_consistency(claim, changed)), "proof.length");
    for (std::size_t at = 0; at < proof.size(); ++at) {
      changed = proof;
      changed[at].bytes[at % kDigestBytes] ^= std::byte{4};
      EXPECT_EQ(code_of(verify_consistency(claim, changed)), "proof.root") << at;
    }
  }
}

TEST(ConsistencyProof, IsRefusedForAnotherOldRoot) {
  const KeptTree& tree = kept_tree();
  const auto proof = *consistency_proof(300, 1'000, tree.reader(1'000));
  EXPECT_EQ(code_of(verify_consistency({300, 1'000, tree.root(299), tree.root(1'000)}, proof)),
            "proof.root");
}

TEST(TileTree, OfNothingIsTheEmptyTree) {
  const RowReader unread = [](unsigned, std::uint64_t, std::size_t) -> std::vector<Digest> {
    ADD_FAILURE() << "nothing is stored";
    return {};
  };
  EXPECT_EQ(root_at(0, unread), empty_root());
  EXPECT_EQ(frontier_at(0, unread), MerkleFrontier());
  EXPECT_TRUE(consistency_proof(0, 5, unread)->empty());
  EXPECT_TRUE(consistency_proof(5, 5, unread)->empty());
}

TEST(TileTree, WhatIsOutsideTheTreeIsRefused) {
  const RowReader reader = kept_tree().reader(10);
  EXPECT_EQ(code_of(inclusion_proof(10, 10, reader)), "proof.index");
  EXPECT_EQ(code_of(inclusion_proof(0, 0, reader)), "proof.index");
  EXPECT_EQ(code_of(consistency_proof(11, 10, reader)), "proof.sizes");
}

TEST(TileTreeDeathTest, AReaderThatGivesTooFewHashesIsABug) {
  const RowReader short_reader = [](unsigned, std::uint64_t, std::size_t count) {
    return std::vector<Digest>(count - 1);
  };
  EXPECT_DEATH(root_at(3, short_reader), "");
}

}  // namespace
}  // namespace letopis::signing
