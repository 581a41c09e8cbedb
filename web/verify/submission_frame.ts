// What a submission says of itself, who signed it, and the state of the log that it was made of: read and
// held against what whoever checks it trusts.
import { toHex, toText, type Bytes } from "../proofs/bytes";
import type { Checkpoint, OpenedCheckpoint } from "../proofs/checkpoint";
import type { Fault, Findings } from "../proofs/findings";
import { printPem } from "../proofs/key_standing";
import { admitVerifier, openNote, type NoteVerifier } from "../proofs/note";
import { meetsQuorum, openKnown, type Policy } from "../proofs/policy";
import { Refusal, refuse } from "../proofs/refusal";
import { sha256OfFile } from "../proofs/sha256";
import { parseVerifierKey, printVerifierKey, sameKey } from "../proofs/verifier_key";
import { noAuthorities, readAuthorities } from "./authorities";
import { judgeBeside, tagsNotSigned } from "./certified";
import * as layout from "./layout";
import { parseManifest, type Manifest } from "./manifest";
import { parseSubmissionInfo, type SubmissionInfo } from "./submission_info";
import { asksForCertificates, type Trust } from "./trust";
import type { Verdict, Witnessed } from "./verdict";
import type { VolumeFolder } from "./volume_folder";

// A checkpoint of the submission, by the file that it lies in.
interface Point {
  file: string;
  checkpoint: Checkpoint;
  witnessed: boolean; // as the trust file asks
}

const kSides = [layout.kSignatureSuffix, layout.kTimestampSuffix, layout.kGostSuffix];

export class SubmissionFrame {
  info!: SubmissionInfo; // once it was read
  manifest: Manifest = new Map();
  authorities = noAuthorities();
  readonly logs: NoteVerifier[] = []; // that may have signed it
  private readonly points: Point[] = [];
  private tagManifest = "";
  private tags: Bytes = new Uint8Array();
  private policy: Policy = { logs: [], witnesses: [], groups: [] };
  private fromOutside = false;

  constructor(
    readonly folder: VolumeFolder,
    private readonly trust: Trust | undefined,
    private readonly findings: Findings,
    private readonly verdict: Verdict,
    private readonly now: number, // in seconds
  ) {}

  add(fault: Fault, where: string, what: Refusal, file: string): void {
    this.findings.add({ fault, where, what, file });
  }

  // False iff what it says of itself cannot be read: then there is no more to check.
  async read(): Promise<boolean> {
    if (!(await this.readTags())) return false;
    await this.chooseLogs();
    this.authorities = await readAuthorities(this.folder, this.trust, this.findings);
    await this.checkSignatures();
    await this.checkState();
    return true;
  }

  async finish(): Promise<void> {
    await this.checkLogKey();
    this.judgeWitnesses();
    await this.folder.finish();
    const { bytes, files } = this.folder.payload();
    if ((bytes === this.info.bytes && files === this.info.files) || this.findings.inAll() > 0) return;
    this.add("altered", "files", refuse("volume.oxum", "Payload-Oxum называет не столько файлов и байтов, сколько есть",
      "Payload-Oxum says another number of files and bytes than there are"), layout.kBagInfoFile);
  }

  // A checkpoint that one of the logs signed; each has to be witnessed by itself, and to agree with the
  // others and with what the inspector has seen. Undefined, and a finding, if no log signed it.
  async openPoint(note: Bytes, file: string): Promise<OpenedCheckpoint | undefined> {
    const opened = await openKnown(note, this.policy);
    if (opened instanceof Refusal) {
      this.add("altered", "checkpoint", opened, file);
      return undefined;
    }
    const point = { file, checkpoint: opened.checkpoint, witnessed: this.noteWitnesses(opened) };
    this.holdAgainstOthers(point);
    this.points.push(point);
    return opened;
  }

  private async readTags(): Promise<boolean> {
    const tags = await this.folder.readBare(layout.kTagManifestFile);
    if (!tags) return false;
    this.tags = tags;
    this.tagManifest = toHex(await sha256OfFile(tags));
    const listed = parseManifest(tags);
    if (listed instanceof Refusal) return this.fail(listed, layout.kTagManifestFile);
    const wanted = [layout.kReadMeFile, layout.kBagInfoFile, layout.kBagItFile, layout.kManifestFile];
    if (listed.size !== wanted.length || !wanted.every((file) => listed.has(file))) {
      this.add("altered", "manifest", refuse("volume.tag_files", "опись перечисляет не те файлы, что есть у комплекта",
        "the tag manifest does not list a submission's tag files"), layout.kTagManifestFile);
    }
    this.folder.trustManifest(listed);
    const bagit = await this.folder.read(layout.kBagItFile);
    if (!bagit || toText(bagit) !== layout.kBagIt) {
      this.add("altered", "manifest", refuse("volume.bagit", "это не формат BagIt 1.0", "this is no bag of BagIt 1.0"),
        layout.kBagItFile);
    }
    await this.folder.read(layout.kReadMeFile);
    return this.readManifest();
  }

  private async readManifest(): Promise<boolean> {
    const contents = await this.folder.read(layout.kManifestFile);
    const manifest = contents && parseManifest(contents);
    if (!manifest) return false;
    if (manifest instanceof Refusal) return this.fail(manifest, layout.kManifestFile);
    this.manifest = manifest;
    const text = await this.folder.read(layout.kBagInfoFile);
    this.folder.trustManifest(manifest);
    const info = text && parseSubmissionInfo(text);
    if (!info) return false;
    if (info instanceof Refusal) return this.fail(info, layout.kBagInfoFile);
    if (info.name !== this.folder.name) {
      this.add("altered", "manifest", refuse("volume.name", "папка названа не так, как комплект называет себя",
        "the folder is not named as the submission names itself"), layout.kBagInfoFile);
    }
    this.info = info;
    return true;
  }

  private fail(why: Refusal, file: string): false {
    this.add("altered", "manifest", why, file);
    return false;
  }

  // The trust file decides; without a log of this name in it the submission's own key shows that it
  // agrees with itself.
  private async chooseLogs(): Promise<void> {
    if (this.trust) {
      this.policy = this.trust.policy;
      this.verdict.trust = "unknown_key";
      for (const key of this.policy.logs) {
        const verifier = key.name === this.info.origin ? admitVerifier(key) : undefined;
        if (verifier && !(verifier instanceof Refusal)) this.logs.push(verifier);
      }
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

  private async checkSignatures(): Promise<void> {
    for (const file of this.folder.below(layout.kSignaturesFolder)) {
      if (file === layout.kNoteFile || kSides.some((side) => file === layout.kSignedTagManifest + side)) continue;
      this.add("altered", "signature", refuse("volume.extra_signature", "лишний файл среди подписей",
        "an extra file among the signatures"), layout.shownName(file));
    }
    const note = await this.folder.readBare(layout.kNoteFile);
    const why = note && (await this.refuteNote(note));
    if (why) this.add("altered", "signature", why, layout.kNoteFile);
    else if (note && this.fromOutside) this.verdict.trust = "trusted";
    const beside = async (suffix: string): Promise<Bytes | undefined> => {
      const file = layout.kSignedTagManifest + suffix;
      return this.folder.has(file) ? this.folder.readBare(file) : undefined;
    };
    const [signature, timestamp, gost] = [await beside(kSides[0]!), await beside(kSides[1]!), await beside(kSides[2]!)];
    const { certified } = this.verdict;
    if (signature) ++certified.volumes;
    if (!signature && !gost && asksForCertificates(this.trust)) {
      this.add("incomplete", "signature", tagsNotSigned(), layout.kSignedTagManifest + layout.kSignatureSuffix);
    }
    const bad = await judgeBeside(this.tags, { signature, timestamp, gost }, this.authorities, this.now, certified);
    if (bad) this.add("altered", "signature", bad, layout.kSignedTagManifest + layout.kSignatureSuffix);
  }

  // Undefined: the log's key signed just this.
  private async refuteNote(note: Bytes): Promise<Refusal | undefined> {
    const opened = await openNote(note, this.logs);
    if (opened instanceof Refusal) return opened;
    const wanted = `letopis submission v1\n${this.info.name}\n${this.tagManifest}  ${layout.kTagManifestFile}\n`;
    if (opened.note.text === wanted && opened.note.signatures.length === 1) return undefined;
    return refuse("submission_note.malformed", 
      "подпись комплекта заверяет не опись его файлов", "the submission's signature does not vouch for its tag manifest");
  }

  private async checkState(): Promise<void> {
    const note = await this.folder.read(layout.kCheckpointFile);
    const opened = note && (await this.openPoint(note, layout.kCheckpointFile));
    if (!opened) return;
    const { size, root, origin } = opened.checkpoint;
    if (size !== this.info.end || root !== this.info.root || origin !== this.info.origin) {
      this.add("altered", "checkpoint", refuse("volume.extent", "контрольная точка и bag-info.txt называют разное",
        "the checkpoint and bag-info.txt do not say the same"), layout.kCheckpointFile);
    }
  }

  // One history has one root at each size.
  private holdAgainstOthers({ checkpoint: { origin, size, root }, file }: Point): void {
    for (const { checkpoint } of this.points) {
      if (checkpoint.size !== size || checkpoint.root === root) continue;
      this.add("altered", "checkpoint", refuse("submission.two_roots",
        "две контрольные точки комплекта одного размера называют разные корни",
        "two checkpoints of the submission have one size and different roots"), file);
    }
    for (const seen of this.trust?.checkpoints ?? []) {
      if (seen.origin !== origin || seen.size !== size || seen.root === root) continue;
      this.add("rolled_back", "known", refuse("known.another_root",
        "при том же числе записей вы видели другой корень: история журнала другая",
        "at the same size you have seen another root: the log's history is another"), file);
    }
  }

  // True iff it is cosigned as the policy asks; the newest such is told.
  private noteWitnesses({ checkpoint, verified }: OpenedCheckpoint): boolean {
    if (!this.trust) return false;
    const seen: Witnessed = { names: [], time: 0n, size: checkpoint.size };
    for (const { key, time } of verified) {
      if (time === undefined) continue;
      seen.names.push(...this.policy.witnesses.filter((one) => sameKey(one.key, key)).map(({ name }) => name));
      if (time > seen.time) seen.time = time;
    }
    if (seen.names.length === 0 || !meetsQuorum(this.policy, verified)) return false;
    if ((this.verdict.witnessed?.size ?? 0) <= seen.size) this.verdict.witnessed = seen;
    return true;
  }

  private async checkLogKey(): Promise<void> {
    const text = await this.folder.read(layout.kVerifierKeyFile);
    const pem = await this.folder.read(layout.kPemFile);
    const ours = this.logs.some(({ key }) => text && pem && toText(text) === printVerifierKey(key) + "\n" &&
      toText(pem) === printPem(key.key));
    if (ours) return;
    this.add("altered", "keys", refuse("keys.log", "ключ журнала в комплекте не тот, которым он подписан",
      "the log's key in the submission is not the one that signed it"), layout.kVerifierKeyFile);
  }

  // A witnessed state says nothing of a later one: each checkpoint stands for itself.
  private judgeWitnesses(): void {
    const { trust, verdict } = this;
    if (trust?.policy.quorum === undefined || verdict.trust !== "trusted") return;
    for (const { file, witnessed } of this.points) {
      if (witnessed) continue;
      delete verdict.witnessed;
      this.add("incomplete", "witness", refuse("policy.no_quorum",
        "состояние журнала не заверило столько свидетелей, сколько требует файл доверия",
        "the state of the log was not cosigned by as many witnesses as the trust file asks for"), file);
    }
  }
}
