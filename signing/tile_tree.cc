#include "signing/tile_tree.h"

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

namespace letopis::signing {

namespace {

constexpr unsigned kTileHeight = 8;
constexpr std::uint64_t kTileItems = 256;

// A run of leaves: those from `first` on, `count` of them. `first` is a multiple of the least power
// of two that is not below `count`, so that the run is a subtree of the whole tree.
struct Run {
  std::uint64_t first;
  std::uint64_t count;
};

// The largest power of two below `count`; where a tree of more than one leaf splits.
std::uint64_t split_of(std::uint64_t count) { return std::bit_floor(count - 1); }

// The stored hashes of one tree size, read a tile at a time and kept while a proof is built.
class Rows {
 public:
  Rows(std::uint64_t size, const RowReader& reader) : size_(size), reader_(reader) {}

  // RFC 9162's MTH of the run.
  Digest hash_of(Run run) {
    if (run.count == 0) return empty_root();
    if (std::has_single_bit(run.count)) return complete(run);
    const std::uint64_t left = split_of(run.count);
    const Digest left_hash = complete({run.first, left});
    return node_hash(left_hash, hash_of({run.first + left, run.count - left}));
  }

 private:
  // A complete subtree is computed from the highest tile level that is not above its root.
  Digest complete(Run run) {
    const auto height = static_cast<unsigned>(std::countr_zero(run.count));
    INVARIANT(height < 64);
    const unsigned level = height / kTileHeight;
    const std::uint64_t first = run.first >> (level * kTileHeight);
    const auto items = std::size_t{1} << (height % kTileHeight);
    const std::vector<Digest>& tile = tile_at(level, first / kTileItems);
    const auto begin = tile.begin() + static_cast<std::ptrdiff_t>(first % kTileItems);
    return reduce({begin, begin + static_cast<std::ptrdiff_t>(items)});
  }

  static Digest reduce(std::vector<Digest> row) {
    for (std::size_t left = row.size() / 2; left > 0; left /= 2) {
      for (std::size_t at = 0; at < left; ++at) row[at] = node_hash(row[2 * at], row[2 * at + 1]);
    }
    return row.front();
  }

  const std::vector<Digest>& tile_at(unsigned level, std::uint64_t tile) {
    const auto [place, is_new] = tiles_.try_emplace({level, tile});
    if (is_new) {
      const std::uint64_t first = tile * kTileItems;
      const std::uint64_t stored = size_ >> (level * kTileHeight);
      const auto count = static_cast<std::size_t>(std::min(kTileItems, stored - first));
      place->second = reader_(level, first, count);
      INVARIANT(place->second.size() == count);
    }
    return place->second;
  }

  std::uint64_t size_;
  const RowReader& reader_;
  std::map<std::pair<unsigned, std::uint64_t>, std::vector<Digest>> tiles_;
};

// RFC 9162 section 2.1.3.1 from the root downwards: at each split the other side's hash.
std::vector<Digest> path_to(std::uint64_t index, Run run, Rows& rows) {
  std::vector<Digest> path;
  while (run.count > 1) {
    const std::uint64_t left = split_of(run.count);
    const Run halves[] = {{run.first, left}, {run.first + left, run.count - left}};
    const bool is_right = index - run.first >= left;
    path.push_back(rows.hash_of(halves[is_right ? 0 : 1]));
    run = halves[is_right ? 1 : 0];
  }
  std::reverse(path.begin(), path.end());
  return path;
}

// RFC 9162 section 2.1.4.1: walks down to the largest complete subtree at the old tree's edge.
std::vector<Digest> path_between(std::uint64_t old_size, Run run, Rows& rows) {
  std::vector<Digest> path;
  bool is_old_root = true;
  while (old_size != run.count) {
    const std::uint64_t left = split_of(run.count);
    const Run halves[] = {{run.first, left}, {run.first + left, run.count - left}};
    const bool is_right = old_size > left;
    path.push_back(rows.hash_of(halves[is_right ? 0 : 1]));
    run = halves[is_right ? 1 : 0];
    if (is_right) {
      old_size -= left;
      is_old_root = false;
    }
  }
  if (!is_old_root) path.push_back(rows.hash_of(run));
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace

Digest root_at(std::uint64_t size, const RowReader& reader) {
  return Rows(size, reader).hash_of({0, size});
}

MerkleFrontier frontier_at(std::uint64_t size, const RowReader& reader) {
  Rows rows(size, reader);
  std::vector<Digest> hashes;
  for (std::uint64_t first = 0; first < size;) {
    const std::uint64_t count = std::bit_floor(size - first);
    hashes.push_back(rows.hash_of({first, count}));
    first += count;
  }
  return *MerkleFrontier::restore(size, std::move(hashes));
}

Result<std::vector<Digest>> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                            const RowReader& reader) {
  if (index >= size) {
    return Refusal{
        "proof.index",
        {"Запись с этим номером не входит в дерево.", "No entry of this index is in the tree."}};
  }
  Rows rows(size, reader);
  return path_to(index, {0, size}, rows);
}

Result<std::vector<Digest>> consistency_proof(std::uint64_t old_size, std::uint64_t new_size,
                                              const RowReader& reader) {
  if (old_size > new_size) {
    return Refusal{"proof.sizes",
                   {"Прежнее дерево больше нового.", "The old tree is larger than the new one."}};
  }
  if (old_size == 0) return std::vector<Digest>{};
  Rows rows(new_size, reader);
  return path_between(old_size, {0, new_size}, rows);
}

}  // namespace letopis::signing
