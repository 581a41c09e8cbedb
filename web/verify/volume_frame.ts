// What log and document volumes have in common: tag files, signatures and checkpoints, read and held
// against what whoever checks them trusts.
import { toHex, toText, type Bytes } from "../proofs/bytes";
import { parseCheckpoint, type Checkpoint } from "../proofs/checkpoint";
import type { Fault, Findings } from "../proofs/findings";
import { printPem } from "../proofs/key_standing";
import { admitVerifier, parseNote, type NoteVerifier, type VerifiedSignature } from "../proofs/note";
import { openKnown, type Policy } from "../proofs/policy";
import { Refusal, refuse } from "../proofs/refusal";
import { sha256OfFile } from "../proofs/sha256";
import { kTileWidth } from "../proofs/tiles";
import { parseVerifierKey, printVerifierKey } from "../proofs/verifier_key";
import { noAuthorities, readAuthorities } from "./authorities";
import { parseBagInfo, type BagInfo } from "./bag_info";
import { Certified, judgeBeside, tagsNotSigned } from "./certified";
import * as layout from "./layout";
import { parseManifest, type Manifest } from "./manifest";
import { asksForCertificates, type Trust } from "./trust";
import type { TrustState } from "./verdict";
import type { VolumeFolder } from "./volume_folder";
import { openVolumeNote } from "./volume_note";

// A checkpoint on the medium that its log signed, and who cosigned it.
export interface OpenedOnMedium {
  checkpoint: Checkpoint;
  verified: VerifiedSignature[];
  file: string;
}

const isOfCertificates = (file: string): boolean =>
  [layout.kSignatureSuffix, layout.kTimestampSuffix, layout.kGostSuffix]
    .some((suffix) => file === layout.kSignedTagManifest + suffix);

export class VolumeFrame {
  info: BagInfo | undefined; // undefined: what the volume says of itself cannot be read
  tagManifest = "";
  trust: TrustState = "not_given";
  manifest: Manifest = new Map(); // of the payload
  readonly checkpoints: OpenedOnMedium[] = []; // newest first
  readonly signatureDigests: string[] = []; // of the files under signatures/, by their names
  authorities = noAuthorities();
  readonly certified = new Certified(); // of the tag manifest
  private policy: Policy = { logs: [], witnesses: [], groups: [] };
  readonly logs: NoteVerifier[] = []; // that may have signed it
  private fromOutside = false; // the logs are the trust file's

  private constructor(
    readonly folder: VolumeFolder,
    private readonly given: Trust | undefined,
    private readonly findings: Findings,
    private readonly findingsBefore: number,
    private readonly now: number,
  ) {}

  // Reads the volume's tag files, its signature and its checkpoints. `before`: how many findings
  // there were before any of this volume; `now`: in seconds, for what certificates have expired since.
  static async open(folder: VolumeFolder, given: Trust | undefined, findings: Findings, before: number, now: number):
  Promise<VolumeFrame> {
    const frame = new VolumeFrame(folder, given, findings, before, now);
    await frame.readTags();
    return frame;
  }

  add(fault: Fault, where: string, what: Refusal, file: string): void {
    this.findings.add({ fault, where, what, file });
  }

  // After all reading: the log's key that lies in the volume is the one that signed it.
  async checkLogKey(): Promise<void> {
    for (const { key } of this.logs) {
      const text = await this.folder.read(layout.kVerifierKeyFile);
      const pem = await this.folder.read(layout.kPemFile);
      if (text && pem && toText(text) === printVerifierKey(key) + "\n" && toText(pem) === printPem(key.key)) return;
    }
    this.add("altered", "keys", refuse("keys.log", "ключ журнала в томе не тот, которым том подписан",
      "the log's key in the volume is not the one that signed it"), layout.kVerifierKeyFile);
  }

  // Where files were found missing or altered, their sum says nothing new.
  checkPayloadSum(info: BagInfo): void {
    const sum = this.folder.payload();
    if (sum.bytes === info.bytes && sum.files === info.files) return;
    if (this.findings.inAll() > this.findingsBefore) return;
    this.add("altered", "files", refuse("volume.oxum",
      "Payload-Oxum называет не столько файлов и байтов, сколько есть",
      "Payload-Oxum says another number of files and bytes than there are"), layout.kBagInfoFile);
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
    this.authorities = await readAuthorities(this.folder, this.given, this.findings);
    await this.readSignature(this.info);
    await this.judgeCertificates(tagManifest);
    await this.readCheckpoints(this.info);
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
    if (info.kind === "document" || this.extentIsPossible(info)) {
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
    for (const file of this.folder.below(layout.kSignaturesFolder)) {
      const contents = await this.folder.readBare(file);
      if (contents) this.signatureDigests.push(toHex(await sha256OfFile(contents)));
      if (file === layout.kNoteFile || isOfCertificates(file)) continue;
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

  // No manifest vouches for these files: a signature that was taken away is missed by the volume that
  // follows, which knows the digests of all of them.
  private async judgeCertificates(tagManifest: Bytes): Promise<void> {
    const beside = async (suffix: string): Promise<Bytes | undefined> => {
      const file = layout.kSignedTagManifest + suffix;
      return this.folder.has(file) ? this.folder.readBare(file) : undefined;
    };
    const files = {
      signature: await beside(layout.kSignatureSuffix),
      timestamp: await beside(layout.kTimestampSuffix),
      gost: await beside(layout.kGostSuffix),
    };
    if (files.timestamp && !files.signature) {
      this.add("altered", "signature", refuse("volume.timestamp_of_nothing",
        "метка времени есть, а подписи под нею нет", "there is a timestamp and no signature under it"),
      layout.kSignedTagManifest + layout.kTimestampSuffix);
    }
    if (files.signature) ++this.certified.volumes;
    const isAsked = this.info?.kind === "document" && asksForCertificates(this.given);
    if (isAsked && !files.signature && !files.gost) {
      this.add("incomplete", "signature", tagsNotSigned(), layout.kSignedTagManifest + layout.kSignatureSuffix);
    }
    const why = await judgeBeside(tagManifest, files, this.authorities, this.now, this.certified);
    if (!why) return;
    this.add("altered", "signature", refuse(why.code, `подпись тома сертификатом не принята: ${why.says.ru}`,
      `the certificate's signature of the volume does not hold: ${why.says.en}`),
    layout.kSignedTagManifest + layout.kSignatureSuffix);
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
}
