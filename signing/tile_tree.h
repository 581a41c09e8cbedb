// Roots and proofs out of the hashes that tiles hold: of the tree's levels only every eighth is
// stored (0, 8, 16 …, the tile levels 0, 1, 2 …), the seven between are computed again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "outcome/result.h"
#include "signing/digest.h"
#include "signing/merkle.h"

namespace letopis::signing {

// Gives exactly `count` stored hashes of a tile level, from item `first` on; never more than 256
// and never across the border of a tile. Asked only for what a tree of the size in question holds.
// What can't be read is a broken world: throw. A wrong number of hashes is a bug (INVARIANT).
using RowReader =
    std::function<std::vector<Digest>(unsigned tile_level, std::uint64_t first, std::size_t count)>;

// The root of the first `size` leaves; the empty root for 0.
Digest root_at(std::uint64_t size, const RowReader& reader);

// The right edge at `size`, to append to.
MerkleFrontier frontier_at(std::uint64_t size, const RowReader& reader);

// The proof that leaf `index` is in the tree of `size` leaves, the leaf's sibling first. Refuses an
// index outside the tree ("proof.index").
Result<std::vector<Digest>> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                            const RowReader& reader);

// The proof that the tree of `new_size` leaves extends the one of `old_size`; empty for an old size
// of 0 and for equal sizes. Refuses an old size above the new one ("proof.sizes").
Result<std::vector<Digest>> consistency_proof(std::uint64_t old_size, std::uint64_t new_size,
                                              const RowReader& reader);

}  // namespace letopis::signing
