// The entries of a log volume, and all that follows from them.
import { equal, joined, toHex, toText } from "../proofs/bytes";
import type { Findings } from "../proofs/findings";
import { printAuthors } from "../proofs/key_standing";
import { Refusal, refuse } from "../proofs/refusal";
import { kTileWidth, printTilePath, tilesAdded } from "../proofs/tiles";
import { isIncremental, type BagInfo } from "./bag_info";
import type { Chain } from "./chain";
import { checkEntries, checkEntriesAlone, type EntriesCount, type Progress } from "./entries_check";
import { readPiece } from "./entry_piece";
import { parseJoint, type Joint } from "./joint";
import * as layout from "./layout";
import type { VolumeFolder } from "./volume_folder";
import type { VolumeFrame } from "./volume_frame";

// Every file that a volume of this extent has, but for those whose names are its own affair.
function expectedFiles(info: BagInfo): Set<string> {
  const files = new Set([layout.kCheckpointFile, layout.kVerifierKeyFile, layout.kPemFile, layout.kAuthorsFile]);
  if (isIncremental(info)) files.add(layout.kJointFile);
  for (const tile of tilesAdded(info.first, info.end)) files.add(layout.kLogFolder + printTilePath(tile));
  const step = layout.kEntriesOfRendition;
  for (let at = info.first - (info.first % step); at < info.end; at += step) files.add(layout.renditionPath(at));
  return files;
}

const isOfFreeName = (file: string): boolean =>
  file.startsWith(layout.kSchemaFolder) || file.startsWith(layout.kCheckpointsFolder) ||
  file === layout.kAuthoritiesFile || file.startsWith(layout.kRevocationsFolder) ||
  file.startsWith(layout.kAccessFolder);

const rootDiffers = (): Refusal =>
  refuse("tree.root", "корень, который дают записи, не тот, что подписан",
    "the root that the entries give is not the one that was signed");

export class LogCheck {
  private readonly folder: VolumeFolder;

  constructor(
    private readonly frame: VolumeFrame,
    private readonly info: BagInfo,
    private readonly findings: Findings,
  ) {
    this.folder = frame.folder;
  }

  // Checks all that the frame has not. The chain stands where the volume begins, or is missing with
  // the volumes before.
  async check(chain: Chain | undefined, progress: Progress): Promise<EntriesCount> {
    const { info } = this;
    this.checkListedFiles();
    const joint = isIncremental(info) ? await this.readJoint() : undefined;
    let count: EntriesCount = { hashed: 0, signatures: 0, renditions: 0 };
    if (chain) {
      count = await this.follow(chain, joint, progress);
    } else if (joint) {
      const tree = await checkEntriesAlone(this.folder, info, joint, this.findings, progress);
      count = tree.count;
      if (tree.oldRoot !== joint.oldRoot || tree.root !== info.root) {
        this.frame.add("altered", "tree", rootDiffers(), layout.kCheckpointFile);
      }
    }
    await this.folder.finish();
    this.frame.checkPayloadSum(info);
    return count;
  }

  private checkListedFiles(): void {
    const wanted = expectedFiles(this.info);
    for (const file of [...wanted].sort()) {
      if (this.frame.manifest.has(file)) continue;
      this.frame.add("incomplete", "files", refuse("volume.not_listed",
        `файл ${file} должен быть в томе, а в описи его нет`,
        `${file} belongs to the volume, and the manifest does not list it`), file);
    }
    for (const file of this.frame.manifest.keys()) {
      if (isOfFreeName(file) || wanted.has(file)) continue;
      this.frame.add("altered", "files", refuse("volume.unexpected_file", `файла ${file} в таком томе не бывает`,
        `no such volume has a file ${file}`), file);
    }
  }

  private async readJoint(): Promise<Joint | undefined> {
    const contents = await this.folder.read(layout.kJointFile);
    if (!contents) return undefined;
    const joint = parseJoint(contents);
    if (!(joint instanceof Refusal) && joint.oldSize === this.info.first) return joint;
    const wrong = joint instanceof Refusal ? joint : refuse("joint.size",
      "связка с прежним деревом стоит не на том месте", "the joint to the tree before stands at another place");
    this.frame.add("altered", "tree", wrong, layout.kJointFile);
    return undefined;
  }

  private async follow(chain: Chain, joint: Joint | undefined, progress: Progress): Promise<EntriesCount> {
    const { info } = this;
    if (joint && joint.oldRoot !== toHex(chain.fold.frontier.root())) {
      this.frame.add("altered", "tree", refuse("joint.root", "связка называет не тот корень, что дают прежние тома",
        "the joint names another root than the volumes before give"), layout.kJointFile);
    }
    for (const { checkpoint } of this.frame.checkpoints) chain.fold.watch(checkpoint.size);
    const count = await checkEntries(this.folder, info, chain, this.findings, progress);
    if (joint) await this.checkOverlap(joint);
    this.checkRoots(chain);
    await this.checkUpperTiles(chain);
    if (!chain.broken) await this.checkKeys(chain);
    return count;
  }

  // The first bundle of an incremental volume begins with entries of the one before: they lead from
  // the joint's edge to the old root.
  private async checkOverlap(joint: Joint): Promise<void> {
    const edge = joint.edge.copy();
    const { entries } = await readPiece(this.folder, this.info, 0, this.findings, false);
    for (const { position, leaf } of entries) if (position < joint.oldSize) edge.append(leaf);
    if (toHex(edge.root()) === joint.oldRoot) return;
    this.frame.add("altered", "tree", refuse("joint.root", "записи перед томом не те, что дают прежний корень",
      "the entries before the volume do not give the old root"), layout.kJointFile);
  }

  // Entries, signed checkpoints and bag-info.txt must say the same.
  private checkRoots(chain: Chain): void {
    if (toHex(chain.fold.frontier.root()) !== this.info.root) {
      this.frame.add("altered", "tree", rootDiffers(), layout.kBagInfoFile);
    }
    for (const { checkpoint, file } of this.frame.checkpoints) {
      const root = chain.fold.rootAt(checkpoint.size);
      if (root === checkpoint.root) continue;
      if (root !== undefined) {
        this.frame.add("altered", "tree", rootDiffers(), file);
      } else {
        this.frame.add("incomplete", "checkpoint", refuse("checkpoint.not_compared",
          "контрольную точку не с чем сравнить", "there is nothing to compare the checkpoint with"), file);
      }
    }
  }

  private async checkUpperTiles(chain: Chain): Promise<void> {
    for (const tile of tilesAdded(this.info.first, this.info.end)) {
      if (tile.level === "entries" || tile.level === 0) continue;
      const file = layout.kLogFolder + printTilePath(tile);
      const contents = await this.folder.read(file);
      if (!contents) continue;
      const first = tile.index * kTileWidth;
      const hashes = (chain.upper.get(tile.level) ?? []).slice(first, first + tile.width);
      if (hashes.length === tile.width && equal(contents, joined(...hashes))) continue;
      this.frame.add("altered", "tree", refuse("tile.differs", "плитка дерева не та, что дают записи",
        "the tile is not the one that the entries give"), file);
    }
  }

  private async checkKeys(chain: Chain): Promise<void> {
    const authors = await this.folder.read(layout.kAuthorsFile);
    if (authors && toText(authors) !== printAuthors(chain.fold.keys)) {
      this.frame.add("altered", "keys", refuse("keys.authors", "таблица ключей не та, что дают записи",
        "the table of keys is not the one that the entries give"), layout.kAuthorsFile);
    }
    await this.frame.checkLogKey();
  }
}
