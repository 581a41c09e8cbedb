// One volume, every byte and every statement of it.
import { equal, joined, toHex, toText, type Bytes } from "../proofs/bytes";
import type { Checkpoint } from "../proofs/checkpoint";
import { parseCheckpoint } from "../proofs/checkpoint";
import type { Fault, Findings } from "../proofs/findings";
import { printAuthors, printPem } from "../proofs/key_standing";
import { admitVerifier, parseNote, type NoteVerifier, type VerifiedSignature } from "../proofs/note";
import { openKnown, type Policy } from "../proofs/policy";
import { Refusal, refuse } from "../proofs/refusal";
import { sha256OfFile } from "../proofs/sha256";
import { kTileWidth, printTilePath, tilesAdded } from "../proofs/tiles";
import { parseVerifierKey, printVerifierKey } from "../proofs/verifier_key";
import { isIncremental, parseBagInfo, type BagInfo } from "./bag_info";
import type { Chain } from "./chain";
import { checkEntries, checkEntriesAlone, type EntriesCount, type Progress } from "./entries_check";
import { readPiece } from "./entry_piece";
import { parseJoint, type Joint } from "./joint";
import * as layout from "./layout";
import { parseManifest, type Manifest } from "./manifest";
import type { Trust } from "./trust";
import type { TrustState } from "./verdict";
import type { VolumeFolder } from "./volume_folder";
import { openVolumeNote } from "./volume_note";

// A checkpoint on the medium that its log signed, and who cosigned it.
export interface OpenedOnMedium {
  checkpoint: Checkpoint;
  verified: VerifiedSignature[];
  file: string;
}

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
  file.startsWith(layout.kSchemaFolder) || file.startsWith(layout.kCheckpointsFolder);

const rootDiffers = (): Refusal =>
  refuse("tree.root", "корень, который дают записи, не тот, что подписан",
    "the root that the entries give is not the one that was signed");

export class VolumeCheck {
  info: BagInfo | undefined; // undefined: what the volume says of itself cannot be read
  tagManifest = "";
  trust: TrustState = "not_given";
  readonly checkpoints: OpenedOnMedium[] = []; // newest first
  readonly signatureDigests: string[] = []; // of the files under signatures/, by their names
  private readonly findingsBefore: number;
  private manifest: Manifest = new Map();
  private policy: Policy = { logs: [], witnesses: [], groups: [] };
  private readonly logs: NoteVerifier[] = []; // that may have signed it
  private fromOutside = false; // the logs are the trust file's

  private constructor(
    readonly folder: VolumeFolder,
    private readonly given: Trust | undefined,
    private readonly findings: Findings,
    before: number,
  ) {
    this.findingsBefore = before;
  }

  // Reads the volume's tag files, its signature and its checkpoints. `before`: how many findings
  // there were before any of this volume.
  static async open(folder: VolumeFolder, given: Trust | undefined, findings: Findings, before: number):
  Promise<VolumeCheck> {
    const check = new VolumeCheck(folder, given, findings, before);
    await check.readTags();
    return check;
  }

  // Checks all the rest. The chain stands where the volume begins, or is missing with the volumes
  // before.
  async check(chain: Chain | undefined, progress: Progress): Promise<EntriesCount> {
    const info = this.info!;
    const joint = isIncremental(info) ? await this.readJoint(info) : undefined;
    let count: EntriesCount = { hashed: 0, signatures: 0, renditions: 0 };
    if (chain) {
      count = await this.follow(info, chain, joint, progress);
    } else if (joint) {
      const tree = await checkEntriesAlone(this.folder, info, joint, this.findings, progress);
      count = tree.count;
      if (tree.oldRoot !== joint.oldRoot || tree.root !== info.root) {
        this.add("altered", "tree", rootDiffers(), layout.kCheckpointFile);
      }
    }
    await this.folder.finish();
    this.checkPayloadSum(info);
    return count;
  }

  private add(fault: Fault, where: string, what: Refusal, file: string): void {
    this.findings.add({ fault, where, what, file });
  }

  // The tag manifest comes first: by it the tag files are held, by them all the rest.
  private async readTags(): Promise<void> {
    const tagManifest = await this.folder.readBare(layout.kTagManifestFile);
    if (!tagManifest) return;
    this.tagManifest = toHex(await sha256OfFile(tagManifest));
    const tags = parseManifest(tagManifest);
    if (tags instanceof Refusal) return this.add("altered", "manifest", tags, layout.kTagManifestFile);
    const wanted = [layout.kReadMeFile, layout.kBagInfoFile, layout.kBagItFile, layout.kManifestFile];
    if (tags.size !== wanted.length || !wanted.every((file) => tags.has(file))) {
      this.add("altered", "manifest", refuse("volume.tag_files", "опись перечисляет не те файлы, что есть у тома",
        "the tag manifest does not list a volume's tag files"), layout.kTagManifestFile);
    }
    this.folder.trustManifest(tags);
    const bagit = await this.folder.read(layout.kBagItFile);
    if (bagit && toText(bagit) !== layout.kBagIt) {
      this.add("altered", "manifest", refuse("volume.bagit", "это не том формата BagIt 1.0",
        "this is no bag of BagIt 1.0"), layout.kBagItFile);
    }
    await this.folder.read(layout.kReadMeFile);
    const manifest = await this.folder.read(layout.kManifestFile);
    const listed = manifest ? parseManifest(manifest) : new Map<string, string>();
    if (listed instanceof Refusal) return this.add("altered", "manifest", listed, layout.kManifestFile);
    this.manifest = listed;
    this.folder.trustManifest(listed);
    await this.readInfo();
    if (!this.info) return;
    await this.chooseLogs(this.info);
    await this.readSignature(this.info);
    await this.readCheckpoints(this.info);
    this.checkListedFiles(this.info);
  }

  private async readInfo(): Promise<void> {
    const contents = await this.folder.read(layout.kBagInfoFile);
    if (!contents) return;
    const info = parseBagInfo(contents);
    if (info instanceof Refusal) {
      const newer = info.code !== "bag_info.malformed";
      return this.add(newer ? "incomplete" : "altered", "manifest", info, layout.kBagInfoFile);
    }
    if (info.name !== this.folder.name) {
      this.add("altered", "manifest", refuse("volume.name", "папка тома названа не так, как том называет себя",
        "the volume's folder is not named as the volume names itself"), layout.kBagInfoFile);
    }
    if (this.extentIsPossible(info)) {
      this.info = info;
      return;
    }
    this.add("altered", "manifest", refuse("volume.extent_impossible",
      "записей названо больше, чем томом хранится", "it names more entries than the volume can hold"),
    layout.kBagInfoFile);
  }

  // False iff far fewer entry bundles are here than a log of that extent has: what follows goes
  // through all of them.
  private extentIsPossible({ first, end }: BagInfo): boolean {
    const mayBeMissing = 1_000; // and half of them; each is a finding then
    const bundles = Math.floor((end - 1) / kTileWidth) - Math.floor(first / kTileWidth);
    return bundles < 2 * this.folder.below(layout.kBundlesFolder).length + mayBeMissing;
  }

  // The trust file decides; where it knows no log of this name, the volume's own key shows at least
  // that it agrees with itself.
  private async chooseLogs({ origin }: BagInfo): Promise<void> {
    if (this.given) {
      this.policy = this.given.policy;
      for (const key of this.policy.logs) {
        const verifier = key.name === origin ? admitVerifier(key) : undefined;
        if (verifier && !(verifier instanceof Refusal)) this.logs.push(verifier);
      }
      this.trust = "unknown_key"; // until the volume's signature has verified
      this.fromOutside = this.logs.length > 0;
      if (this.fromOutside) return;
    }
    const contents = await this.folder.read(layout.kVerifierKeyFile);
    if (!contents || contents.length === 0) return;
    const key = parseVerifierKey((toText(contents) ?? "").slice(0, -1));
    const verifier = key instanceof Refusal ? key : admitVerifier(key);
    if (verifier instanceof Refusal) return this.add("altered", "signature", verifier, layout.kVerifierKeyFile);
    this.logs.push(verifier);
    this.policy = { logs: [verifier.key], witnesses: this.policy.witnesses, groups: this.policy.groups };
  }

  private async readSignature(info: BagInfo): Promise<void> {
    for (const file of this.folder.below("signatures/")) {
      const contents = await this.folder.readBare(file);
      if (contents) this.signatureDigests.push(toHex(await sha256OfFile(contents)));
      if (file === layout.kNoteFile) continue;
      this.add("altered", "signature", refuse("volume.extra_signature", "лишний файл среди подписей тома",
        "an extra file among the volume's signatures"), layout.shownName(file));
    }
    const note = await this.folder.readBare(layout.kNoteFile);
    if (!note) return;
    const opened = await openVolumeNote(note, this.logs);
    if (opened instanceof Refusal) return this.add("altered", "signature", opened, layout.kNoteFile);
    if (opened.volume !== info.name) {
      return this.add("altered", "signature", refuse("volume.signature_of_another",
        "эта подпись — от другого тома", "this is the signature of another volume"), layout.kNoteFile);
    }
    if (opened.tagManifest !== this.tagManifest) {
      return this.add("altered", "signature", refuse("volume.signature",
        "подписана другая опись файлов: после подписи том изменён",
        "another tag manifest was signed: the volume was changed after it"), layout.kTagManifestFile);
    }
    if (this.fromOutside) this.trust = "trusted";
  }

  private async openCheckpoint(info: BagInfo, file: string, note: Bytes): Promise<OpenedOnMedium | undefined> {
    const opened = await openKnown(note, this.policy);
    if (!(opened instanceof Refusal)) return { ...opened, file };
    // A log that went on under another name has older checkpoints of its old one.
    const parsed = parseNote(note);
    const known = parsed instanceof Refusal ? parsed : parseCheckpoint(parsed.text);
    const olderName = !(known instanceof Refusal) && known.origin !== info.origin && file !== layout.kCheckpointFile;
    this.add(olderName ? "incomplete" : "altered", "checkpoint", opened, file);
    return undefined;
  }

  private async readCheckpoints(info: BagInfo): Promise<void> {
    const newest = await this.folder.read(layout.kCheckpointFile);
    const opened = newest && (await this.openCheckpoint(info, layout.kCheckpointFile, newest));
    if (opened) {
      const { size, root, origin } = opened.checkpoint;
      if (size !== info.end || root !== info.root || origin !== info.origin) {
        this.add("altered", "checkpoint", refuse("volume.extent",
          "контрольная точка и bag-info.txt называют разное", "the checkpoint and bag-info.txt do not say the same"),
        layout.kCheckpointFile);
      }
      this.checkpoints.push(opened);
    }
    for (const file of this.folder.below(layout.kCheckpointsFolder).reverse()) {
      const note = await this.folder.read(file);
      const one = note && (await this.openCheckpoint(info, file, note));
      if (!one) continue;
      if (layout.checkpointPath(one.checkpoint.size) !== file || one.checkpoint.size > info.end) {
        this.add("altered", "checkpoint", refuse("checkpoint.place",
          "контрольная точка лежит не под своим размером", "the checkpoint does not lie under its own size"), file);
        continue;
      }
      this.checkpoints.push(one);
    }
  }

  private checkListedFiles(info: BagInfo): void {
    const wanted = expectedFiles(info);
    for (const file of [...wanted].sort()) {
      if (this.manifest.has(file)) continue;
      this.add("incomplete", "files", refuse("volume.not_listed",
        `файл ${file} должен быть в томе, а в описи его нет`,
        `${file} belongs to the volume, and the manifest does not list it`), file);
    }
    for (const file of this.manifest.keys()) {
      if (isOfFreeName(file) || wanted.has(file)) continue;
      this.add("altered", "files", refuse("volume.unexpected_file", `файла ${file} в таком томе не бывает`,
        `no such volume has a file ${file}`), file);
    }
  }

  // Where files were found missing or altered, their sum says nothing new.
  private checkPayloadSum(info: BagInfo): void {
    const sum = this.folder.payload();
    if (sum.bytes === info.bytes && sum.files === info.files) return;
    if (this.findings.inAll() > this.findingsBefore) return;
    this.add("altered", "files", refuse("volume.oxum",
      "Payload-Oxum называет не столько файлов и байтов, сколько есть",
      "Payload-Oxum says another number of files and bytes than there are"), layout.kBagInfoFile);
  }

  private async readJoint(info: BagInfo): Promise<Joint | undefined> {
    const contents = await this.folder.read(layout.kJointFile);
    if (!contents) return undefined;
    const joint = parseJoint(contents);
    if (!(joint instanceof Refusal) && joint.oldSize === info.first) return joint;
    const wrong = joint instanceof Refusal ? joint : refuse("joint.size",
      "связка с прежним деревом стоит не на том месте", "the joint to the tree before stands at another place");
    this.add("altered", "tree", wrong, layout.kJointFile);
    return undefined;
  }

  private async follow(info: BagInfo, chain: Chain, joint: Joint | undefined, progress: Progress):
  Promise<EntriesCount> {
    if (joint && joint.oldRoot !== toHex(chain.fold.frontier.root())) {
      this.add("altered", "tree", refuse("joint.root", "связка называет не тот корень, что дают прежние тома",
        "the joint names another root than the volumes before give"), layout.kJointFile);
    }
    for (const { checkpoint } of this.checkpoints) chain.fold.watch(checkpoint.size);
    const count = await checkEntries(this.folder, info, chain, this.findings, progress);
    if (joint) await this.checkOverlap(info, joint);
    this.checkRoots(info, chain);
    await this.checkUpperTiles(info, chain);
    if (!chain.broken) await this.checkKeys(chain);
    return count;
  }

  // The first bundle of an incremental volume begins with entries of the one before: they lead from
  // the joint's edge to the old root.
  private async checkOverlap(info: BagInfo, joint: Joint): Promise<void> {
    const edge = joint.edge.copy();
    const { entries } = await readPiece(this.folder, info, 0, this.findings, false);
    for (const { position, leaf } of entries) if (position < joint.oldSize) edge.append(leaf);
    if (toHex(edge.root()) === joint.oldRoot) return;
    this.add("altered", "tree", refuse("joint.root", "записи перед томом не те, что дают прежний корень",
      "the entries before the volume do not give the old root"), layout.kJointFile);
  }

  // Entries, signed checkpoints and bag-info.txt must say the same.
  private checkRoots(info: BagInfo, chain: Chain): void {
    if (toHex(chain.fold.frontier.root()) !== info.root) {
      this.add("altered", "tree", rootDiffers(), layout.kBagInfoFile);
    }
    for (const { checkpoint, file } of this.checkpoints) {
      const root = chain.fold.rootAt(checkpoint.size);
      if (root === checkpoint.root) continue;
      if (root !== undefined) {
        this.add("altered", "tree", rootDiffers(), file);
      } else {
        this.add("incomplete", "checkpoint", refuse("checkpoint.not_compared",
          "контрольную точку не с чем сравнить", "there is nothing to compare the checkpoint with"), file);
      }
    }
  }

  private async checkUpperTiles(info: BagInfo, chain: Chain): Promise<void> {
    for (const tile of tilesAdded(info.first, info.end)) {
      if (tile.level === "entries" || tile.level === 0) continue;
      const file = layout.kLogFolder + printTilePath(tile);
      const contents = await this.folder.read(file);
      if (!contents) continue;
      const first = tile.index * kTileWidth;
      const hashes = (chain.upper.get(tile.level) ?? []).slice(first, first + tile.width);
      if (hashes.length === tile.width && equal(contents, joined(...hashes))) continue;
      this.add("altered", "tree", refuse("tile.differs", "плитка дерева не та, что дают записи",
        "the tile is not the one that the entries give"), file);
    }
  }

  private async checkKeys(chain: Chain): Promise<void> {
    const authors = await this.folder.read(layout.kAuthorsFile);
    if (authors && toText(authors) !== printAuthors(chain.fold.keys)) {
      this.add("altered", "keys", refuse("keys.authors", "таблица ключей не та, что дают записи",
        "the table of keys is not the one that the entries give"), layout.kAuthorsFile);
    }
    for (const { key } of this.logs) {
      const text = await this.folder.read(layout.kVerifierKeyFile);
      const pem = await this.folder.read(layout.kPemFile);
      if (text && pem && toText(text) === printVerifierKey(key) + "\n" && toText(pem) === printPem(key.key)) return;
    }
    this.add("altered", "keys", refuse("keys.log", "ключ журнала в томе не тот, которым том подписан",
      "the log's key in the volume is not the one that signed it"), layout.kVerifierKeyFile);
  }
}
