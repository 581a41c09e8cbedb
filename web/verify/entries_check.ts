// The entries of one volume: piece by piece they are read and followed in their order, and their
// authors' signatures checked many at once.
import { toHex } from "../proofs/bytes";
import type { CheckedKey } from "../proofs/ed25519";
import { verifyEvent } from "../proofs/entry";
import type { Findings } from "../proofs/findings";
import type { TileHash } from "../proofs/merkle";
import { refuse } from "../proofs/refusal";
import type { BagInfo } from "./bag_info";
import type { Chain } from "./chain";
import { piecesOf, readPiece, type ReadEntry, type ReadPiece } from "./entry_piece";
import type { Joint } from "./joint";
import type { VolumeFolder } from "./volume_folder";

export interface EntriesCount {
  hashed: number;
  signatures: number;
  renditions: number;
}

// Called between pieces; what it awaits lets the page breathe. It may throw to stop the check.
export type Progress = (done: number, all: number) => Promise<void>;

const kEntriesAtOnce = 256;

interface ToCheck {
  entry: ReadEntry;
  key: CheckedKey;
}

async function eachPiece(
  folder: VolumeFolder, info: BagInfo, findings: Findings, progress: Progress,
  use: (piece: ReadPiece) => Promise<void>,
): Promise<void> {
  const pieces = piecesOf(info);
  for (let number = 0; number < pieces; ++number) {
    await use(await readPiece(folder, info, number, findings));
    await progress(number + 1, pieces);
  }
}

class EntriesCheck {
  readonly count: EntriesCount = { hashed: 0, signatures: 0, renditions: 0 };

  constructor(
    private readonly info: BagInfo,
    private readonly chain: Chain,
    private readonly findings: Findings,
  ) {}

  // A few at a time, so that the page can breathe between them.
  async take(piece: ReadPiece): Promise<void> {
    this.count.renditions += piece.renditions;
    for (let at = 0; at < piece.entries.length; at += kEntriesAtOnce) {
      const signatures = this.follow(piece.entries.slice(at, at + kEntriesAtOnce));
      await Promise.all(signatures.map((one) => this.check(one)));
    }
  }

  private follow(entries: readonly ReadEntry[]): ToCheck[] {
    const signatures: ToCheck[] = [];
    for (const entry of entries) {
      if (entry.position < this.info.first) continue;
      ++this.count.hashed;
      this.hash(entry);
      const key = this.say(entry);
      this.chain.listener?.entry(entry.position, entry.parts, entry.event);
      if (key) signatures.push({ entry, key });
    }
    return signatures;
  }

  private hash({ position, leaf }: ReadEntry): void {
    // A slice of a bundle would keep all of it.
    if (position === 0) this.chain.genesis = leaf.slice();
    const completed: TileHash[] = [];
    this.chain.fold.hash(leaf, completed);
    for (const { level, hash } of completed) {
      const hashes = this.chain.upper.get(level) ?? [];
      hashes.push(hash);
      this.chain.upper.set(level, hashes);
    }
  }

  private say({ position, parts, event, envelope, refusal }: ReadEntry): CheckedKey | undefined {
    const { fold, facts } = this.chain;
    if (parts && event) {
      facts.take(position, event);
      return fold.take(parts, event);
    }
    if (parts && envelope) return fold.takeUnknown(parts, envelope, refusal!);
    fold.lose(refusal!);
    this.chain.broken = true;
    return undefined;
  }

  private async check({ entry, key }: ToCheck): Promise<void> {
    ++this.count.signatures;
    if (await verifyEvent(entry.parts!, key)) return;
    const what = refuse("signature.invalid", "подпись автора не подходит к записи",
      "the author's signature does not fit the entry");
    this.findings.add({ fault: "altered", where: "entries", position: entry.position, what });
  }
}

// Follows the volume's entries with the chain, which stands at info.first.
export async function checkEntries(
  folder: VolumeFolder, info: BagInfo, chain: Chain, findings: Findings, progress: Progress,
): Promise<EntriesCount> {
  const check = new EntriesCheck(info, chain, findings);
  await eachPiece(folder, info, findings, progress, (piece) => check.take(piece));
  return check.count;
}

export interface LoneTree {
  root: string;
  oldRoot: string; // when the edge stood at the joint's old size
  count: EntriesCount;
}

// The same where the volumes before are missing: hashes and renditions alone, and the tree that the
// entries grow from the joint's edge on.
export async function checkEntriesAlone(
  folder: VolumeFolder, info: BagInfo, joint: Joint, findings: Findings, progress: Progress,
): Promise<LoneTree> {
  const edge = joint.edge.copy();
  const tree: LoneTree = { root: "", oldRoot: "", count: { hashed: 0, signatures: 0, renditions: 0 } };
  await eachPiece(folder, info, findings, progress, async (piece) => {
    tree.count.renditions += piece.renditions;
    for (const { leaf } of piece.entries) {
      if (edge.size === joint.oldSize) tree.oldRoot = toHex(edge.root());
      edge.append(leaf);
      ++tree.count.hashed;
    }
  });
  tree.root = toHex(edge.root());
  return tree;
}
