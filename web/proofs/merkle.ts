// The Merkle tree of RFC 9162, section 2.1, grown leaf by leaf.
//
//   hashes of a tree of 6 leaves:   [ 0..3 ] [ 4..5 ]      the largest subtree first
import type { Bytes } from "./bytes";
import { sha256 } from "./sha256";

// A hash that became complete at the border of a tile: number `index` of its tile level.
export interface TileHash {
  level: number;
  index: number;
  hash: Bytes;
}

const kTileHeight = 8;
const node = new Uint8Array(65);
node[0] = 1;

export function leafHash(entry: Uint8Array): Bytes {
  const message = new Uint8Array(1 + entry.length);
  message.set(entry, 1);
  return sha256(message);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Bytes {
  node.set(left, 1);
  node.set(right, 33);
  return sha256(node);
}

// Bits that are set: how many subtrees the edge of a tree of that size has.
function ones(size: number): number {
  let count = 0;
  for (let left = size; left > 0; left = Math.floor(left / 2)) count += left % 2;
  return count;
}

export class MerkleFrontier {
  private constructor(
    private count: number,
    private edge: Bytes[],
  ) {}

  static empty(): MerkleFrontier {
    return new MerkleFrontier(0, []);
  }

  // Undefined iff the number of hashes does not follow from the size.
  static restore(size: number, hashes: Bytes[]): MerkleFrontier | undefined {
    return hashes.length === ones(size) ? new MerkleFrontier(size, [...hashes]) : undefined;
  }

  get size(): number {
    return this.count;
  }

  copy(): MerkleFrontier {
    return new MerkleFrontier(this.count, [...this.edge]);
  }

  // Adds to `completed` the hashes above the leaves that stand in tiles.
  append(leaf: Bytes, completed?: TileHash[]): void {
    let subtree = leaf;
    let index = this.count;
    for (let height = 1; index % 2 === 1; ++height) {
      subtree = nodeHash(this.edge.pop()!, subtree);
      index = Math.floor(index / 2);
      if (height % kTileHeight === 0) completed?.push({ level: height / kTileHeight, index, hash: subtree });
    }
    this.edge.push(subtree);
    ++this.count;
  }

  root(): Bytes {
    if (this.edge.length === 0) return sha256(new Uint8Array(0));
    let root = this.edge[this.edge.length - 1]!;
    for (let left = this.edge.length - 2; left >= 0; --left) root = nodeHash(this.edge[left]!, root);
    return root;
  }
}
