// Consistency of two checkpoints, proved from the tiles that the school serves (C2SP tlog-tiles). The
// tiles are trusted in nothing: the proof made of them either leads to both roots or is refused.
import type { Bytes } from "../proofs/bytes";
import { fromHex } from "../proofs/bytes";
import type { Checkpoint } from "../proofs/checkpoint";
import { nodeHash } from "../proofs/merkle";
import { refuteConsistency } from "../proofs/merkle_proof";
import { Refusal, refuse } from "../proofs/refusal";
import { kTileWidth, parseTile, printTilePath } from "../proofs/tiles";

const kTileHeight = 8;

export type FetchTile = (path: string) => Promise<Bytes>; // "tile/0/000.p/17"

// The largest power of two below `count`.
function split(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}

class Tree {
  private readonly tiles = new Map<string, Promise<Bytes[] | Refusal>>();

  constructor(
    private readonly size: number,
    private readonly fetchTile: FetchTile,
  ) {}

  // Of the leaves from `first` to before `end`, as RFC 9162 divides them.
  async hash(first: number, end: number): Promise<Bytes | Refusal> {
    const count = end - first;
    const level = Math.log2(count);
    if (Number.isInteger(level) && first % count === 0) return this.whole(level, first / count);
    const middle = first + split(count);
    return this.join(await this.hash(first, middle), await this.hash(middle, end));
  }

  // A subtree of 2^level leaves.
  private async whole(level: number, index: number): Promise<Bytes | Refusal> {
    const above = level % kTileHeight;
    if (above === 0) return this.stored(level / kTileHeight, index);
    return this.join(await this.whole(level - 1, index * 2), await this.whole(level - 1, index * 2 + 1));
  }

  private join(left: Bytes | Refusal, right: Bytes | Refusal): Bytes | Refusal {
    if (left instanceof Refusal) return left;
    return right instanceof Refusal ? right : nodeHash(left, right);
  }

  private async stored(level: number, index: number): Promise<Bytes | Refusal> {
    const tile = Math.floor(index / kTileWidth);
    const there = Math.floor(this.size / kTileWidth ** level) - tile * kTileWidth;
    const width = Math.min(there, kTileWidth);
    const path = printTilePath({ level, index: tile, width });
    if (!this.tiles.has(path)) this.tiles.set(path, this.fetchTile(path).then((bytes) => parseTile(bytes, width)));
    const hashes = await this.tiles.get(path)!;
    return hashes instanceof Refusal ? hashes : hashes[index % kTileWidth]!;
  }
}

// RFC 9162, 2.1.4.1.
async function consistency(tree: Tree, old: number, size: number): Promise<Bytes[] | Refusal> {
  const proof: Bytes[] = [];
  let [first, end, isWhole] = [0, size, true];
  const right: (Bytes | Refusal)[] = [];
  while (old !== end - first || !isWhole) {
    if (old === end - first) {
      const own = await tree.hash(first, end);
      if (own instanceof Refusal) return own;
      proof.push(own);
      break;
    }
    const half = split(end - first);
    if (old <= half) {
      right.push(await tree.hash(first + half, end));
      end = first + half;
    } else {
      right.push(await tree.hash(first, first + half));
      first += half;
      old -= half;
      isWhole = false;
    }
  }
  for (const hash of right.reverse()) {
    if (hash instanceof Refusal) return hash;
    proof.push(hash);
  }
  return proof;
}

// Undefined: the log of `now` is that of `before` and what was added since.
export async function refuteGrowth(before: Checkpoint, now: Checkpoint, fetchTile: FetchTile): Promise<Refusal | undefined> {
  if (before.origin !== now.origin) {
    return refuse("trust.origin", `Запомнен журнал «${before.origin}», а школа показывает «${now.origin}».`,
      `The log kept in mind is “${before.origin}”, the school shows “${now.origin}”.`);
  }
  if (before.size > now.size) {
    return refuse("trust.rolled_back",
      `Журнал стал короче: было записей ${before.size}, показано ${now.size}. Записи убраны.`,
      `The log became shorter: it had ${before.size} entries, now ${now.size} are shown. Entries were taken away.`);
  }
  if (before.size === 0) return undefined; // of nothing anything is a continuation
  const proof = before.size === now.size ? [] : await consistency(new Tree(now.size, fetchTile), before.size, now.size);
  if (proof instanceof Refusal) return proof;
  const refusal = refuteConsistency({
    oldSize: BigInt(before.size), oldRoot: fromHex(before.root)!, newSize: BigInt(now.size), newRoot: fromHex(now.root)!,
  }, proof);
  return refusal && refuse("trust.forked",
    "Прежние записи не те, что были: нынешний журнал не продолжает запомненный. Прошлое переписано, или показан другой журнал.",
    "The earlier entries are not what they were: this log does not go on from the one kept in mind. The past was rewritten, or another log is shown.");
}
