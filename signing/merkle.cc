#include "signing/merkle.h"

#include <array>
#include <bit>
#include <utility>

namespace letopis::signing {

namespace {

constexpr std::array<std::byte, 1> kLeafPrefix = {std::byte{0}};
constexpr unsigned kTileHeight = 8;

// Leaf number `size` completes one subtree for each bit that was set at the low end before it.
unsigned completed_height(std::uint64_t size) {
  return static_cast<unsigned>(std::countr_one(size));
}

}  // namespace

Digest leaf_hash(Bytes entry) { return sha256(kLeafPrefix, entry); }

Digest node_hash(const Digest& left, const Digest& right) {
  std::array<std::byte, 1 + 2 * kDigestBytes> message;
  message[0] = std::byte{1};
  std::copy(left.bytes.begin(), left.bytes.end(), message.begin() + 1);
  std::copy(right.bytes.begin(), right.bytes.end(), message.begin() + 1 + kDigestBytes);
  return sha256(message);
}

Digest empty_root() { return sha256({}); }

Result<MerkleFrontier> MerkleFrontier::restore(std::uint64_t size, std::vector<Digest> hashes) {
  if (hashes.size() != static_cast<std::size_t>(std::popcount(size))) {
    return Refusal{"merkle.frontier",
                   {"Число хешей края дерева не следует из его размера.",
                    "The number of hashes of the tree's edge does not follow from its size."}};
  }
  MerkleFrontier frontier;
  frontier.size_ = size;
  frontier.hashes_ = std::move(hashes);
  return frontier;
}

void MerkleFrontier::append(const Digest& leaf) {
  Digest subtree = leaf;
  for (unsigned height = completed_height(size_); height > 0; --height) {
    subtree = node_hash(hashes_.back(), subtree);
    hashes_.pop_back();
  }
  hashes_.push_back(subtree);
  ++size_;
}

void MerkleFrontier::append(const Digest& leaf, std::vector<TileHash>& completed) {
  const std::uint64_t index = size_;
  const unsigned height = completed_height(index);
  completed.push_back({0, index, leaf});
  Digest subtree = leaf;
  for (unsigned reached = 1; reached <= height; ++reached) {
    subtree = node_hash(hashes_.back(), subtree);
    hashes_.pop_back();
    if (reached % kTileHeight == 0) {
      completed.push_back({reached / kTileHeight, index >> reached, subtree});
    }
  }
  hashes_.push_back(subtree);
  ++size_;
}

Digest MerkleFrontier::root() const {
  if (hashes_.empty()) return empty_root();
  Digest root = hashes_.back();
  for (auto left = hashes_.rbegin() + 1; left != hashes_.rend(); ++left) {
    root = node_hash(*left, root);
  }
  return root;
}

}  // namespace letopis::signing
