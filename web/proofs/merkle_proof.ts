// Proofs about Merkle trees, checked as RFC 9162 does: that a leaf stands at its place (2.1.3.2),
// and that a tree goes on from an earlier one (2.1.4.2). Sizes may be any of 64 bits.
import { equal } from "./bytes";
import { nodeHash } from "./merkle";
import { Refusal, refuse } from "./refusal";

export interface InclusionClaim {
  leaf: Uint8Array;
  index: bigint;
  size: bigint;
  root: Uint8Array;
}

export interface ConsistencyClaim {
  oldSize: bigint;
  oldRoot: Uint8Array;
  newSize: bigint;
  newRoot: Uint8Array;
}

const wrongLength = (): Refusal =>
  refuse("proof.length", "Длина доказательства не следует из номера и размера.",
    "The proof's length does not follow from index and size.");

const wrongRoot = (): Refusal =>
  refuse("proof.root", "Доказательство приводит к другому корню.", "The proof leads to another root.");

const isOdd = (number: bigint): boolean => (number & 1n) === 1n;

// Goes from a leaf's number and that of the last one up to the root; for each level that has a
// sibling says on which side it stands. Undefined iff the siblings are too few or too many.
function sides(index: bigint, last: bigint, count: number): boolean[] | undefined {
  const left: boolean[] = [];
  while (left.length < count) {
    if (last === 0n) return undefined;
    const isRight = isOdd(index) || index === last;
    left.push(isRight);
    // Where there is no sibling, the node stands for the one above it, too.
    while (isRight && !isOdd(index) && index !== 0n) {
      index >>= 1n;
      last >>= 1n;
    }
    index >>= 1n;
    last >>= 1n;
  }
  return last === 0n ? left : undefined;
}

const areDigests = (...hashes: Uint8Array[]): boolean => hashes.every(({ length }) => length === 32);

// Undefined: the proof holds.
export function refuteInclusion(claim: InclusionClaim, proof: readonly Uint8Array[]): Refusal | undefined {
  if (claim.index >= claim.size) {
    return refuse("proof.index", "Запись с этим номером не входит в дерево.", "No entry of this index is in the tree.");
  }
  const left = sides(claim.index, claim.size - 1n, proof.length);
  if (!left || !areDigests(claim.leaf, claim.root, ...proof)) return wrongLength();
  let hash = claim.leaf;
  for (const [at, sibling] of proof.entries()) {
    hash = left[at] ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  }
  return equal(hash, claim.root) ? undefined : wrongRoot();
}

// Undefined: the proof holds.
export function refuteConsistency(claim: ConsistencyClaim, proof: readonly Uint8Array[]): Refusal | undefined {
  const { oldSize, oldRoot, newSize, newRoot } = claim;
  if (oldSize > newSize) {
    return refuse("proof.sizes", "Прежнее дерево больше нового.", "The old tree is larger than the new one.");
  }
  if (oldSize === 0n) {
    return refuse("proof.empty_tree", "Согласованность с пустым деревом ничего не доказывает.",
      "Consistency with the empty tree proves nothing.");
  }
  if (!areDigests(oldRoot, newRoot, ...proof)) return wrongLength();
  if (oldSize === newSize) {
    if (proof.length > 0) return wrongLength();
    return equal(oldRoot, newRoot) ? undefined : wrongRoot();
  }
  let index = oldSize - 1n;
  let last = newSize - 1n;
  for (; isOdd(index); index >>= 1n) last >>= 1n;
  // The old tree's root is known where it is one whole subtree.
  const path = index === 0n ? [oldRoot, ...proof] : proof;
  const left = path.length === 0 ? undefined : sides(index, last, path.length - 1);
  if (!left) return wrongLength();
  let old = path[0]!;
  let grown = path[0]!;
  for (const [at, sibling] of path.slice(1).entries()) {
    if (left[at]) old = nodeHash(sibling, old);
    grown = left[at] ? nodeHash(sibling, grown) : nodeHash(grown, sibling);
  }
  return equal(old, oldRoot) && equal(grown, newRoot) ? undefined : wrongRoot();
}
