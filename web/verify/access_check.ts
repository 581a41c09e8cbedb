// data/access of a log volume: the log of access recomputed, its checkpoint's signature, and that
// nothing of what the volumes before had sealed was changed or taken out.
import { toHex } from "../proofs/bytes";
import { openCheckpoint, type Checkpoint } from "../proofs/checkpoint";
import type { Fault } from "../proofs/findings";
import { leafHash, MerkleFrontier } from "../proofs/merkle";
import { admitVerifier } from "../proofs/note";
import { Refusal, refuse } from "../proofs/refusal";
import { kTileWidth, parseEntryBundle, printTilePath, tilesAdded } from "../proofs/tiles";
import { renamedKey } from "../proofs/verifier_key";
import type { BagInfo } from "./bag_info";
import { parseJoint, type Joint } from "./joint";
import {
  kAccessBundlesFolder, kAccessCheckpointFile, kAccessFolder, kAccessJointFile, kAccessName, kMaxLogEntries,
} from "./layout";
import type { VolumeFrame } from "./volume_frame";

// Where the log of access ended in the last volume that carried it.
export interface AccessEnd {
  checkpoint: Checkpoint;
  volume: string;
}

export class AccessCheck {
  hashed = 0;
  private edge = MerkleFrontier.empty();
  private readonly watched = new Set<number>(); // sizes whose roots are asked for
  private readonly roots = new Map<number, string>();
  private broken = false; // a bundle is missing or malformed: roots behind it are not known

  constructor(
    private readonly frame: VolumeFrame,
    private readonly info: BagInfo,
  ) {}

  // Answers the end in this volume; that of the volumes before where this one carries none.
  async check(before: AccessEnd | undefined): Promise<AccessEnd | undefined> {
    // A restored log begins another.
    const last = before?.checkpoint.origin === this.info.origin + kAccessName ? before : undefined;
    if (!this.listed().length) {
      this.expectNone(last);
      return last;
    }
    const checkpoint = await this.openCheckpoint();
    if (!checkpoint) return last;
    const joined = this.frame.manifest.has(kAccessJointFile);
    const joint = joined ? await this.readJoint(checkpoint.size) : undefined;
    const first = joint?.oldSize ?? 0;
    if (joined === (joint !== undefined) && this.extentIsPossible(first, checkpoint.size)) {
      [first, checkpoint.size, last?.checkpoint.size ?? 0].forEach((size) => this.watched.add(size));
      await this.follow(joint, checkpoint);
      this.holdRoots(joint, checkpoint);
      this.holdAgainst(last, checkpoint, first);
    }
    return { checkpoint, volume: this.info.name };
  }

  private listed(): string[] {
    return [...this.frame.manifest.keys()].filter((file) => file.startsWith(kAccessFolder));
  }

  // Old volumes carry no log of access; one that follows a volume with it does.
  private expectNone(last: AccessEnd | undefined): void {
    if (!last) return;
    this.add("incomplete", "access.left_out", `в томе нет журнала доступа, а в томе ${last.volume} он есть`,
      `the volume carries no log of access, and ${last.volume} does`, kAccessCheckpointFile);
  }

  // Signed by the very key that signed the volume, under the log's name with /access behind it.
  private async openCheckpoint(): Promise<Checkpoint | undefined> {
    const note = await this.frame.folder.read(kAccessCheckpointFile);
    if (!note) return undefined;
    for (const { key } of this.frame.logs) {
      const verifier = admitVerifier(renamedKey(key, key.name + kAccessName));
      if (verifier instanceof Refusal) continue;
      const opened = await openCheckpoint(note, verifier, []);
      if (!(opened instanceof Refusal) && opened.checkpoint.size <= kMaxLogEntries) return opened.checkpoint;
    }
    this.add("altered", "access.checkpoint", "контрольная точка журнала доступа не подписана ключом журнала",
      "the checkpoint of the log of access is not signed by the log's key", kAccessCheckpointFile);
    return undefined;
  }

  private async readJoint(size: number): Promise<Joint | undefined> {
    const contents = await this.frame.folder.read(kAccessJointFile);
    if (!contents) return undefined;
    const joint = parseJoint(contents);
    if (!(joint instanceof Refusal) && joint.oldSize > 0 && joint.oldSize <= size) return joint;
    this.add("altered", "access.joint",
      "журнал доступа: связка с прежним деревом испорчена или стоит не на том месте",
      "the log of access: the joint to the tree before is broken or stands at another place", kAccessJointFile);
    return undefined;
  }

  // What follows goes through all bundles that the checkpoint says there are.
  private extentIsPossible(first: number, size: number): boolean {
    const mayBeMissing = 1_000; // and half of them; each is a finding then
    const bundles = Math.floor(size / kTileWidth) - Math.floor(first / kTileWidth);
    if (bundles < 2 * this.frame.folder.below(kAccessBundlesFolder).length + mayBeMissing) return true;
    this.add("altered", "access.extent_impossible",
      "контрольная точка журнала доступа называет больше записей, чем томом хранится",
      "the checkpoint of the log of access names more entries than the volume can hold", kAccessCheckpointFile);
    return false;
  }

  private async follow(joint: Joint | undefined, { size }: Checkpoint): Promise<void> {
    const first = joint?.oldSize ?? 0;
    const bundles = tilesAdded(first, size).filter(({ level }) => level === "entries")
      .map((tile) => ({ file: kAccessFolder + printTilePath(tile), width: tile.width }));
    this.checkListedFiles(new Set(bundles.map(({ file }) => file)), joint !== undefined);
    if (joint) this.edge = joint.edge.copy();
    // Nothing new: there is no entry to hash, and the joint's root has to be the checkpoint's.
    if (joint && bundles.length === 0) this.roots.set(first, joint.oldRoot);
    this.noteRoot();
    for (const { file, width } of bundles) await this.readBundle(file, width);
  }

  private checkListedFiles(bundles: Set<string>, joined: boolean): void {
    for (const file of this.listed()) {
      const wanted = file === kAccessCheckpointFile || (joined && file === kAccessJointFile) || bundles.has(file);
      if (wanted) continue;
      this.add("altered", "access.unexpected_file",
        `журнал доступа: файла ${file} при такой контрольной точке не бывает`,
        `the log of access: with such a checkpoint there is no file ${file}`, file);
    }
  }

  private async readBundle(file: string, width: number): Promise<void> {
    const bundle = await this.frame.folder.read(file);
    const entries = bundle && parseEntryBundle(bundle, width);
    if (!entries || entries instanceof Refusal) {
      this.broken = true;
      if (!entries) return;
      const { ru, en } = entries.says;
      return this.add("altered", "access.bundle", `журнал доступа: ${ru}`, `the log of access: ${en}`, file);
    }
    if (this.broken) return;
    for (const entry of entries) {
      this.edge.append(leafHash(entry));
      ++this.hashed;
      this.noteRoot();
    }
  }

  private noteRoot(): void {
    const { size } = this.edge;
    if (this.watched.has(size) && !this.roots.has(size)) this.roots.set(size, toHex(this.edge.root()));
  }

  private holdRoots(joint: Joint | undefined, { size, root }: Checkpoint): void {
    const before = joint && this.roots.get(joint.oldSize);
    if (joint && before !== undefined && before !== joint.oldRoot) {
      this.add("altered", "access.joint", "журнал доступа: записи перед томом не те, что дают прежний корень",
        "the log of access: the entries before the volume do not give the old root", kAccessJointFile);
    }
    const here = this.roots.get(size);
    if (here !== undefined && here !== root) {
      this.add("altered", "access.root", "журнал доступа: корень, который дают записи, не тот, что подписан",
        "the log of access: the root that the entries give is not the one that was signed", kAccessCheckpointFile);
    }
  }

  // Both checkpoints bear the school's signature: what does not agree was written anew by whoever holds
  // the key.
  private holdAgainst(last: AccessEnd | undefined, checkpoint: Checkpoint, first: number): void {
    if (!last) return this.expectWhole(first);
    const { volume } = last;
    const before = last.checkpoint.size;
    const root = this.roots.get(before);
    if (checkpoint.size < before) {
      this.add("rolled_back", "access.shortened",
        `журнал доступа укорочен: в томе ${volume} в нём ${before} записей, здесь — ${checkpoint.size}`,
        `the log of access was shortened: it has ${before} entries in ${volume}, and ${checkpoint.size} here`,
        kAccessCheckpointFile);
    } else if (root !== undefined && root !== last.checkpoint.root) {
      this.add("rolled_back", "access.forked",
        `журнал доступа: первые ${before} записей — не те, что запечатаны в томе ${volume}: он переписан`,
        `the log of access: the first ${before} entries are not those sealed in ${volume}: it was written anew`,
        kAccessCheckpointFile);
    } else if (root === undefined && !this.broken) {
      this.add("incomplete", "access.not_compared",
        `журнал доступа: продолжение не от тома ${volume}: сравнить не с чем`,
        `the log of access: it does not go on from ${volume}: nothing to compare with`, kAccessJointFile);
    }
  }

  private expectWhole(first: number): void {
    if (first === 0) return;
    this.add("incomplete", "access.no_previous",
      `журнал доступа: первых записей (${first}) здесь нет: они в прежних томах`,
      `the log of access: the first ${first} entries are not here but in volumes before`, kAccessJointFile);
  }

  private add(fault: Fault, code: string, ru: string, en: string, file: string): void {
    this.frame.add(fault, "access", refuse(code, ru, en), file);
  }
}
